import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A JSON Schema (2020-12) as the project writes them: no boolean schemas, no `$ref` deeper than `#/$defs/<key>`. */
export interface Schema {
  readonly $id?: string
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly title?: string
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly default?: unknown
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly minItems?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly 'x-component'?: string
  readonly 'x-values'?: Readonly<Record<string, string>>
  readonly 'x-declares'?: string
  readonly 'x-refersTo'?: string | readonly string[]
  readonly 'x-identity'?: readonly string[]
}

/**
 * The keywords of our own: a kind's component of the leadership system; what each value of an enum means; what a string names;
 * what it refers to; which fields tell a list's items apart.
 */
export const vocabulary = ['x-component', 'x-values', 'x-declares', 'x-refersTo', 'x-identity']

export interface SchemaFile {
  /** The file's name, such as `partner-agreement.schema.json`: what a `$ref` from another file says. */
  readonly name: string
  readonly root: Schema
}

export interface Schemas {
  readonly files: ReadonlyMap<string, SchemaFile>
  readonly kinds: readonly KindSchema[]
}

export interface KindSchema extends SchemaFile {
  readonly kind: string
  /** The kind in kebab-case, as files about it are called. */
  readonly slug: string
}

export const policyFile = 'policy.schema.json'

export const commonFile = 'common.schema.json'
export const configFile = 'concord-config.schema.json'
export const customRulesFile = 'custom-rules.schema.json'

/** What is described of configurations rather than of policies. */
export const isConfiguring = (name: string): boolean => name === configFile || name === customRulesFile

/**
 * Reads every schema of a folder. A schema is that of a kind of policy when it has a property `kind` with a `const`. Kinds come
 * in the order in which policy.schema.json lists them, which is that for people to read about them.
 */
export function readSchemas(folder: string): Schemas {
  const files = new Map<string, SchemaFile>()
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.schema.json')) continue
    files.set(name, { name, root: parse(join(folder, name)) })
  }
  const kinds: KindSchema[] = []
  for (const file of files.values()) {
    const kind = file.root.properties?.['kind']?.const
    if (typeof kind === 'string') kinds.push({ ...file, kind, slug: file.name.replace('.schema.json', '') })
  }
  const order = files.get(policyFile)?.root.properties?.['kind']?.enum ?? []
  const rank = (kind: string) => (order.includes(kind) ? order.indexOf(kind) : order.length)
  return { files, kinds: kinds.sort((a, b) => rank(a.kind) - rank(b.kind)) }
}

function parse(path: string): Schema {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`${path} is not readable as JSON: ${error instanceof Error ? error.message : error}`)
  }
}

export interface Target {
  readonly file: SchemaFile
  readonly key: string
  readonly schema: Schema
}

/** Finds what a `$ref` that stands in `from` points at, or nothing when it points nowhere. */
export function target(ref: string, from: SchemaFile, schemas: Schemas): Target | undefined {
  const match = /^([^#]*)#\/\$defs\/([^/]+)$/.exec(ref)
  const [name, key] = [match?.[1], match?.[2]]
  if (name === undefined || key === undefined) return undefined
  const file = name === '' ? from : schemas.files.get(name.slice(name.lastIndexOf('/') + 1))
  const schema = file?.root.$defs?.[key]
  return file && schema ? { file, key, schema } : undefined
}
