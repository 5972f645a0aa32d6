import { configSchemaFile } from '../config/config-file.ts'
import { readDocuments } from '../language/document.ts'
import { Lines, type Range } from '../language/range.ts'
import { valueAt } from '../language/schema-problems.ts'
import { ruleAt } from './config-hover.ts'
import { unquoted } from './cursor.ts'
import type { Definition, Target } from './definition.ts'
import type { OpenFile, Place } from './place.ts'

/** A name of other files in a configuration. */
export interface FileLink {
  readonly range: Range
  readonly files: readonly string[]
}

/** What a configuration extends and where it takes rules from, with the files that these names lead to. */
export function fileLinks({ text, name, company }: OpenFile): readonly FileLink[] {
  const leads = company.leadsFrom(name)
  const [document] = leads.length === 0 ? [] : readDocuments(text)
  if (document === undefined) return []
  const { tree, value } = document
  const links = leads.flatMap(({ path, name, to }) =>
    // Since the files were looked for, something else may have come to stand there.
    valueAt(value, path) === name ? [{ range: tree.value(tree.find(path).node).used, files: to }] : [],
  )
  // Whoever extends a file leads on from it, too.
  return [...new Map(links.map((link) => [link.range.start, link])).values()]
}

/** Where the thing leads that a configuration names at a cursor: to files, to a rule of the company, to the policy of a waiver. */
export function configDefinition(place: Place): Definition | undefined {
  const { text, offset } = place
  const link = fileLinks(place).find(({ range }) => range.start <= offset && offset <= range.end)
  if (link !== undefined) return { origin: link.range, targets: link.files.map((file) => targetAt(file, beginning)) }
  if (place.company.configSchemaOf(place.name) !== configSchemaFile) return undefined
  const tree = readDocuments(text)[0]?.tree
  const found = tree?.nodeAt(offset)
  if (tree === undefined || found === undefined || (!found.onKey && tree.hasChildren(found.node))) return undefined
  const origin = found.onKey ? tree.key(found.node).used : tree.value(found.node).used
  const said = unquoted(text.slice(origin.start, origin.end))
  const path = tree.pathOf(found.node)
  const inWaiver = found.onKey || path[0] !== 'waivers' ? undefined : path.at(-1)
  const isRule = found.onKey ? path.at(-1) === said && ruleAt(path) === said : inWaiver === 'rule'
  const targets = isRule ? rulesCalled(place, said) : inWaiver === 'policy' ? policiesCalled(place, said) : []
  return targets.length === 0 ? undefined : { origin, targets }
}

/** The line in which the company wrote a rule; rules of Concord stand in no file. */
function rulesCalled({ company }: Place, id: string): readonly Target[] {
  const written = company.rules.find((rule) => rule.id === id)?.declaredAt
  const text = written === undefined ? undefined : company.textOf(written.file)
  if (written === undefined || text === undefined) return []
  const start = new Lines(text).startOf(written.line - 1)
  return [targetAt(written.file, { start, end: start })]
}

function policiesCalled({ company }: Place, said: string): readonly Target[] {
  return company.workspace.entries
    .filter(({ kind, name }) => `${kind}/${name}` === said)
    .map(({ file, document: { tree } }) => ({
      file,
      range: tree.value(tree.find(['metadata', 'name']).node).used,
      whole: tree.value(0).used,
    }))
}

const beginning: Range = { start: 0, end: 0 }

function targetAt(file: string, range: Range): Target {
  return { file, range, whole: range }
}
