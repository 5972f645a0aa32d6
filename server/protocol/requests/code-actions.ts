import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
  type SnippetTextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { Finding } from '../../checker/finding.ts'
import { fixAll } from '../../features/fix-all.ts'
import { leftToFillIn } from '../../features/left-to-fill-in.ts'
import type { OpenFile } from '../../features/place.ts'
import { findingCalled, findingsAt, quickFixes, resolveFix } from '../../features/quick-fixes.ts'
import { escaped } from '../../features/snippet-writer.ts'
import { suppressFinding } from '../../features/suppress-finding.ts'
import { waiveFinding, waivesIn } from '../../features/waive-finding.ts'
import { applyEdits } from '../../language/edit.ts'
import type { Range } from '../../language/range.ts'
import type { Asked } from '../answering.ts'
import type { Requests, Serving } from '../serving.ts'
import { nameOfUri } from '../uris.ts'
import { workspaceEdit } from '../workspace-edits.ts'

const fixAllKind = `${CodeActionKind.SourceFixAll}.concord`

/** An edit never changes more than its title says: not what a finding that is gone was about, and no second place that shares the value. */
const notPossible =
  'This fix cannot be made: the text has changed, or another place shares the value (an anchor, & and *) and would change with it.'

/** Opens a file with a place selected, in VS Code. */
const revealPlace = 'concord.revealBarrier'

/** What an action needs to be made when somebody chooses it. */
type ActionData =
  | { readonly uri: string; readonly does: 'fix'; readonly finding: string; readonly index: number }
  | { readonly uri: string; readonly does: 'suppress'; readonly finding: string }
  | { readonly uri: string; readonly does: 'waive'; readonly finding: string }
  | { readonly uri: string; readonly does: 'fixAll' }

export const codeActionRequests: Requests = (serving) => {
  const { connection, answering, client } = serving
  connection.onCodeAction(
    answering.inDocument('read', (file, params): CodeAction[] => {
      const findings = file.company.checker.findingsIn(file.name)
      const actions = [
        ...fixActions(file, params, findings),
        ...exemptionActions(file, params, findings),
        ...fixAllActions(params, findings),
      ]
      return client.lazyCodeActions ? actions : actions.flatMap((action) => withEdit(action, serving) ?? [])
    }),
  )
  connection.onCodeActionResolve(
    answering.handler('read', (action) => {
      const resolved = withEdit(action, serving)
      if (resolved !== undefined) return resolved
      throw new ResponseError(LSPErrorCodes.RequestFailed, notPossible)
    }),
  )
  return { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind], resolveProvider: true } }
}

function fixActions(
  file: Asked,
  { range, context, textDocument: { uri } }: CodeActionParams,
  findings: readonly Finding[],
): CodeAction[] {
  if (!isWanted(CodeActionKind.QuickFix, context.only)) return []
  return quickFixes(file, rangeIn(file, range), findings).map(({ title, finding, index, isPreferred }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    isPreferred,
    diagnostics: context.diagnostics.filter((diagnostic) => fingerprintOf(diagnostic) === finding),
    data: { uri, does: 'fix', finding, index } satisfies ActionData,
  }))
}

/** Last of all: to put up with something is the second best. A comment, or what a comment cannot be about: a waiver with an owner. */
function exemptionActions(
  file: Asked,
  { range, context, textDocument: { uri } }: CodeActionParams,
  findings: readonly Finding[],
): CodeAction[] {
  if (!isWanted(CodeActionKind.QuickFix, context.only)) return []
  const found = findingsAt(file, rangeIn(file, range), findings)
  const offer = (title: string, does: 'suppress' | 'waive', finding: string): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: context.diagnostics.filter((diagnostic) => fingerprintOf(diagnostic) === finding),
    data: { uri, does, finding } satisfies ActionData,
  })
  return [
    ...found
      .filter((finding) => suppressFinding(file, finding) !== undefined)
      .map((finding) =>
        offer(`Suppress ${finding.rule} here for three months, with a reason`, 'suppress', finding.fingerprint),
      ),
    ...found
      .filter((finding) => waiveFinding(file, finding) !== undefined)
      .map((finding) => offer(`Waive ${finding.rule} ${waivesIn}`, 'waive', finding.fingerprint)),
  ]
}

function rangeIn({ document }: Asked, { start, end }: CodeActionParams['range']): Range {
  return { start: document.offsetAt(start), end: document.offsetAt(end) }
}

