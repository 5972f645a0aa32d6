import type { LogOutputChannel } from 'vscode'
import type { LanguageClientOptions } from 'vscode-languageclient/node'
import { commandIds } from './command-ids.ts'
import { documents } from './documents.ts'
import { withOpenableLinks } from './hover-links.ts'
import type { InitializationOptions } from './messages.ts'
import { rulePagePath, rulePageScheme } from './rule-page.ts'
import { withoutDoubles } from './yaml-checkers.ts'

/** `revealOutputChannelOn` has a value of this number for never; the enumeration itself would load the whole client. */
const never = 4

/** What the client tells the server about itself, and what it does with the server's answers. */
export function clientOptions(log: LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    rulePageUri: `${rulePageScheme}:/${rulePagePath('{rule}')}`,
    commands: [
      commandIds.openRulePage,
      commandIds.showReferences,
      commandIds.revealBarrier,
      // After a key has been chosen, its values are offered at once.
      'editor.action.triggerSuggest',
    ],
  }
  return {
    documentSelector: documents,
    outputChannel: log,
    revealOutputChannelOn: never,
    initializationOptions,
    markdown: { isTrusted: { enabledCommands: [commandIds.openRulePage] } },
    middleware: {
      provideHover: async (document, position, token, next) => withOpenableLinks(await next(document, position, token)),
      handleDiagnostics: (uri, diagnostics, next) => next(uri, withoutDoubles(uri, diagnostics)),
      provideDiagnostics: async (document, previous, token, next) => {
        const report = await next(document, previous, token)
        if (report === undefined || report === null || !('items' in report)) return report
        return { ...report, items: withoutDoubles('uri' in document ? document.uri : document, report.items) }
      },
    },
  }
}
