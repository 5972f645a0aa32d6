import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver'
import type { ClientAbilities } from './client-abilities.ts'
import type { ReadingProgress } from './session.ts'

/** Fewer files are read before anybody could see it. */
const worthShowing = 50

/** Shows how far the reading of policies has come. */
export class IndexProgress implements ReadingProgress {
  readonly #connection: Connection
  readonly #canShow: boolean
  #reporter: Promise<WorkDoneProgressServerReporter> | undefined
  #percent = 0

  constructor(connection: Connection, client: Pick<ClientAbilities, 'progress'>) {
    this.#connection = connection
    this.#canShow = client.progress
  }

  begin(files: number): void {
    if (!this.#canShow || files < worthShowing) return
    this.#percent = 0
    this.#reporter = this.#connection.window.createWorkDoneProgress().then((reporter) => {
      reporter.begin('Concord: reading policies', 0, `${files.toLocaleString('en')} files`)
      return reporter
    })
  }

  step(done: number, all: number): void {
    const percent = Math.min(Math.floor((100 * done) / all), 100)
    if (this.#reporter === undefined || percent === this.#percent) return
    this.#percent = percent
    this.#tell((reporter) => reporter.report(percent))
  }

  end(): void {
    this.#tell((reporter) => reporter.done())
    this.#reporter = undefined
  }

  /** A client that does not want progress after all misses nothing else. */
  #tell(say: (reporter: WorkDoneProgressServerReporter) => void): void {
    this.#reporter?.then(say, () => {})
  }
}
