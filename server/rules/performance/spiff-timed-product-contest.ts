import type { Labels } from '../../language/generated/policies.ts'
import { evidenceThatHolds } from '../evidence-that-holds.ts'
import { remove, unsafe } from '../fix.ts'
import { rewardsSecuritiesForATime } from '../ranked-contests.ts'
import { barrier, passed, rule, titled } from '../rule.ts'
import { isOver } from '../time-spans.ts'

export default rule({
  id: 'performance/spiff-timed-product-contest',
  title: 'A reward for selling certain securities within a limited time',
  kind: 'IncentivePlan',
  severity: 'error',
  finds:
    'A contest or an extra reward on specific securities or types of securities (`securities`) with a last day (`to`), at a company that the leadership system calls a broker-dealer in the United States (`regulatedAs: [us-broker-dealer]`), from the day on which the provision holds. Elsewhere, and for rewards on the whole of what is sold, nothing is found.',
  why: 'The one who recommends a security is paid for recommending this one now, against the customer and against every colleague or partner who would advise another.',
  evidence: ['L4'],
  certainty:
    'The regulation asks broker-dealers to eliminate such contests, quotas, bonuses and non-cash pay. Schemes that rest on total production are not meant. Whether a given plan falls under it is for counsel to say.',
  fixing: 'The fix takes the contest or reward out of the plan. It changes what the policy pays.',
  *check({ spec }, { workspace }) {
    const law = evidenceThatHolds('L4', workspace)
    if (law === undefined) return
    for (const list of ['contests', 'spiffs'] as const) {
      const rewards: readonly TimedReward[] = spec[list] ?? []
      for (const [at, reward] of rewards.entries()) {
        if (isOver(reward, workspace.today)) continue
        if (!rewardsSecuritiesForATime(reward)) {
          if (reward.securities === undefined) yield passed()
          continue
        }
        const what = list === 'contests' ? 'contest' : 'extra reward'
        const title = `${what} "${titled(reward)}"`
        yield barrier(reward, 'securities', {
          what: `The ${title} rewards sales of ${reward.securities?.join(', ')} until ${reward.to}; ${law.provision} asks broker-dealers to eliminate such rewards.`,
          change: `End the ${what}, or rest it on all that is sold, and have counsel look at it.`,
          fixes: [
            unsafe(
              `Take the ${title} out of the plan`,
              rewards.length === 1 ? remove(spec, list) : remove(rewards, at),
            ),
          ],
        })
      }
    }
  },
})

interface TimedReward {
  readonly name: string
  readonly title?: string
  readonly securities?: Labels
  readonly to?: string
}
