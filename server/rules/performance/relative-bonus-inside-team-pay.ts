import type { IncentiveMeasure, IncentivePlan } from '../../language/generated/policies.ts'
import { crossPayoffOf, payoffNumbers } from '../cross-payoff-of.ts'
import { remove, set, unsafe } from '../fix.ts'
import {
  graverInPlan,
  isInsideTeam,
  isRanked,
  mayNotRewardSecurities,
  paysTeams,
  rewardsSecuritiesForATime,
  stakesText,
} from '../ranked-contests.ts'
import { barrier, passed, rule, titled } from '../rule.ts'

export default rule({
  id: 'performance/relative-bonus-inside-team-pay',
  title: 'Team pay with a bonus for the best of the team',
  kind: 'IncentivePlan',
  severity: { pooled: 'info', sequential: 'warning', reciprocal: 'warning', undeclared: 'warning' },
  finds:
    "A plan that pays a team for what it reaches together (a measure of scope team or alliance, or a pool that the team's results fill), and besides ranks its members: a contest with `qualify: top-ranked` among no more people than work together (`peers`), or a measure with `basis: rank`. A measure by which the plan as a whole pays less for a colleague's success is for `performance/negative-cross-payoff` to report.",
  why: 'The team is asked to pull together and one of them is paid for being ahead of the others; the help that cost nothing stops.',
  evidence: ['R15'],
  certainty:
    'In experiments, reported in a working paper, a relative bonus inside team pay crowded out voluntary cooperation. What it does in companies was not measured.',
  against:
    'A small prize can also show what good work looks like; prizes that depend on what all produce can even pay for help (R15).',
  fixing:
    'The fix takes the contest out, or holds the measure against a target (`basis: absolute`). It changes what the policy pays.',
  *check(plan, context) {
    const { assumptions, workspace } = context
    const { contests = [], measures = [] } = plan.spec
    const whole = crossPayoffOf(plan, assumptions)
    const common = payoffNumbers(whole, 'On the whole plan')
    const unlawful = mayNotRewardSecurities(workspace)
    for (const contest of contests) {
      if (!isInsideTeam(contest, plan) || (unlawful && rewardsSecuritiesForATime(contest))) continue
      if (!isRanked(contest, workspace.today)) {
        yield passed()
        continue
      }
      const title = titled(contest)
      yield barrier(contest, 'qualify', {
        what: `The plan pays the team together, and in the contest "${title}" ${stakesText(contest)}.`,
        change: 'End the contest, or give its prize to everyone who reaches a threshold.',
        fixes: [
          unsafe(
            `Take the contest "${title}" out of the plan`,
            contests.length === 1 ? remove(plan.spec, 'contests') : remove(contests, contests.indexOf(contest)),
          ),
        ],
        ...common,
        ...graverInPlan(plan, context),
      })
    }
    if (whole !== undefined && whole.colleague < 0) return
    for (const measure of measures.filter((one) => isRankedInTeam(one, plan))) {
      const title = titled(measure)
      yield barrier(measure, 'basis', {
        what: `The plan pays the team together, and its measure "${title}" ranks the members.`,
        change: 'Hold the measure against a target (basis: absolute).',
        fixes: [unsafe(`Hold "${title}" against a target: basis: absolute`, set(measure, 'basis', 'absolute'))],
        ...common,
      })
    }
  },
})

function isRankedInTeam({ basis, scope, weight }: IncentiveMeasure, plan: IncentivePlan): boolean {
  return basis === 'rank' && scope === 'individual' && weight !== 0 && paysTeams(plan)
}
