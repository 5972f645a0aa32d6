import { barrier, passed, rule } from '../rule.ts'

const costs = { failureLowersRating: 'rating', failureLowersPay: 'pay' } as const

export default rule({
  id: 'culture/experiment-failure-penalised',
  title: 'A failed experiment costs rating or pay',
  kind: 'CulturalNorms',
  severity: 'info',
  finds: 'Experiments whose failure can lower the rating or the pay of those who tried.',
  why: 'Nobody tries something new with a partner that might not work, and nobody tells early that it does not.',
  evidence: ['article'],
  certainty: "That people try less where failing costs them is practitioners' experience.",
  against: 'Carelessness is no experiment: what was agreed, tried and told early is.',
  fixing:
    'There is no fix: say what counts as an experiment first, and judge how it was done rather than how it came out.',
  *check({ spec }) {
    const { experiments } = spec
    if (experiments === undefined) return
    const keys = (['failureLowersRating', 'failureLowersPay'] as const).filter((key) => experiments[key] === true)
    const [first] = keys
    if (first !== undefined) {
      yield barrier(experiments, first, {
        what: `A failed experiment can lower the ${keys.map((key) => costs[key]).join(' and the ')} of those who tried it.`,
        change: 'Judge how an experiment was planned, done and told of, not how it came out.',
      })
    } else if (experiments.failureLowersRating === false || experiments.failureLowersPay === false) yield passed()
  },
})
