import type { Value } from '../language/source-document.ts'
import type { Headings } from './columns.ts'
import type { Cells } from './row-reader.ts'

/** The columns that commitments and allocations have in common. */
export type ResourceField =
  | 'name'
  | 'title'
  | 'description'
  | 'resource'
  | 'fte'
  | 'money'
  | 'currency'
  | 'per'
  | 'daysPerMonth'
  | 'amount'
  | 'measure'
  | 'from'
  | 'to'
  | 'class'

export const resourceHeadings: Headings<ResourceField> = {
  name: ['id', 'key', 'short name', 'reference'],
  title: [],
  description: ['details', 'comment', 'comments', 'notes', 'remarks'],
  resource: ['resource type', 'type', 'kind of resource'],
  fte: ['ftes', 'full time equivalents', 'headcount', 'heads'],
  money: ['budget', 'funding', 'value', 'cost'],
  currency: ['ccy', 'cur'],
  per: ['period', 'per period', 'frequency'],
  daysPerMonth: ['days', 'days a month', 'days month', 'slots'],
  amount: ['quantity', 'committed', 'allocated', 'planned'],
  measure: ['unit', 'unit of measure', 'uom'],
  from: ['start', 'start date', 'begin', 'begins', 'starts', 'valid from', 'from date'],
  to: ['end', 'end date', 'until', 'ends', 'valid to', 'to date'],
  class: ['priority', 'firmness', 'commitment class'],
}

const resources = {
  people: ['person', 'persons', 'staff', 'fte', 'headcount', 'personnel', 'human'],
  money: ['budget', 'cash', 'funding', 'financial', 'opex', 'capex'],
  equipment: ['facility', 'facilities', 'lab', 'laboratory', 'machine', 'asset'],
} as const

const periods = {
  month: ['monthly', 'per month', 'a month'],
  quarter: ['quarterly', 'per quarter', 'a quarter'],
  year: ['yearly', 'annual', 'annually', 'per year', 'a year', 'p a'],
  term: ['total', 'whole term', 'once', 'one off', 'overall', 'lump sum'],
} as const

const peopleMeasures = /^(?:ftes?|people|persons?|heads?|headcount|full[ -]time equivalents?)$/i
const dayMeasures = /^days?(?: ?(?:\/|per|a) ?months?)?$/i

export type Resource = keyof typeof resources

/** How much of which resource a row is about, as the fields of a policy; `resource` undefined where nothing tells it. */
export interface Amounts {
  readonly resource: Resource | undefined
  readonly fields: {
    readonly fte?: number
    readonly money?: Value
    readonly per?: string
    readonly daysPerMonth?: number
  }
}

/** Reads the amount from the column of its resource, or from one that says how much beside one that says of what: `4 | FTE`, `600,000 | EUR`. */
export function readAmounts(row: Cells<ResourceField>): Amounts {
  const said = row.oneOf('resource', resources)
  const per = row.oneOf('per', periods)
  const measure = row.text('measure')
  const amount = row.text('amount')
  const inPeople = amount !== undefined && measure !== undefined && peopleMeasures.test(measure)
  const inDays = amount !== undefined && measure !== undefined && dayMeasures.test(measure)
  const fte =
    inPeople || (amount !== undefined && measure === undefined && said === 'people')
      ? row.number('amount')
      : row.number('fte')
  const daysPerMonth =
    inDays || (amount !== undefined && measure === undefined && said === 'equipment')
      ? row.number('amount', 31)
      : row.number('daysPerMonth', 31)
  const isMoney = amount !== undefined && !inPeople && !inDays && said !== 'people' && said !== 'equipment'
  const money = isMoney
    ? row.money('amount', measure === undefined ? 'currency' : 'measure')
    : row.money('money', 'currency')
  if (money !== undefined && per === undefined && row.problems.length === 0)
    row.fault(
      'per',
      'the row does not say for which period the money is: month, quarter, year or term (in a column "per")',
    )
  const found: Resource[] = []
  if (fte !== undefined) found.push('people')
  if (money !== undefined) found.push('money')
  if (daysPerMonth !== undefined) found.push('equipment')
  if (found.length > 1)
    row.fault(undefined, `The row has amounts of ${found.join(' and ')}; give each a row of its own`)
  const [only] = found
  if (said !== undefined && only !== undefined && said !== only)
    row.fault('resource', `the row is about ${said}, but has an amount of ${only}`)
  return {
    resource: said ?? only,
    fields: {
      ...(fte === undefined ? {} : { fte }),
      ...(money === undefined ? {} : { money }),
      ...(per === undefined || money === undefined ? {} : { per }),
      ...(daysPerMonth === undefined ? {} : { daysPerMonth }),
    },
  }
}

/** The first and the last day, in their order. */
export function readSpan(row: Cells<ResourceField>): {
  readonly from: string | undefined
  readonly to: string | undefined
} {
  const [from, to] = [row.date('from', 'first'), row.date('to', 'last')]
  if (from !== undefined && to !== undefined && to < from) row.fault('to', `${to} is before the start, ${from}`)
  return { from, to }
}
