import type { IncentivePlan } from '../language/generated/policies.ts'
import { crossPayoff } from '../models/cross-payoff.ts'
import type { AssumedNumber, Assumptions } from './assumptions.ts'
import { type Assumption, type Figure, figure, figureText, number, ratioText } from './figure.ts'
import { payPlanOf } from './pay-plan-of.ts'
import type { Report } from './rule.ts'

/** What an incentive plan as a whole pays a person for the own result and for a close colleague's. */
export interface PlanPayoff {
  /** Pay per unit of the own result, 1 being target: in money, or in percent of target pay. */
  readonly own: number
  /** The same for the result of that close colleague to whom it is least. */
  readonly colleague: number
  /** colleague / own. */
  readonly ratio: number
  /** How many such colleagues there are. */
  readonly colleagues: number
  /** What each measure, pool and contest adds to it. */
  readonly parts: readonly PartOfPayoff[]
  readonly in: Pick<Figure, 'unit' | 'currency'>
  readonly assumptions: readonly Assumption[]
}

export interface PartOfPayoff {
  /** Names of the measures, pools or contests; several where results are multiplied. */
  readonly names: readonly string[]
  readonly colleague: number
}

/** Amounts nearer to zero than this part of the own payoff are the rounding of a computation. */
const rounding = 1e-9

/** What was computed for a plan that has not changed since; kept no longer than the plan itself. */
const remembered = new WeakMap<
  IncentivePlan,
  { readonly spread: Assumption; readonly payoff: PlanPayoff | undefined }
>()

/** The plan's payoffs; undefined where the plan does not say enough, names no colleague, or pays nothing for the own result. */
export function crossPayoffOf(policy: IncentivePlan, assumptions: Assumptions): PlanPayoff | undefined {
  return crossPayoffWith(policy, assumptions.get('resultsSpread'))
}

/** The same with what is assumed of how far results spread. */
export function crossPayoffWith(policy: IncentivePlan, spread: AssumedNumber): PlanPayoff | undefined {
  const known = remembered.get(policy)
  if (known?.spread.value === spread.value && known.spread.from === spread.from) return known.payoff
  const payoff = computed(policy, spread)
  remembered.set(policy, { spread, payoff })
  return payoff
}

function computed(policy: IncentivePlan, spread: AssumedNumber): PlanPayoff | undefined {
  const described = payPlanOf(policy)
  if (described === undefined) return undefined
  const found = crossPayoff(described.plan, spread.value)
  if (found.kind === 'unlike-pay' || found.own <= 0) return undefined
  const close = found.groups.filter(({ group }) => described.closest.includes(group))
  const [worst] = close.sort((a, b) => a.cross - b.cross)
  if (worst === undefined) return undefined
  const exact = (value: number): number => (Math.abs(value) < rounding * found.own ? 0 : value)
  return {
    own: found.own,
    colleague: exact(worst.cross),
    ratio: exact(worst.cross) / found.own,
    colleagues: worst.members - 1,
    parts: found.parts.map(({ sources, groups }) => ({
      names: sources.map(({ id }) => id),
      colleague: exact(groups.find(({ group }) => group === worst.group)?.cross ?? 0),
    })),
    in: moneyOrPercent(found.unit, described.currency),
    assumptions: [
      { name: 'people', value: worst.members, from: 'policy' },
      ...described.assumed,
      ...(found.assumptions.evaluated === 'expected' ? [spread] : []),
    ],
  }
}

function moneyOrPercent(unit: 'money' | 'percent-of-target-pay', currency: string | undefined): PlanPayoff['in'] {
  return unit === 'money' && currency !== undefined ? { unit: 'money', currency } : { unit: 'percent' }
}

type Payoff = Pick<PlanPayoff, 'own' | 'colleague' | 'ratio' | 'in' | 'assumptions'>

/** A plan that pays for nothing, to which one part of it is added. */
export const nothingElse = { formula: 'additive', measures: [], pools: [], contests: [], gates: [] } as const

/** The payoffs of one part of a plan, as if it were all that the plan pays. */
export function payoffOfOnly(
  policy: IncentivePlan,
  part: Pick<IncentivePlan['spec'], 'pools' | 'contests'>,
  assumptions: Assumptions,
): PlanPayoff | undefined {
  return payoffIf(policy, { ...nothingElse, ...part }, assumptions)
}

/** The payoffs of the plan as it would be with some of its fields changed. */
export function payoffIf(
  policy: IncentivePlan,
  changed: Partial<IncentivePlan['spec']>,
  assumptions: Assumptions,
): PlanPayoff | undefined {
  return crossPayoffOf({ ...policy, spec: { ...policy.spec, ...changed } }, assumptions)
}

/** What a report says of a payoff; nothing where there is none. */
export function payoffNumbers(payoff: Payoff | undefined, opening?: string): Pick<Report, 'howMuch' | 'figures'> {
  return payoff === undefined ? {} : { howMuch: payoffText(payoff, opening), figures: payoffFigures(payoff) }
}

/** What one close colleague's result pays. */
export function colleaguePayoff({ colleague, in: unit, assumptions }: Payoff): Figure {
  return figure('colleague-payoff', "Pay for one colleague's result, from zero to target", colleague, unit, assumptions)
}

/** The numbers of {@link payoffText}. */
export function payoffFigures(payoff: Payoff): readonly Figure[] {
  const { own, ratio, in: unit, assumptions } = payoff
  const breakEven = figure(
    'help-break-even',
    "How many times better an hour must serve a colleague's result than one's own before helping pays",
    1 / ratio,
    'ratio',
    assumptions,
  )
  return [
    figure('own-payoff', "Pay for a person's own result, from zero to target", own, unit, assumptions),
    colleaguePayoff(payoff),
    figure(
      'cross-payoff',
      "Pay for a colleague's result in proportion to pay for one's own",
      ratio,
      'ratio',
      assumptions,
    ),
    ...(ratio > 0 ? [breakEven] : []),
  ]
}

/** `From zero to target, a person's own result brings them 10,938 EUR, and each close colleague's takes away 1,563 EUR: a cross-payoff of -0.14.` */
export function payoffText(
  { own, colleague, ratio, in: unit, assumptions }: Payoff,
  opening = 'From zero to target',
): string {
  // Where pay has steps or changes its rate, the whole way from zero to target need not pay what this rate would.
  const averaged = assumptions.some(({ name }) => name === 'resultsSpread')
  const effect =
    colleague === 0 ? 'adds nothing' : `${colleague < 0 ? 'takes away' : 'adds'} ${payText(Math.abs(colleague), unit)}`
  const help =
    ratio > 0
      ? ` Helping pays where an hour does ${number(1 / ratio, 1)} times as much for the colleague's result as for one's own.`
      : ''
  return `${opening}${averaged ? ', at the rate that holds around target' : ''}, a person's own result brings them ${payText(own, unit)}, and each close colleague's ${effect}: a cross-payoff of ${ratioText(ratio)}.${help}`
}

/** `1,500 EUR`, or `3.8 % of target pay`. */
export function payText(value: number, unit: PlanPayoff['in']): string {
  return unit.unit === 'percent' ? `${figureText({ value, ...unit })} of target pay` : figureText({ value, ...unit })
}
