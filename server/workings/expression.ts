import type { AssumedNumber } from '../rules/assumptions.ts'
import type { FigureUnit } from '../rules/figure.ts'

/** A number as arithmetic uses it. Percentages and chances are parts of one: 40 % is 0.4. */
export interface Amount {
  readonly value: number
  readonly unit: FigureUnit
  /** ISO 4217, for money. */
  readonly currency?: string | undefined
}

/** The value as figures and reports have it: percent from 0 to 100. */
export function shownValue({ value, unit }: Amount): number {
  return unit === 'percent' ? value * 100 : value
}

/** Where a number comes from that a working begins with. */
export type Source =
  /** A field of a policy of the workspace; without a key, the object itself. */
  | { readonly from: 'policy'; readonly object: object; readonly key?: string | number | undefined }
  /** An assumption of the models, which can be set. */
  | { readonly from: 'assumption'; readonly assumed: AssumedNumber }
  /** An option of the rule. */
  | { readonly from: 'option'; readonly name: string }
  /** Said nowhere; why this is taken. */
  | { readonly from: 'taken'; readonly why: string }

/** A number that a working begins with. */
export interface Given extends Amount {
  readonly kind: 'given'
  readonly name: string
  readonly source: Source
}

/** A column of a table that is added up. */
interface Total {
  readonly kind: 'total'
  readonly name: string
  readonly terms: readonly number[]
}

/** The result of a step before, under its name. */
interface Known extends Amount {
  readonly kind: 'known'
  readonly name: string
}

type Several = 'sum' | 'product' | 'largest' | 'smallest'
type Pair = 'difference' | 'quotient' | 'power' | 'choose'
type Rounding = 'up' | 'down' | 'nearest'

/** Arithmetic over named numbers: it has a value, and prints as a formula and with the numbers put in. */
export type Expression =
  | Given
  | Known
  | Total
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: Several; readonly of: readonly Expression[] }
  | { readonly kind: Pair; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'rounded'; readonly how: Rounding; readonly of: Expression }

/** A plain number may stand for an expression. */
export type Operand = Expression | number

function expression(operand: Operand): Expression {
  return typeof operand === 'number' ? { kind: 'number', value: operand } : operand
}

/** The sum of the terms; what there is only one of stands for itself. */
export function plus(...terms: readonly Operand[]): Expression {
  return several('sum', terms)
}

/** The product of the factors; a factor of one is left out. */
export function times(...factors: readonly Operand[]): Expression {
  return several(
    'product',
    factors.filter(
      (factor) => factor !== 1 && !(typeof factor === 'object' && factor.kind === 'number' && factor.value === 1),
    ),
  )
}

export function largestOf(...of: readonly Operand[]): Expression {
  return several('largest', of)
}

export function smallestOf(...of: readonly Operand[]): Expression {
  return several('smallest', of)
}

function several(kind: Several, operands: readonly Operand[]): Expression {
  const [first, ...others] = operands.map(expression)
  if (first === undefined) return { kind: 'number', value: kind === 'product' ? 1 : 0 }
  return others.length === 0 ? first : { kind, of: [first, ...others] }
}

export function minus(left: Operand, right: Operand): Expression {
  return { kind: 'difference', left: expression(left), right: expression(right) }
}

export function over(left: Operand, right: Operand): Expression {
  return { kind: 'quotient', left: expression(left), right: expression(right) }
}

export function power(left: Operand, right: Operand): Expression {
  return { kind: 'power', left: expression(left), right: expression(right) }
}

/** How many ways there are to choose `right` of `left`. */
export function choose(left: Operand, right: Operand): Expression {
  return { kind: 'choose', left: expression(left), right: expression(right) }
}

export function roundedTo(how: Rounding, of: Operand): Expression {
  return { kind: 'rounded', how, of: expression(of) }
}

/** The sum of a table's column. */
export function total(name: string, terms: readonly number[]): Expression {
  return { kind: 'total', name, terms }
}

/** Whole numbers survive what binary fractions do to them: 7 % of 300 is 21. */
const noise = 1e-9

export function worth(of: Expression): number {
  switch (of.kind) {
    case 'given':
    case 'known':
    case 'number':
      return of.value
    case 'total':
      return of.terms.reduce((sum, term) => sum + term, 0)
    case 'sum':
      return of.of.reduce((sum, term) => sum + worth(term), 0)
    case 'product':
      return of.of.reduce((product, factor) => product * worth(factor), 1)
    case 'largest':
      return Math.max(...of.of.map(worth))
    case 'smallest':
      return Math.min(...of.of.map(worth))
    case 'difference':
      return worth(of.left) - worth(of.right)
    case 'quotient':
      return worth(of.left) / worth(of.right)
    case 'power':
      return worth(of.left) ** worth(of.right)
    case 'choose':
      return ways(worth(of.left), worth(of.right))
    case 'rounded':
      return rounded(of.how, worth(of.of))
  }
}

function rounded(how: Rounding, value: number): number {
  if (how === 'up') return Math.ceil(value - noise)
  return Math.floor(value + noise + (how === 'nearest' ? 0.5 : 0))
}

function ways(n: number, k: number): number {
  let product = 1
  for (let at = 1; at <= k; at++) product *= (n - k + at) / at
  return product
}

/** The numbers that an expression begins with, each as often as it stands there. */
export function givensIn(of: Expression): readonly Given[] {
  if (of.kind === 'given') return [of]
  if ('left' in of) return [...givensIn(of.left), ...givensIn(of.right)]
  if (of.kind === 'rounded') return givensIn(of.of)
  return 'of' in of ? of.of.flatMap(givensIn) : []
}
