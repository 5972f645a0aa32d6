import type {
  GovernanceCalendar,
  IncentivePlan,
  PartnerAgreement,
  PerformanceCalibration,
  ResourceAllocation,
} from '../language/generated/policies.ts'
import type { Policy } from '../language/policy-file.ts'
import type { Assumptions } from '../rules/assumptions.ts'
import { commitmentCoverage } from '../rules/commitment-coverage.ts'
import { crossPayoffOf, payoffText, payText } from '../rules/cross-payoff-of.ts'
import { rateAssumptions } from '../rules/exchange-rates.ts'
import { type Assumption, figureText, number, ratioText } from '../rules/figure.ts'
import { forcedQuota, labelFigures } from '../rules/forced-quota.ts'
import { forcedShare, lowestLevel } from '../rules/forced-shares.ts'
import { jointDates, preparedBy } from '../rules/joint-preparation.ts'
import { meetingLag } from '../rules/meeting-lags.ts'
import { ourCommitments } from '../rules/our-commitments.ts'
import { peakOf, poolLoads } from '../rules/pool-loads.ts'
import { ratedGroups } from '../rules/rated-groups.ts'
import { amountField, amountText, figureValue, perPeriod, quantityOf } from '../rules/resource-amounts.ts'
import { titled } from '../rules/rule.ts'
import { allocationsTo, type HeldAllocation } from '../workspace/allocations.ts'
import { drawnFrom } from '../workspace/pools.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** A number that follows from what policies say, and where in a policy it belongs. */
export interface ComputedFigure {
  /** An object of the policy, and the field of it that the number is shown at. */
  readonly on: object
  readonly key: string | number
  /** The number with a word or two. */
  readonly label: string
  /** What it means, in sentences. */
  readonly meaning: string
  readonly assumptions: readonly Assumption[]
}

/** Where the numbers come from, beside the policy itself. */
interface Known {
  readonly workspace: Workspace
  readonly assumptions: Assumptions
}

/** What can be computed about a policy; nothing where policies do not say enough. */
export function computedFigures(policy: Policy, known: Known): readonly ComputedFigure[] {
  switch (policy.kind) {
    case 'IncentivePlan':
      return payoff(policy, known)
    case 'PartnerAgreement':
      return coverages(policy, known)
    case 'ResourceAllocation':
      return loads(policy, known)
    case 'GovernanceCalendar':
      return waits(policy, known)
    case 'PerformanceCalibration':
      return wrongLabels(policy, known)
    default:
      return []
  }
}

/** Shown at the first of the fields that the pay for colleagues' results comes from. */
function payoff(plan: IncentivePlan, { assumptions }: Known): readonly ComputedFigure[] {
  const found = crossPayoffOf(plan, assumptions)
  if (found === undefined) return []
  const key = (['pools', 'measures', 'contests'] as const).find((field) => plan.spec[field] !== undefined)
  const parts = found.parts
    .filter(({ colleague }) => colleague !== 0)
    .map(({ names, colleague }) => `${names.join(' × ')} ${payText(colleague, found.in)}`)
  const [at, field] = key === undefined ? [plan, 'spec'] : [plan.spec, key]
  return [
    {
      on: at,
      key: field,
      label: `cross-payoff ${ratioText(found.ratio)}`,
      meaning: `${payoffText(found)}${parts.length === 0 ? '' : ` It is made of: ${parts.join(', ')}.`}`,
      assumptions: found.assumptions,
    },
  ]
}

function coverages(agreement: PartnerAgreement, { workspace, assumptions }: Known): readonly ComputedFigure[] {
  return ourCommitments(agreement).flatMap((ours) => {
    const held = allocationsTo(workspace, ours.reference)
    const found = commitmentCoverage(ours, held, assumptions.exchangeRates)
    if (found?.kind !== 'computed') return []
    const { commitment } = ours
    const { on, key } = amountField(commitment)
    // Never rounded up to 100 % while something is missing.
    const percent = found.share < 1 ? Math.min(found.share * 100, 99.9) : 100
    const gap = figureText(figureValue({ amount: found.gap, unit: found.unit }))
    const missing =
      found.share < 1 ? ` At most ${gap}${perPeriod(commitment)} is missing${inMonths(found.uncovered)}.` : ''
    return {
      on,
      key,
      label: `${figureText({ value: percent, unit: 'percent' })} covered`,
      meaning: `So much of what was promised (${amountText(commitment)}) is allocated, ${allocatedIn(held)}.${missing}`,
      assumptions: ratesBehind(held, found.unit, { workspace, assumptions }),
    }
  })
}

