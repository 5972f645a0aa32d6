import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ownProgram } from '../hosts/own-program.ts'
import { compareTexts } from '../language/compare-texts.ts'
import { nearest } from '../language/did-you-mean.ts'
import { parsed } from './check-options.ts'
import { type Console, type ExitCode, exitCodes, UsageError } from './usage.ts'

interface Schema {
  readonly $id: string
  readonly title: string
  readonly description: string
  readonly $defs?: object
}

/** What the others share: part of each of them, and nothing by itself. */
const shared = 'common.schema.json'

/** `concord schema`: the schemas by name, or one of them with everything that it refers to, for other tools. */
export function schema(words: readonly string[], console: Console): ExitCode {
  const { positionals } = parsed(words, {})
  const [name, ...others] = positionals
  if (others.length > 0) throw new UsageError('"concord schema" prints one schema at a time.')
  const schemas = publishedSchemas()
  if (name === undefined) {
    const named = [...schemas.values()].filter(({ $id }) => $id !== shared)
    const widest = Math.max(...named.map(({ title }) => title.length))
    for (const { title, description } of named.sort((a, b) => compareTexts(a.title, b.title)))
      console.out(`${title.padEnd(widest)}  ${firstWords(description)}\n`)
    return exitCodes.clean
  }
  const wanted = [...schemas.values()].find(({ title, $id }) => $id !== shared && title === name)
  if (wanted === undefined) {
    const meant = nearest(
      name,
      [...schemas.values()].map(({ title }) => title),
    )
    throw new UsageError(
      `There is no schema "${name}". ${meant === undefined ? '"concord schema" lists them.' : `Did you mean ${meant}?`}`,
    )
  }
  console.out(`${JSON.stringify(whole(wanted, schemas), null, 2)}\n`)
  return exitCodes.clean
}

/** The first sentence, up to a colon that details follow. */
function firstWords(description: string): string {
  return description.replace(/(?<=\.)\s.*$/s, '').replace(/:\s.*$/s, '.')
}

/** The schemas that come with the command, by file name. */
function publishedSchemas(): ReadonlyMap<string, Schema> {
  const folder = join(dirname(ownProgram()), '../schemas')
  const read = (file: string): Schema => JSON.parse(readFileSync(join(folder, file), 'utf8'))
  return new Map(readdirSync(folder).map((file) => [file, read(file)]))
}

/** A schema with those that it refers to embedded by their ids, as JSON Schema 2020-12 bundles them. */
function whole(root: Schema, schemas: ReadonlyMap<string, Schema>): Schema {
  const needed = new Map<string, Schema>()
  const visit = (from: Schema): void => {
    for (const [, file = ''] of JSON.stringify(from).matchAll(/"\$ref":"([^#"]+)/g)) {
      const found = schemas.get(file)
      if (found === undefined || found === root || needed.has(file)) continue
      needed.set(file, found)
      visit(found)
    }
  }
  visit(root)
  return needed.size === 0 ? root : { ...root, $defs: { ...root.$defs, ...Object.fromEntries(needed) } }
}
