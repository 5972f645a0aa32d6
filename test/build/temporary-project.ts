import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repository = fileURLToPath(new URL('../../', import.meta.url))

const fixture = fileURLToPath(new URL('fixtures/project/', import.meta.url))
const made: string[] = []

/** A folder of its own for one test, with these files; `fixture` is the small project that the generator's tests use. */
export function temporaryProject(from: 'fixture' | Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'concord-'))
  made.push(folder)
  if (from === 'fixture') cpSync(fixture, folder, { recursive: true })
  else for (const [path, text] of Object.entries(from)) put(folder, path, text)
  return folder
}

export function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

export function removeTemporaryProjects(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
}
