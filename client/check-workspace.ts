import { type CancellationToken, commands, ProgressLocation, window } from 'vscode'
import { barriersViewId } from './command-ids.ts'
import type { LanguageServer } from './language-server.ts'
import type { CheckStatus } from './messages.ts'
import { counted, countWords } from './words.ts'

/** Reads every policy anew, and shows what was found. */
export async function checkWorkspace(server: LanguageServer): Promise<void> {
  const options = { location: ProgressLocation.Notification, title: 'Concord reads the policies', cancellable: true }
  const status = await window.withProgress(options, async (_, cancelled) => {
    await server.restart()
    return server.state === 'running' ? whenReady(server, cancelled) : undefined
  })
  if (status === undefined) return
  await commands.executeCommand(`${barriersViewId}.focus`)
  const { policies, counts } = status
  const found = countWords(counts) || 'no barriers'
  void window.showInformationMessage(
    policies === 0 ? 'Concord found no policies here.' : `${counted(policies, 'policy', 'policies')}: ${found}.`,
  )
}

/** Undefined when it is cancelled, or the server ends before. */
function whenReady(server: LanguageServer, cancelled: CancellationToken): Promise<CheckStatus | undefined> {
  return new Promise((resolve) => {
    const settle = (): void => {
      const { state, status } = server
      const over = cancelled.isCancellationRequested || state === 'failed' || state === 'stopped'
      if (!over && status?.ready !== true) return
      for (const listener of listeners) listener.dispose()
      resolve(over ? undefined : status)
    }
    const listeners = [
      server.onDidCheck(settle),
      server.onDidChangeState(settle),
      cancelled.onCancellationRequested(settle),
    ]
    settle()
  })
}
