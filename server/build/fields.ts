import type { NamingFields } from '../language/generated/fields.ts'
import { homeOf, inherited, type Model } from './model.ts'
import type { KindSchema, Schema, SchemaFile } from './schemas.ts'

/** Finds the fields of one kind that name things, by following its schema through every `$ref`. */
function namingFields(kind: KindSchema, model: Model, problems: string[]): NamingFields {
  const declares: [string, string][] = []
  const refersTo: [string, readonly string[]][] = []
  const identities: [string, readonly string[]][] = []

  // The name of a policy stands in metadata, which all kinds share; so a kind says at its root what that name names.
  if (kind.root['x-declares']) declares.push(['metadata.name', kind.root['x-declares']])
  for (const [key, property] of Object.entries(kind.root.properties ?? {})) visit(property, key, kind, [])
  return { declares, refersTo, identities }

  function visit(written: Schema, path: string, file: SchemaFile, above: readonly Schema[]): void {
    if (above.includes(written)) {
      problems.push(`${kind.name}: ${path} contains itself; use a flat list whose items refer to one another`)
      return
    }
    const within = [...above, written]
    const schema = inherited(written, file, model.schemas)
    const home = homeOf(written, file, model.schemas)
    const sorts = schema['x-refersTo']
    if (schema['x-declares']) declares.push([path, schema['x-declares']])
    if (sorts) refersTo.push([path, [sorts].flat()])
    for (const [key, property] of Object.entries(schema.properties ?? {}))
      visit(property, `${path}.${key}`, home, within)
    if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, `${path}.*`, home, within)
    if (schema.items) {
      const keys = identityOf(schema, schema.items, home)
      if (keys) identities.push([path, keys])
      else
        problems.push(
          `${kind.name}: the items of ${path} have no required name; say in x-identity what tells them apart`,
        )
      visit(schema.items, `${path}.*`, home, within)
    }
    for (const branch of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) {
      if (branch.$ref ?? branch.properties ?? branch.items) visit(branch, path, home, within)
    }
  }

  function identityOf(list: Schema, written: Schema, file: SchemaFile): readonly string[] | undefined {
    const item = inherited(written, file, model.schemas)
    const said = list['x-identity'] ?? item['x-identity']
    if (said) return said
    const branches = item.anyOf ?? item.oneOf ?? []
    const holdsObjects =
      item.properties ||
      item.type === 'object' ||
      branches.some((branch) => inherited(branch, file, model.schemas).properties)
    if (!holdsObjects) return []
    return item.required?.includes('name') ? ['name'] : undefined
  }
}

/** The same for all kinds, as code: server/language/generated/fields.ts */
export function fieldTable(model: Model, problems: string[]): string {
  const kinds = model.kinds.map((kind) => {
    const { declares, refersTo, identities } = namingFields(kind, model, problems)
    return [
      `  ${kind.kind}: {`,
      `    declares: ${lines(declares.map(([path, sort]) => `['${path}', '${sort}']`))},`,
      `    refersTo: ${lines(refersTo.map(([path, sorts]) => `['${path}', ${names(sorts)}]`))},`,
      `    identities: ${lines(identities.map(([path, keys]) => `['${path}', ${names(keys)}]`))},`,
      '  },',
    ].join('\n')
  })
  return `// Generated from schemas/ by \`npm run generate\`. Do not edit.

import type { Kind } from './policies.ts'

/** One kind's fields that name things. A path joins keys with dots; \`*\` stands for any item of a list or any key of a map. */
export interface NamingFields {
  /** [path, the sort of thing that is named there] */
  readonly declares: readonly (readonly [path: string, sort: string])[]
  /** [path, the sorts of thing that may be referred to there] */
  readonly refersTo: readonly (readonly [path: string, sorts: readonly string[]])[]
  /** [path of a list, the keys that tell its items apart]; no keys where items are plain values, which tell themselves apart */
  readonly identities: readonly (readonly [path: string, keys: readonly string[]])[]
}

export const namingFields: Readonly<Record<Kind, NamingFields>> = {
${kinds.join('\n')}
}
`
}

const names = (texts: readonly string[]): string => `[${texts.map((text) => `'${text}'`).join(', ')}]`

const lines = (items: readonly string[]): string =>
  items.length === 0 ? '[]' : `[\n${items.map((item) => `      ${item},\n`).join('')}    ]`
