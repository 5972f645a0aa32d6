import { requireCount, requirePercent, requireShare } from './admissible.ts'
import { binomialPmf, hypergeometricPmf } from './discrete-distributions.ts'

/**
 * How a percentage of a group becomes a number of people.
 * - `up`: the next whole number, so 10 % of 5 is 1, which is 20 %
 * - `nearest`: the nearest whole number, halves up
 * - `down`: the whole number below, which may be nobody
 * - `none-below`: nobody where the percentage is less than one whole person, otherwise the nearest whole number
 */
export type QuotaRounding = 'up' | 'down' | 'nearest' | 'none-below'

export interface QuotaTerms {
  /** Whole people, 0 or more. */
  readonly groupSize: number
  /** Share of the group that the policy forces into the level, 0 to 100. */
  readonly percent: number
  readonly rounding: QuotaRounding
  /**
   * Whether the policy forces at least one person however small the group. Unless given, yes for `up` and
   * `nearest`, no for `down` and `none-below`, whose point is that a small group may go without.
   */
  readonly atLeastOne?: boolean | undefined
}

/**
 * How many people of the group the policy forces into the level: a whole number, 0 to `groupSize`.
 * Nobody where the percentage is 0 or the group is empty, whatever the rounding.
 *
 * @throws RangeError unless `groupSize` is a count and `percent` is 0 to 100.
 */
export function quota({ groupSize, percent, rounding, atLeastOne }: QuotaTerms): number {
  requireCount('groupSize', groupSize)
  requirePercent('percent', percent)
  if (groupSize === 0 || percent === 0) return 0
  const mayBeNobody = rounding === 'down' || rounding === 'none-below'
  const least = (atLeastOne ?? !mayBeNobody) ? 1 : 0
  return Math.max(least, rounded((groupSize * percent) / 100, rounding))
}

function rounded(people: number, rounding: QuotaRounding): number {
  const noise = 1e-9 // 7 % of 300 must be 21, whatever the last binary digit says
  switch (rounding) {
    case 'up':
      return Math.ceil(people - noise)
    case 'down':
      return Math.floor(people + noise)
    case 'nearest':
      return Math.floor(people + 0.5 + noise)
    case 'none-below':
      return people + noise < 1 ? 0 : Math.floor(people + 0.5 + noise)
  }
}

export interface ForcedLabelsInput {
  /** Whole people, 0 or more. */
  readonly groupSize: number
  /** How many of them the policy forces into the level, 0 to `groupSize`. */
  readonly quota: number
  /** Share of the whole company that truly belongs in the level, 0 to 1. */
  readonly lowShare: number
  /** The company the group is drawn from, where its size is declared: people, at least `groupSize`. */
  readonly company?: { readonly size: number } | undefined
}

export interface ForcedLabels {
  /** Chance that nobody in the group belongs in the level. */
  readonly nobodyBelongs: number
  /** Chance that exactly as many belong there as the quota demands. */
  readonly exactFit: number
  /** Expected share of the labels that go to people who do not belong there; 0 where nobody is labelled. */
  readonly wrongShare: number
  /** Expected number of people who belong there and get no label. */
  readonly missedLabels: number
  readonly assumptions: {
    readonly lowShare: number
    /** Binomial: each member independently; hypergeometric: drawn from a company of `companySize`. */
    readonly distribution: 'binomial' | 'hypergeometric'
    readonly companySize: number | undefined
    /** People in the company who truly belong in the level: `lowShare` of its size, rounded. */
    readonly companyLow: number | undefined
  }
}

/**
 * What a quota does to a group whose members belong in the level by chance: K of them do, and the policy labels
 * `quota`. K ~ Binomial(groupSize, lowShare), or hypergeometric where the company's size is declared.
 *
 * @throws RangeError for a quota over the group's size, a group larger than its company, or a share outside 0 to 1.
 */
