import { commonFile, isConfiguring, type Schemas } from './schemas.ts'

/**
 * The schemas as text, by file name: server/language/generated/schema-texts.ts. Messages, completion and hover parse one when
 * they first need its words; until then it costs no more than a string. Not committed: it repeats schemas/.
 */
export function schemaTexts(schemas: Schemas): string {
  const described = [...schemas.files.values()].filter(
    ({ name }) => name === commonFile || isConfiguring(name) || schemas.kinds.some((kind) => kind.name === name),
  )
  // Of the examples, messages and hovers show the plain ones.
  const plainOnly = (key: string, value: unknown): unknown => {
    if (key === '$schema' || key === '$id') return undefined
    if (key !== 'examples' || !Array.isArray(value)) return value
    const plain = value.filter((example) => typeof example !== 'object')
    return plain.length === 0 ? undefined : plain
  }
  return `// Generated from schemas/ by \`npm run generate\`. Do not edit.

const texts: Readonly<Record<string, string>> = {
${described.map(({ name, root }) => `  '${name}': ${JSON.stringify(JSON.stringify(root, plainOnly))},`).join('\n')}
}

export function schemaText(file: string): string | undefined {
  return texts[file]
}
`
}
