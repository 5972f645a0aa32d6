import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver'
import type { ClientAbilities } from './client-abilities.ts'

/** What a user can set in the editor. */
export interface Settings {
  readonly enable: boolean
  readonly codeLens: boolean
  readonly inlayHints: boolean
}

const defaults: Settings = { enable: true, codeLens: true, inlayHints: true }

/** The section of a client's settings that is Concord's. */
const section = 'concord'

/** The settings of the editor: asked for where the client answers, else as it sends them. */
export class ClientSettings {
  readonly #connection: Connection
  readonly #client: Pick<ClientAbilities, 'configuration' | 'registersConfiguration'>
  #general: Settings = defaults
  /** As they were sent, by clients that cannot be asked. */
  #sent: Settings = defaults

  constructor(connection: Connection, client: Pick<ClientAbilities, 'configuration' | 'registersConfiguration'>) {
    this.#connection = connection
    this.#client = client
  }

  /** For the whole window. */
  get general(): Settings {
    return this.#general
  }

  /** Has the client say when something was set anew. */
  async register(): Promise<void> {
    if (this.#client.registersConfiguration)
      await this.#connection.client.register(DidChangeConfigurationNotification.type, { section })
  }

  /** Takes over what a client sent: its whole settings, or Concord's section of them. */
  take(settings: unknown): void {
    if (typeof settings !== 'object' || settings === null) return
    this.#sent = settingsIn(section in settings ? settings[section as keyof typeof settings] : settings)
    if (!this.#client.configuration) this.#general = this.#sent
  }

  /** Whether Concord is on in each of the folders, by their URIs. */
  async enabledIn(uris: readonly string[]): Promise<readonly boolean[]> {
    if (!this.#client.configuration) return uris.map(() => this.#sent.enable)
    const items = [{ section }, ...uris.map((scopeUri) => ({ scopeUri, section }))]
    const [general, ...own] = (await this.#connection.workspace.getConfiguration(items)) as unknown[]
    this.#general = settingsIn(general)
    return uris.map((_, index) => settingsIn(own[index]).enable)
  }
}

function settingsIn(given: unknown): Settings {
  return {
    enable: flag(given, 'enable'),
    codeLens: flag(partOf(given, 'codeLens'), 'enable'),
    inlayHints: flag(partOf(given, 'inlayHints'), 'enable'),
  }
}

function flag(given: unknown, name: string): boolean {
  return partOf(given, name) !== false
}

function partOf(given: unknown, name: string): unknown {
  return Object.entries(given ?? {}).find(([key]) => key === name)?.[1]
}
