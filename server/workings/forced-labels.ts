import type { PerformanceCalibration } from '../language/generated/policies.ts'
import { binomialPmf, hypergeometricPmf } from '../models/discrete-distributions.ts'
import { distributionCounts } from '../models/distribution-fit.ts'
import {
  companyHeadcount,
  type ForcedQuota,
  forcedQuota,
  labelsIn,
  smallestFittingGroup,
} from '../rules/forced-quota.ts'
import { type ForcedShare, forcedShare, lowestLevel, topCap } from '../rules/forced-shares.ts'
import { type RatedGroup, ratedGroups } from '../rules/rated-groups.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { type Asked, inKind } from './asked.ts'
import {
  choose,
  type Expression,
  type Given,
  largestOf,
  minus,
  over,
  plus,
  power,
  roundedTo,
  times,
  total,
} from './expression.ts'
import { amountText } from './expression-text.ts'
import { field, found, given, percentage, resultOf, type Step, step, type Table, taken, type Worked } from './step.ts'

type OfCalibration = Asked<'PerformanceCalibration'>

/** Labels, wrong labels and the smallest group that fits, of the group that the finding points at. */
export const forcedLabels = inKind('PerformanceCalibration', (asked) => {
  const known = forcedIn(asked)
  const group = known === undefined ? undefined : groupPointedAt(asked)
  if (known === undefined || group === undefined) return []
  return labelsWorked(asked, known, group)
})

/** The group, by the place that names it. */
function groupPointedAt({ policy, workspace, finding, pointedAt }: OfCalibration): RatedGroup | undefined {
  const groups = ratedGroups(policy, workspace)
  const last = finding.path.at(-1)
  return groups.find(({ object, key }) => pointedAt([object]).length > 0 && (typeof key !== 'number' || key === last))
}

interface Forced {
  readonly forced: ForcedShare
  readonly quota: ForcedQuota
}

function forcedIn({ policy, assumptions, workspace }: OfCalibration): Forced | undefined {
  const level = lowestLevel(policy.spec)
  const forced = level === undefined ? undefined : forcedShare(policy.spec, level)
  return forced === undefined ? undefined : { forced, quota: forcedQuota(forced, assumptions, workspace) }
}

/** What a group of so many people draws: a chance for each, or so many of a company of known size. */
export interface Draw {
  readonly people: Given
  readonly low: Given
  readonly company: Given | undefined
}

/** What the rows of a table of wrong labels add up to. */
function tooManyStep(title: string, table: Table): Step {
  return step(title, total('labels too many × chance', column(table, 2)), 'ratio', table)
}

function labelsWorked(asked: OfCalibration, known: Forced, group: RatedGroup): readonly Worked[] {
  const people = headcountOf(group)
  const quota = quotaStep(known, people)
  const draw = { people, low: lowOf(known), company: companyOf(asked.workspace, people.value) }
  const { steps, chances } = outcomesTable(draw, quota.result.value)
  const nobody = nobodyStep(draw, steps)
  const table = wrongTable(quota.result.value, chances, draw)
  const wrong = tooManyStep('Labels without anyone who belongs there, on average', table)
  const share = step('Share of labels that are wrong', over(resultOf(wrong), resultOf(quota)), 'percent')
  const fitting = fittingStep(asked, known)
  return [
    { figure: 'forced-labels', steps: [quota] },
    { figure: 'nobody-belongs', steps: [...steps, nobody] },
    { figure: 'wrong-labels', steps: [quota, ...steps, wrong, share] },
    ...(fitting === undefined ? [] : [{ figure: 'smallest-fitting-group', steps: fitting }]),
  ]
}

function headcountOf({ title, headcount, object, key, declared }: RatedGroup): Given {
  const source = declared === undefined ? field(object, key) : field(declared.object, declared.key)
  return given(`people of ${title.charAt(0).toLowerCase()}${title.slice(1)}`, headcount, 'count', source)
}

function lowOf({ forced, quota: { lowPerformers } }: Forced): Given {
  const { value, from } = lowPerformers
  if (from === 'policy')
    return percentage('share of people who truly belong there', value, field(forced.share, forced.key))
  return percentage('share of people who truly belong there', value, {
    from: 'assumption',
    assumed: { ...lowPerformers, value },
  })
}

function companyOf(workspace: Workspace, people: number): Given | undefined {
  const company = companyHeadcount(workspace)
  const [declared] = workspace
    .all('LeadershipSystem')
    .flatMap(({ spec }) => (spec.company?.headcount === undefined ? [] : [spec.company]))
  if (company === undefined || declared === undefined || company.value < people) return undefined
  return given('people of the company', company.value, 'count', field(declared, 'headcount'))
}

