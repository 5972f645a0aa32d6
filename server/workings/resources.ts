import type { Allocation, ResourceAllocation } from '../language/generated/policies.ts'
import { poolLoad } from '../models/pool-load.ts'
import { type CommitmentCoverage, commitmentCoverage } from '../rules/commitment-coverage.ts'
import { commitmentsServed, type OurCommitment, ourCommitments } from '../rules/our-commitments.ts'
import { type PoolLoads, peakOf, poolLoads } from '../rules/pool-loads.ts'
import { amountField, figureValue, quantityOf, type ResourceAmount } from '../rules/resource-amounts.ts'
import { type RoleLoad, roleLoad } from '../rules/role-loads.ts'
import { spanWithin } from '../rules/time-spans.ts'
import { allocationsTo, type HeldAllocation } from '../workspace/allocations.ts'
import { drawnFrom } from '../workspace/pools.ts'
import { type Asked, asSaid, inKind } from './asked.ts'
import { type Amount, type Expression, type Given, minus, over, plus, smallestOf, times, total } from './expression.ts'
import { field, found, given, percentage, resultOf, type Step, step, type Table, type Worked } from './step.ts'

type Unit = Pick<Amount, 'unit' | 'currency'>

/** How far the promise that the finding points at is kept. */
export const ofCommitment = inKind('PartnerAgreement', (asked) => {
  const ours = ourCommitments(asked.policy).find(({ commitment }) => asked.pointedAt([commitment]).length > 0)
  return ours === undefined ? [] : coverageWorked(ours, asked)
})

/** The promise that the allocation is for. */
export const ofAllocation = inKind('ResourceAllocation', (asked) => {
  const served = commitmentsServed(asked.policy.spec.allocations ?? [], asked.workspace)
  const pointed = served.filter(({ ours }) => asked.pointedAt([ours.commitment]).length > 0)
  return asSaid(
    asked,
    pointed.map(({ ours }) => coverageWorked(ours, asked)),
  )
})

function coverageWorked(
  ours: OurCommitment,
  { workspace, assumptions }: Pick<Asked, 'workspace' | 'assumptions'>,
): readonly Worked[] {
  const held = allocationsTo(workspace, ours.reference)
  const rates = assumptions.exchangeRates
  const covered = commitmentCoverage(ours, held, rates)
  if (covered?.kind !== 'computed') return []
  const unit = unitOf(covered.unit)
  const alone = held.map((one) => {
    const found = commitmentCoverage(ours, [one], rates)
    return found?.kind === 'computed' ? found : undefined
  })
  const table = coverageTable(ours, held, covered, alone)
  const cells = (at: number): readonly number[] => table.cells.map(({ values }) => values.at(at) ?? 0)
  const share = over(total('covered', cells(-2)), total('promised', cells(0)))
  const coverage = step('Covered', share, 'percent', table)
  const most = smallestOf(
    resultOf(coverage),
    given('most that is shown while something is missing', 0.999, 'percent', {
      from: 'taken',
      why: 'never rounded up to 100 %',
    }),
  )
  const worst = covered.periods.reduce((one, other) => (missingIn(other) > missingIn(one) ? other : one), noPeriod)
  const when = worst.months[0] === undefined ? '' : ` in ${worst.months[0]}`
  const gap = step(
    `Missing at most${when}`,
    minus(
      given(`promised${when}`, worst.committed, unit, placeOf(ours.commitment)),
      given(
        `allocated${when}`,
        worst.allocated,
        unit,
        held[0] === undefined ? placeOf(ours.commitment) : placeOf(held[0].allocation),
      ),
    ),
    unit,
    table,
  )
  const short = covered.periods.map((period) =>
    covered.uncovered.includes(period.months[0] ?? '') ? period.months.length : 0,
  )
  return [
    {
      figure: 'coverage',
      steps: covered.share > 0.999 ? [coverage, step('Covered, as it is shown', most, 'percent')] : [coverage],
    },
    { figure: 'gap', steps: [gap] },
    {
      figure: 'uncovered-months',
      steps: [step('Months that fall short', total('months that fall short', short), 'count', table)],
    },
  ]
}

