import { kinds } from '../language/generated/policies.ts'
import type { Kind, Policy } from '../language/policy-file.ts'
import { addMonths, dayNumber, isoDate } from '../models/calendar-days.ts'
import { type AssumptionName, assumptionDefaults } from '../rules/assumptions.ts'
import { converted } from '../rules/exchange-rates.ts'
import type { Context } from '../rules/rule.ts'
import { RuleFault } from '../rules/rule-fault.ts'
import { policiesReferringTo } from '../workspace/referring-policies.ts'
import { roleCalled } from '../workspace/roles.ts'
import { unitCalled } from '../workspace/units.ts'
import type { Environment } from './cel.ts'

/** Something that an expression asks for is not described: the rule then says nothing. */
export class NotDescribed extends Error {}

/** What a function that expressions may call does. */
type Handler = (context: Context, ...given: readonly unknown[]) => unknown

/** A function with the ways in which it may be called: what it takes, and what it yields. */
interface Offered {
  readonly name: string
  readonly calls: readonly string[]
  readonly does: Handler
}

const day = (value: unknown): number => {
  const number = typeof value === 'string' ? dayNumber(value) : undefined
  if (number === undefined) throw new RuleFault(`"${String(value)}" is no date`)
  return number
}

const number = (value: unknown): number => {
  const result = Number(value)
  if (!Number.isFinite(result) || Math.abs(result) > 1e6)
    throw new RuleFault(`${String(value)} days or months are too many`)
  return Math.trunc(result)
}

function described<T>(value: T | undefined): T {
  if (value === undefined) throw new NotDescribed()
  return value
}

/** The functions that are the same for every kind of policy. */
export const functions: readonly Offered[] = [
  {
    name: 'role',
    calls: ['role(string): OrganizationDesign.spec.roles.item'],
    does: ({ workspace }, name) => described(roleCalled(workspace, String(name))).role,
  },
  {
    name: 'unit',
    calls: ['unit(string): OrganizationDesign.spec.units.item'],
    does: ({ workspace }, name) => described(unitCalled(workspace, String(name))).unit,
  },
  {
    name: 'referrers',
    calls: ['referrers(string, string): list<dyn>'],
    does: ({ workspace }, sort, name) => policiesReferringTo(workspace, `${String(sort)}\n${String(name)}`),
  },
  { name: 'days', calls: ['days(string, string): int'], does: (_, from, to) => BigInt(day(to) - day(from)) },
  {
    name: 'plusDays',
    calls: ['plusDays(string, int): string', 'plusDays(string, double): string'],
    does: (_, from, days) => isoDate(day(from) + number(days)),
  },
  {
    name: 'plusMonths',
    calls: ['plusMonths(string, int): string', 'plusMonths(string, double): string'],
    does: (_, from, months) => isoDate(addMonths(day(from), number(months))),
  },
  {
    name: 'inCurrency',
    calls: ['inCurrency(dyn, string): double'],
    does: ({ assumptions }, money, currency) => {
      const { amount, currency: from } = moneyOf(money)
      return described(converted({ amount, currency: from }, String(currency), assumptions.exchangeRates))
    },
  },
  {
    name: 'sum',
    calls: ['sum(list<dyn>): double'],
    does: (_, list) => numbersOf(list).reduce((sum, each) => sum + each, 0),
  },
]

/** Functions about policies, which are declared for each kind that an expression names. */
export const functionsOfKinds: readonly Offered[] = [
  { name: 'all', calls: ['all(Kind): list<Policy>'], does: ({ workspace }, kind) => workspace.all(kindOf(kind)) },
  {
    name: 'find',
    calls: ['find(Kind, string): Policy'],
    does: ({ workspace }, kind, name) => described(workspace.find(kindOf(kind), String(name))),
  },
]

// The check has made sure that a kind stands here.
const kindOf = (value: unknown): Kind => String(value) as Kind

function moneyOf(value: unknown): { readonly amount: number; readonly currency: string } {
  if (typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value)
    return { amount: Number(value.amount), currency: String(value.currency) }
  throw new RuleFault('inCurrency() takes an amount of money')
}

function numbersOf(list: unknown): readonly number[] {
  if (!Array.isArray(list)) throw new RuleFault('sum() takes a list of numbers')
  return list.map((each) => {
    if (typeof each !== 'number' && typeof each !== 'bigint') throw new RuleFault('sum() takes a list of numbers')
    return Number(each)
  })
}

/** Numbers are whole in one place and not in another; nobody who writes a rule should have to care. */
export function mixNumbers(env: Environment): void {
  const operators: readonly (readonly [string, (a: number, b: number) => number])[] = [
    ['+', (a, b) => a + b],
    ['-', (a, b) => a - b],
    ['*', (a, b) => a * b],
    ['/', (a, b) => a / b],
  ]
  for (const [sign, of] of operators) {
    for (const [left, right] of [['double', 'int'] as const, ['int', 'double'] as const])
      env.registerOperator(`${left} ${sign} ${right}: double`, (a: unknown, b: unknown) => of(Number(a), Number(b)))
  }
}

/** What expressions may name beside the thing that is looked at, with its type. */
export const names: Readonly<Record<string, string>> = {
  today: 'string',
  interdependence: 'string',
  assumptions: 'map<string, double>',
}

/** The values of these names, read only when they are asked for: what is not read stays unread. */
export function valuesOf(
  context: Context,
  options: Readonly<Record<string, number | boolean>>,
  policy: Policy,
): Record<string, unknown> {
  const assumptions = {}
  for (const name of Object.keys(assumptionDefaults))
    Object.defineProperty(assumptions, name, {
      enumerable: true,
      // The defaults' own names.
      get: () => context.assumptions.get(name as AssumptionName).value,
    })
  return {
    ...Object.fromEntries(kinds.map((kind) => [kind, kind])),
    policy,
    options,
    assumptions,
    get today() {
      return context.workspace.today
    },
    get interdependence() {
      return context.interdependence.degree
    },
  }
}