/** How many the policy labels: the share of the group, rounded as it says, and at least one where it rounds so. */
function quotaStep({ forced, quota }: Forced, people: Given): Step {
  const share = percentage(`forced share of "${forced.share.level}"`, quota.percent, field(forced.share, forced.key))
  const exact = times(people, share)
  const { value: rounding } = quota.rounding
  const least = rounding === 'up' || rounding === 'nearest'
  const tooFew = rounding === 'none-below' && people.value * share.value + 1e-9 < 1
  const whole = roundedTo(rounding === 'up' ? 'up' : rounding === 'down' || tooFew ? 'down' : 'nearest', exact)
  const says =
    quota.rounding.from === 'policy' ? `rounding: ${rounding}` : `rounding is not declared; ${rounding} is taken`
  return step(`Labels (${says})`, least && people.value > 0 && share.value > 0 ? largestOf(1, whole) : whole, 'count')
}

/** P(K = k) for each k below the quota: K people of the group belong there. */
function outcomesTable(
  draw: Draw,
  labels: number,
): { readonly steps: readonly Step[]; readonly chances: readonly number[] } {
  const steps = companySteps(draw)
  const companyLow = steps[0]?.result.value ?? 0
  const chances = Array.from({ length: labels }, (_, k) =>
    draw.company === undefined
      ? binomialPmf(k, draw.people.value, draw.low.value)
      : hypergeometricPmf(k, draw.company.value, companyLow, draw.people.value),
  )
  return { steps, chances }
}

function companySteps({ company, low }: Draw): readonly Step[] {
  return company === undefined
    ? []
    : [step('People of the company who belong there', roundedTo('nearest', times(company, low)), 'count')]
}

/** Binomial: nobody of n. Hypergeometric: all of the group come from those who do not belong there. */
function nobodyStep(draw: Draw, [companyLow]: readonly Step[]): Step {
  const { people, low, company } = draw
  if (company === undefined || companyLow === undefined)
    return step('Chance that nobody belongs there', power(minus(1, low), people), 'chance')
  const others = minus(company, resultOf(companyLow))
  return step('Chance that nobody belongs there', over(choose(others, people), choose(company, people)), 'chance')
}

function wrongTable(labels: number, chances: readonly number[], { people, low, company }: Draw): Table {
  const by =
    company === undefined
      ? `chance of k = choose(n; k) × p^k × (1 − p)^(n − k), n = ${people.value} people, p = ${amountText(low)}`
      : `chance of k = choose(M; k) × choose(N − M; n − k) ÷ choose(N; n), n = ${people.value} people of N = ${company.value}, M of whom belong there`
  return {
    rows: 'k people belong there',
    by,
    from: [people, low, ...(company === undefined ? [] : [company])],
    columns: [
      { title: 'labels too many', unit: 'count' },
      { title: 'chance of k', unit: 'chance' },
      { title: 'labels too many × chance', unit: 'ratio' },
    ],
    cells: chances.map((chance, k) => ({ label: `${k}`, values: [labels - k, chance, (labels - k) * chance] })),
  }
}

function column(table: Table, at: number): readonly number[] {
  return table.cells.map(({ values }) => values[at] ?? 0)
}

/** Searched group by group: rounding makes the share of wrong labels jump, so that no formula gives it. */
function fittingStep(asked: OfCalibration, known: Forced): readonly Step[] | undefined {
  const [acceptable, least] = [asked.option('acceptableWrongLabels'), asked.option('smallestGroup')]
  const searched = smallestFittingGroup(known.quota, acceptable, 0)
  if (searched === undefined) return undefined
  const from = [
    percentage('acceptable share of wrong labels', acceptable, { from: 'option', name: 'acceptableWrongLabels' }),
    lowOf(known),
    percentage('forced share', known.quota.percent, field(known.forced.share, known.forced.key)),
  ]
  const words =
    'searched down from 1,000 people (or all of the company): the smallest group from which on no group has more wrong labels than accepted; each row worked out as above'
  const first = found(
    'Smallest group by wrong labels',
    searched.value,
    'count',
    words,
    from,
    around(searched.value, known.quota),
  )
  const option = given('smallest group accepted', least, 'count', { from: 'option', name: 'smallestGroup' })
  return [
    first,
    step('Smallest group in which the share fits', largestOf(resultOf(first), roundedTo('up', option)), 'count'),
  ]
}