type Period = CommitmentCoverage['periods'][number]

const noPeriod: Period = { months: [], committed: 0, allocated: 0 }

function missingIn({ committed, allocated }: Period): number {
  return Math.max(0, committed - allocated)
}

/** More allocations than these are shown by their sum alone. */
const mostColumns = 4

/** Month by month: promised, allocated by each allocation, in all, covered and missing. */
function coverageTable(
  ours: OurCommitment,
  held: readonly HeldAllocation[],
  covered: CommitmentCoverage,
  alone: readonly (CommitmentCoverage | undefined)[],
): Table {
  const unit = unitOf(covered.unit)
  const parts = alone.map((one) =>
    covered.periods.map(({ months }) => one?.periods.find((period) => period.months[0] === months[0])?.allocated ?? 0),
  )
  const addUp = covered.periods.every(
    ({ allocated }, at) =>
      Math.abs(parts.reduce((sum, part) => sum + (part[at] ?? 0), 0) - allocated) < 1e-9 * Math.max(1, allocated),
  )
  const shown = addUp && held.length > 1 && held.length <= mostColumns ? parts : []
  return {
    rows: covered.periods.length === 1 && covered.periods[0]?.months.length === 0 ? 'in all' : 'months',
    by: 'covered = the smaller of promised and allocated; a month of which only some days count is taken by its share of days',
    from: [
      amountGiven('promised', ours.commitment),
      ...held.map(({ allocation }) => amountGiven(`allocated by "${allocation.title ?? allocation.name}"`, allocation)),
    ],
    columns: [
      { title: 'promised', ...unit },
      ...shown.map((_, at) => ({ title: held[at]?.allocation.name ?? '', ...unit })),
      { title: 'allocated', ...unit },
      { title: 'covered', ...unit },
      { title: 'missing', ...unit },
    ],
    cells: covered.periods.map((period, at) => ({
      label: periodText(period.months),
      values: [
        period.committed,
        ...shown.map((part) => part[at]),
        period.allocated,
        Math.min(period.committed, period.allocated),
        missingIn(period),
      ],
    })),
  }
}

function periodText(months: readonly string[]): string {
  const [first] = months
  if (first === undefined) return 'in all'
  return months.length === 1 ? first : `${first} to ${months.at(-1)}`
}

function unitOf(unit: string): Unit {
  return figureValue({ amount: 0, unit })
}

function placeOf(resource: ResourceAmount): Given['source'] {
  const { on, key } = amountField(resource)
  return field(on, key)
}

function amountGiven(name: string, resource: ResourceAmount): Given {
  const { amount = 0, unit = '' } = quantityOf(resource) ?? {}
  return given(name, amount, unitOf(unit), placeOf(resource))
}

/** What a pool has to give in the period of highest load, or of a role more than people hold it. */
export const overcommitted = inKind('ResourceAllocation', (asked) => {
  const { policy, workspace, assumptions } = asked
  const [pool] = asked.pointedAt(policy.spec.pools ?? [])
  if (pool === undefined) return roleWorked(asked)
  const held = { policy, pool }
  const drawn = drawnFrom(workspace, held)
  const loads = poolLoads(held, drawn, assumptions.exchangeRates)
  if (loads?.kind !== 'computed') return []
  const peak = peakOf(loads)
  const when = peak.months[0] === undefined ? '' : ` in ${periodText(peak.months)}`
  const capacity = amountGiven('capacity', pool)
  const allocated = allocatedStep(
    `Allocated${when}`,
    capacity,
    peak.allocated,
    loads,
    partsOf(
      drawn,
      (one) => {
        const alone = poolLoads(held, [one], assumptions.exchangeRates)
        return alone?.kind === 'computed'
          ? (alone.periods.find(({ months }) => months[0] === peak.months[0])?.allocated ?? 0)
          : 0
      },
      capacity,
    ),
  )
  const running =
    pool.runWorkPercent === undefined || loads.runWork === 0
      ? []
      : [times(capacity, percentage('kept for running work', pool.runWorkPercent, field(pool, 'runWorkPercent')))]
  const needed = step(`To be given${when}`, plus(resultOf(allocated), ...running), capacity)
  const excess = step('More than there is', minus(resultOf(needed), capacity), capacity)
  return [
    { figure: 'load', steps: [allocated, needed, step('Load', over(resultOf(needed), capacity), 'percent')] },
    ...(excess.result.value > 0 ? [{ figure: 'overcommitment', steps: [allocated, needed, excess] }] : []),
  ]
})

