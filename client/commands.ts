import { commands, type Disposable, type LogOutputChannel } from 'vscode'
import { checkWorkspace } from './check-workspace.ts'
import { commandIds } from './command-ids.ts'
import type { LanguageServer } from './language-server.ts'
import type { Location, Position } from './messages.ts'
import { openRulePage } from './open-rule-page.ts'
import { placeIn, show, showReferences } from './places.ts'
import type { RulePageStore } from './rule-page-store.ts'

/** What a user can ask of Concord by name. */
export function registerCommands(server: LanguageServer, pages: RulePageStore, log: LogOutputChannel): Disposable[] {
  const { registerCommand } = commands
  return [
    registerCommand(commandIds.checkWorkspace, () => checkWorkspace(server)),
    registerCommand(commandIds.fixAll, fixAll),
    registerCommand(commandIds.openRulePage, (rule: unknown) => openRulePage(pages, rule)),
    registerCommand(commandIds.restart, () => server.restart()),
    registerCommand(commandIds.showOutput, () => log.show()),
    registerCommand(commandIds.revealBarrier, async (given: unknown) => {
      const place = placeIn(given)
      if (place !== undefined) await show(place)
    }),
    registerCommand(commandIds.showReferences, (uri: string, position: Position, locations: readonly Location[]) =>
      showReferences(uri, position, locations),
    ),
  ]
}

/** The fixes that leave the meaning as it is, in the file that is being edited. */
function fixAll(): Thenable<void> {
  return commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.concord', apply: 'first' })
}
