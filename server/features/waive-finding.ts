import type { Finding } from '../checker/finding.ts'
import { configFileName } from '../config/config-file.ts'
import { folderOf } from '../config/file-names.ts'
import { readDocuments } from '../language/document.ts'
import { applyEdits, editsFor, type TextEdit } from '../language/edit.ts'
import type { Range } from '../language/range.ts'
import type { Value } from '../language/source-document.ts'
import { cannotBeSuppressed } from '../language/suppressions.ts'
import type { OpenFile } from './place.ts'
import { lastDay } from './suppress-finding.ts'

/** A waiver to be written into a configuration. Its owner and its reason only people know: it waives nothing until they are filled in. */
export interface WaiverEdit {
  readonly config: string
  readonly edits: readonly TextEdit[]
  /** The text with the edits done. */
  readonly text: string
  /** Where the owner stands in it, to be filled in first. */
  readonly owner: Range
}

const owner = '?role-or-team'
const reason = '?why'

/**
 * The waiver of a finding in its policy for three months, in the nearest configuration above its file; undefined where there is none,
 * or where no waiver can help. A policy without a name is waived by its file.
 */
export function waiveFinding(
  { name, company }: Pick<OpenFile, 'name' | 'company'>,
  { rule, internal, place, policy }: Finding,
): WaiverEdit | undefined {
  const config = company.configAbove(name)
  const before = config === undefined ? undefined : company.textOf(config)
  if (config === undefined || before === undefined) return undefined
  if (internal || cannotBeSuppressed(rule) || place.file !== name) return undefined
  const about =
    policy.kind === undefined || policy.name === ''
      ? { files: [name.slice(folderOf(config).length)] }
      : { policy: `${policy.kind}/${policy.name}` }
  const edits = editsWith(before, { rule, ...about, owner, reason, until: lastDay(company.workspace.today) })
  if (edits === undefined) return undefined
  const text = applyEdits(before, edits)
  const [document] = readDocuments(text)
  const waivers = document?.tree.find(['waivers'])
  const last = waivers === undefined ? 0 : [...(document?.tree.children(waivers.node) ?? [])].length - 1
  const written = document?.tree.find(['waivers', last, 'owner'])
  if (document === undefined || written?.complete !== true) return undefined
  return { config, edits, text, owner: document.tree.value(written.node).used }
}

/** What the button of an editor says. */
export const waivesIn = `for this policy in ${configFileName}, with an owner and a reason`

/** A configuration in which nothing is set yet has no place that a waiver could be added at, but its end. */
function editsWith(text: string, waiver: { readonly [key: string]: Value }): readonly TextEdit[] | undefined {
  const [first, second] = readDocuments(text)
  if (second !== undefined) return undefined
  if (first !== undefined && (first.value !== null || first.problems.length > 0))
    return editsFor(text, 0, [{ op: 'append', path: ['waivers'], value: waiver }])
  const lineBreak = /\r?\n/.exec(text)?.[0] ?? '\n'
  const seed = `${text === '' || text.endsWith('\n') ? '' : lineBreak}waivers: []${lineBreak}`
  const end = { start: text.length, end: text.length }
  const rest = editsFor(`${text}${seed}`, 0, [{ op: 'set', path: ['waivers'], value: [waiver] }])
  return rest === undefined ? undefined : [{ range: end, text: applyEdits(`${text}${seed}`, rest).slice(text.length) }]
}
