import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import manifest from '../../package.json' with { type: 'json' }
import { Answering } from './answering.ts'
import { barriers } from './barriers.ts'
import { abilitiesOf } from './client-abilities.ts'
import { ClientSettings } from './client-settings.ts'
import { Diagnostics } from './diagnostics.ts'
import type { Host } from './host.ts'
import { IndexProgress } from './index-progress.ts'
import { LastCommits } from './last-commits.ts'
import { Places } from './places.ts'
import { PullDiagnostics } from './pull-diagnostics.ts'
import { PushDiagnostics } from './push-diagnostics.ts'
import { refreshes } from './refreshes.ts'
import { codeActionRequests } from './requests/code-actions.ts'
import { codeLensRequests } from './requests/code-lens.ts'
import { completionRequests } from './requests/completion.ts'
import { hoverRequests } from './requests/hover.ts'
import { inlayHintRequests } from './requests/inlay-hints.ts'
import { navigationRequests } from './requests/navigation.ts'
import { renameRequests } from './requests/rename.ts'
import { semanticTokenRequests } from './requests/semantic-tokens.ts'
import { structureRequests } from './requests/structure.ts'
import { symbolRequests } from './requests/symbols.ts'
import { policyScoresIn, scorecardView } from './scorecard.ts'
import type { Requests, Serving } from './serving.ts'
import { Session } from './session.ts'
import { statusOf } from './status.ts'
import { nameOfUri } from './uris.ts'
import { Watching } from './watching.ts'
import { WorkspaceFolders } from './workspace-folders.ts'

/** What the server answers beside diagnostics. */
const requests: readonly Requests[] = [
  completionRequests,
  hoverRequests,
  navigationRequests,
  renameRequests,
  symbolRequests,
  structureRequests,
  semanticTokenRequests,
  codeActionRequests,
  codeLensRequests,
  inlayHintRequests,
]

/** Serves one client on a connection, until it says goodbye. */
export function serve(connection: Connection, host: Host): void {
  connection.onInitialize((params) => initialize(params, connection, host))
  connection.listen()
}

function initialize(params: InitializeParams, connection: Connection, host: Host): InitializeResult {
  const client = abilitiesOf(params)
  const session = new Session(host, client.encoding)
  const answering = new Answering(session, connection)
  const places = new Places(session, client.encoding)
  const settings = new ClientSettings(connection, client)
  const serving: Serving = { connection, session, answering, places, client, settings }
  const folders = new WorkspaceFolders(serving, params)
  const lastCommits = new LastCommits(session, host)
  const watching = new Watching(session, connection, client, lastCommits)
  const diagnostics = new Diagnostics(session, places, client)
  const push = client.pullsDiagnostics ? undefined : new PushDiagnostics(session, diagnostics, places, connection)
  const pull = new PullDiagnostics(session, diagnostics, places, connection)
  const refresh = refreshes(serving)
  session.onFault = (error) => answering.fault(error)
  session.progress = new IndexProgress(connection, client)

  pull.serve(answering)
  pull.onStale = refresh.diagnostics
  syncDocuments(connection, session)
  connection.onDidChangeWatchedFiles(({ changes }) => watching.changed(changes))
  connection.onDidChangeConfiguration(({ settings: given }) => {
    settings.take(given)
    void folders.look().then(refresh.all)
  })
  connection.onRequest(
    'concord/status',
    answering.handler('text', () => statusOf(session)),
  )
  connection.onRequest(
    'concord/barriers',
    answering.handler('judged', ({ uri }: { readonly uri?: string }) =>
      barriers(session, places, uri === undefined ? undefined : nameOfUri(uri)),
    ),
  )
  connection.onRequest(
    'concord/scorecard',
    answering.handler('judged', () => {
      lastCommits.look()
      return scorecardView(session, places, lastCommits)
    }),
  )
  connection.onRequest(
    'concord/policyScores',
    answering.inDocument('read', (file) => policyScoresIn(file)),
  )

  let said = ''
  const sayStatus = (): void => {
    const status = statusOf(session)
    const text = JSON.stringify(status)
    if (text === said) return
    said = text
    void connection.sendNotification('concord/didCheck', status)
  }
  lastCommits.onChange = () => {
    session.judgings++
    watching.checked()
    sayStatus()
  }
  session.onIdle = () => {
    push?.checked()
    pull.checked()
    refresh.afterCheck()
    watching.checked()
    sayStatus()
  }

  connection.onInitialized(() => {
    const start = async (): Promise<void> => {
      sayStatus()
      folders.listen()
      await Promise.all([watching.register(), settings.register()])
      await folders.look()
      await session.judged()
      session.onIdle()
    }
    start().catch(session.onFault)
  })
  connection.onShutdown(async () => {
    await pull.end()
    lastCommits.end()
    session.end()
  })

  const capabilities: ServerCapabilities = {
    positionEncoding: client.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(client.pullsDiagnostics
      ? { diagnosticProvider: { identifier: 'concord', interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
  }
  for (const register of requests) Object.assign(capabilities, register(serving))
  return { capabilities, serverInfo: { name: 'concord', version: manifest.version } }
}

function syncDocuments(connection: Connection, session: Session): void {
  connection.onDidOpenTextDocument(({ textDocument }) => session.open(textDocument))
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) =>
    session.change(nameOfUri(uri), contentChanges, version),
  )
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => session.save(nameOfUri(uri)))
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => session.close(nameOfUri(uri)))
}
