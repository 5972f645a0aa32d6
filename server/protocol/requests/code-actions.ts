import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { Finding } from '../../checker/finding.ts'
import { fixAll } from '../../features/fix-all.ts'
import { quickFixes, resolveFix } from '../../features/quick-fixes.ts'
import type { Asked } from '../answering.ts'
import type { Requests, Serving } from '../serving.ts'
import { nameOfUri } from '../uris.ts'
import { workspaceEdit } from '../workspace-edits.ts'

const fixAllKind = `${CodeActionKind.SourceFixAll}.concord`

/** What an action needs to be made when somebody chooses it. */
type ActionData =
  | { readonly uri: string; readonly does: 'fix'; readonly finding: string; readonly index: number }
  | { readonly uri: string; readonly does: 'fixAll' }

export const codeActionRequests: Requests = (serving) => {
  const { connection, answering, client } = serving
  connection.onCodeAction(
    answering.inDocument('everything', (file, params): CodeAction[] => {
      const findings = file.company.checker.findingsByFile().get(file.name) ?? []
      const actions = [...fixActions(file, params, findings), ...fixAllActions(params, findings)]
      return client.lazyCodeActions ? actions : actions.flatMap((action) => withEdit(action, serving) ?? [])
    }),
  )
  connection.onCodeActionResolve(
    answering.handler('everything', (action) => {
      const resolved = withEdit(action, serving)
      if (resolved !== undefined) return resolved
      throw new ResponseError(LSPErrorCodes.RequestFailed, 'This fix does not fit the text any more.')
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
  const at = { start: file.document.offsetAt(range.start), end: file.document.offsetAt(range.end) }
  return quickFixes(file, at, findings).map(({ title, finding, index, isPreferred }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    isPreferred,
    diagnostics: context.diagnostics.filter((diagnostic) => fingerprintOf(diagnostic) === finding),
    data: { uri, does: 'fix', finding, index } satisfies ActionData,
  }))
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
  const edit = isActionData(data) ? editOf(data, serving) : undefined
  return edit === undefined ? undefined : { ...rest, edit }
}

function editOf(data: ActionData, serving: Serving): WorkspaceEdit | undefined {
  const file = serving.session.openFile(nameOfUri(data.uri))
  if (file === undefined) return undefined
  if (data.does === 'fixAll') return workspaceEdit(serving, new Map([[file.name, fixAll(file)]]))
  const edits = resolveFix(file.company, data.finding, data.index)
  return edits === undefined ? undefined : workspaceEdit(serving, edits)
}

function isActionData(data: unknown): data is ActionData {
  return typeof data === 'object' && data !== null && 'uri' in data && 'does' in data
}

function fingerprintOf({ data }: Diagnostic): unknown {
  return typeof data === 'object' && data !== null && 'fingerprint' in data ? data.fingerprint : undefined
}
