import { type Disposable, EventEmitter, type LogOutputChannel, Uri } from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import { clientOptions } from './client-options.ts'
import {
  type Barriers,
  barriersRequest,
  type CheckStatus,
  didCheck,
  type PolicyScoreView,
  policyScoresRequest,
  type ScorecardView,
  scorecardRequest,
  statusRequest,
} from './messages.ts'

export type ServerState = 'stopped' | 'starting' | 'running' | 'failed'

/** The language server: a process of its own, started when it is needed. */
export class LanguageServer implements Disposable {
  readonly #module: string
  readonly #log: LogOutputChannel
  readonly #changed = new EventEmitter<ServerState>()
  readonly #checked = new EventEmitter<CheckStatus>()
  #client: LanguageClient | undefined
  #state: ServerState = 'stopped'
  #status: CheckStatus | undefined
  /** Starting and stopping take turns. */
  #turn: Promise<void> = Promise.resolve()

  readonly onDidChangeState = this.#changed.event
  readonly onDidCheck = this.#checked.event

  constructor(extension: Uri, log: LogOutputChannel) {
    this.#module = Uri.joinPath(extension, 'dist', 'server.cjs').fsPath
    this.#log = log
  }

  get state(): ServerState {
    return this.#state
  }

  /** What the last check said; undefined before the first one. */
  get status(): CheckStatus | undefined {
    return this.#status
  }

  /** Resolves when it runs or has failed; `state` tells which. */
  start(): Promise<void> {
    return this.#next(() => this.#start())
  }

  stop(): Promise<void> {
    return this.#next(() => this.#stop())
  }

  restart(): Promise<void> {
    return this.#next(async () => {
      await this.#stop()
      await this.#start()
    })
  }

  /** Resolves when it runs, whoever starts it. */
  whenRunning(): Promise<void> {
    if (this.#state === 'running') return Promise.resolve()
    return new Promise((resolve) => {
      const listener = this.onDidChangeState((state) => {
        if (state !== 'running') return
        listener.dispose()
        resolve()
      })
    })
  }

  /** Undefined while no server runs. */
  async barriers(): Promise<Barriers | undefined> {
    return this.#client?.isRunning() ? this.#client.sendRequest<Barriers>(barriersRequest, {}) : undefined
  }

  /** Undefined while no server runs. */
  async scorecard(): Promise<ScorecardView | undefined> {
    return this.#client?.isRunning() ? this.#client.sendRequest<ScorecardView>(scorecardRequest, {}) : undefined
  }

  /** The score of each policy in a document. None while no server runs, and in a document that it does not judge. */
  async policyScores(uri: Uri): Promise<readonly PolicyScoreView[]> {
    const params = { textDocument: { uri: uri.toString() } }
    if (!this.#client?.isRunning()) return []
    return (await this.#client.sendRequest<readonly PolicyScoreView[] | null>(policyScoresRequest, params)) ?? []
  }

  dispose(): void {
    void this.stop()
    this.#changed.dispose()
    this.#checked.dispose()
  }

  #next(step: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(step)
    return this.#turn
  }

  async #start(): Promise<void> {
    if (this.#client !== undefined) return
    this.#enter('starting')
    try {
      // Loaded only now: most windows with YAML in them never need it.
      const { LanguageClient, State, TransportKind } = await import('vscode-languageclient/node')
      const server = { module: this.#module, transport: TransportKind.ipc }
      const client = new LanguageClient('concord', 'Concord', server, clientOptions(this.#log))
      this.#client = client
      client.onNotification(didCheck, (status: CheckStatus) => this.#accept(client, status))
      // A server that has crashed is started again by the client itself, a few times.
      client.onDidChangeState(({ newState }) => {
        if (this.#client !== client) return
        if (newState !== State.Running) this.#status = undefined
        this.#enter(newState === State.Running ? 'running' : newState === State.Starting ? 'starting' : 'failed')
      })
      await client.start()
      this.#accept(client, await client.sendRequest<CheckStatus>(statusRequest, {}))
    } catch (error) {
      this.#log.error('The language server did not start.', error)
      await this.#end()
      this.#enter('failed')
    }
  }

  async #stop(): Promise<void> {
    await this.#end()
    this.#enter('stopped')
  }

  async #end(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    this.#status = undefined
    try {
      await client?.dispose()
    } catch (error) {
      this.#log.warn('The language server did not end by itself.', error)
    }
  }

  #accept(client: LanguageClient, status: CheckStatus): void {
    if (this.#client !== client) return
    this.#status = status
    this.#checked.fire(status)
  }

  #enter(state: ServerState): void {
    if (this.#state === state) return
    this.#state = state
    this.#changed.fire(state)
  }
}
