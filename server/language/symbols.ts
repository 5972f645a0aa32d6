import { fitted } from './fitted.ts'
import { namingFields } from './generated/fields.ts'
import type { Kind } from './generated/policies.ts'
import type { Path } from './path.ts'
import type { Value } from './source-document.ts'

/** A name that a document declares: a unit, a commitment, a level of a rating scale. */
export interface Declaration {
  readonly sort: string
  readonly name: string
  readonly path: Path
}

/** A name that a document uses, and the sorts of things that it may mean there. */
export interface Reference {
  readonly sorts: readonly string[]
  readonly name: string
  readonly path: Path
}

export interface DocumentSymbols {
  readonly declares: readonly Declaration[]
  readonly refersTo: readonly Reference[]
}

/** The names that a document declares and uses, also where it is not well-formed otherwise. */
export function symbolsOf(kind: Kind, value: Value): DocumentSymbols {
  const fields = namingFields[kind]
  const declares: Declaration[] = []
  const refersTo: Reference[] = []
  for (const [pattern, sort] of fields.declares) {
    for (const { text, path } of textsAt(value, stepsOf(pattern))) declares.push({ sort, name: text, path })
  }
  for (const [pattern, sorts] of fields.refersTo) {
    for (const { text, path } of textsAt(value, stepsOf(pattern))) refersTo.push({ sorts, name: text, path })
  }
  return { declares: fitted(declares), refersTo: fitted(refersTo) }
}

const steps = new Map<string, readonly string[]>()

function stepsOf(pattern: string): readonly string[] {
  const split = steps.get(pattern) ?? pattern.split('.')
  steps.set(pattern, split)
  return split
}

interface FoundText {
  readonly text: string
  readonly path: Path
}

/** The texts at a pattern of keys and `*`; where a list stands in place of a text, the texts in it. */
function textsAt(root: Value, pattern: readonly string[]): readonly FoundText[] {
  const found: FoundText[] = []
  const path: (string | number)[] = []
  const walk = (value: Value | undefined, at: number): void => {
    const step = pattern[at]
    if (step === undefined) {
      if (typeof value === 'string' && value !== '') found.push({ text: value, path: fitted(path) })
      else if (Array.isArray(value)) each(value, at)
    } else if (typeof value !== 'object' || value === null) return
    else if (step === '*') {
      if (Array.isArray(value)) each(value, at + 1)
      else for (const [key, item] of Object.entries(value)) into(key, item, at + 1)
    } else if (!Array.isArray(value) && Object.hasOwn(value, step))
      into(step, (value as Readonly<Record<string, Value>>)[step], at + 1)
  }
  const each = (items: readonly Value[], at: number): void => {
    items.forEach((item, index) => {
      into(index, item, at)
    })
  }
  const into = (step: string | number, value: Value | undefined, at: number): void => {
    path.push(step)
    walk(value, at)
    path.pop()
  }
  walk(root, 0)
  return found
}
