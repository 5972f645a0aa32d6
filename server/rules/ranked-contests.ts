import type { IncentivePlan, SalesContest } from '../language/generated/policies.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { Assumptions } from './assumptions.ts'
import { crossPayoffOf } from './cross-payoff-of.ts'
import { evidenceThatHolds } from './evidence-that-holds.ts'
import type { DeclaredInterdependence } from './interdependence.ts'
import { moneyText } from './resource-amounts.ts'
import type { Report } from './rule.ts'
import { sharesResults } from './shared-pay.ts'
import { isOver } from './time-spans.ts'

/** How many win a contest; undefined where it does not say enough. */
function winnersOf({ winners, winnersPercent, participants, prizes }: SalesContest): number | undefined {
  if (winners !== undefined) return winners
  if (winnersPercent !== undefined && participants !== undefined)
    return Math.max(1, Math.round((winnersPercent / 100) * participants))
  return winnersPercent === undefined ? prizes?.reduce((sum, { places }) => sum + places, 0) : undefined
}

/** `3 of 40 people win 15,000 EUR, 8,000 EUR or nothing`, as far as it is known. */
export function stakesText(contest: SalesContest): string {
  const { participants, winnersPercent, prizes = [] } = contest
  const winners = winnersOf(contest)
  const won = [...new Set(prizes.map(({ amount }) => moneyText(amount)))].join(' or ')
  const who =
    winners !== undefined
      ? `${winners}${participants === undefined ? '' : ` of ${participants} people`}`
      : winnersPercent !== undefined
        ? `the best ${winnersPercent} %`
        : 'only the best'
  return `${who} ${winners === 1 ? 'wins' : 'win'}${won === '' ? '' : ` ${won}`}`
}

/** Whether a contest that has not ended sets its participants against one another: not all can win the same. */
export function isRanked(contest: SalesContest, today: string): boolean {
  const { qualify, participants, prizes } = contest
  if (qualify !== 'top-ranked' || participants === 1 || isOver(contest, today)) return false
  const winners = winnersOf(contest)
  const all = winners !== undefined && participants !== undefined && winners >= participants
  return !all || new Set(prizes?.map(({ amount }) => moneyText(amount))).size > 1
}

/** Whether the plan pays a small group for what it reaches together: a team's measure, or a pool in equal parts. */
export function paysTeams({ spec }: IncentivePlan): boolean {
  const { measures = [], pools = [] } = spec
  const teamMeasure = measures.some(
    ({ scope, basis, weight }) => (scope === 'team' || scope === 'alliance') && basis !== 'rank' && weight !== 0,
  )
  return teamMeasure || pools.some((pool) => sharesResults(pool) && (pool.funding.scope ?? 'team') === 'team')
}

/** Whether a contest is among those whom the plan pays as a team. */
export function isInsideTeam({ participants }: SalesContest, plan: IncentivePlan): boolean {
  const { peers } = plan.spec
  return peers !== undefined && peers > 1 && (participants ?? peers) <= peers && paysTeams(plan)
}

/** An error where people must help one another and the plan as a whole then pays them less when a colleague does better. */
export function graverInPlan(
  plan: IncentivePlan,
  { assumptions, interdependence }: { assumptions: Assumptions; interdependence: DeclaredInterdependence },
): Pick<Report, 'severity'> {
  const { degree } = interdependence
  if (degree === undefined || degree === 'pooled') return {}
  const payoff = crossPayoffOf(plan, assumptions)
  return payoff !== undefined && payoff.colleague < 0 ? { severity: 'error' } : {}
}

/** A reward that the law wants eliminated where it holds: for specific securities within a limited period. */
export function rewardsSecuritiesForATime({
  securities,
  to,
}: {
  readonly securities?: readonly string[]
  readonly to?: string
}): boolean {
  return securities !== undefined && securities.length > 0 && to !== undefined
}

/** Whether such rewards are against the law for this company today. */
export function mayNotRewardSecurities(workspace: Workspace): boolean {
  return evidenceThatHolds('L4', workspace) !== undefined
}
