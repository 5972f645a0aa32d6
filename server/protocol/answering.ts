import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import type { OpenFile } from '../features/place.ts'
import type { OpenDocument } from './open-document.ts'
import type { Session } from './session.ts'
import { nameOfUri } from './uris.ts'

/**
 * What an answer must wait for. `text`: nothing but the document itself. `known`: the rest of the company too, except while that is
 * being read for the first time. `read`: the rest of the company; findings are then made for the files that are asked about.
 * `judged`: the findings of all files.
 */
export type Needs = 'text' | 'known' | 'read' | 'judged'

interface OfDocument {
  readonly textDocument: { readonly uri: string }
}

/** Everything that the answer to a request about a document can use. */
export interface Asked extends OpenFile {
  readonly document: OpenDocument
}

/** Answers requests: in order, about the text as it was when they were asked, and never in silence. */
export class Answering {
  readonly #session: Session
  readonly #connection: Connection

  constructor(session: Session, connection: Connection) {
    this.#session = session
    this.#connection = connection
  }

  /** A handler for requests about one document; null where it is not to be judged, such as one that a configuration ignores. */
  inDocument<Params extends OfDocument, Answer>(
    needs: Needs,
    respond: (file: Asked, params: Params) => Answer | null,
  ): (params: Params, token: CancellationToken) => Promise<Answer | null> {
    return this.handler(needs, (params) => {
      const name = nameOfUri(params.textDocument.uri)
      const file = this.#session.openFile(name)
      const document = this.#session.documents.get(name)
      return file === undefined || document === undefined ? null : respond({ ...file, document }, params)
    })
  }

  /** A handler for any request. What it throws is logged and becomes the answer. */
  handler<Params, Answer>(
    needs: Needs,
    respond: (params: Params, token: CancellationToken) => Answer | Promise<Answer>,
  ): (params: Params, token: CancellationToken) => Promise<Answer> {
    return async (params, token) => {
      this.#session.slices.messageCame()
      if (token.isCancellationRequested) throw cancelled()
      const asked = this.#documentOf(params)
      const version = asked?.version
      if (needs === 'judged') await this.#ready('judged', token)
      else if (needs === 'read' || (needs === 'known' && this.#session.wasRead)) await this.#ready('read', token)
      if (asked !== undefined && (asked !== this.#documentOf(params) || asked.version !== version))
        throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed since this was asked.')
      try {
        return await respond(params, token)
      } catch (error) {
        if (!(error instanceof ResponseError)) this.fault(error)
        throw error
      }
    }
  }

  /** Says in the log what must not happen. */
  fault(error: unknown): void {
    this.#connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }

  async #ready(needs: 'read' | 'judged', token: CancellationToken): Promise<void> {
    const session = this.#session
    if (needs === 'read' ? session.isRead : session.isJudged) return
    await new Promise<void>((resolve, reject) => {
      const listener = token.onCancellationRequested(() => reject(cancelled()))
      const ready = needs === 'read' ? session.read() : session.judged()
      ready.then(resolve, reject).finally(() => listener.dispose())
    })
  }

  #documentOf(params: unknown): OpenDocument | undefined {
    return isOfDocument(params) ? this.#session.documents.get(nameOfUri(params.textDocument.uri)) : undefined
  }
}

export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.')
}

function isOfDocument(params: unknown): params is OfDocument {
  if (typeof params !== 'object' || params === null || !('textDocument' in params)) return false
  const { textDocument } = params
  return typeof textDocument === 'object' && textDocument !== null && 'uri' in textDocument
}