export function forcedLabels(input: ForcedLabelsInput): ForcedLabels {
  const { groupSize, lowShare, company } = input
  requireCount('groupSize', groupSize)
  requireCount('quota', input.quota, groupSize)
  requireShare('lowShare', lowShare)
  const companyLow = company === undefined ? undefined : Math.round(company.size * lowShare)
  if (company !== undefined) {
    requireCount('company.size', company.size)
    requireCount('groupSize', groupSize, company.size)
  }
  const chance = chanceOfLow(groupSize, lowShare, company)
  const wrong = expectedWrong(input.quota, chance)
  const expectedLow =
    company === undefined || companyLow === undefined
      ? groupSize * lowShare
      : company.size === 0
        ? 0
        : (groupSize * companyLow) / company.size
  return {
    nobodyBelongs: chance(0),
    exactFit: chance(input.quota),
    wrongShare: input.quota === 0 ? 0 : Math.min(1, wrong / input.quota),
    // E[(K − q)+] = E[K] − q + E[(q − K)+], which spares the long sum
    missedLabels: Math.max(0, expectedLow - input.quota + wrong),
    assumptions: {
      lowShare,
      distribution: company === undefined ? 'binomial' : 'hypergeometric',
      companySize: company?.size,
      companyLow,
    },
  }
}

/** P(K = k) of the number of people in a group who belong in the level. */
function chanceOfLow(
  groupSize: number,
  lowShare: number,
  company: { readonly size: number } | undefined,
): (k: number) => number {
  if (company === undefined) return (k) => binomialPmf(k, groupSize, lowShare)
  const low = Math.round(company.size * lowShare)
  return (k) => hypergeometricPmf(k, company.size, low, groupSize)
}

/** E[(q − K)+]: the expected number of labels for which the group has nobody. */
function expectedWrong(labels: number, chance: (k: number) => number): number {
  let wrong = 0
  for (let k = 0; k < labels; k++) wrong += (labels - k) * chance(k)
  return wrong
}

export interface SmallestGroupInput extends Omit<QuotaTerms, 'groupSize'> {
  /** Share of the whole company that truly belongs in the level, 0 to 1. */
  readonly lowShare: number
  /** The largest expected share of wrong labels that is acceptable, 0 to 1. */
  readonly acceptableWrongShare: number
  /** The company the groups are drawn from, where its size is declared. */
  readonly company?: { readonly size: number } | undefined
  /** The largest group looked at; 1,000 people unless given, and never more than the company has. */
  readonly searchUpTo?: number | undefined
}

/**
 * The smallest group from which on the quota is acceptable: the smallest n such that every group of n to
 * `searchUpTo` people has at most `acceptableWrongShare` of its labels wrong. Searched exactly, since the wrong
 * share jumps up wherever rounding adds a label (n = 36, q = 4: 23.3 %; n = 40, q = 4: 18.5 %). `undefined`
 * where even the largest group looked at is not acceptable. Groups whose quota is nobody count as acceptable.
 *
 * @throws RangeError for a share or a percentage out of range.
 */
export function smallestGroup(input: SmallestGroupInput): number | undefined {
  requireShare('lowShare', input.lowShare)
  requireShare('acceptableWrongShare', input.acceptableWrongShare)
  const { company } = input
  if (company !== undefined) requireCount('company.size', company.size)
  const searchUpTo = Math.min(input.searchUpTo ?? 1000, company?.size ?? Number.POSITIVE_INFINITY)
  requireCount('searchUpTo', searchUpTo)
  let smallest: number | undefined
  for (let groupSize = searchUpTo; groupSize >= 1; groupSize--) {
    const labels = quota({ ...input, groupSize })
    const chance = chanceOfLow(groupSize, input.lowShare, company)
    const wrongShare = labels === 0 ? 0 : expectedWrong(labels, chance) / labels
    if (wrongShare > input.acceptableWrongShare) return smallest
    smallest = groupSize
  }
  return smallest
}
