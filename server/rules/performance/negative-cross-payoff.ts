import { crossPayoffOf, payoffFigures, payoffText, payText } from '../cross-payoff-of.ts'
import { paysAgainstColleagues } from '../pay-against-colleagues.ts'
import { barrier, passed, place, rule } from '../rule.ts'

export default rule({
  id: 'performance/negative-cross-payoff',
  title: 'The pay plan as a whole pays less when a colleague does better',
  kind: 'IncentivePlan',
  severity: { pooled: 'warning', sequential: 'error', reciprocal: 'error', undeclared: 'warning' },
  finds:
    'A plan whose cross-payoff, computed over all measures, pools, ranks, gates and contests, is below zero. Where fixed pools or prizes by rank alone make it so, `performance/zero-sum-pool`, `performance/winner-take-all-contest` or `performance/relative-bonus-inside-team-pay` says it already, with the number for the whole plan.',
  why: 'Each hour of help costs the helper pay, whatever the plan pays for shared results elsewhere.',
  evidence: ['arithmetic', 'R9', 'R10', 'R11', 'R12', 'R8'],
  certainty:
    "The sign and size follow from the plan's own numbers and the named assumptions. That people help less, or even harm one another, where it is below zero is shown by experiments.",
  against:
    'Where people could not harm one another, forced ranking raised output in an experiment (R8), so it is a warning among pooled work. Help that is seen weakens it (R10).',
  fixing:
    'There is no mechanical fix: which part should change is a decision about the plan. The message names each part with its share.',
  *check(policy, { assumptions }) {
    const payoff = crossPayoffOf(policy, assumptions)
    if (payoff === undefined) return
    if (payoff.colleague >= 0) {
      yield passed()
      return
    }
    const against = paysAgainstColleagues(policy, payoff)
    const [worst, ...others] = against
    if (worst === undefined || against.every(({ spokenOf }) => spokenOf)) return
    const shares = against.map(({ title, colleague }) => `the ${title} ${payText(colleague, payoff.in)}`)
    const gained = payoff.parts.reduce((sum, { colleague }) => sum + Math.max(0, colleague), 0)
    const shared = gained > 0 ? `, and shared results add only ${payText(gained, payoff.in)}` : ''
    yield barrier(worst.object, worst.key, {
      what: `The plan as a whole lowers a person's pay when a close colleague does better, above all through the ${worst.title}.`,
      howMuch: `${payoffText(payoff)} Helping never pays for itself.${others.length === 0 && shared === '' ? '' : ` Of this, ${shares.join(', ')}${shared}.`}`,
      change: `For the ${worst.title}: ${worst.remedy}. Or give shared results more weight than that.`,
      figures: payoffFigures(payoff),
      related: others.map(({ title, colleague, object, key }) =>
        place(`The ${title} adds ${payText(colleague, payoff.in)} to it.`, policy, object, key),
      ),
    })
  },
})
