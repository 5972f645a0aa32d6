import { commonFile, configFile, customRulesFile, type Schemas } from './schemas.ts'

export const pascalCase = (words: string): string =>
  words.replace(/(?:^|[-_ ]+)([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase())

export const camelCase = (words: string): string => {
  const pascal = pascalCase(words)
  return pascal.charAt(0).toLowerCase() + pascal.slice(1)
}

/** `PartnerAgreement` → `partner-agreement` */
export const kebabCase = (pascal: string): string => pascal.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()

/** `PartnerAgreement` → `Partner agreement` */
export const sentenceCase = (pascal: string): string => {
  const words = pascal.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Type names that would hide something of JavaScript's own, and what the type is called instead. */
const insteadOfGlobals: Readonly<Record<string, string>> = { Date: 'CalendarDate' }
const globals = new Set([
  'Array',
  'Boolean',
  'Error',
  'Function',
  'Map',
  'Number',
  'Object',
  'Record',
  'Set',
  'String',
  'Symbol',
])

export interface TypeNames {
  /** The type of a whole file: its kind, or ConcordConfig. Undefined for a file that only shares definitions or dispatches. */
  ofRoot(fileName: string): string | undefined
  ofDefinition(fileName: string, key: string): string
}

/**
 * Gives every definition a type name: its `$defs` key in PascalCase, with the kind in front where that name is needed twice.
 * Definitions of common.schema.json keep the plain name.
 */
export function typeNames(schemas: Schemas, problems: string[]): TypeNames {
  const roots = new Map(schemas.kinds.map((kind) => [kind.name, kind.kind]))
  if (schemas.files.has(configFile)) roots.set(configFile, 'ConcordConfig')
  if (schemas.files.has(customRulesFile)) roots.set(customRulesFile, 'CustomRules')

  const plainName = (key: string) => insteadOfGlobals[pascalCase(key)] ?? pascalCase(key)
  const uses = new Map<string, number>([...roots.values()].map((name) => [name, 1]))
  for (const fileName of [commonFile, ...roots.keys()]) {
    for (const key of Object.keys(schemas.files.get(fileName)?.root.$defs ?? {})) {
      const name = plainName(key)
      uses.set(name, (uses.get(name) ?? 0) + 1)
      if (globals.has(name))
        problems.push(`${fileName}#/$defs/${key}: ${name} is a name of JavaScript's own; choose another key`)
    }
  }
  return {
    ofRoot: (fileName) => roots.get(fileName),
    ofDefinition(fileName, key) {
      const name = plainName(key)
      const prefix = (uses.get(name) ?? 0) > 1 ? (roots.get(fileName) ?? '') : ''
      return prefix + name
    },
  }
}
