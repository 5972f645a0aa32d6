import { type Amount, type Expression, type Given, givensIn, type Source, worth } from './expression.ts'

/** One column of a table; its cells are arithmetic values, as in {@link Amount}. */
export interface Column {
  readonly title: string
  readonly unit: Amount['unit']
  readonly currency?: string | undefined
}

/** Numbers of which a step needs many: months, meetings, outcomes. */
export interface Table {
  /** What the rows are. */
  readonly rows: string
  /** How a cell is found, as a formula over the names of the columns, and what that begins with. */
  readonly by?: string
  readonly from?: readonly Given[]
  readonly columns: readonly Column[]
  readonly cells: readonly { readonly label: string; readonly values: readonly (number | undefined)[] }[]
}

/** One step of a working: what is found, how, and what comes out. */
export interface Step {
  readonly title: string
  /** Plain arithmetic, or in words what is found by integration, by searching, or in a table of the normal distribution. */
  readonly how: Expression | { readonly kind: 'numerically'; readonly words: string; readonly from: readonly Given[] }
  readonly result: Amount
  readonly table?: Table
}

/** How a figure of a finding came about; the last step's result is the figure. */
export interface Worked {
  readonly figure: string
  readonly steps: readonly Step[]
}

type Unit = Pick<Amount, 'unit' | 'currency'>

/** A step of plain arithmetic. */
export function step(title: string, how: Expression, unit: Unit | Amount['unit'], table?: Table): Step {
  const result = { ...unitOf(unit), value: worth(how) }
  return table === undefined ? { title, how, result } : { title, how, result, table }
}

/** A step that no short formula gives. `words` say how it was found, and over what. */
export function found(
  title: string,
  value: number,
  unit: Unit | Amount['unit'],
  words: string,
  from: readonly Given[] = [],
  table?: Table,
): Step {
  const result = { ...unitOf(unit), value }
  const how = { kind: 'numerically', words, from } as const
  return table === undefined ? { title, how, result } : { title, how, result, table }
}

function unitOf(unit: Unit | Amount['unit']): Unit {
  return typeof unit === 'string' ? { unit } : { unit: unit.unit, currency: unit.currency }
}

/** The result of a step, for the steps after it. */
export function resultOf({ title, result }: Step): Expression {
  return { kind: 'known', name: title.charAt(0).toLowerCase() + title.slice(1), ...result }
}

/** What a step begins with. */
export function givensOf({ how, table }: Step): readonly Given[] {
  return [...(table?.from ?? []), ...(how.kind === 'numerically' ? how.from : givensIn(how))]
}

/** A number with where it comes from. Percentages are given as parts of one. */
export function given(name: string, value: number, unit: Unit | Amount['unit'], source: Source): Given {
  return { kind: 'given', name, value, ...unitOf(unit), source }
}

/** A percentage as policies write it, 0 to 100. */
export function percentage(name: string, percent: number, source: Source): Given {
  return given(name, percent / 100, 'percent', source)
}

export function field(object: object, key?: string | number): Source {
  return { from: 'policy', object, key }
}

export function taken(why: string): Source {
  return { from: 'taken', why }
}

/** A figure that stands in the policy as it is. */
export function readOff(figure: string, title: string, number: Given): Worked {
  return { figure, steps: [step(title, number, number)] }
}
