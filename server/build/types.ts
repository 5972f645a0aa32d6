import type { Model, NamedType, Shape } from './model.ts'
import { isConfiguring } from './schemas.ts'

const doNotEdit = '// Generated from schemas/ by `npm run generate`. Do not edit.\n'

/** TypeScript's view of the policy language: server/language/generated/policies.ts */
export function policyTypes(model: Model): string {
  const types = [...model.types.values()].filter(({ file }) => !isConfiguring(file.name))
  const kinds = model.kinds.map(({ kind }) => kind)
  return [
    doNotEdit,
    ...types.map(declaration),
    `/** A document of any kind. */\nexport type Policy =${kinds.map((kind) => `\n  | ${kind}`).join('')}\n`,
    `export type Kind = Policy['kind']\n`,
    `/** Every kind of policy, in the order in which people read about them. */\nexport const kinds = [${kinds
      .map((kind) => `\n  '${kind}',`)
      .join('')}\n] as const satisfies readonly Kind[]\n`,
  ].join('\n')
}

/** The types of .concord.yaml: server/config/generated/config.ts */
export function configTypes(model: Model): string {
  const types = [...model.types.values()].filter(({ file }) => isConfiguring(file.name))
  const mentioned = types.map(mentions).join(' ')
  const shared = [...model.types.values()]
    .filter(({ name, file }) => !isConfiguring(file.name) && new RegExp(`(?<!')\\b${name}\\b`).test(mentioned))
    .map(({ name }) => name)
    .sort()
  const imports = `import type { ${shared.join(', ')} } from '../../language/generated/policies.ts'\n`
  return [doNotEdit, ...(shared.length > 0 ? [imports] : []), ...types.map(declaration)].join('\n')
}

const mentions = ({ body }: NamedType): string =>
  body.is === 'alias' ? expression(body.shape) : body.fields.map(({ shape }) => expression(shape)).join(' ')

function declaration({ name, schema, body }: NamedType): string {
  const comment = documentation(schema.description, '')
  if (body.is === 'alias') return `${comment}export type ${name} = ${expression(body.shape)}\n`
  const fields = body.fields.map(
    ({ key, required, shape, schema }) =>
      `${documentation(schema.description, '  ')}  readonly ${key}${required ? '' : '?'}: ${expression(shape)}\n`,
  )
  return `${comment}export interface ${name} {\n${fields.join('')}}\n`
}

function documentation(text: string | undefined, indent: string): string {
  if (!text) return ''
  const lines = text.replaceAll('*/', '* /').split('\n')
  const [only] = lines
  return lines.length === 1
    ? `${indent}/** ${only} */\n`
    : `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`
}

function expression(shape: Shape): string {
  switch (shape.is) {
    case 'named':
      return shape.name
    case 'text':
      return 'string'
    case 'integer':
      return 'number'
    case 'anything':
      return 'unknown'
    case 'literals':
      return shape.values.map(literal).join(' | ')
    case 'list': {
      const item = expression(shape.of)
      return `readonly ${/[ ]/.test(item) ? `(${item})` : item}[]`
    }
    case 'map':
      return `{ readonly [key: string]: ${expression(shape.of)} }`
    case 'either':
      return shape.shapes.map(expression).join(' | ')
    default:
      return shape.is
  }
}

const literal = (value: unknown): string =>
  typeof value === 'string' ? `'${value.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'` : JSON.stringify(value)
