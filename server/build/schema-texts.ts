import { commonFile, configFile, type Schemas } from './schemas.ts'

/**
 * The schemas as text, by file name: server/language/generated/schema-texts.ts. Messages, completion and hover parse one when
 * they first need its words; until then it costs no more than a string. Not committed: it repeats schemas/.
 */
export function schemaTexts(schemas: Schemas): string {
  const described = [...schemas.files.values()].filter(
    ({ name }) => name === commonFile || name === configFile || schemas.kinds.some((kind) => kind.name === name),
  )
  return `// Generated from schemas/ by \`npm run generate\`. Do not edit.

export const schemaTexts: Readonly<Record<string, string>> = {
${described.map(({ name, root }) => `  '${name}': ${JSON.stringify(JSON.stringify(root))},`).join('\n')}
}
`
}
