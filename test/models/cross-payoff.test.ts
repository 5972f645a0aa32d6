import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type CrossPayoff, crossPayoff } from '../../server/models/cross-payoff.ts'
import type { Gate, Measure, PayPlan, Pool, ResultOf } from '../../server/models/pay-plan.ts'
import { payoutFunction } from '../../server/models/payout.ts'
import { atMost, ratio, seededNormal } from './figures.ts'

const own: ResultOf = { kind: 'own' }
const team: ResultOf = { kind: 'group', group: 'team' }
const teamOf = (members: number) => ({ id: 'team', members })
const ownMeasure = (weightPercent: number): Measure => ({ id: 'mine', weightPercent, resultOf: own })
const teamMeasure = (weightPercent: number): Measure => ({
  id: 'ours',
  weightPercent,
  resultOf: team,
})
const scorePool = (elasticity?: number): Pool => ({
  id: 'pool',
  participants: 'team',
  amount: { kind: 'money', amount: 100_000 },
  funding: elasticity === undefined ? { kind: 'fixed' } : { kind: 'result', elasticity },
  split: { kind: 'relative-score' },
})

function computed(plan: PayPlan, spread?: number): CrossPayoff {
  const found = crossPayoff(plan, spread)
  assert.ok(found.kind === 'computed')
  return found
}

function colleagueIn(found: CrossPayoff, group: string) {
  const entry = found.groups.find((one) => one.group === group)
  assert.ok(entry !== undefined, `no colleagues in ${group}`)
  return entry
}

describe('M2 cross-payoff of the plain plans', () => {
  const eight = { groups: [teamOf(8)], targetPay: 40_000 }
  const table: readonly [string, PayPlan, number, number, string][] = [
    ['individual measures only, 40,000', { ...eight, measures: [ownMeasure(100)] }, 40_000, 0, '.0000'],
    [
      'equal share of a team average, n = 8, 40,000',
      { ...eight, measures: [teamMeasure(100)] },
      5_000,
      5_000,
      '1.0000',
    ],
    [
      '60 % own, 40 % team average, n = 8, 40,000',
      { ...eight, measures: [ownMeasure(60), teamMeasure(40)] },
      26_000,
      2_000,
      '.0769',
    ],
    [
      'fixed pool 100,000 by relative score, n = 8',
      { groups: [teamOf(8)], pools: [scorePool()] },
      10_937.5,
      -1_562.5,
      '-.1429',
    ],
    [
      'result-funded pool 100,000, n = 8, φ .5',
      { groups: [teamOf(8)], pools: [scorePool(0.5)] },
      11_718.75,
      -781.25,
      '-.0667',
    ],
    ['result-funded pool 100,000, n = 8, φ 1', { groups: [teamOf(8)], pools: [scorePool(1)] }, 12_500, 0, '.0000'],
    [
      'result-funded pool 100,000, n = 8, φ 1.5',
      { groups: [teamOf(8)], pools: [scorePool(1.5)] },
      13_281.25,
      781.25,
      '.0588',
    ],
    [
      '70 % own + 30 % into a fixed pool by score, n = 8, 40,000 each',
      {
        ...eight,
        measures: [ownMeasure(70)],
        pools: [{ ...scorePool(), amount: { kind: 'percent-of-target-pay', percent: 30 } }],
      },
      38_500,
      -1_500,
      '-.0390',
    ],
  ]
  for (const [name, plan, ownGain, cross, r] of table) {
    it(`${name}: own ${ownGain}, each colleague ${cross}, r ${r}`, () => {
      const found = computed(plan)
      const colleague = colleagueIn(found, 'team')
      assert.equal(found.own, ownGain)
      assert.equal(colleague.cross, cross)
      assert.equal(ratio(colleague.ratio ?? Number.NaN, 4), r)
      assert.equal(found.unit, 'money')
      assert.equal(found.assumptions.evaluated, 'at-target')
    })
  }

  it('60 % own, 40 % team average breaks even where an hour serves a colleague 13 times better', () => {
    const found = computed({ ...eight, measures: [ownMeasure(60), teamMeasure(40)] })
    assert.equal(colleagueIn(found, 'team').breakEven, 13)
  })
  it('helping never pays where r is 0 or less, and pays as much at once where r is 1', () => {
    const breakEven = (plan: PayPlan) => colleagueIn(computed(plan), 'team').breakEven
    assert.equal(breakEven({ ...eight, measures: [ownMeasure(100)] }), undefined)
    assert.equal(breakEven({ ...eight, pools: [scorePool()] }), undefined)
    assert.equal(breakEven({ ...eight, measures: [teamMeasure(100)] }), 1)
  })
  it('without declared target pay the figures are percent of it', () => {
    const found = computed({ groups: [teamOf(8)], measures: [ownMeasure(60), teamMeasure(40)] })
    assert.equal(found.unit, 'percent-of-target-pay')
    assert.equal(found.own, 65)
    assert.equal(colleagueIn(found, 'team').cross, 5)
  })
  it('money and percent of an undeclared target pay do not add up', () => {
    const found = crossPayoff({
      groups: [teamOf(8)],
      measures: [ownMeasure(70)],
      pools: [scorePool()],
    })
    assert.deepEqual(found, { kind: 'unlike-pay', inMoney: ['pool'], inPercent: ['mine'] })
  })
  it('names what each part of the plan adds', () => {
    const found = computed({ ...eight, measures: [ownMeasure(60), teamMeasure(40)] })
    assert.deepEqual(found.parts, [
      { sources: [{ kind: 'measure', id: 'mine' }], own: 24_000, groups: [{ group: 'team', cross: 0 }] },
      { sources: [{ kind: 'measure', id: 'ours' }], own: 2_000, groups: [{ group: 'team', cross: 2_000 }] },
    ])
  })
})

