import type { PolicyOf } from '../language/policy-file.ts'
import { percentsOfScale } from './forced-shares.ts'
import { place, type RelatedPlace } from './rule.ts'

/** The kinds of policy that divide something into 100 parts. */
export const kindsWithWeights = [
  'PerformanceCalibration',
  'IncentivePlan',
  'LeaderSelection',
  'Accountability',
  'PartnerAgreement',
] as const

/** Parts of a policy that make one whole, with the place that stands for them. */
export interface Whole {
  /** As the end of "the sum of …". */
  readonly what: string
  readonly object: object
  readonly key: string
  readonly weights: readonly (number | undefined)[]
  readonly related: readonly RelatedPlace[]
}

/** Every whole that a policy divides into weights or shares, also one of which some parts are missing. */
export function wholesOf(policy: PolicyOf<(typeof kindsWithWeights)[number]>): readonly Whole[] {
  switch (policy.kind) {
    case 'PerformanceCalibration': {
      const { spec } = policy
      const { criteria = [], distribution } = spec
      // What is only talked about needs no weight.
      const weighed = criteria.filter(({ affectsRating, weight }) => affectsRating !== false || weight !== undefined)
      const shared = distribution?.mode === 'none' ? undefined : distribution
      return [
        ...whole('the weights of the criteria', spec, 'criteria', weightsOf(weighed)),
        ...whole('the shares of the levels', shared, 'levels', percentsOfScale(spec)),
      ]
    }
    case 'IncentivePlan': {
      const { payMix } = policy.spec
      const mix = payMix === undefined ? undefined : policy.spec
      return [...measuresAndPools(policy), ...whole('the pay mix', mix, 'payMix', [payMix?.base, payMix?.variable])]
    }
    case 'LeaderSelection': {
      const { selection, promotion } = policy.spec
      return [
        ...whole('the weights of the selection criteria', selection, 'criteria', weightsOf(selection?.criteria)),
        ...whole('the weights of the promotion criteria', promotion, 'criteria', weightsOf(promotion?.criteria)),
      ]
    }
    case 'Accountability':
      return whole('the weights of the measures', policy.spec, 'measures', weightsOf(policy.spec.measures))
    case 'PartnerAgreement': {
      const { valueShare } = policy.spec
      const shared = valueShare === undefined ? undefined : policy.spec
      return whole('the shares of the value', shared, 'valueShare', [valueShare?.ours, valueShare?.theirs])
    }
  }
}

/** Together they are one person's target variable pay. Where results are multiplied, weights are not parts of a sum. */
function measuresAndPools(plan: PolicyOf<'IncentivePlan'>): readonly Whole[] {
  const { spec } = plan
  const { measures = [], pools = [], formula } = spec
  if (formula === 'multiplicative') return []
  const weights = weightsOf([...measures, ...pools])
  if (measures.length === 0) return whole('the weights of the pools', spec, 'pools', weights)
  if (pools.length === 0) return whole('the weights of the measures', spec, 'measures', weights)
  const related = [place('The pools are parts of the same sum.', plan, spec, 'pools')]
  return whole('the weights of the measures and pools', spec, 'measures', weights, related)
}

function whole(
  what: string,
  object: object | undefined,
  key: string,
  weights: Whole['weights'],
  related: Whole['related'] = [],
): readonly Whole[] {
  return object === undefined ? [] : [{ what, object, key, weights, related }]
}

function weightsOf(items: readonly { readonly weight?: number }[] = []): Whole['weights'] {
  return items.map(({ weight }) => weight)
}
