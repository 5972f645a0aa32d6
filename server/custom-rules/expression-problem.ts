import { nearest } from '../language/did-you-mean.ts'
import type { Range } from '../language/range.ts'
import { type Node, partsOf, typeOf } from './cel.ts'
import { type TypeFields, typeInWords } from './policy-types.ts'
import type { CheckedVocabulary } from './vocabulary.ts'

/** What is wrong with an expression, at its place within it. */
export interface ExpressionProblem {
  readonly message: string
  readonly range: Range
}

/** What the library found wrong, in words that say what was probably meant. */
export function problemOf(error: unknown, text: string, vocabulary: CheckedVocabulary): ExpressionProblem {
  const { code, summary, range, node } = partsOfError(error)
  const at = range ?? { start: 0, end: text.length }
  const written = text.slice(at.start, at.end)
  return { range: at.end > at.start ? at : { start: at.start, end: at.start + 1 }, message: inWords().trim() }

  function inWords(): string {
    switch (code) {
      case 'unknown_variable':
        return `There is nothing called "${written}" here. ${meant(written, vocabulary.names)}`
      case 'no_such_key': {
        const owner = node === undefined ? undefined : partsOf(node)[0]
        const fields = owner === undefined ? [] : Object.keys(vocabulary.fields.get(typeOf(owner)) ?? {})
        return `"${written}" is no field of ${owner === undefined ? 'this' : `"${text.slice(owner.start, owner.end)}"`}. ${meant(written, fields)}`
      }
      case 'no_such_overload': {
        const [, left = '', sign = '', right = ''] =
          /overload: (.+) (==|!=|<=|>=|[-+*/%<>]|in) (.+)$/.exec(summary) ??
          /overload: ()([-!])(.+)$/.exec(summary) ??
          []
        if (sign === '') return `${summary}.`
        const both = left === '' ? typeInWords(right) : `${typeInWords(left)} and ${typeInWords(right)}`
        return `"${sign}" does not go with ${both}.`
      }
      case 'no_matching_overload': {
        const name = /for '(?:.*\.)?(\w+)\(/.exec(summary)?.[1] ?? ''
        const calls = vocabulary.env.getDefinitions().functions.filter((each) => each.name === name)
        if (calls.length === 0) return `There is no function "${name}". ${meant(name, callable(vocabulary))}`
        const ways = [...new Set(calls.map(({ signature }) => shortened(signature)))].slice(0, 4)
        return `"${name}" cannot be called like this. It is called ${ways.join(' or ')}.`
      }
      case 'limit_exceeded':
        return `This expression is too large or too deep: ${summary}.`
      case 'unexpected_token':
      case 'expected_token':
        return at.start >= text.length
          ? 'The expression ends too early: something is missing.'
          : `This cannot stand here: ${summary}.`
      default:
        return `${summary.replace(/\.$/, '')}.`
    }
  }
}

function callable({ env }: CheckedVocabulary): readonly string[] {
  return [...new Set(env.getDefinitions().functions.map(({ name }) => name))]
}

function meant(written: string, candidates: Iterable<string>): string {
  const all = [...candidates]
  const near = nearest(written, all)
  if (near !== undefined) return `Did you mean "${near}"?`
  return all.length === 0 || all.length > 20 ? '' : `Possible: ${all.join(', ')}.`
}

const shortened = (signature: string): string =>
  signature
    .replace(/Kind\.\w+/g, 'Kind')
    .replace(/: .*$/, '')
    .replace(/\b[A-Z]\w+(?:\.\w+)+/g, 'group')

interface ErrorParts {
  readonly code: string
  readonly summary: string
  readonly range: Range | undefined
  readonly node: Node | undefined
}

/** Errors of the library have these parts; others are what they are. */
function partsOfError(error: unknown): ErrorParts {
  const message = error instanceof Error ? error.message : String(error)
  if (!(error instanceof Error) || !('code' in error && 'summary' in error && 'range' in error && 'node' in error))
    return { code: '', summary: message, range: undefined, node: undefined }
  const { code, summary, range, node } = error
  return {
    code: String(code),
    summary: String(summary),
    range: isRange(range) ? range : undefined,
    node: isNode(node) ? node : undefined,
  }
}

function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value
}

/** What the library accepts and Concord does not. */
export function refusal(root: Node, text: string, vocabulary: CheckedVocabulary): ExpressionProblem | undefined {
  const waiting: Node[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    waiting.push(...partsOf(node))
    const range = { start: node.start, end: node.end }
    if (node.op === 'rcall' && node.args[0] === 'matches')
      return {
        range,
        message: 'Patterns of regular expressions may take for ever. Use startsWith, endsWith, contains or ==.',
      }
    const asked = node.op === 'call' && node.args[0] === 'has' ? node.args[1][0] : undefined
    const unknown = asked === undefined ? undefined : unknownField(asked, text, vocabulary.fields)
    if (unknown !== undefined) return unknown
  }
  return undefined
}

/** The library lets has() ask for any field at all. */
function unknownField(asked: Node, text: string, fields: TypeFields): ExpressionProblem | undefined {
  if (asked.op !== '.') return undefined
  const [owner, name] = asked.args
  const inner = unknownField(owner, text, fields)
  if (inner !== undefined) return inner
  const known = fields.get(typeOfChain(owner, fields))
  if (known === undefined || Object.hasOwn(known, name)) return undefined
  const range = { start: asked.end - name.length, end: asked.end }
  return {
    range,
    message: `"${name}" is no field of "${text.slice(owner.start, owner.end)}". ${meant(name, Object.keys(known))}`,
  }
}

/** The type of what has() looks into, which the library does not tell but for the first name. */
function typeOfChain(node: Node, fields: TypeFields): string {
  if (node.op !== '.') return typeOf(node)
  const [owner, name] = node.args
  return fields.get(typeOfChain(owner, fields))?.[name] ?? 'dyn'
}
