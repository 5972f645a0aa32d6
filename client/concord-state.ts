import type { ServerState } from './language-server.ts'

/** `off`: by the settings; `asleep`: no policy has been seen yet. */
export type ConcordState = 'off' | 'asleep' | 'starting' | 'running' | 'failed'

/** What Concord is doing, as one word. */
export function concordState(enabled: boolean, server: ServerState): ConcordState {
  if (!enabled) return 'off'
  return server === 'stopped' ? 'asleep' : server
}
