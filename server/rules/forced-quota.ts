import { type ForcedLabels, forcedLabels, type QuotaRounding, quota, smallestGroup } from '../models/forced-labels.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { Assumptions } from './assumptions.ts'
import { type Assumption, type Figure, figure } from './figure.ts'
import type { ForcedShare } from './forced-shares.ts'

/** What a forced share of the lowest level rests on when it meets a group of people. */
export interface ForcedQuota {
  /** The share that is forced, in percent. */
  readonly percent: number
  readonly rounding: Assumption & { readonly value: QuotaRounding }
  /** Percent of people who truly belong in the level. */
  readonly lowPerformers: Assumption & { readonly value: number }
  /** How many people the groups are drawn from, where that is declared. */
  readonly company: (Assumption & { readonly value: number }) | undefined
}

export function forcedQuota(
  { distribution: { rounding }, percent }: ForcedShare,
  assumptions: Assumptions,
  workspace: Workspace,
): ForcedQuota {
  return {
    percent,
    rounding: { name: 'rounding', value: rounding ?? 'nearest', from: rounding === undefined ? 'default' : 'policy' },
    lowPerformers: lowPerformers(assumptions, percent),
    company: companyHeadcount(workspace),
  }
}

/** How many people work in the company, where that is declared. */
export function companyHeadcount(workspace: Workspace): ForcedQuota['company'] {
  const [value] = workspace.all('LeadershipSystem').flatMap(({ spec }) => spec.company?.headcount ?? [])
  return value === undefined ? undefined : { name: 'company headcount', value, from: 'leadership system' }
}

/** As the company says. Where it says nothing, a policy that forces more than is usual is granted that so many are low. */
function lowPerformers(assumptions: Assumptions, percent: number): ForcedQuota['lowPerformers'] {
  const assumed = assumptions.get('lowPerformers')
  const granted = assumed.from === 'default' && percent > assumed.value
  return granted ? { name: assumed.name, value: percent, from: 'policy' } : assumed
}

/** How many of a group get the level, and how well that fits by chance. */
export function labelsIn(
  groupSize: number,
  { percent, rounding, lowPerformers, company }: ForcedQuota,
): ForcedLabels & { readonly labels: number } {
  const labels = quota({ groupSize, percent, rounding: rounding.value })
  const drawnFrom = company === undefined || company.value < groupSize ? undefined : { size: company.value }
  const lowShare = lowPerformers.value / 100
  return { labels, ...forcedLabels({ groupSize, quota: labels, lowShare, company: drawnFrom }) }
}

/** The numbers of a group for its message. */
export function labelFigures(
  groupSize: number,
  { share: { level } }: ForcedShare,
  forced: ForcedQuota,
): Readonly<Record<'labels' | 'nobody' | 'wrong', Figure>> {
  const { labels, nobodyBelongs, wrongShare } = labelsIn(groupSize, forced)
  const drawn = [forced.lowPerformers, ...(forced.company === undefined ? [] : [forced.company])]
  return {
    labels: figure('forced-labels', `People of ${groupSize} who must be rated "${level}"`, labels, 'count', [
      forced.rounding,
    ]),
    nobody: figure(
      'nobody-belongs',
      `Chance that nobody of ${groupSize} belongs in "${level}"`,
      nobodyBelongs,
      'chance',
      drawn,
    ),
    wrong: figure(
      'wrong-labels',
      `Share of "${level}" ratings that go to people who do not belong there`,
      wrongShare * 100,
      'percent',
      [...drawn, forced.rounding],
    ),
  }
}

/**
 * From how many people on at most so many percent of the labels are wrong, and not fewer than `atLeast`; undefined where no
 * group is large enough.
 */
export function smallestFittingGroup(
  { percent, rounding, lowPerformers, company }: ForcedQuota,
  acceptablePercent: number,
  atLeast: number,
): Figure | undefined {
  const lowShare = lowPerformers.value / 100
  const acceptableWrongShare = acceptablePercent / 100
  const drawnFrom = company === undefined ? undefined : { size: company.value }
  const terms = { percent, rounding: rounding.value, lowShare, acceptableWrongShare, company: drawnFrom }
  // Nearly always found among small groups, in a fraction of the time; what is found near the end of a search may not hold beyond it.
  const near = smallestGroup({ ...terms, searchUpTo: 200 })
  const fitting = near !== undefined && near <= 100 ? near : smallestGroup(terms)
  if (fitting === undefined) return undefined
  return figure(
    'smallest-fitting-group',
    'Smallest group in which the share fits',
    Math.max(fitting, Math.ceil(atLeast)),
    'count',
    [
      lowPerformers,
      ...(company === undefined ? [] : [company]),
      rounding,
      { name: 'acceptable share of wrong labels, in percent', value: acceptablePercent, from: 'convention' },
    ],
  )
}

/** A forced share as it becomes by rounding to whole people of a group. */
export interface RoundedShare<G> {
  readonly group: G
  readonly labels: number
  readonly percent: number
}

/** The share that each group has after rounding, the largest first. */
export function sharesAfterRounding<G extends { readonly headcount: number }>(
  groups: readonly G[],
  quota: ForcedQuota,
  rounding: QuotaRounding = quota.rounding.value,
): readonly RoundedShare<G>[] {
  const terms = { ...quota, rounding: { ...quota.rounding, value: rounding } }
  return groups
    .map((group) => {
      const { labels } = labelsIn(group.headcount, terms)
      return { group, labels, percent: (100 * labels) / group.headcount }
    })
    .sort((a, b) => b.percent - a.percent)
}
