import { dayNumber } from '../models/calendar-days.ts'
import { number } from '../rules/figure.ts'
import { daysBetweenMeetings } from '../rules/meeting-intervals.ts'
import { seatsOf } from '../rules/meeting-seats.ts'
import { ourAuthority } from '../rules/our-authority.ts'
import { kindsWithWeights, wholesOf } from '../rules/weighted-wholes.ts'
import { jointDecisionsWith } from '../workspace/decision-limits.ts'
import { type Asked, asSaid, inKind, type Maker } from './asked.ts'
import { largestOf, minus, over, plus, roundedTo, times } from './expression.ts'
import { rateGiven } from './pay-fields.ts'
import { field, given, percentage, readOff, step, taken, type Worked } from './step.ts'

/** Weights that should be a whole, added up. */
export const sumOfWeights: Maker = (asked) =>
  asSaid(
    asked,
    kindsWithWeights.flatMap((kind) => inKind(kind, (one) => sums(one).flat())(asked)).map((worked) => [worked]),
  )

function sums({ policy, finding }: Asked<(typeof kindsWithWeights)[number]>): readonly (readonly Worked[])[] {
  return wholesOf(policy)
    .filter(({ what }) => finding.text.what.includes(what))
    .map(({ what, object, key, weights }) => {
      const parts = weights.flatMap((weight, at) =>
        weight === undefined ? [] : [percentage(`part ${at + 1}`, weight, field(object, key))],
      )
      return [{ figure: 'sum-of-weights', steps: [step(`Sum of ${what}`, plus(...parts), 'percent')] }]
    })
}

/** Activities among all measures: by weight, or by number where none is weighed. */
export const activityShare = inKind('Accountability', ({ policy: { spec } }) => {
  const { measures = [] } = spec
  const weighed = measures.some(({ weight }) => weight !== undefined)
  const parts = (some: typeof measures) =>
    plus(
      ...some.map((measure) =>
        weighed
          ? percentage(`weight of "${measure.title ?? measure.name}"`, measure.weight ?? 0, field(measure, 'weight'))
          : given(
              `"${measure.title ?? measure.name}"`,
              1,
              'count',
              taken('no measure has a weight, so each counts alike'),
            ),
      ),
    )
  const share = over(parts(measures.filter(({ type }) => type === 'activity')), parts(measures))
  return [{ figure: 'activity-share', steps: [step('Weight on activity', share, 'percent')] }]
})

export const uncoveredDays = inKind('PartnerAgreement', ({ policy: { spec }, workspace }) => {
  const { confidentiality, term, commitments = [], obligations = [] } = spec
  if (confidentiality?.to === undefined) return []
  const ends = [...(term?.to === undefined ? [] : [term]), ...commitments, ...obligations]
  const [last] = ends.filter(({ to }) => to !== undefined).sort((a, b) => ((a.to ?? '') < (b.to ?? '') ? 1 : -1))
  const end =
    term?.to === undefined || last?.to === undefined
      ? given(`day of ${workspace.today}, today`, dayNumber(workspace.today) ?? 0, 'count', taken('the term is open'))
      : given(`day of ${last.to}, the end of the work`, dayNumber(last.to) ?? 0, 'count', field(last, 'to'))
  const covered = given(
    `day of ${confidentiality.to}, the end of confidentiality`,
    dayNumber(confidentiality.to) ?? 0,
    'count',
    field(confidentiality, 'to'),
  )
  return [{ figure: 'uncovered-days', steps: [step('Days without confidentiality', minus(end, covered), 'days')] }]
})

/** Required hours as the norms say, or those of all seats of a role. */
export const meetingHours: Maker = (asked) => [
  ...inKind('CulturalNorms', ({ policy: { spec } }) =>
    spec.meetings?.requiredHoursPerWeek === undefined
      ? []
      : [
          readOff(
            'meeting-hours-per-week',
            'Hours a week',
            given(
              'required hours a week',
              spec.meetings.requiredHoursPerWeek,
              'ratio',
              field(spec.meetings, 'requiredHoursPerWeek'),
            ),
          ),
        ],
  )(asked),
  ...inKind('GovernanceCalendar', ({ policy, workspace, finding }) => {
    const members = (policy.spec.bodies ?? []).flatMap(({ members = [], chair }) => [
      ...members,
      ...(chair === undefined ? [] : [chair]),
    ])
    const role = members.find((name) => finding.text.what.startsWith(`${name} has`))
    if (role === undefined) return []
    const seats = seatsOf(workspace, role).map(({ body, hours }) => hoursIn(body, hours))
    return [{ figure: 'meeting-hours-per-week', steps: [step('Hours a week', plus(...seats), 'ratio')] }]
  })(asked),
]

