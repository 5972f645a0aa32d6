import { type SemanticTokens, SemanticTokensBuilder } from 'vscode-languageserver'
import { tokenModifiers, tokenTypes } from '../../features/semantic-token.ts'
import { semanticTokens } from '../../features/semantic-tokens.ts'
import type { Range } from '../../language/range.ts'
import type { Asked } from '../answering.ts'
import type { Requests } from '../serving.ts'

export const semanticTokenRequests: Requests = ({ connection, answering }) => {
  const { semanticTokens: tokens } = connection.languages
  tokens.on(answering.inDocument('known', (file) => encoded(file)) as Parameters<typeof tokens.on>[0])
  tokens.onRange(
    answering.inDocument('known', (file, { range }) => {
      const { document } = file
      return encoded(file, { start: document.offsetAt(range.start), end: document.offsetAt(range.end) })
    }) as Parameters<typeof tokens.onRange>[0],
  )
  const legend = { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] }
  return { semanticTokensProvider: { legend, full: true, range: true } }
}

function encoded(file: Asked, within?: Range): SemanticTokens {
  const builder = new SemanticTokensBuilder()
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
  return builder.build()
}