/** The groups around the one that was found, for checking by hand. */
function around(people: number, quota: ForcedQuota): Table {
  const sizes = [people - 2, people - 1, people, people + 1].filter((size) => size > 0)
  return {
    rows: 'people',
    columns: [
      { title: 'labels', unit: 'count' },
      { title: 'wrong', unit: 'percent' },
    ],
    cells: sizes.map((size) => {
      const { labels, wrongShare } = labelsIn(size, quota)
      return { label: `${size}`, values: [labels, wrongShare] }
    }),
  }
}

/** The share that a group really gets by rounding to whole people. */
export const roundedShare = inKind('PerformanceCalibration', (asked) => {
  const known = forcedIn(asked)
  if (known === undefined) return []
  const groups = ratedGroups(asked.policy, asked.workspace).filter(
    ({ headcount }) => headcount > 0 && headcount >= (known.forced.distribution.minimumGroup ?? 0),
  )
  const workings = groups.map((group): Worked => {
    const people = headcountOf(group)
    const quota = quotaStep(known, people)
    return {
      figure: 'rounded-share',
      steps: [quota, step('Share after rounding', over(resultOf(quota), people), 'percent')],
    }
  })
  const [worst] = [...workings].sort(
    (a, b) => (b.steps.at(-1)?.result.value ?? 0) - (a.steps.at(-1)?.result.value ?? 0),
  )
  return worst === undefined ? [] : [worst]
})

function smallestGroup(calibration: PerformanceCalibration, workspace: Workspace): RatedGroup | undefined {
  return [...ratedGroups(calibration, workspace)].sort((a, b) => a.headcount - b.headcount)[0]
}

/** The chance that the smallest group has exactly the forced shares: n! ÷ (n₁! × n₂! …) × p₁^n₁ × p₂^n₂ …, as choices one level after the other. */
export const exactFit = inKind('PerformanceCalibration', ({ policy, workspace }) => {
  const group = smallestGroup(policy, workspace)
  const levels = (policy.spec.scale ?? []).flatMap(
    ({ name }) => policy.spec.distribution?.levels?.find(({ level }) => level === name) ?? [],
  )
  if (group === undefined) return []
  const people = headcountOf(group)
  const counts = distributionCounts(
    people.value,
    levels.map(({ percent = 0 }) => percent),
  )
  const numbers = levels.map((level, at) => ({
    share: percentage(`share of "${level.level}"`, level.percent ?? 0, field(level, 'percent')),
    count: given(
      `people on "${level.level}"`,
      counts[at] ?? 0,
      'count',
      taken('its share of the group: whole parts first, the rest to the largest remainders'),
    ),
  }))
  const factors = numbers.flatMap(({ share, count }, at): readonly Expression[] => {
    if (count.value === 0) return []
    const before = numbers.slice(0, at).map((one) => one.count)
    const left = before.length === 0 ? people : minus(people, plus(...before))
    return [choose(left, count), power(share, count)]
  })
  return [{ figure: 'exact-fit', steps: [step('Chance of exactly these shares', times(...factors), 'chance')] }]
})

/** How many belong on the highest level and find no place: E[(K − q)+] = E[K] − q + E[(q − K)+]. */
export const withoutTopRating = inKind('PerformanceCalibration', ({ policy, workspace }) => {
  const cap = topCap(policy.spec)
  const group = smallestGroup(policy, workspace)
  if (cap?.maximum === undefined || group === undefined) return []
  const people = headcountOf(group)
  const share = percentage(
    `most who may be rated "${cap.level}", and as many belong there`,
    cap.maximum,
    field(cap, 'maximum'),
  )
  const places = step('Places', roundedTo('down', times(people, share)), 'count')
  const draw = { people, low: share, company: companyOf(workspace, people.value) }
  const { steps, chances } = outcomesTable(draw, places.result.value)
  const table = wrongTable(places.result.value, chances, draw)
  const empty = tooManyStep('Places that stay empty, on average', table)
  const [companyLow] = steps
  const belong = step(
    'People of the group who belong there, on average',
    draw.company === undefined || companyLow === undefined
      ? times(people, share)
      : over(times(people, resultOf(companyLow)), draw.company),
    'ratio',
  )
  const without = step('Who find no place', plus(minus(resultOf(belong), resultOf(places)), resultOf(empty)), 'ratio')
  return [{ figure: 'left-without-top-rating', steps: [places, ...steps, belong, empty, without] }]
})
