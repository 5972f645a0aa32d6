import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Model, NamedType, Shape } from './model.ts'
import { kebabCase, sentenceCase } from './names.ts'
import type { Output } from './outputs.ts'
import { cell, exampleOf, valueInWords } from './reference-words.ts'
import { commonFile, configFile, customRulesFile, type KindSchema } from './schemas.ts'

const doNotEdit = '<!-- Generated from schemas/ by `npm run generate`. Do not edit. -->'

/** The pages under docs/language/ that describe every field of the policy language to people who write policies. */
export function referencePages(model: Model, examplesFolder: string, problems: string[]): Output[] {
  const kindPages = model.kinds.map((kind) => {
    const example = join(examplesFolder, `${kind.slug}.yaml`)
    const exists = existsSync(example)
    if (!exists)
      problems.push(`docs/language/examples/${kind.slug}.yaml is missing: a complete example of ${kind.kind}`)
    const yaml = exists ? readFileSync(example, 'utf8').replaceAll('\r\n', '\n') : ''
    return { path: `docs/language/${kind.slug}.md`, content: kindPage(kind, yaml, model) }
  })
  return [
    { path: 'docs/language/README.md', content: indexPage(model) },
    { path: 'docs/language/common.md', content: commonPage(model) },
    ...kindPages,
  ]
}

/** The page about .concord.yaml: what a configuration may say, from its schema, with an example that a test checks. */
export function configurationPage(model: Model, exampleFile: string): string {
  const types = [...model.types.values()].filter(({ file, body }) => file.name === configFile && body.is === 'object')
  const root = types.find(({ name }) => name === 'ConcordConfig')
  const parts = types.filter((type) => type !== root)
  const page = configFile.replace('.schema.json', '.md')
  return `${doNotEdit}

# Configuration

What Concord checks, and how, stands in a file called \`.concord.yaml\`. It is optional.

- Concord looks for it in the folder of each path and in every folder above, until one says \`root: true\`. The folder of that one is the workspace:
  policies below it are checked against one another, whichever paths were asked about. Without a root, the paths are the workspace.
- A nearer configuration wins over one above it; an override wins over the settings beside it; a later override over an earlier one.
- Assumptions hold for the whole workspace, and win over those that the leadership system declares.
- A configuration with a mistake is not used at all: the check says what is wrong and where, goes on without it, and exits with 2.
- \`concord config FILE\` prints what holds for a file or folder, and in which line of which file it is said.

## Building on other configurations

\`extends\` names what the settings start from, one thing or a list:

- a preset: \`concord:recommended\`, \`concord:strict\` or \`concord:all\`;
- a file, relative to the one that extends it: \`./shared/base.yaml\`, \`../base.yaml\`. A folder stands for the \`.concord.yaml\` or
  \`concord.yaml\` in it;
- a package: a folder under a \`node_modules\` of the workspace (\`@northwind/checks\`), or a file in one (\`@northwind/checks/strict.yaml\`). It may be a
  link to another folder of the workspace, as package managers make them.

Order and precedence: a later one in the list wins over an earlier one, what the file says itself over all that it extends. What is extended may extend more.
Of presets, the one that comes last in this order counts. Options of a rule add up one by one; lists of \`ignore\` and \`overrides\` add up.

What is extended counts as if it stood in the \`.concord.yaml\` itself: its patterns (\`ignore\`, \`overrides\`) are relative to the folder of the
\`.concord.yaml\` that extends it, so that a shared file can say \`drafts/**\` for every folder that uses it. Its \`root\` does not count.

Nothing outside the workspace is read, also not through a link, and nothing from the network. The workspace is the folder of the configuration with
\`root: true\`; without one, that of the outermost configuration above.

## An example

\`\`\`yaml
${readFileSync(exampleFile, 'utf8').replaceAll('\r\n', '\n').trimEnd()}
\`\`\`

${root ? section(root, 'The file', page, model) : ''}
${parts.map((type) => section(type, headingOf(type), page, model)).join('\n')}`
}

/** The page about every field of a custom rule. */
export function customRulesPage(model: Model): string {
  const page = customRulesFile.replace('.schema.json', '-reference.md')
  const types = [...model.types.values()].filter(
    ({ file, body }) => file.name === customRulesFile && body.is === 'object',
  )
  return `${doNotEdit}

# Custom rules: every field

[Custom rules](custom-rules.md) tells how to write one.

${types.map((type) => section(type, headingOf(type), page, model)).join('\n')}`
}