function allocatedIn(held: readonly HeldAllocation[]): string {
  return `in ${[...new Set(held.map(({ policy }) => policy.metadata.name))].join(' and ')}`
}

function inMonths(months: readonly string[]): string {
  const [first] = months
  if (first === undefined) return ''
  return months.length === 1 ? ` in ${first}` : `, in ${months.length} months between ${first} and ${months.at(-1)}`
}

function loads(plan: ResourceAllocation, known: Known): readonly ComputedFigure[] {
  const { workspace, assumptions } = known
  return (plan.spec.pools ?? []).flatMap((pool) => {
    const held = { policy: plan, pool }
    const drawn = drawnFrom(workspace, held)
    const found = drawn.length === 0 ? undefined : poolLoads(held, drawn, assumptions.exchangeRates)
    if (found?.kind !== 'computed' || found.capacity.amount === 0) return []
    const { capacity, runWork } = found
    const { allocated, months } = peakOf(found)
    const text = (amount: number): string =>
      `${figureText(figureValue({ amount, unit: capacity.unit }))}${perPeriod(pool)}`
    const [first] = months
    const when = first === undefined ? '' : months.length === 1 ? ` in ${first}` : ` from ${first} to ${months.at(-1)}`
    const running = runWork === 0 ? '' : `, and running work takes ${text(runWork)}`
    return {
      ...amountField(pool),
      label: `${figureText({ value: (100 * (allocated + runWork)) / capacity.amount, unit: 'percent' })} used`,
      meaning: `Of ${text(capacity.amount)}, at most ${text(allocated)} is allocated${when}${running}.`,
      assumptions: ratesBehind(drawn, capacity.unit, known),
    }
  })
}

function ratesBehind(
  held: readonly HeldAllocation[],
  unit: string,
  { workspace, assumptions }: Known,
): readonly Assumption[] {
  const units = held.flatMap(({ allocation }) => quantityOf(allocation)?.unit ?? [])
  return rateAssumptions(units, unit, assumptions.exchangeRates, workspace)
}

function waits(calendar: GovernanceCalendar, { workspace, assumptions }: Known): readonly ComputedFigure[] {
  return (calendar.spec.bodies ?? []).flatMap((body) => {
    const { meets } = body
    const dates = meets?.dates
    if (meets === undefined || dates === undefined) return []
    return preparedBy(body, workspace, assumptions.exchangeRates).flatMap(({ jointBody, preparations }) => {
      const lag = preparations.length === 0 ? undefined : meetingLag(dates, jointDates(jointBody))
      if (lag === undefined) return []
      const longest = lag.waits.reduce((most, wait) => (wait.days > most.days ? wait : most))
      const days = figureText({ value: lag.meanDays, unit: 'days' })
      const joint = `${titled(jointBody.body)} of ${jointBody.agreement.metadata.name}`
      const yearly: Assumption = {
        name: 'joint meetings repeat',
        value: 'on the same dates every year',
        from: 'convention',
      }
      return {
        on: meets,
        key: 'dates',
        label: `waits ${days} for ${jointBody.body.name}`,
        meaning: `What the ${titled(body)} approves waits ${days} on average for the ${joint}, at most ${figureText({ value: longest.days, unit: 'days' })} (from ${longest.after} to ${longest.until}).`,
        assumptions: lag.repeatsYearly ? [yearly] : [],
      }
    })
  })
}

function wrongLabels(
  calibration: PerformanceCalibration,
  { workspace, assumptions }: Known,
): readonly ComputedFigure[] {
  const level = lowestLevel(calibration.spec)
  const forced = level === undefined ? undefined : forcedShare(calibration.spec, level)
  if (forced === undefined) return []
  const quota = forcedQuota(forced, assumptions, workspace)
  const smallest = forced.distribution.minimumGroup ?? 0
  return ratedGroups(calibration, workspace).flatMap(({ title, headcount, object, key }) => {
    const { labels, wrong, nobody } = labelFigures(headcount, forced, quota)
    if (labels.value === 0 || headcount < smallest) return []
    const low = number(quota.lowPerformers.value, 1)
    return {
      on: object,
      key,
      label: `${figureText(wrong)} of ${labels.value} ${labels.value === 1 ? 'label' : 'labels'} wrong`,
      meaning: `${title} has ${headcount} people, and ${labels.value} of them must be rated "${forced.share.level}". Where ${low} % of all people belong there, ${figureText(wrong)} of these ratings are wrong on average, and in ${figureText(nobody)} of cases nobody in the group belongs there.`,
      assumptions: wrong.assumptions ?? [],
    }
  })
}
