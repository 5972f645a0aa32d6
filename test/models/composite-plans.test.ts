import assert from 'node:assert/strict'
import { type CrossPayoff, crossPayoff } from '../../server/models/cross-payoff.ts'
import { normalCdf, normalPdf } from '../../server/models/normal-distribution.ts'
import type { Gate, Measure, PayGroup, PayPlan, ResultOf } from '../../server/models/pay-plan.ts'
import { atMost } from './figures.ts'

const spread = 0.2
const own: ResultOf = { kind: 'own' }
const resultOf = (group: string): ResultOf => ({ kind: 'group', group })
const measureOf = (result: ResultOf): Measure => ({ id: 'pay', weightPercent: 100, resultOf: result })
const gateOn = (result: ResultOf, thresholdPercent: number): Gate => ({
  resultOf: result,
  thresholdPercent,
  blocks: ['pay'],
})

/** What a plan pays for my own result and for that of a colleague in each group, of a target pay of 40,000. */
function payoffs(plan: Omit<PayPlan, 'targetPay'>): { own: number; of: Readonly<Record<string, number>> } {
  const found = computed({ ...plan, targetPay: 40_000 })
  return { own: found.own, of: Object.fromEntries(found.groups.map(({ group, cross }) => [group, cross])) }
}

function computed(plan: PayPlan): CrossPayoff {
  const found = crossPayoff(plan, spread)
  assert.ok(found.kind === 'computed')
  return found
}

function close(value: number | undefined, expected: number, within = 1e-6): void {
  assert.ok(value !== undefined)
  atMost(Math.abs(value / expected - 1), within)
}

/** Density of the average of so many results at a point. */
function densityOfAverage(members: number, at: number): number {
  const deviation = spread / Math.sqrt(members)
  return normalPdf((at - 1) / deviation) / deviation
}

/** Chance that the average of so many results reaches a point. */
function reaches(members: number, at: number): number {
  return 1 - normalCdf((at - 1) / (spread / Math.sqrt(members)))
}

describe('M2 pay for one result behind a gate on another, worked by hand', () => {
  // E[y · 1(g ≥ a)] for the paid y and the gate's g. A person who moves y by u and g by v moves it by
  // u · P(g ≥ a) + v · f_g(a) · E[y | g = a], and E[y | g = a] = 1 + cov(y, g) / var(g) · (a − 1).
  const at = 0.9
  const team: PayGroup = { id: 'team', members: 8, within: 'company' }
  const company: PayGroup = { id: 'company', members: 50 }
  const project: PayGroup = { id: 'project', members: 5 }
  const partner: PayGroup = { id: 'partner', members: 3, includesMe: false }

  it('my own result behind the team: the part of it in the team counts', () => {
    const found = payoffs({
      groups: [team, company],
      measures: [measureOf(own)],
      gates: [gateOn(resultOf('team'), 90)],
    })
    const jump = (40_000 * densityOfAverage(8, at) * 0.9) / 8
    close(found.of['team'], jump)
    close(found.own, 40_000 * reaches(8, at) + jump)
    assert.equal(found.of['company'], 0)
  })
  it('the team behind the company that it lies in', () => {
    const gates = [gateOn(resultOf('company'), 90)]
    const found = payoffs({ groups: [team, company], measures: [measureOf(resultOf('team'))], gates })
    const jump = (40_000 * densityOfAverage(50, at) * 0.9) / 50
    close(found.of['company'], jump)
    close(found.of['team'], (40_000 * reaches(50, at)) / 8 + jump)
  })
  it('the company behind a team in it: a bad team lowers the company by its part only', () => {
    const gates = [gateOn(resultOf('team'), 90)]
    const found = payoffs({ groups: [team, company], measures: [measureOf(resultOf('company'))], gates })
    const jump = (40_000 * densityOfAverage(8, at) * (1 - (8 / 50) * 0.1)) / 8
    close(found.of['company'], (40_000 * reaches(8, at)) / 50)
    close(found.of['team'], (40_000 * reaches(8, at)) / 50 + jump)
  })
  it('one team behind another that shares nobody but me', () => {
    const groups = [{ ...team, within: undefined }, project]
    const gates = [gateOn(resultOf('project'), 90)]
    const found = payoffs({ groups, measures: [measureOf(resultOf('team'))], gates })
    // cov = 1 / (8 · 5) and var = 1 / 5, in units of one person's variance.
    const jump = (40_000 * densityOfAverage(5, at) * (1 - 0.1 / 8)) / 5
    close(found.of['project'], jump)
    close(found.of['team'], (40_000 * reaches(5, at)) / 8)
    close(found.own, (40_000 * reaches(5, at)) / 8 + jump)
  })
  it('my own result behind that of a partner, which says nothing about mine', () => {
    const gates = [gateOn(resultOf('partner'), 90)]
    const found = payoffs({ groups: [partner], measures: [measureOf(own)], gates })
    close(found.of['partner'], (40_000 * densityOfAverage(3, at)) / 3)
    close(found.own, 40_000 * reaches(3, at))
  })
  it('my own result behind the team and the company', () => {
    const gates = [gateOn(resultOf('team'), 100), gateOn(resultOf('company'), 100)]
    const found = payoffs({ groups: [team, company], measures: [measureOf(own)], gates })
    // Both at the middle: a quarter plus arcsin ρ / 2π, with ρ = √(8/50). At the team's gate the company says nothing more
    // of my result; at the company's, those whose team passes are better than average.
    const both = 0.25 + Math.asin(Math.sqrt(8 / 50)) / (2 * Math.PI)
    const atTeam = (densityOfAverage(8, 1) / 8) * 0.5
    const better = spread * Math.sqrt(1 / 8 - 1 / 50) * normalPdf(0)
    const atCompany = (densityOfAverage(50, 1) / 50) * (0.5 + better)
    close(found.of['company'], 40_000 * atCompany, 1e-4)
    close(found.of['team'], 40_000 * (atTeam + atCompany), 1e-4)
    close(found.own, 40_000 * (both + atTeam + atCompany), 1e-4)
  })
})

