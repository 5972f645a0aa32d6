import type { Kind } from './generated/policies.ts'
import { schemaText } from './generated/schema-texts.ts'
import type { Path } from './path.ts'

/** What a schema says of one field, for messages, completion and hover. */
export interface Field {
  readonly title: string
  readonly description: string
  readonly types: readonly string[]
  readonly values: readonly (string | number | boolean)[]
  /** What each of the values means. */
  readonly meanings: Readonly<Record<string, string>>
  readonly properties: readonly string[]
  readonly required: readonly string[]
  /** What is required besides while a field has a value. */
  readonly requiredWith: readonly {
    readonly field: string
    readonly value: string
    readonly required: readonly string[]
  }[]
  readonly examples: readonly unknown[]
  readonly refersTo: readonly string[]
  /** How many items a list has at least; 1 where nothing is said. */
  readonly fewest: number
  /** What a text looks like: a calendar date, a currency's code, lower-case words joined by hyphens. */
  readonly form: 'date' | 'currency' | 'words' | undefined
}

interface Schema {
  readonly $ref?: string
  readonly title?: string
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly (string | number | boolean)[]
  readonly const?: string
  readonly format?: string
  readonly pattern?: string
  readonly minItems?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly required?: readonly string[]
  readonly allOf?: readonly {
    readonly if?: { readonly properties?: Readonly<Record<string, { readonly const?: string }>> }
    readonly then?: { readonly required?: readonly string[] }
  }[]
  readonly examples?: readonly unknown[]
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly 'x-refersTo'?: string | readonly string[]
  readonly 'x-values'?: Readonly<Record<string, string>>
}

interface Located {
  readonly schema: Schema
  readonly file: string
}

const parsed = new Map<string, Schema>()

/** The field at a path of data that a schema file describes. */
export function fieldIn(file: string, path: Path): Field | undefined {
  let at: Located | undefined = resolve({ schema: load(file), file })
  for (const step of path) {
    at = at === undefined ? undefined : below(at, step)
    if (at === undefined) return undefined
  }
  return at === undefined ? undefined : described(at.schema)
}

/** `PartnerAgreement` → `partner-agreement.schema.json` */
export function schemaFileOf(kind: Kind): string {
  return `${kind.replace(/(?<!^)(?=[A-Z])/g, '-').toLowerCase()}.schema.json`
}

function below({ schema, file }: Located, step: string | number): Located | undefined {
  const open = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined
  const next = typeof step === 'number' ? schema.items : (schema.properties?.[step] ?? open)
  return next === undefined ? undefined : resolve({ schema: next, file })
}

/** Follows `$ref`; what the place itself says wins over what it refers to. */
function resolve({ schema, file }: Located): Located {
  if (schema.anyOf !== undefined) return { schema: withForms(schema, schema.anyOf, file), file }
  if (schema.$ref === undefined) return { schema, file }
  const [name, pointer] = schema.$ref.split('#')
  const target = name === undefined || name === '' ? file : name
  const definition = pointer?.match(/^\/\$defs\/(.+)$/)?.[1]
  const root = load(target)
  const { $ref: _, ...own } = schema
  const found = resolve({ schema: definition === undefined ? root : (root.$defs?.[definition] ?? {}), file: target })
  return { schema: { ...found.schema, ...own }, file: found.file }
}

/** A value that may have one of several forms has the values of one and the fields of another. */
function withForms({ anyOf: _, ...own }: Schema, forms: readonly Schema[], file: string): Schema {
  const resolved = forms.map((form) => resolve({ schema: form, file }).schema)
  const types = resolved.flatMap(({ type }) => (type === undefined ? [] : [type].flat()))
  return { ...Object.assign({}, ...resolved), ...own, type: types }
}

function load(file: string): Schema {
  let schema = parsed.get(file)
  if (schema === undefined) {
    schema = JSON.parse(schemaText(file) ?? '{}') as Schema
    parsed.set(file, schema)
  }
  return schema
}

function described(schema: Schema): Field {
  return {
    title: schema.title ?? '',
    description: schema.description ?? '',
    types: schema.type === undefined ? [] : [schema.type].flat(),
    values: schema.enum ?? (schema.const === undefined ? [] : [schema.const]),
    meanings: schema['x-values'] ?? {},
    properties: Object.keys(schema.properties ?? {}),
    required: schema.required ?? [],
    requiredWith: (schema.allOf ?? []).flatMap(({ if: condition, then }) =>
      Object.entries(condition?.properties ?? {}).flatMap(([field, { const: value }]) =>
        value === undefined ? [] : [{ field, value, required: then?.required ?? [] }],
      ),
    ),
    examples: schema.examples ?? [],
    refersTo: [schema['x-refersTo'] ?? []].flat(),
    fewest: schema.minItems ?? 1,
    form: schema.format === 'date' ? 'date' : formOf(schema.pattern ?? ''),
  }
}

function formOf(pattern: string): Field['form'] {
  if (pattern === '^[A-Z]{3}$') return 'currency'
  return pattern.startsWith('^[a-z0-9]+') ? 'words' : undefined
}
