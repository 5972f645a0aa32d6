import type { SalesContest } from '../../language/generated/policies.ts'
import { payoffNumbers, payoffOfOnly } from '../cross-payoff-of.ts'
import { type Fix, remove, set, unsafe } from '../fix.ts'
import {
  graverInPlan,
  isInsideTeam,
  isRanked,
  mayNotRewardSecurities,
  rewardsSecuritiesForATime,
  stakesText,
} from '../ranked-contests.ts'
import { moneyText } from '../resource-amounts.ts'
import { barrier, passed, rule, titled } from '../rule.ts'
import { isOver } from '../time-spans.ts'

/** The result that wins where a contest names none, in percent of target. */
const onTarget = 100

export default rule({
  id: 'performance/winner-take-all-contest',
  title: 'Only the best of a contest win',
  kind: 'IncentivePlan',
  severity: { pooled: 'info', sequential: 'warning', reciprocal: 'warning', undeclared: 'warning' },
  finds:
    "A contest with `qualify: top-ranked` that has not ended, unless everyone wins the same. Where the plan as a whole then pays less for a colleague's success, it is an error among people who depend on one another. A contest inside a team that is paid together is for `performance/relative-bonus-inside-team-pay` to report.",
  why: 'Every colleague who does better moves me down a place, so a lead, a trick or an hour of help is worth more kept.',
  evidence: ['R11', 'R8'],
  certainty: 'In experiments both effort and sabotage rise with the spread between prizes.',
  against:
    'Effort rises as well, and where people cannot harm one another ranking raised output (R8). Among people who each work alone it is for information only.',
  fixing:
    'The fix gives a prize to everyone who reaches a threshold (`qualify: all-above-threshold`) and divides the same money among all participants. It changes what the policy says.',
  *check(plan, context) {
    const { assumptions, workspace } = context
    const lawful = !mayNotRewardSecurities(workspace)
    for (const contest of plan.spec.contests ?? []) {
      if (isOver(contest, workspace.today)) continue
      if (isInsideTeam(contest, plan) || (!lawful && rewardsSecuritiesForATime(contest))) continue
      if (!isRanked(contest, workspace.today)) {
        yield passed()
        continue
      }
      const payoff = payoffOfOnly(plan, { contests: [contest] }, assumptions)
      yield barrier(contest, 'qualify', {
        what: `In the contest "${titled(contest)}" ${stakesText(contest)}.`,
        change: 'Give the prize to everyone who reaches a threshold (qualify: all-above-threshold).',
        ...payoffNumbers(payoff, 'In the contest alone'),
        fixes: openToAll(contest),
        ...graverInPlan(plan, context),
      })
    }
  },
})

/** The places of a prize say how many can get it: where it is not known how many take part, they cannot be made enough. */
function openToAll(contest: SalesContest): readonly Fix[] {
  const { threshold = onTarget, prizes = [], participants } = contest
  const [first] = prizes
  if (first !== undefined && participants === undefined) return []
  const total = prizes.reduce((sum, { places, amount }) => sum + places * amount.amount, 0)
  const each = { amount: Math.round(total / (participants ?? 1)), currency: first?.amount.currency ?? '' }
  const prize =
    first === undefined ? '' : `: ${moneyText(each)} each, ${moneyText({ ...each, amount: total })} in all as before`
  return [
    unsafe(
      `Give a prize to everyone who reaches ${threshold} % of target${prize}`,
      set(contest, 'qualify', 'all-above-threshold'),
      set(contest, 'threshold', threshold),
      ...(['winners', 'winnersPercent'] as const).flatMap((key) =>
        contest[key] === undefined ? [] : [remove(contest, key)],
      ),
      ...(first === undefined || participants === undefined
        ? []
        : [set(contest, 'prizes', [{ places: participants, amount: each }])]),
    ),
  ]
}