describe('M2 a prize behind gates, worked by hand', () => {
  const groups: readonly PayGroup[] = [
    { id: 'pair', members: 2 },
    { id: 'partner', members: 3, includesMe: false },
  ]
  const contests = [
    { id: 'pay', participants: 'pair', prizes: [{ winners: 1, prize: { kind: 'money', amount: 1_000 } }] },
  ] as const
  const from = (0.9 - 1) / spread

  it('of two, won only from 90 % of my own target on', () => {
    const found = payoffs({ groups, contests, gates: [gateOn(own, 90)] })
    // ∫ φ² from z on is (1 − Φ(√2 z)) / 2√π; the gate itself adds φ(z) Φ(z).
    const rival = (1 - normalCdf(Math.SQRT2 * from)) / (2 * Math.sqrt(Math.PI))
    close(found.of['pair'], (-1_000 * rival) / spread)
    close(found.own, (1_000 * (rival + normalPdf(from) * normalCdf(from))) / spread)
  })
  it('and only where the partner reaches 90 % of its target: its people bring the chance of the prize', () => {
    const found = payoffs({ groups, contests, gates: [gateOn(own, 90), gateOn(resultOf('partner'), 90)] })
    const chance = (1 - normalCdf(from) ** 2) / 2
    close(found.of['partner'], (1_000 * chance * densityOfAverage(3, 0.9)) / 3)
  })
})

describe('M2 measures that are multiplied, worked by hand', () => {
  const groups: readonly PayGroup[] = [{ id: 'team', members: 4 }]
  const weighed = (id: string, weightPercent: number, result: ResultOf): Measure => ({
    id,
    weightPercent,
    resultOf: result,
  })
  const formula = { kind: 'multiplicative' } as const

  it('two own ones and none that is shared are their weighted average', () => {
    const measures = [
      weighed('a', 60, own),
      { ...weighed('b', 20, own), accelerators: [{ abovePercent: 0, times: 2 }] },
    ]
    const found = payoffs({ groups, measures, formula })
    close(found.own, 40_000 * (0.75 + 0.25 * 2))
    assert.equal(found.of['team'], 0)
  })
  it('shared ones alone are theirs', () => {
    const found = payoffs({ groups, measures: [weighed('a', 30, resultOf('team'))], formula })
    close(found.of['team'], 10_000)
  })
  it('without weights they count alike', () => {
    const measures = [weighed('a', 0, own), weighed('b', 0, own), weighed('c', 0, resultOf('team'))]
    const found = payoffs({ groups, measures, formula })
    close(found.own, 40_000 + 10_000)
    close(found.of['team'], 10_000)
  })
})

describe('M2 what a plan is said to be computed from', () => {
  it('names how many are in each group', () => {
    const { assumptions } = computed({ groups: [{ id: 'team', members: 8 }], measures: [measureOf(own)] })
    assert.deepEqual(assumptions.members, { team: 8 })
  })
  it('a measure that weighs nothing does not make a plan in money unlike itself', () => {
    const found = crossPayoff({
      groups: [{ id: 'team', members: 8 }],
      measures: [{ id: 'none', weightPercent: 0, resultOf: own }],
      pools: [
        {
          id: 'pool',
          participants: 'team',
          amount: { kind: 'money', amount: 8_000 },
          funding: { kind: 'result', elasticity: 1 },
          split: { kind: 'equal' },
        },
      ],
    })
    assert.ok(found.kind === 'computed')
    assert.equal(found.unit, 'money')
    assert.equal(found.own, 125)
  })
})
