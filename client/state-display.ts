import { commands, Disposable, workspace } from 'vscode'
import { type ConcordState, concordState } from './concord-state.ts'
import { showConfiguration } from './configuration-item.ts'
import { isEnabled } from './enabled.ts'
import type { LanguageServer } from './language-server.ts'
import { Status } from './status.ts'

/** Keeps up to date what shows Concord's state: the status items while it works, and the context keys that views ask about. */
export function displayState(server: LanguageServer): Disposable {
  let items: { readonly status: Status; readonly all: Disposable } | undefined
  const show = (): void => {
    const state = concordState(isEnabled(), server.state)
    void commands.executeCommand('setContext', 'concord.state', state)
    void commands.executeCommand('setContext', 'concord.policies', server.status?.policies ?? 0)
    if (isQuiet(state)) {
      items?.all.dispose()
      items = undefined
    } else {
      items ??= statusItems(server)
      items.status.show(state)
    }
  }
  show()
  return Disposable.from(
    server.onDidCheck(show),
    server.onDidChangeState(show),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('concord.enable')) show()
    }),
    new Disposable(() => items?.all.dispose()),
  )
}

/** Other people's YAML shall not carry anything of Concord. */
function isQuiet(state: ConcordState): boolean {
  return state === 'off' || state === 'asleep'
}

function statusItems(server: LanguageServer): { readonly status: Status; readonly all: Disposable } {
  const status = new Status(server)
  return { status, all: Disposable.from(status, ...showConfiguration()) }
}