describe('M2 prizes by rank inside a plan', () => {
  const contest = (members: number, prizes: readonly [number, number][]): PayPlan => ({
    groups: [teamOf(members)],
    contests: [
      {
        id: 'club',
        participants: 'team',
        prizes: prizes.map(([winners, amount]) => ({ winners, prize: { kind: 'money', amount } })),
      },
    ],
  })
  it('pays per standard deviation of result: 3,009 and −334 for 2/7/1 of 10', () => {
    const found = computed(
      contest(10, [
        [2, 15_000],
        [7, 8_000],
      ]),
      0.25,
    )
    assert.equal((found.own * 0.25).toFixed(0), '3009')
    assert.equal((colleagueIn(found, 'team').cross * 0.25).toFixed(0), '-334')
    assert.equal(found.assumptions.evaluated, 'expected')
  })
  it('a pool by rank that grows with the result gives back to colleagues', () => {
    const ranked = (elasticity: number): PayPlan => ({
      groups: [teamOf(5)],
      pools: [
        {
          ...scorePool(elasticity),
          split: {
            kind: 'rank',
            prizes: [
              { winners: 1, sharePercent: 40 },
              { winners: 3, sharePercent: 20 },
            ],
          },
        },
      ],
    })
    const fixed = colleagueIn(computed(ranked(0)), 'team').cross
    const funded = colleagueIn(computed(ranked(1)), 'team').cross
    assert.ok(fixed < 0)
    atMost(Math.abs(funded - fixed - 100_000 / 25), 1e-6)
  })
})

