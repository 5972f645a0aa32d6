import { type Disposable, LanguageStatusSeverity, languages } from 'vscode'
import { barriersViewId, commandIds } from './command-ids.ts'
import type { ConcordState } from './concord-state.ts'
import { documents } from './documents.ts'
import type { LanguageServer } from './language-server.ts'
import { statusWords } from './status-words.ts'

const severities = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
}

/** The item beside the language of a YAML file. */
export class Status implements Disposable {
  readonly #server: LanguageServer
  readonly #item = languages.createLanguageStatusItem('concord.status', documents)

  constructor(server: LanguageServer) {
    this.#server = server
    this.#item.name = 'Concord'
  }

  show(state: ConcordState): void {
    const { text, detail, busy, severity } = statusWords(state, this.#server.status)
    this.#item.text = text
    this.#item.detail = detail
    this.#item.busy = busy
    this.#item.severity = severities[severity]
    this.#item.accessibilityInformation = { label: `${text}. ${detail}` }
    this.#item.command =
      state === 'failed'
        ? { command: commandIds.showOutput, title: 'Show Output' }
        : { command: `${barriersViewId}.focus`, title: 'Show Barriers' }
  }

  dispose(): void {
    this.#item.dispose()
  }
}
