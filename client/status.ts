import { type Disposable, LanguageStatusSeverity, languages, window } from 'vscode'
import { barriersViewId, commandIds } from './command-ids.ts'
import type { ConcordState } from './concord-state.ts'
import { documents } from './documents.ts'
import type { LanguageServer } from './language-server.ts'
import type { PolicyScoreView } from './messages.ts'
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
  readonly #listening: Disposable
  #state: ConcordState = 'asleep'
  /** The policies in the document that is being looked at. */
  #here: readonly PolicyScoreView[] = []

  constructor(server: LanguageServer) {
    this.#server = server
    this.#item.name = 'Concord'
    this.#listening = window.onDidChangeActiveTextEditor(() => {
      this.#here = []
      this.show(this.#state)
    })
  }

  show(state: ConcordState): void {
    this.#state = state
    this.#display()
    void this.#ask()
  }

  dispose(): void {
    this.#listening.dispose()
    this.#item.dispose()
  }

  async #ask(): Promise<void> {
    const asked = window.activeTextEditor?.document
    if (asked === undefined || languages.match(documents, asked) === 0) return
    const here = await this.#server.policyScores(asked.uri).catch(() => undefined)
    // Another document, or another answer, is on its way.
    if (here === undefined || window.activeTextEditor?.document !== asked) return
    this.#here = here
    this.#display()
  }

  #display(): void {
    const { text, detail, busy, severity } = statusWords(this.#state, this.#server.status, this.#here)
    this.#item.text = text
    this.#item.detail = detail
    this.#item.busy = busy
    this.#item.severity = severities[severity]
    this.#item.accessibilityInformation = { label: `${text}. ${detail}` }
    this.#item.command =
      this.#state === 'failed'
        ? { command: commandIds.showOutput, title: 'Show Output' }
        : { command: `${barriersViewId}.focus`, title: 'Show Barriers' }
  }
}