describe('M2 several groups', () => {
  const nested: PayPlan = {
    targetPay: 40_000,
    groups: [
      { id: 'company', members: 2_000 },
      { id: 'function', members: 60, within: 'company' },
      { id: 'alliance', members: 12 },
      { id: 'partner', members: 5, includesMe: false },
    ],
    measures: [
      ownMeasure(55),
      { id: 'f', weightPercent: 25, resultOf: { kind: 'group', group: 'function' } },
      { id: 'c', weightPercent: 10, resultOf: { kind: 'group', group: 'company' } },
      { id: 'a', weightPercent: 5, resultOf: { kind: 'group', group: 'alliance' } },
      { id: 'p', weightPercent: 5, resultOf: { kind: 'group', group: 'partner' } },
    ],
  }
  it('a colleague moves the measures of every group that their group lies within', () => {
    const found = computed(nested)
    const close = (value: number, expected: number) => atMost(Math.abs(value - expected), 1e-9)
    close(colleagueIn(found, 'company').cross, 4_000 / 2_000)
    close(colleagueIn(found, 'function').cross, 10_000 / 60 + 4_000 / 2_000)
    close(colleagueIn(found, 'alliance').cross, 2_000 / 12)
    close(colleagueIn(found, 'partner').cross, 2_000 / 5)
    close(found.own, 22_000 + 10_000 / 60 + 4_000 / 2_000 + 2_000 / 12)
  })
  it('refuses groups that cannot be', () => {
    const withGroups = (groups: PayPlan['groups']) => () => crossPayoff({ groups })
    assert.throws(withGroups([teamOf(9), { id: 'team', members: 2 }]), /same id/)
    assert.throws(withGroups([{ ...teamOf(9), within: 'nowhere' }]), /no group "nowhere"/)
    assert.throws(withGroups([{ ...teamOf(9), within: 'team' }]), /within itself/)
    assert.throws(
      withGroups([
        { ...teamOf(9), within: 'all' },
        { id: 'all', members: 8 },
      ]),
      /too few/,
    )
  })
})

describe('M2 plans at their edges', () => {
  it('a plan that pays nothing has no ratio', () => {
    const found = computed({ groups: [teamOf(8)] })
    assert.equal(found.own, 0)
    assert.equal(colleagueIn(found, 'team').ratio, undefined)
    assert.equal(colleagueIn(found, 'team').breakEven, undefined)
  })
  it('a team of one has no colleague, and its measure is my own', () => {
    const found = computed({ groups: [teamOf(1)], targetPay: 1_000, measures: [teamMeasure(100)] })
    assert.deepEqual(found.groups, [])
    assert.equal(found.own, 1_000)
  })
  it('a group of nobody moves nothing', () => {
    const found = computed({ groups: [teamOf(0)], measures: [ownMeasure(60), teamMeasure(40)] })
    assert.equal(found.own, 60)
  })
  it('paid on a partner result alone, helping pays at once', () => {
    const found = computed({
      groups: [{ id: 'partner', members: 5, includesMe: false }],
      measures: [{ id: 'p', weightPercent: 100, resultOf: { kind: 'group', group: 'partner' } }],
    })
    const partner = colleagueIn(found, 'partner')
    assert.equal(partner.ratio, undefined)
    assert.equal(partner.breakEven, 0)
  })
  it('a pool cannot be shared by a group without me', () => {
    const groups = [{ ...teamOf(8), includesMe: false }]
    assert.throws(() => crossPayoff({ groups, pools: [scorePool()] }), /I must be one/)
  })
})

