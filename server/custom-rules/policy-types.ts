import { type Field, fieldIn, schemaFileOf } from '../language/field.ts'
import type { Path } from '../language/path.ts'
import type { Kind } from '../language/policy-file.ts'
import type { Environment } from './cel.ts'

/** The fields of each type that expressions know, each with its own type, by the type's name. */
export type TypeFields = Map<string, Readonly<Record<string, string>>>

/**
 * Tells an environment what the policies of a kind look like, so that a misspelt field is found before the rule runs. A type is called
 * like the way to it: `IncentivePlan.spec.spiffs.item`.
 */
export function declarePolicyType(env: Environment, kind: Kind, known: TypeFields): void {
  const file = schemaFileOf(kind)
  const typeAt = (path: Path, name: string): string => {
    const field = fieldIn(file, path)
    if (field === undefined) return 'dyn'
    const [only, other] = field.types
    // What may have several forms is known only when it is there.
    if (other !== undefined) return 'dyn'
    switch (only) {
      case 'array':
        return `list<${typeAt([...path, 0], `${name}.item`)}>`
      case 'object':
        return groupAt(field, path, name)
      case 'number':
      case 'integer':
        return 'double'
      case 'boolean':
        return 'bool'
      case 'string':
        return 'string'
      default:
        return field.values.length > 0 ? 'string' : 'dyn'
    }
  }
  const groupAt = (field: Field, path: Path, name: string): string => {
    if (field.properties.length === 0) return `map<string, ${typeAt([...path, '*'], `${name}.value`)}>`
    if (known.has(name)) return name
    const fields = Object.fromEntries(field.properties.map((key) => [key, typeAt([...path, key], `${name}.${key}`)]))
    known.set(name, fields)
    env.registerType(name, { fields })
    return name
  }
  typeAt([], kind)
}

/** A type in words. */
export function typeInWords(type: string): string {
  const inner = /^dyn<(.+)>$/.exec(type)?.[1]
  if (inner !== undefined) return typeInWords(inner)
  if (type.startsWith('list')) return 'a list'
  if (type === 'int' || type === 'double' || type === 'uint') return 'a number'
  if (type === 'string') return 'a text'
  if (type === 'bool') return 'true or false'
  if (type === 'null') return 'nothing'
  if (type === 'dyn') return 'something'
  return 'a group of fields'
}
