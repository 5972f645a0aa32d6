import type { IncentivePlan, IncentivePool } from '../../language/generated/policies.ts'
import { crossPayoffOf, payoffNumbers, payoffOfOnly } from '../cross-payoff-of.ts'
import { type Figure, figure, number } from '../figure.ts'
import { type Change, type Fix, set, unsafe } from '../fix.ts'
import { isZeroSum } from '../pay-against-colleagues.ts'
import { moneyText } from '../resource-amounts.ts'
import { barrier, passed, type Report, rule } from '../rule.ts'

export default rule({
  id: 'performance/zero-sum-pool',
  title: 'A fixed pool is divided by who did better',
  kind: 'IncentivePlan',
  severity: { pooled: 'warning', sequential: 'error', reciprocal: 'error', undeclared: 'warning' },
  finds:
    'A pool with `funding.basis: fixed` (or an elasticity of 0) and `split: by-score` or `by-rank`. A fixed pool that managers divide by judgement is left alone: the policy does not say what they look at, and it may be help.',
  why: "What one person gains the others lose, so helping a colleague to a better result lowers one's own pay.",
  evidence: ['arithmetic', 'R15', 'R10', 'R8'],
  certainty:
    'That the gains and losses add up to nothing is arithmetic. That people then help less is shown by experiments and a survey of workers.',
  against:
    'Where people could not harm one another, forced ranking raised output in an experiment (R8). Relative pay is a barrier where people must help one another, and only a warning among pooled work.',
  fixing:
    "The fix lets the pool grow in step with its participants' results (`elasticity: 1`), so that a colleague's success costs nobody pay; a split by rank becomes one by score. It changes what the policy says and what the pool may cost.",
  *check(policy, { assumptions }) {
    for (const pool of policy.spec.pools ?? []) {
      const people = pool.participants ?? policy.spec.peers ?? policy.spec.population?.headcount
      const zeroSum = people === 1 ? false : isZeroSum(pool)
      if (zeroSum === false) yield passed()
      if (zeroSum !== true) continue
      const { funding, split, name, title } = pool
      const ratio = people === undefined ? undefined : ratioAmong(people)
      const alone = payoffOfOnly(policy, { pools: [pool] }, assumptions)
      const whole = hasOtherPay(policy) ? crossPayoffOf(policy, assumptions) : undefined
      const inThePool = alone === undefined ? amongPeople(ratio) : payoffNumbers(alone)
      const inThePlan = payoffNumbers(whole, 'With the rest of the plan')
      yield barrier(funding, funding.basis === 'fixed' ? 'basis' : 'elasticity', {
        what: `The pool "${title ?? name}"${sizeText(pool, people)} is a fixed amount, divided ${split === 'by-rank' ? 'by rank' : 'in proportion to scores'}.`,
        howMuch: [inThePool.howMuch ?? '', inThePlan.howMuch ?? ''].filter((text) => text !== '').join(' '),
        change: `${split === 'by-rank' ? 'Divide the pool by score and let it grow' : 'Let the pool grow'} in step with its participants' results (elasticity: 1), or divide it in equal parts.`,
        figures: [...(inThePool.figures ?? []), ...(inThePlan.figures ?? []).map(ofWholePlan)],
        fixes: [growWithResults(pool, ratio)],
      })
    }
  },
})

function growWithResults(pool: IncentivePool, ratio: Figure | undefined): Fix {
  const { funding, split } = pool
  // The participants' own result must fill it: that of a whole company would leave a colleague's success a loss.
  const fromElsewhere = funding.scope !== undefined && funding.scope !== 'team'
  const changes: Change[] = [
    set(funding, 'basis', 'results'),
    ...(fromElsewhere ? [set(funding, 'scope', 'team')] : []),
    set(funding, 'elasticity', 1),
    ...(split === 'by-rank' ? [set(pool, 'split', 'by-score')] : []),
  ]
  const effect = ratio === undefined ? 'cross-payoff 0' : `cross-payoff ${number(ratio.value, 2)} → 0`
  const dividing = split === 'by-rank' ? 'Divide the pool by score and let it' : 'Let the pool'
  return unsafe(`${dividing} grow with results: elasticity 1.0 (${effect})`, ...changes)
}

function hasOtherPay({ spec }: IncentivePlan): boolean {
  const { measures = [], pools = [], contests = [] } = spec
  return measures.length + pools.length + contests.length > 1
}

/** Where nothing is known but how many share the pool. */
function amongPeople(ratio: Figure | undefined): Pick<Report, 'howMuch' | 'figures'> {
  if (ratio === undefined) return {}
  const [people] = ratio.assumptions ?? []
  return { howMuch: `Among ${people?.value} people the cross-payoff is ${number(ratio.value, 2)}.`, figures: [ratio] }
}

/** What one gains is taken in equal parts from the n − 1 others. */
function ratioAmong(people: number): Figure {
  const assumptions = [{ name: 'people', value: people, from: 'policy' as const }]
  return figure(
    'cross-payoff',
    "Pay for a colleague's result in proportion to pay for one's own",
    -1 / (people - 1),
    'ratio',
    assumptions,
  )
}

function sizeText({ amount, weight }: IncentivePool, people: number | undefined): string {
  const size = amount !== undefined ? moneyText(amount) : weight !== undefined ? `${weight} % of target pay` : undefined
  const parts = [size, people === undefined ? undefined : `${size === undefined ? '' : 'for '}${people} people`]
  const said = parts.filter((part) => part !== undefined)
  return said.length === 0 ? '' : ` (${said.join(' ')})`
}

function ofWholePlan(figure: Figure): Figure {
  return { ...figure, name: `plan-${figure.name}`, title: `${figure.title}, on the whole plan` }
}
