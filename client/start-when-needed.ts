import { Disposable, type LogOutputChannel, workspace } from 'vscode'
import { isEnabled } from './enabled.ts'
import type { LanguageServer } from './language-server.ts'
import { waitForPolicies } from './waiting.ts'

/** Starts the server when the first policy shows up, unless the settings say no, and follows when they change. */
export function startWhenNeeded(server: LanguageServer, log: LogOutputChannel): Disposable {
  let waiting: Disposable | undefined
  const follow = (): void => {
    if (!isEnabled()) {
      waiting?.dispose()
      waiting = undefined
      if (server.state !== 'stopped') void server.stop()
    } else if (server.state === 'stopped') {
      waiting?.dispose()
      waiting = waitForPolicies((file) => {
        log.info(`Starts because of ${workspace.asRelativePath(file)}.`)
        void server.start()
      })
    }
  }
  const settings = workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration('concord.enable')) follow()
  })
  follow()
  return Disposable.from(settings, new Disposable(() => waiting?.dispose()))
}