describe('M2 plans with kinks, averaged over Normal(1, σ)', () => {
  const spread = 0.2
  const plan = (parts: Partial<PayPlan>): PayPlan => ({
    groups: [teamOf(4)],
    targetPay: 100,
    ...parts,
  })

  it('a cap at target pays half the slope: half of the results lie below it', () => {
    const found = computed(plan({ measures: [{ ...ownMeasure(100), capPercent: 100 }] }))
    atMost(Math.abs(found.own - 50), 1e-6)
    assert.equal(found.assumptions.evaluated, 'expected')
    assert.equal(found.assumptions.resultSpread, 0.2)
  })
  it('a cliff at target pays the jump times the density there', () => {
    const found = computed(plan({ measures: [{ ...ownMeasure(100), threshold: { atPercent: 100 } }] }))
    atMost(Math.abs(found.own - (50 + 100 / (spread * Math.sqrt(2 * Math.PI)))), 1e-6)
  })
  it('a kink out of reach leaves a plan plain', () => {
    const found = computed(plan({ measures: [{ ...ownMeasure(100), capPercent: 250 }] }))
    assert.equal(found.own, 100)
    assert.equal(found.assumptions.evaluated, 'at-target')
  })
  it('a gate on the own result takes the pay for a colleague’s success away where it closes', () => {
    const gates: readonly Gate[] = [{ resultOf: own, thresholdPercent: 100, blocks: ['ours'] }]
    const gated = computed(plan({ measures: [ownMeasure(60), teamMeasure(40)], gates }))
    atMost(Math.abs(colleagueIn(gated, 'team').cross - 5), 1e-6)
    assert.ok(gated.own > computed(plan({ measures: [ownMeasure(60), teamMeasure(40)] })).own)
  })

  const sampled: readonly [string, PayPlan][] = [
    [
      'threshold, accelerator and cap',
      plan({
        measures: [
          {
            ...ownMeasure(70),
            threshold: { atPercent: 80, paysPercent: 50 },
            accelerators: [{ abovePercent: 110, times: 2 }],
            capPercent: 150,
          },
          { ...teamMeasure(30), maximum: { atPercent: 110, paysPercent: 200 } },
        ],
      }),
    ],
    [
      'gates on the own and the team result',
      plan({
        measures: [ownMeasure(60), teamMeasure(40)],
        gates: [
          { resultOf: own, thresholdPercent: 90, blocks: ['ours'] },
          { resultOf: team, thresholdPercent: 95, blocks: 'everything' },
        ],
      }),
    ],
    [
      'own times team, floor 50 %, cliffs',
      plan({
        measures: [
          { ...ownMeasure(100), threshold: { atPercent: 90, paysPercent: 60 } },
          { ...teamMeasure(100), threshold: { atPercent: 95 }, capPercent: 120 },
        ],
        formula: { kind: 'multiplicative', floorPercent: 50 },
      }),
    ],
    [
      'a relative-score pool behind a company gate',
      {
        groups: [
          { ...teamOf(4), within: 'all' },
          { id: 'all', members: 10 },
        ],
        pools: [{ ...scorePool(), amount: { kind: 'money', amount: 400 } }],
        gates: [{ resultOf: { kind: 'group', group: 'all' }, thresholdPercent: 100, blocks: ['pool'] }],
      },
    ],
    [
      'a contest behind a gate on the own result',
      plan({
        contests: [
          {
            id: 'club',
            participants: 'team',
            prizes: [
              { winners: 1, prize: { kind: 'percent-of-target-pay', percent: 50 } },
              { winners: 2, prize: { kind: 'percent-of-target-pay', percent: 20 } },
            ],
          },
        ],
        gates: [{ resultOf: own, thresholdPercent: 105, blocks: ['club'] }],
      }),
    ],
    [
      'a contest behind a gate on the contestants’ average',
      plan({
        contests: [
          { id: 'club', participants: 'team', prizes: [{ winners: 1, prize: { kind: 'money', amount: 50 } }] },
        ],
        gates: [{ resultOf: team, thresholdPercent: 105, blocks: ['club'] }],
      }),
    ],
  ]
  for (const [name, tried] of sampled) {
    it(`agrees with sampling: ${name}`, () => {
      const expected = computed(tried, spread)
      const samples = sampleMarginals(tried, spread, 60_000)
      atMost(Math.abs(samples.own.mean - expected.own), 4.5 * samples.own.error)
      for (const { group, cross } of expected.groups) {
        const { mean, error } = samples.groups.get(group) ?? { mean: Number.NaN, error: 0 }
        atMost(Math.abs(mean - cross), 4.5 * error)
      }
    })
  }

  it('three results that meet agree with sampling, and with two where one gate is always open', () => {
    const nested = (thresholdPercent: number): PayPlan => ({
      targetPay: 100,
      groups: [
        { ...teamOf(4), within: 'all' },
        { id: 'all', members: 10 },
      ],
      measures: [teamMeasure(100)],
      gates: [
        { resultOf: own, thresholdPercent: 90, blocks: 'everything' },
        { resultOf: { kind: 'group', group: 'all' }, thresholdPercent, blocks: 'everything' },
      ],
    })
    const samples = sampleMarginals(nested(95), spread, 60_000)
    const expected = computed(nested(95), spread)
    atMost(Math.abs(samples.own.mean - expected.own), 4.5 * samples.own.error)
    // a gate that always opens must give what two results give by the finer rule
    const open = computed(nested(0), spread)
    const narrow = computed(nested(72), spread)
    atMost(Math.abs(open.own - narrow.own) / open.own, 1e-3)
  })
})