/** What each allocation draws in the period of highest load, those that draw nothing left out. */
function partsOf(
  drawn: readonly HeldAllocation[],
  amountIn: (held: HeldAllocation) => number,
  unit: Unit,
): readonly Given[] {
  return drawn.flatMap((held) => {
    const amount = amountIn(held)
    const { allocation } = held
    return amount === 0 ? [] : [given(`"${allocation.title ?? allocation.name}"`, amount, unit, placeOf(allocation))]
  })
}

function allocatedStep(
  title: string,
  unit: Unit,
  amount: number,
  loads: PoolLoads | undefined,
  parts: readonly Given[],
): Step {
  const sum = parts.reduce((all, { value }) => all + value, 0)
  const table = loads === undefined || loads.periods.length < 2 ? undefined : periodsTable(loads, unit)
  if (Math.abs(sum - amount) < 1e-9 * Math.max(1, amount)) return step(title, plus(...parts), unit, table)
  return found(title, amount, unit, 'each allocation by the days that it shares with the period', parts, table)
}

function periodsTable({ periods }: PoolLoads, unit: Unit): Table {
  return {
    rows: 'months',
    columns: [{ title: 'allocated', ...unit }],
    cells: periods.map(({ months, allocated }) => ({ label: periodText(months), values: [allocated] })),
  }
}

/** Everything allocated of a role in the month of its highest load, as an expression. */
function roleWorked(asked: Asked<'ResourceAllocation'>): readonly Worked[] {
  const load = roleOf(asked)
  const people = load?.held.role.headcount
  if (load === undefined || people === undefined) return []
  const all = ofRole(load)
  const holders = given(
    `people who hold the role ${load.held.role.title ?? load.held.role.name}`,
    people,
    'fte',
    field(load.held.role, 'headcount'),
  )
  return [
    {
      figure: 'overcommitment',
      steps: [all, step('More than there are people', minus(resultOf(all), holders), 'fte')],
    },
  ]
}

function roleOf({ policy, workspace, pointedAt }: Asked<'ResourceAllocation'>): RoleLoad | undefined {
  const [allocation] = pointedAt(policy.spec.allocations ?? [])
  return allocation?.role === undefined ? undefined : roleLoad(allocation.role, workspace)
}

function ofRole({ allocations, month, peak }: RoleLoad): Step {
  const fte = { unit: 'fte' } as const
  const parts = partsOf(allocations, ({ policy, allocation }) => inMonth(policy, allocation, month), fte)
  return allocatedStep(`Allocated${month === undefined ? '' : ` in ${month}`}`, fte, peak, undefined, parts)
}

function inMonth(policy: ResourceAllocation, allocation: Allocation, month: string | undefined): number {
  const { fte } = allocation
  if (fte === undefined) return 0
  const alone = { amount: fte, unit: 'FTE', ...spanWithin(allocation, policy) }
  const load = poolLoad({ capacity: { amount: 1, unit: 'FTE' }, allocations: [alone] })
  if (load.kind !== 'computed') return 0
  if (month === undefined || load.months.length === 0) return fte
  return load.months.find((one) => one.month === month)?.allocated ?? 0
}

/** The share of one person's time that all of a role's allocations take. */
export const ofOnePerson = inKind('ResourceAllocation', (asked) => {
  const load = roleOf(asked)
  if (load === undefined) return []
  const all = ofRole(load)
  const one = given('one person', 1, 'fte', field(load.held.role, 'headcount'))
  const share: Expression = over(resultOf(all), one)
  return [{ figure: 'load-of-one', steps: [all, step("Share of one person's time", share, 'percent')] }]
})
