import type { Connection, ServerCapabilities } from 'vscode-languageserver'
import type { Answering } from './answering.ts'
import type { ClientAbilities } from './client-abilities.ts'
import type { ClientSettings } from './client-settings.ts'
import type { Places } from './places.ts'
import type { Session } from './session.ts'

/** What requests are answered with. */
export interface Serving {
  readonly connection: Connection
  readonly session: Session
  readonly answering: Answering
  readonly places: Places
  readonly client: ClientAbilities
  readonly settings: ClientSettings
}

/** Registers the handlers of a group of requests, and says what the server can do because of them. */
export type Requests = (serving: Serving) => Partial<ServerCapabilities>
