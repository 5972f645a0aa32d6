import type { RatingCriterion } from '../../language/generated/policies.ts'
import { isAcrossBoundaries } from '../across-boundaries.ts'
import { figure, number } from '../figure.ts'
import { type Fix, placeholder, set, unsafe, weightFromOthers } from '../fix.ts'
import {
  countedCriteria,
  counts,
  isOwnResultsOnly,
  isShared,
  sharedWeightOption,
  spareWeight,
} from '../rating-criteria.ts'
import { barrier, passed, rule, type SeverityByInterdependence } from '../rule.ts'

/** As severe as rating own results only, which is what it comes to. */
const asOwnResults: SeverityByInterdependence = {
  pooled: 'info',
  sequential: 'error',
  reciprocal: 'error',
  undeclared: 'warning',
}

export default rule({
  id: 'performance/collaboration-unweighted',
  title: 'Collaboration is a criterion that does not count',
  kind: 'PerformanceCalibration',
  severity: 'warning',
  finds:
    'A criterion about contributing to others, using their work, shared results, collaboration or partnering with `weight: 0` or `affectsRating: false`, where none about the same counts. Where nothing else counts than what each person does alone, any shared criterion is meant, and it is an error for people who hand over to or must help one another.',
  why: 'What is declared and does not count is learned to be optional.',
  evidence: ['R13'],
  certainty: 'That people do what is rewarded is a well-known argument rather than a measurement.',
  against:
    'What is only talked about can be talked about more openly. Then something else about working together should count.',
  fixing:
    'The fix lets the criterion count, with a weight taken from the heaviest one where that can spare it. The weight is a convention.',
  options: sharedWeightOption,
  *check({ spec }, { options, interdependence }) {
    const counted = countedCriteria(spec)
    const ownOnly = isOwnResultsOnly(counted)
    for (const criterion of spec.criteria ?? []) {
      const { about, weight, title, name } = criterion
      if (!(isAcrossBoundaries(about) || (ownOnly && isShared(criterion)))) continue
      if (counts(criterion) || counted.some((one) => one.about === about)) yield passed()
      else {
        yield barrier(criterion, weight === 0 ? 'weight' : 'affectsRating', {
          what: `The criterion "${title ?? name}" ${weight === 0 ? 'weighs nothing' : 'does not affect the rating'}${ownOnly ? ', and all that counts is what each person does alone' : ''}.`,
          howMuch: 'It counts for 0 % of a rating.',
          change: `Let it count, ${weight === undefined || weight === 0 ? `for instance with ${number(options.sharedWeight, 1)} % (a convention)` : `with its ${number(weight, 1)} %`}.`,
          figures: [figure('criterion-weight', `Weight of "${name}" in the rating`, 0, 'percent')],
          severity: ownOnly ? asOwnResults[interdependence.degree ?? 'undeclared'] : 'warning',
          fixes: [letCount(criterion, counted, options.sharedWeight)],
        })
      }
    }
  },
})

function letCount(criterion: RatingCriterion, counted: readonly RatingCriterion[], proposed: number): Fix {
  const { title, name, weight, affectsRating } = criterion
  const called = `Let "${title ?? name}" count`
  const included = affectsRating === false ? [set(criterion, 'affectsRating', true)] : []
  if (weight !== undefined && weight > 0) return unsafe(`${called} with its ${number(weight, 1)} %`, ...included)
  const spare = spareWeight(counted, proposed)
  if (spare === undefined) {
    return weight === 0
      ? placeholder(called, ...included, set(criterion, 'weight', weightFromOthers))
      : unsafe(called, ...included)
  }
  const { from, before, left } = spare
  return unsafe(
    `${called} with ${number(proposed, 1)} %, taken from ${from.name} (${number(before, 2)} to ${number(left, 2)} %)`,
    ...included,
    set(from, 'weight', left),
    set(criterion, 'weight', proposed),
  )
}
