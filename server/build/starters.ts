import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The starter sets as text, by kind and file: server/command/generated/starters.ts. Not committed: it repeats samples/starters. */
export function starterTexts(folder: string): string {
  const kinds = readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory())
  const sets = kinds.sort().map((kind) => {
    const files = readdirSync(join(folder, kind), { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.yaml'))
      .sort()
    const texts = files.map((path) => [path, readFileSync(join(folder, kind, path), 'utf8').replaceAll('\r\n', '\n')])
    return `  '${kind}': ${JSON.stringify(Object.fromEntries(texts))},`
  })
  return `// Generated from samples/starters by \`npm run generate\`. Do not edit.

export const starters: Readonly<Record<string, Readonly<Record<string, string>>>> = {
${sets.join('\n')}
}
`
}
