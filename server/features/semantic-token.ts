import type { Range } from '../language/range.ts'

/** The types of tokens, in the words of the language server protocol, so that every theme has a colour for them. */
export const tokenTypes = [
  'keyword',
  'namespace',
  'type',
  'class',
  'interface',
  'function',
  'variable',
  'enumMember',
  'macro',
  'parameter',
  'string',
  'number',
] as const
export type TokenType = (typeof tokenTypes)[number]

/** A stretch of one line, and what it means. */
export interface SemanticToken {
  readonly range: Range
  readonly type: TokenType
  /** Whether a name is declared here. */
  readonly isDeclaration: boolean
}

export const tokenModifiers = ['declaration'] as const

/** Where names of a sort get another colour than most. Roles act, units and partners are made of them, bodies are what they meet in. */
const typeOfSort: Readonly<Record<string, TokenType>> = {
  PartnerAgreement: 'namespace',
  role: 'type',
  'partner-role': 'type',
  unit: 'class',
  partner: 'class',
  stakeholder: 'class',
  body: 'interface',
  'joint-body': 'interface',
  decision: 'function',
  'joint-decision': 'function',
}

/** The colour of a sort of names; names of the same sort have the same where they are declared and where they are used. */
export function tokenTypeOf(sort: string): TokenType {
  return typeOfSort[sort.replace(/^own-/, '')] ?? 'variable'
}
