import type { PerformanceCalibrationSpec, RatingCriterion } from '../../language/generated/policies.ts'
import type { Value } from '../../language/source-document.ts'
import { figure, figureText, number } from '../figure.ts'
import { append, type Fix, fillIn, placeholder, set, weightFromOthers } from '../fix.ts'
import { countedCriteria, isOwnResultsOnly, isShared, sharedWeightOption, spareWeight } from '../rating-criteria.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'performance/individual-only-goals',
  title: 'People are rated by their own results only',
  kind: 'PerformanceCalibration',
  severity: { pooled: 'info', sequential: 'error', reciprocal: 'error', undeclared: 'warning' },
  finds:
    'Rating criteria that all look at one person (`scope: individual`) and none of which is about contributing to others, using their work, shared results, collaboration or partnering. Where one of that sort is declared and does not count, that is `performance/collaboration-unweighted`.',
  why: 'Collaboration is hoped for while each person is rated for their own results, so time spent on a shared result is time lost.',
  evidence: ['R13', 'R19', 'R14'],
  certainty:
    'That people do what is rewarded is a well-known argument rather than a measurement. A field study and a meta-analysis show that what works depends on how far people need one another.',
  against:
    'Where each works alone (pooled), individual goals fit the work, so this is for information there. Half individual and half shared did worst in one study (R19): a shared part should be one that people can move together.',
  fixing:
    'The fix adds a criterion on a shared result and takes its weight from the heaviest one. What the result is has to be filled in; the weight is a convention.',
  options: sharedWeightOption,
  *check({ spec }, { options }) {
    const counted = countedCriteria(spec)
    if (counted.some(isShared)) yield passed()
    else if (isOwnResultsOnly(counted) && !spec.criteria?.some(isShared)) {
      const own = figure('individual-weight', 'Weight of criteria that look at one person only', 100, 'percent')
      yield barrier(spec, 'criteria', {
        what: `${counted.length === 1 ? 'The only criterion looks' : `Each of the ${counted.length} criteria looks`} at what one person does alone.`,
        howMuch: `${figureText(own)} of the rating hangs on own results and nothing on a shared one.`,
        change: `Rate a result that people reach together as well, for instance with a weight of ${number(options.sharedWeight, 1)} % (a convention).`,
        figures: [own],
        fixes: [addShared(spec, counted, options.sharedWeight)],
      })
    }
  },
})

/** A criterion on a shared result, with a weight that comes from the heaviest criterion where that can spare it. */
function addShared(spec: PerformanceCalibrationSpec, counted: readonly RatingCriterion[], weight: number): Fix {
  const spare = spareWeight(counted, weight)
  const named = (spec.criteria ?? []).some(({ name }) => name === 'shared-result')
  const criterion = {
    name: named ? 'result-reached-together' : 'shared-result',
    description: fillIn('the result that these people reach together'),
    about: 'shared-results',
    scope: 'team',
  } satisfies Record<string, Value>
  if (spare === undefined) {
    const changes = [append(spec, 'criteria', { ...criterion, weight: weightFromOthers })]
    return placeholder('Add a shared result to the criteria', ...changes)
  }
  const { from, before, left } = spare
  return placeholder(
    `Add a shared result with a weight of ${number(weight, 1)} %, taken from ${from.name} (${number(before, 2)} to ${number(left, 2)} %)`,
    set(from, 'weight', left),
    append(spec, 'criteria', { ...criterion, weight }),
  )
}
