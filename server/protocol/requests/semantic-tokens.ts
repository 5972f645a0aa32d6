import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
} from 'vscode-languageserver'
import { tokenModifiers, tokenTypes } from '../../features/semantic-token.ts'
import { semanticTokens } from '../../features/semantic-tokens.ts'
import type { Range } from '../../language/range.ts'
import type { Asked } from '../answering.ts'
import type { OpenDocument } from '../open-document.ts'
import type { Requests } from '../serving.ts'

export const semanticTokenRequests: Requests = ({ connection, answering }) => {
  const { semanticTokens: tokens } = connection.languages
  /** What was sent last of each document that is open. */
  const sent = new WeakMap<OpenDocument, SemanticTokensBuilder>()
  const whole = answering.inDocument('known', (file): SemanticTokens => {
    const builder = new SemanticTokensBuilder()
    sent.set(file.document, builder)
    pushTokens(builder, file)
    return builder.build()
  })
  const changes = answering.inDocument(
    'known',
    (file, { previousResultId }: SemanticTokensDeltaParams): SemanticTokens | SemanticTokensDelta => {
      const builder = sent.get(file.document) ?? new SemanticTokensBuilder()
      sent.set(file.document, builder)
      builder.previousResult(previousResultId)
      pushTokens(builder, file)
      return builder.buildEdits()
    },
  )
  tokens.on(whole as Parameters<typeof tokens.on>[0])
  tokens.onDelta(changes as Parameters<typeof tokens.onDelta>[0])
  tokens.onRange(
    answering.inDocument('known', (file, { range }) => {
      const { document } = file
      const builder = new SemanticTokensBuilder()
      pushTokens(builder, file, { start: document.offsetAt(range.start), end: document.offsetAt(range.end) })
      return builder.build()
    }) as Parameters<typeof tokens.onRange>[0],
  )
  const legend = { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] }
  return { semanticTokensProvider: { legend, full: { delta: true }, range: true } }
}

function pushTokens(builder: SemanticTokensBuilder, file: Asked, within?: Range): void {
  for (const { range, type, isDeclaration } of semanticTokens(file, within)) {
    const start = file.document.positionAt(range.start)
    const end = file.document.positionAt(range.end)
    builder.push(
      start.line,
      start.character,
      end.character - start.character,
      tokenTypes.indexOf(type),
      isDeclaration ? 1 : 0,
    )
  }
}
