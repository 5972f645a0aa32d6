import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { digest } from './digest.ts'

/** The program that runs. It is mostly started through a link, such as those in node_modules/.bin. */
export function ownProgram(): string {
  return realpathSync(process.argv[1] ?? '')
}

/** A digest of the program that runs, with what it reads later: another one may judge otherwise, also under the same version. */
export function ownDigest(): string {
  const program = ownProgram()
  const later = join(dirname(program), 'later')
  const parts = existsSync(later) ? readdirSync(later).filter((name) => name.endsWith('.cjs')) : []
  return digest(...[program, ...parts.sort().map((name) => join(later, name))].map((file) => readFileSync(file)))
}
