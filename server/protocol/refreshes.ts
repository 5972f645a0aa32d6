import type { Serving } from './serving.ts'

/** Ways to have the client ask again for what it shows, where it can be told to. */
export interface Refreshes {
  readonly diagnostics: () => void
  /** After a check: what is drawn into a document depends on others, too. */
  readonly afterCheck: () => void
  /** After something was set anew. */
  readonly all: () => void
}

export function refreshes({ connection, client, session, answering }: Serving): Refreshes {
  const { refreshes: can } = client
  const ask = (isAble: boolean, refresh: () => Promise<void>): void => {
    if (isAble) refresh().catch((error) => answering.fault(error))
  }
  const drawn = (): void => {
    ask(can.codeLens, () => connection.sendRequest('workspace/codeLens/refresh'))
    ask(can.inlayHints, () => connection.languages.inlayHint.refresh())
    ask(can.semanticTokens, async () => connection.languages.semanticTokens.refresh())
  }
  const diagnostics = (): void => ask(can.diagnostics, () => connection.languages.diagnostics.refresh())
  return {
    diagnostics,
    afterCheck: () => {
      // A single open document is asked about anyway when it is edited.
      if (session.documents.size > 1 || session.changedOutside) drawn()
      session.changedOutside = false
    },
    all: () => {
      drawn()
      diagnostics()
    },
  }
}
