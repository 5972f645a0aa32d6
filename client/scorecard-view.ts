import { randomUUID } from 'node:crypto'
import { Disposable, Uri, type WebviewView, type WebviewViewProvider, window } from 'vscode'
import { scoreText } from '../server/scorecard/shown-score.ts'
import { scorecardViewId } from './command-ids.ts'
import { fixBarrier } from './fix-barrier.ts'
import type { LanguageServer } from './language-server.ts'
import { placeIn, show } from './places.ts'
import { scorecardMarkup } from './scorecard-markup.ts'
import { scorecardPage } from './scorecard-page.ts'

/** The view of the scores; it asks for them only while somebody can see it. */
export function showScorecard(server: LanguageServer, extension: Uri): Disposable {
  const view = new ScorecardWebview(server, extension)
  return Disposable.from(
    window.registerWebviewViewProvider(scorecardViewId, view),
    server.onDidCheck(() => void view.update()),
    server.onDidChangeState(() => void view.update()),
  )
}

class ScorecardWebview implements WebviewViewProvider {
  readonly #server: LanguageServer
  readonly #programs: Uri
  #view: WebviewView | undefined
  /** Scores are asked for one at a time; what changed meanwhile is asked for afterwards. */
  #asking = false
  #wanted = false

  constructor(server: LanguageServer, extension: Uri) {
    this.#server = server
    this.#programs = Uri.joinPath(extension, 'dist')
  }

  resolveWebviewView(view: WebviewView): void {
    this.#view = view
    const { webview } = view
    const script = webview.asWebviewUri(Uri.joinPath(this.#programs, 'scorecard-view.js'))
    webview.options = { enableScripts: true, localResourceRoots: [this.#programs] }
    webview.onDidReceiveMessage((message: unknown) => void this.#received(message))
    view.onDidChangeVisibility(() => void this.update())
    view.onDidDispose(() => {
      this.#view = undefined
    })
    webview.html = scorecardPage(script.toString(), webview.cspSource, randomUUID().replaceAll('-', ''))
  }

  async update(): Promise<void> {
    this.#wanted = true
    if (this.#asking) return
    this.#asking = true
    try {
      while (this.#wanted && this.#view?.visible === true) {
        this.#wanted = false
        const scores = await this.#server.scorecard().catch(() => undefined)
        if (scores === undefined) continue
        this.#view.description = scores.overall === null ? '' : `${scoreText(scores.overall)} of 100`
        await this.#view.webview.postMessage({ markup: scorecardMarkup(scores) })
      }
    } finally {
      this.#asking = false
    }
  }

  async #received(message: unknown): Promise<void> {
    if (typeof message !== 'object' || message === null || !('does' in message)) return
    if (message.does === 'ready') return this.update()
    const place = placeIn(message)
    if (place === undefined) return
    await show(place)
    if (message.does === 'fix') await fixBarrier(place)
  }
}