function hoursIn(body: object, hours: number) {
  const name = 'title' in body ? String(body.title) : 'name' in body ? String(body.name) : 'a body'
  const meets: unknown = 'meets' in body ? body.meets : undefined
  const every = isMeets(meets) ? daysBetweenMeetings(meets) : undefined
  if (
    !isMeets(meets) ||
    every === undefined ||
    meets.durationHours === undefined ||
    Math.abs((meets.durationHours * 7) / every - hours) > 1e-9
  )
    return given(`hours a week in "${name}"`, hours, 'ratio', field(body))
  const length = given(`hours of a meeting of "${name}"`, meets.durationHours, 'ratio', field(meets, 'durationHours'))
  const interval = given(
    `days between meetings of "${name}"`,
    every,
    'days',
    field(meets, meets.dates === undefined ? 'every' : 'dates'),
  )
  return over(times(length, 7), interval)
}

interface MeetsLike {
  readonly durationHours?: number
  readonly dates?: readonly string[]
}

function isMeets(value: unknown): value is MeetsLike {
  return typeof value === 'object' && value !== null
}

/** By how much our highest limit falls short of what the joint body decides. */
export const authorityGap = inKind('DecisionRights', (asked) => {
  const { policy, workspace, assumptions } = asked
  const roles = new Set((policy.spec.limits ?? []).map(({ role }) => role))
  const joint = [...roles]
    .flatMap((role) => jointDecisionsWith(workspace, role))
    .filter(({ decision }) => asked.pointedAt([decision]).length > 0)
  return asSaid(
    asked,
    joint.flatMap((held) => {
      const authority = ourAuthority(held, workspace, assumptions.exchangeRates)
      if (authority === undefined) return []
      const { best, upTo } = authority
      const { amount, currency } = best.limit.upTo
      const needed = given(
        'the joint body decides up to',
        upTo.amount,
        { unit: 'money', currency: upTo.currency },
        field(upTo, 'amount'),
      )
      const rate = upTo.currency === currency ? [] : [rateGiven(upTo.currency, currency, assumptions)]
      const limit = given(
        `limit of ${best.limit.role}`,
        amount,
        { unit: 'money', currency },
        field(best.limit.upTo, 'amount'),
      )
      const short = roundedTo('up', minus(times(needed, ...rate), limit))
      return [[{ figure: 'authority-gap', steps: [step('Short of it', short, { unit: 'money', currency })] }]]
    }),
  )
})

export const secondLine = inKind('OrganizationDesign', ({ policy, pointedAt }) => {
  const [line] = pointedAt((policy.spec.roles ?? []).flatMap(({ dottedLines = [] }) => dottedLines))
  if (line === undefined) return []
  const declared = line.ratingWeight === undefined ? field(line, 'to') : field(line, 'ratingWeight')
  return [
    readOff(
      'second-line-weight',
      'Weight of the second line',
      percentage(`weight of the line to ${line.to} in the rating`, 0, declared),
    ),
  ]
})

export const planWait = inKind('ResourceAllocation', ({ policy: { spec } }) => {
  const months = given(
    'months between plans',
    spec.allocatedEvery === 'two-years' ? 24 : 12,
    'months',
    field(spec, 'allocatedEvery'),
  )
  return [readOff('wait-for-the-plan', 'Longest wait for the next plan', months)]
})

export const chargedShare = inKind('ResourceAllocation', ({ policy: { spec } }) =>
  spec.crossCharge?.percent === undefined
    ? []
    : [
        readOff(
          'charged-share',
          'Charged to who asks',
          percentage(
            'charged to the unit that receives help',
            spec.crossCharge.percent,
            field(spec.crossCharge, 'percent'),
          ),
        ),
      ],
)

export const ringFenced = inKind('ResourceAllocation', ({ workspace }) => {
  const pools = workspace.all('ResourceAllocation').flatMap(({ spec }) => spec.pools ?? [])
  const [first] = pools
  if (first === undefined) return []
  const kept = given(
    'pools kept for their own unit',
    pools.filter(({ shared }) => shared === false).length,
    'count',
    field(first, 'shared'),
  )
  const all = given('pools', pools.length, 'count', taken(`counted in all plans: ${number(pools.length, 0)}`))
  return [{ figure: 'ring-fenced-share', steps: [step('Pools that are ring-fenced', over(kept, all), 'percent')] }]
})

export const leftUnplanned = inKind('ResourceAllocation', ({ policy, pointedAt }) => {
  const [pool] = pointedAt(policy.spec.pools ?? [])
  if (pool?.targetUtilisation === undefined) return []
  const used = percentage('time that is meant to be in use', pool.targetUtilisation, field(pool, 'targetUtilisation'))
  return [
    {
      figure: 'left-for-the-unplanned',
      steps: [step('Left for what nobody planned', largestOf(0, minus(1, used)), 'percent')],
    },
  ]
})