/** Offered only where it is asked for, or stands in a list of everything. */
function fixAllActions(
  { context, textDocument: { uri } }: CodeActionParams,
  findings: readonly Finding[],
): CodeAction[] {
  if (!isWanted(fixAllKind, context.only)) return []
  if (!findings.some(({ fixes }) => fixes.some(({ applicability }) => applicability === 'safe'))) return []
  const title = 'Concord: fix everything that can be fixed safely in this file'
  return [{ title, kind: fixAllKind, data: { uri, does: 'fixAll' } satisfies ActionData }]
}

/** A kind is wanted with every kind below it. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`))
}

function withEdit(action: CodeAction, serving: Serving): CodeAction | undefined {
  const { data, ...rest } = action
  const made = isActionData(data) ? madeOf(data, serving) : undefined
  return made === undefined ? undefined : { ...rest, ...made }
}

type Made = Required<Pick<CodeAction, 'edit'>> & Pick<CodeAction, 'command'>

function madeOf(data: ActionData, serving: Serving): Made | undefined {
  const file = serving.session.openFile(nameOfUri(data.uri))
  if (file === undefined) return undefined
  switch (data.does) {
    case 'waive':
      return waiver(file, data.finding, serving)
    case 'fix':
      return fixed(file, data, serving)
    case 'suppress': {
      const edit = suppression(file, data.finding, serving)
      return edit === undefined ? undefined : { edit }
    }
    case 'fixAll':
      return { edit: workspaceEdit(serving, new Map([[file.name, fixAll(file)]])) }
  }
}

/** The edits of a fix. An editor that can show a place shows what they leave to fill in, which may be far from the finding. */
function fixed(
  file: OpenFile,
  { finding, index }: { readonly finding: string; readonly index: number },
  serving: Serving,
): Made | undefined {
  const { places, client, session } = serving
  const edits = resolveFix(file, finding, index)
  if (edits === undefined) return undefined
  const edit = workspaceEdit(serving, edits)
  if (!client.commands.has(revealPlace)) return { edit }
  for (const [name, changes] of edits) {
    const left = leftToFillIn(changes)
    const text = session.textOf(name)
    if (left === undefined || text === undefined) continue
    const place = { uri: places.uri(name), range: places.rangeIn(applyEdits(text, changes), left) }
    return { edit, command: { title: 'Show what is left to fill in', command: revealPlace, arguments: [place] } }
  }
  return { edit }
}

/** The waiver with a "?" for its owner and reason. An editor that can show a place shows where they are to be filled in. */
function waiver(file: OpenFile, fingerprint: string, serving: Serving): Made | undefined {
  const { places, client } = serving
  const finding = findingCalled(file, fingerprint)
  const made = finding === undefined ? undefined : waiveFinding(file, finding)
  if (made === undefined) return undefined
  const edit = workspaceEdit(serving, new Map([[made.config, made.edits]]))
  if (!client.commands.has(revealPlace)) return { edit }
  const place = { uri: places.uri(made.config), range: places.rangeIn(made.text, made.owner) }
  return { edit, command: { title: 'Show the waiver', command: revealPlace, arguments: [place] } }
}

/** The editor asks for the reason where it can; elsewhere a "?" stands for it, with which the comment suppresses nothing yet. */
function suppression(file: OpenFile, fingerprint: string, serving: Serving): WorkspaceEdit | undefined {
  const finding = findingCalled(file, fingerprint)
  const made = finding === undefined ? undefined : suppressFinding(file, finding)
  if (made === undefined) return undefined
  const { range, before, after } = made
  if (!serving.client.snippetEdits)
    return workspaceEdit(serving, new Map([[file.name, [{ range, text: `${before}?why${after}` }]]]))
  const edit: SnippetTextEdit = {
    range: serving.places.range(file.name, range),
    snippet: { kind: 'snippet', value: `${escaped(before)}\${1:why}${escaped(after)}` },
  }
  const version = serving.session.documents.get(file.name)?.version ?? null
  return { documentChanges: [{ textDocument: { uri: serving.places.uri(file.name), version }, edits: [edit] }] }
}

function isActionData(data: unknown): data is ActionData {
  return typeof data === 'object' && data !== null && 'uri' in data && 'does' in data
}

function fingerprintOf({ data }: Diagnostic): unknown {
  return typeof data === 'object' && data !== null && 'fingerprint' in data ? data.fingerprint : undefined
}