function indexPage(model: Model): string {
  const rows = model.kinds.map((kind) => {
    const page = `[${sentenceCase(kind.kind)}](${kind.slug}.md)`
    return `| ${page} | \`${kind.kind}\` | ${componentOf(kind)} | ${cell(kind.root.description)} |`
  })
  return `${doNotEdit}

# The policy language

A policy is a YAML document that starts with \`apiVersion: leadership/v1\` and says in \`kind\` what it describes.

| Policy | \`kind\` | Component | What it describes |
| --- | --- | --- | --- |
${rows.join('\n')}

Values that several kinds use, such as dates and money, are described under [common values](common.md).
`
}

function commonPage(model: Model): string {
  const types = [...model.types.values()].filter(({ file }) => file.name === commonFile)
  const rows = types.flatMap((type) => {
    if (type.body.is === 'object') return []
    const { schema } = type
    const value = valueInWords(type.body.shape, schema, linksFrom('common.md', model))
    return [
      `| <a id="${anchorOf(type)}"></a>${headingOf(type)} | ${cell(schema.description)} | ${value} | ${exampleOf(schema)} |`,
    ]
  })
  const objects = types.filter(({ body }) => body.is === 'object')
  return `${doNotEdit}

# Common values

What several kinds of policy use.

## Plain values

| Value | What it is | How it is written | Example |
| --- | --- | --- | --- |
${rows.join('\n')}

${objects.map((type) => section(type, headingOf(type), 'common.md', model)).join('\n')}`
}

function kindPage(kind: KindSchema, yaml: string, model: Model): string {
  const page = `${kind.slug}.md`
  const [document, ...parts] = inReadingOrder(kind, model)
  return `${doNotEdit}

# ${sentenceCase(kind.kind)}

${kind.root.description ?? ''}

Component: ${componentOf(kind)}

## A complete example

\`\`\`yaml
${yaml.trimEnd()}
\`\`\`

${document ? section(document, 'The document', page, model) : ''}
${parts.map((type) => section(type, headingOf(type), page, model)).join('\n')}`
}

/** The objects of a kind, each after the field that holds it first. */
function inReadingOrder(kind: KindSchema, model: Model): NamedType[] {
  const ordered = new Set<NamedType>()
  const visit = (name: string): void => {
    const type = model.types.get(name)
    if (!type || type.file.name !== kind.name || ordered.has(type)) return
    if (type.body.is === 'alias') {
      for (const named of namesIn(type.body.shape)) visit(named)
      return
    }
    ordered.add(type)
    for (const field of type.body.fields) for (const named of namesIn(field.shape)) visit(named)
  }
  visit(kind.kind)
  return [...ordered]
}

function namesIn(shape: Shape): readonly string[] {
  switch (shape.is) {
    case 'named':
      return [shape.name]
    case 'list':
    case 'map':
      return namesIn(shape.of)
    case 'either':
      return shape.shapes.flatMap(namesIn)
    default:
      return []
  }
}

function section(type: NamedType, heading: string, page: string, model: Model): string {
  const fields = type.body.is === 'object' ? type.body.fields : []
  const rows = fields.map(({ key, required, shape, schema }) => {
    const value = valueInWords(shape, schema, linksFrom(page, model))
    // An object's own section shows its fields with their examples.
    const holdsObjects = namesIn(shape).some((name) => model.types.get(name)?.body.is === 'object')
    const example = holdsObjects ? '' : exampleOf(schema)
    return `| \`${key}\` | ${cell(schema.description)} | ${required ? 'yes' : ''} | ${value} | ${example} |`
  })
  return `<a id="${anchorOf(type)}"></a>

## ${heading}

${type.schema.description ?? ''}

| Field | What it is | Required | Value | Example |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}

/** Where a type is described, seen from a page; a kind's own plain values are described in place, so they have no link. */
function linksFrom(page: string, model: Model) {
  return (name: string): { readonly type: NamedType; readonly link?: string } | undefined => {
    const type = model.types.get(name)
    if (!type) return undefined
    const isCommon = type.file.name === commonFile
    if (type.body.is === 'alias' && !isCommon) return { type }
    const home = isCommon ? 'common.md' : pageOf(type.file.name)
    return { type, link: `[${headingOf(type).toLowerCase()}](${home === page ? '' : home}#${anchorOf(type)})` }
  }
}

const pageOf = (schemaFile: string): string =>
  schemaFile.replace('.schema.json', schemaFile === customRulesFile ? '-reference.md' : '.md')

const anchorOf = ({ name }: NamedType): string => kebabCase(name)

const headingOf = ({ name, schema }: NamedType): string => schema.title ?? sentenceCase(name)

const componentOf = ({ root }: KindSchema): string =>
  root['x-component'] === 'all' ? 'all of them' : (root['x-component'] ?? '')