describe('M2 laws', () => {
  const percentOf = fc.integer({ min: 0, max: 100 })
  const measure = (id: string, resultOf: ResultOf) =>
    fc.record({
      id: fc.constant(id),
      resultOf: fc.constant(resultOf),
      weightPercent: percentOf,
      threshold: fc.option(
        fc.record({ atPercent: fc.integer({ min: 0, max: 120 }), paysPercent: fc.integer({ min: 0, max: 100 }) }),
        { nil: undefined },
      ),
      maximum: fc.option(
        fc.record({ atPercent: fc.integer({ min: 100, max: 200 }), paysPercent: fc.integer({ min: 100, max: 300 }) }),
        { nil: undefined },
      ),
      capPercent: fc.option(fc.integer({ min: 0, max: 250 }), { nil: undefined }),
    })
  const pool: fc.Arbitrary<Pool> = fc.record({
    id: fc.constant('pool'),
    participants: fc.constant('team'),
    amount: fc.record({ kind: fc.constant('percent-of-target-pay' as const), percent: percentOf }),
    funding: fc.oneof(
      fc.constant({ kind: 'fixed' as const }),
      fc.record({ kind: fc.constant('result' as const), elasticity: fc.double({ min: 0, max: 2, noNaN: true }) }),
    ),
    split: fc.constantFrom<Pool['split'][]>(
      { kind: 'equal' },
      { kind: 'relative-score' },
      {
        kind: 'rank',
        prizes: [
          { winners: 1, sharePercent: 50 },
          { winners: 1, sharePercent: 30 },
        ],
      },
    ),
  })

  it('r of a symmetric plan lies within −1/(n−1) and 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 30 }),
        fc.tuple(measure('mine', own), measure('ours', team)),
        fc.option(pool, { nil: undefined }),
        (members, measures, shared) => {
          const found = computed({
            groups: [teamOf(members)],
            measures,
            pools: shared === undefined ? [] : [shared],
          })
          const { ratio: r } = colleagueIn(found, 'team')
          assert.ok(found.own >= -1e-9, String(found.own))
          if (r === undefined || found.own < 1e-6) return
          assert.ok(r >= -1 / (members - 1) - 1e-6 && r <= 1 + 1e-6, `r ${r} of ${members}`)
        },
      ),
      { numRuns: 150, seed: 8 },
    )
  })
  it('a fixed pool gives one what it takes from the others: own + (n − 1) · cross = 0', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 60 }),
        fc.constantFrom<Pool['split'][]>(
          { kind: 'equal' },
          { kind: 'relative-score' },
          {
            kind: 'rank',
            prizes: [
              { winners: 1, sharePercent: 60 },
              { winners: 3, sharePercent: 10 },
            ],
          },
        ),
        (members, split) => {
          const found = computed({ groups: [teamOf(members)], pools: [{ ...scorePool(), split }] })
          const { cross } = colleagueIn(found, 'team')
          atMost(Math.abs(found.own + (members - 1) * cross), 1e-5)
        },
      ),
      { numRuns: 60, seed: 9 },
    )
  })
  it('the payouts of a pool by score or rank sum to the pool, whatever the results', () => {
    const results = fc.array(fc.double({ min: 0.2, max: 2, noNaN: true }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(results, fc.constantFrom('relative-score', 'rank'), (scores, kind) => {
        const split: Pool['split'] =
          kind === 'rank'
            ? {
                kind,
                prizes: [
                  { winners: 1, sharePercent: 70 },
                  { winners: 1, sharePercent: 30 },
                ],
              }
            : { kind: 'relative-score' }
        const plan: PayPlan = { groups: [teamOf(scores.length)], pools: [{ ...scorePool(), split }] }
        const payout = payoutFunction(plan)
        const paid = scores.map((score, index) => payout({ own: score, others: { team: scores.toSpliced(index, 1) } }))
        atMost(Math.abs(paid.reduce((a, b) => a + b, 0) - 100_000), 1e-4)
      }),
      { numRuns: 100, seed: 10 },
    )
  })
  it('is the slope of the payout where the plan is smooth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), percentOf, pool, (members, weight, shared) => {
        fc.pre(shared.split.kind !== 'rank')
        const plan: PayPlan = {
          groups: [teamOf(members)],
          measures: [ownMeasure(weight), teamMeasure(100 - weight)],
          pools: [shared],
        }
        const found = computed(plan, 0.05)
        const payout = payoutFunction(plan)
        const step = 1e-5
        const at = (mine: number, theirs: number) =>
          payout({ own: 1 + mine, others: { team: [1 + theirs, ...Array<number>(members - 2).fill(1)] } })
        atMost(Math.abs((at(step, 0) - at(-step, 0)) / (2 * step) - found.own), 1e-4)
        const slope = (at(0, step) - at(0, -step)) / (2 * step)
        atMost(Math.abs(slope - colleagueIn(found, 'team').cross), 1e-4)
      }),
      { numRuns: 80, seed: 11 },
    )
  })
})

