import { number } from '../rules/figure.ts'
import type { Amount, Expression } from './expression.ts'

/** The expression in words: `amount of the pool × (people − 1) ÷ people²`. */
export function formulaText(of: Expression): string {
  return text(of, nameOf, 0)
}

/** What a name of several words is raised to would seem to belong to the last of them. */
function nameOf(leaf: Leaf, strength: number): string {
  if (leaf.kind === 'number') return numberText(leaf.value)
  const name = leaf.kind === 'total' ? `sum of ${leaf.name}` : leaf.name
  return strength >= strengths.power && name.includes(' ') ? `(${name})` : name
}

/** The same with the numbers put in: `86,400 × (8 − 1) ÷ 8²`. */
export function numbersText(of: Expression): string {
  return text(
    of,
    (leaf, strength) => {
      if (leaf.kind === 'total') return totalText(leaf.terms, strength)
      if (leaf.kind === 'number') return numberText(leaf.value)
      return leaf.value < 0 && strength > 0 ? `(${amountText(leaf)})` : amountText(leaf)
    },
    0,
  )
}

type Leaf = Extract<Expression, { readonly kind: 'given' | 'known' | 'total' | 'number' }>

/** More terms than these are said by their sum alone; the table shows them. */
const mostTerms = 8

function totalText(terms: readonly number[], strength: number): string {
  const sum = terms.reduce((all, term) => all + term, 0)
  if (terms.length < 2 || terms.length > mostTerms) return numberText(sum)
  const shown = terms.map((term, at) => (at > 0 && term < 0 ? `(${numberText(term)})` : numberText(term))).join(' + ')
  return strength > 0 ? `(${shown})` : shown
}

const signs = { sum: ' + ', product: ' × ', difference: ' − ', quotient: ' ÷ ', power: '^' } as const
const strengths = { sum: 1, difference: 1, product: 2, quotient: 2, power: 3 } as const

/** `strength` is how strongly what stands around binds: weaker expressions get brackets. */
function text(of: Expression, leaf: (leaf: Leaf, strength: number) => string, strength: number): string {
  const inside = (part: Expression): string => text(part, leaf, 0)
  switch (of.kind) {
    case 'given':
    case 'known':
    case 'total':
    case 'number':
      return leaf(of, strength)
    case 'largest':
      return `the larger of (${of.of.map(inside).join('; ')})`
    case 'smallest':
      return `the smaller of (${of.of.map(inside).join('; ')})`
    case 'choose':
      return `choose(${inside(of.left)}; ${inside(of.right)})`
    case 'rounded':
      return `rounded ${of.how} (${inside(of.of)})`
    case 'sum':
    case 'product': {
      const own = strengths[of.kind]
      return bracketed(of.of.map((part) => text(part, leaf, own)).join(signs[of.kind]), own, strength)
    }
    case 'difference':
    case 'quotient':
    case 'power': {
      const own = strengths[of.kind]
      const [left, right] = [text(of.left, leaf, own), text(of.right, leaf, own + 0.5)]
      const squared = of.kind === 'power' && of.right.kind === 'number' && of.right.value === 2
      return bracketed(squared ? `${left}²` : `${left}${signs[of.kind]}${right}`, own, strength)
    }
  }
}

function bracketed(shown: string, own: number, around: number): string {
  return own < around ? `(${shown})` : shown
}

/** Percentages with their sign; anything else as a bare number, since its unit stands with what goes in. */
export function amountText({ value, unit }: Amount): string {
  return unit === 'percent' || unit === 'chance' ? `${numberText(value * 100)} %` : numberText(value)
}

/** Enough digits to calculate on: six that count, and cents of large amounts. */
function numberText(value: number): string {
  if (value === 0) return '0'
  const size = Math.floor(Math.log10(Math.abs(value)))
  if (size < -9) return value.toPrecision(6)
  return number(value, Math.min(15, size > 3 ? 2 : 5 - size))
}

/** A result with its unit: `9,450 EUR`, `64.2857 %`. */
export function resultText(amount: Amount): string {
  const shown = amountText(amount)
  switch (amount.unit) {
    case 'money':
      return `${shown} ${amount.currency ?? ''}`.trim()
    case 'fte':
      return `${shown} FTE`
    case 'days':
      return `${shown} ${amount.value === 1 ? 'day' : 'days'}`
    case 'months':
      return `${shown} ${amount.value === 1 ? 'month' : 'months'}`
    case 'days-per-month':
      return `${shown} days per month`
    default:
      return shown
  }
}
