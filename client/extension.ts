import { type ExtensionContext, window, workspace } from 'vscode'
import { type BarrierNode, barrierTree } from './barrier-tree.ts'
import { showBarriers } from './barriers-view.ts'
import { registerCommands } from './commands.ts'
import { type ConcordState, concordState } from './concord-state.ts'
import { isEnabled } from './enabled.ts'
import { LanguageServer } from './language-server.ts'
import { rulePageScheme } from './rule-page.ts'
import { RulePageFiles } from './rule-page-files.ts'
import { RulePageStore } from './rule-page-store.ts'
import { showScorecard } from './scorecard-view.ts'
import { startWhenNeeded } from './start-when-needed.ts'
import { displayState } from './state-display.ts'

/** What the extension tells other extensions, and its own tests. */
export interface Concord {
  state(): ConcordState
  /** Resolves when the server runs. */
  whenRunning(): Promise<void>
  /** The rows of the tree of barriers; none while no server runs. */
  barriers(): Promise<readonly BarrierNode[]>
}

let running: LanguageServer | undefined

export function activate({ extensionUri, subscriptions }: ExtensionContext): Concord {
  const log = window.createOutputChannel('Concord', { log: true })
  const pages = new RulePageStore(extensionUri)
  const server = new LanguageServer(extensionUri, log)
  const asFiles = { isCaseSensitive: true, isReadonly: true }
  running = server
  subscriptions.push(
    log,
    server,
    workspace.registerFileSystemProvider(rulePageScheme, new RulePageFiles(pages), asFiles),
    ...registerCommands(server, pages, log),
    ...showBarriers(server),
    showScorecard(server, extensionUri),
    displayState(server),
    startWhenNeeded(server, log),
  )
  return {
    state: () => concordState(isEnabled(), server.state),
    whenRunning: () => server.whenRunning(),
    barriers: async () => barrierTree((await server.barriers()) ?? { components: [] }),
  }
}

/** VS Code waits for the server to end. */
export function deactivate(): Promise<void> | undefined {
  return running?.stop()
}
