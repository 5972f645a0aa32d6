import type { Scalar } from './clean-text.ts'
import type { SourceDocument, Value } from './source-document.ts'

/** Breaks that end with what they are in; behind others, such as an open bracket, the parser goes on in its own way. */
const harmless = /^(?:MISSING_CHAR|MULTILINE_IMPLICIT_KEY|BLOCK_AS_IMPLICIT_KEY|twice:.*)$/

/** Whether no alias leads into a stretch of a text or out of it. What only looks like one counts as well. */
export function isApart(text: string, start: number, end: number): boolean {
  const within = marksIn(text.slice(start, end))
  if (within.size === 0) return true
  const around = marksIn(`${text.slice(0, start)}\n${text.slice(end)}`)
  for (const mark of within) {
    const name = mark.slice(1)
    if (around.has(`&${name}`) || around.has(`*${name}`) || (mark.startsWith('*') && !within.has(`&${name}`)))
      return false
  }
  return true
}

/** Every anchor (`&name`) and alias (`*name`). */
function marksIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/[&*][^\s,[\]{}]+/g) ?? [])
}

/** A line of so many characters without anything in it. */
export function blank(length: number): string {
  return length <= 0 ? '' : `${' '.repeat(length - 1)}\n`
}

/** What was read of a part: the members that are broken. Undefined where the parser did not get through to the member behind them. */
export function partIn(
  { value, tree, problems }: SourceDocument,
  under: Scalar | undefined,
  next: Scalar | undefined,
  isNextBeside: boolean,
):
  | {
      readonly members: readonly (readonly [name: string, node: number])[]
      readonly value: (name: string) => Value
    }
  | undefined {
  if (tree.size === 0 || !problems.every(({ identity }) => harmless.test(identity))) return undefined
  const inDocument = [...tree.children(0)]
  const holder = under === undefined ? 0 : inDocument.shift()?.node
  if (holder === undefined || (under !== undefined && tree.stepOf(holder) !== under.source)) return undefined
  const values = under === undefined ? value : memberOf(value, under.source)
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return undefined
  const members = under === undefined ? inDocument : [...tree.children(holder)]
  const last = next === undefined ? undefined : (isNextBeside ? members : inDocument).pop()
  if (
    next !== undefined &&
    (last === undefined || tree.key(last.node).used.start !== next.start || tree.stepOf(last.node) !== next.source)
  )
    return undefined
  if (members.length === 0 || (under !== undefined && inDocument.length > 0)) return undefined
  return {
    members: members.map(({ key, node }) => [String(key), node]),
    value: (name) => memberOf(values, name),
  }
}

function memberOf(value: Value, key: string): Value {
  return Object.entries(value ?? {}).find(([name]) => name === key)?.[1] ?? null
}