interface Estimate {
  readonly mean: number
  readonly error: number
}

/** Slopes of the mean payout, by the score of seeded samples: an independent way to the same figure. */
function sampleMarginals(plan: PayPlan, spread: number, samples: number) {
  const normal = seededNormal(12)
  const inner = (id: string) => plan.groups.filter(({ within }) => within === id)
  const outsiders = plan.groups.map(({ id, members }) => {
    const nested = inner(id).reduce((sum, group) => sum + group.members - 1, 0)
    return { id, count: members - 1 - nested }
  })
  const payout = payoutFunction(plan)
  const draw = () => 1 + spread * normal()
  const sums = new Map<string, { sum: number; squares: number }>()
  const add = (key: string, value: number) => {
    const before = sums.get(key) ?? { sum: 0, squares: 0 }
    sums.set(key, { sum: before.sum + value, squares: before.squares + value * value })
  }
  for (let sample = 0; sample < samples; sample++) {
    const mine = draw()
    const others = Object.fromEntries(outsiders.map(({ id, count }) => [id, Array.from({ length: count }, draw)]))
    // a constant taken off leaves the mean of payout · score as it is, and makes it less noisy
    const paid = payout({ own: mine, others }) - 50
    add('', (paid * (mine - 1)) / spread ** 2)
    for (const [id, results] of Object.entries(others)) {
      const mean = results.reduce((sum, x) => sum + x - 1, 0) / results.length
      add(id, (paid * mean) / spread ** 2)
    }
  }
  const estimate = (key: string): Estimate => {
    const { sum, squares } = sums.get(key) ?? { sum: Number.NaN, squares: 0 }
    const mean = sum / samples
    return { mean, error: Math.sqrt((squares / samples - mean * mean) / samples) }
  }
  return { own: estimate(''), groups: new Map(outsiders.map(({ id }) => [id, estimate(id)])) }
}
