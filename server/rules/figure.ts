/** What a figure counts. Percent is 0–100, a chance 0–1, a ratio a plain quotient. */
export type FigureUnit =
  | 'percent'
  | 'chance'
  | 'ratio'
  | 'count'
  | 'fte'
  | 'days'
  | 'months'
  | 'days-per-month'
  | 'money'

/** A named number of a finding, with what was assumed to get it. */
export interface Figure {
  /** In kebab-case, for tools; the same name means the same thing in every rule. */
  readonly name: string
  readonly title: string
  readonly value: number
  readonly unit: FigureUnit
  /** ISO 4217, for money. */
  readonly currency?: string
  readonly assumptions?: readonly Assumption[]
}

/** A figure as a finding carries it. Its name is in kebab-case; percent is 0–100, a chance 0–1. */
export function figure(
  name: string,
  title: string,
  value: number,
  unit: FigureUnit | UnitOfPay,
  assumptions?: readonly Assumption[],
): Figure {
  const counted = { name, title, value, ...(typeof unit === 'string' ? { unit } : unit) }
  return assumptions === undefined ? counted : { ...counted, assumptions }
}

/** Money of one currency, or percent where the currency does not matter. */
export type UnitOfPay = Pick<Figure, 'unit' | 'currency'>

export function moneyIn(currency: string): UnitOfPay {
  return { unit: 'money', currency }
}

/** A number or word that no policy measured: where it comes from is said wherever it is used. */
export interface Assumption {
  readonly name: string
  readonly value: number | string
  readonly from: 'default' | 'configuration' | 'leadership system' | 'policy' | 'convention'
}

/** A figure in words: `64.3 %`, `2.5 FTE`, `-1,562.5 EUR`, `71 days`. At most four significant digits after the point's place. */
export function figureText({ value, unit, currency }: Pick<Figure, 'value' | 'unit' | 'currency'>): string {
  switch (unit) {
    case 'percent':
      return `${number(value, 1)} %`
    case 'chance':
      return `${number(value * 100, 1)} %`
    case 'money':
      return `${number(value, Math.abs(value) < 1000 ? 2 : 0)} ${currency ?? ''}`.trim()
    case 'fte':
      return `${number(value, 2)} FTE`
    case 'days':
      return `${number(value, 0)} ${Math.round(value) === 1 ? 'day' : 'days'}`
    case 'months':
      return `${number(value, 1)} ${value === 1 ? 'month' : 'months'}`
    case 'days-per-month':
      return `${number(value, 1)} days per month`
    case 'ratio':
      return ratioText(value)
    case 'count':
      return number(value, 0)
  }
}

/** A quotient with two digits after the point, or with its first digit where these would be none: `-0.14`, `-0.0009`. */
export function ratioText(value: number): string {
  const size = Math.abs(value)
  return number(value, size === 0 || size >= 0.005 ? 2 : Math.min(10, Math.ceil(-Math.log10(size))))
}

/** A number as a reader of English expects it, with at most `digits` digits after the point (0–10). */
export function number(value: number, digits: number): string {
  const rounded = Number(value.toFixed(digits))
  if (rounded === 0) return '0'
  const size = Math.abs(rounded)
  // The language's own formatting takes as long to load as a policy takes to check, so only what needs powers of ten is left to it.
  if (!(size >= 1e-6 && size < 1e21)) return rounded.toLocaleString('en-US', { maximumFractionDigits: digits })
  return String(rounded).replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','))
}
