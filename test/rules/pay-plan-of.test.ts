import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { IncentivePlan } from '../../server/language/generated/policies.ts'
import { readPolicyFile } from '../../server/language/policy-file.ts'
import { crossPayoff } from '../../server/models/cross-payoff.ts'
import { Assumptions } from '../../server/rules/assumptions.ts'
import { crossPayoffOf, payoffFigures, payoffIf, payoffText } from '../../server/rules/cross-payoff-of.ts'
import { payPlanOf } from '../../server/rules/pay-plan-of.ts'
import { Workspace } from '../../server/workspace/workspace.ts'

function planOf(spec: string): IncentivePlan {
  const text = `apiVersion: leadership/v1\nkind: IncentivePlan\nmetadata: { name: plan }\nspec: ${spec}\n`
  const [document] = readPolicyFile(text).documents
  const policy = document?.policy
  assert.ok(policy?.kind === 'IncentivePlan')
  assert.deepEqual(document?.problems, [])
  return policy
}

const assumptions = new Assumptions(new Workspace('2026-11-23'), {}, [])

function payoffOf(spec: string) {
  const payoff = crossPayoffOf(planOf(spec), assumptions)
  assert.ok(payoff !== undefined, 'The plan says enough.')
  return payoff
}

const eight = 'targetPay: { amount: 40000, currency: EUR }, peers: 8'
const own = (weight: number) => `{ name: own, scope: individual, weight: ${weight} }`
const team = (weight: number) => `{ name: team, scope: team, weight: ${weight} }`
const pool = (funding: string) =>
  `pools: [{ name: pool, amount: { amount: 100000, currency: EUR }, participants: 8, funding: { ${funding} }, split: by-score }]`

describe('the worked figures of M2, from policies', () => {
  const table: readonly [string, string, number, number, number][] = [
    ['individual measures only, 40,000', `{ ${eight}, measures: [${own(100)}] }`, 40_000, 0, 0],
    ['equal share of a team average', `{ ${eight}, measures: [${team(100)}] }`, 5_000, 5_000, 1],
    ['60 % own, 40 % team average', `{ ${eight}, measures: [${own(60)}, ${team(40)}] }`, 26_000, 2_000, 1 / 13],
    ['fixed pool 100,000 by score', `{ ${pool('basis: fixed')} }`, 10_937.5, -1_562.5, -1 / 7],
    ['pool by score, φ .5', `{ ${pool('basis: results, elasticity: 0.5')} }`, 11_718.75, -781.25, -1 / 15],
    ['pool by score, φ 1', `{ ${pool('basis: results, elasticity: 1')} }`, 12_500, 0, 0],
    ['pool by score, φ 1.5', `{ ${pool('basis: results, elasticity: 1.5')} }`, 13_281.25, 781.25, 1 / 17],
    [
      '70 % own + 30 % into a fixed pool by score',
      `{ ${eight}, measures: [${own(70)}], pools: [{ name: pool, weight: 30, funding: { basis: fixed }, split: by-score }] }`,
      38_500,
      -1_500,
      -3 / 77,
    ],
  ]
  for (const [name, spec, ownPay, colleague, ratio] of table)
    it(`${name}: own ${ownPay}, each colleague ${colleague}`, () => {
      const payoff = payoffOf(spec)
      assert.equal(payoff.own, ownPay)
      assert.equal(payoff.colleague, colleague)
      assert.ok(Math.abs(payoff.ratio - ratio) < 1e-12)
      assert.deepEqual(payoff.in, { unit: 'money', currency: 'EUR' })
    })

  it('help break-even: an hour must serve the colleague 13 times better where 60 % are own and 40 % of the team', () => {
    const payoff = payoffOf(`{ ${eight}, measures: [${own(60)}, ${team(40)}] }`)
    const breakEven = payoffFigures(payoff).find(({ name }) => name === 'help-break-even')
    assert.ok(breakEven !== undefined && Math.abs(breakEven.value - 13) < 1e-9)
    assert.match(payoffText(payoff), /Helping pays where an hour does 13 times as much/)
  })
  it('help never pays where a colleague brings nothing, so there is no break-even', () => {
    const payoff = payoffOf(`{ ${eight}, measures: [${own(100)}] }`)
    assert.ok(payoffFigures(payoff).every(({ name }) => name !== 'help-break-even'))
    assert.doesNotMatch(payoffText(payoff), /Helping pays/)
  })
  it('a plan as it would be without one of its parts', () => {
    const plan = planOf(`{ ${eight}, measures: [${own(60)}, ${team(40)}] }`)
    const alone = payoffIf(plan, { measures: (plan.spec.measures ?? []).slice(0, 1) }, assumptions)
    assert.equal(alone?.colleague, 0)
    assert.equal(alone?.own, 24_000)
  })
  it('prizes by rank: 3,009 and -334 for 2/7/1 of 10, per standard deviation', () => {
    const payoff = payoffOf(
      `{ contests: [{ name: club, qualify: top-ranked, participants: 10, prizes: [
        { places: 2, amount: { amount: 15000, currency: EUR } }, { places: 7, amount: { amount: 8000, currency: EUR } }] }] }`,
    )
    assert.equal((payoff.own * 0.2).toFixed(0), '3009')
    assert.equal((payoff.colleague * 0.2).toFixed(0), '-334')
    assert.ok(payoff.assumptions.some(({ name, value }) => name === 'resultsSpread' && value === 0.2))
  })
  it('says them in percent of target pay where no money is declared', () => {
    assert.match(
      payoffText(payoffOf(`{ peers: 8, measures: [${own(60)}, ${team(40)}] }`)),
      /brings them 65 % of target pay, and each close colleague's adds 5 % of target pay/,
    )
  })
})

describe('whose result a part of a plan looks at', () => {
  it('those who work together lie within the larger groups that the plan names', () => {
    const payoff = payoffOf(
      `{ ${eight}, measures: [${own(60)}, ${team(20)}, { name: company, scope: company, contributors: 2000, weight: 20 }] }`,
    )
    assert.ok(Math.abs(payoff.colleague - (8_000 / 8 + 8_000 / 2_000)) < 1e-9)
  })
  it('a company of unknown size has the fewest people possible, and says so', () => {
    const payoff = payoffOf(
      `{ ${eight}, population: { headcount: 32 }, measures: [${own(80)}, { name: company, scope: company, weight: 20 }] }`,
    )
    assert.equal(payoff.colleague, 8_000 / 32)
    assert.ok(payoff.assumptions.some(({ name, value }) => name === 'people-in-the-company' && value === 32))
  })
  it('a measure by rank takes from the others what it gives', () => {
    const payoff = payoffOf(`{ peers: 5, measures: [{ name: place, scope: individual, basis: rank, weight: 100 }] }`)
    assert.equal(payoff.ratio, -1 / 4)
    assert.ok(payoff.assumptions.some(({ name }) => name === 'pay-by-rank'))
  })
  it('a gate on the own result takes pay for a colleague’s success away where it closes', () => {
    const gate = 'gates: [{ name: own-gate, measure: own, threshold: 100, blocks: [team] }]'
    const open = payoffOf(`{ ${eight}, measures: [${own(60)}, ${team(40)}] }`)
    const gated = payoffOf(`{ ${eight}, measures: [${own(60)}, ${team(40)}], ${gate} }`)
    assert.ok(Math.abs(gated.colleague - open.colleague / 2) < 1e-3)
  })
  it('an accelerator at target pays half as much again, since half of the results lie above', () => {
    const fast = `{ name: own, scope: individual, weight: 100, accelerators: [{ above: 100, rate: 2 }] }`
    assert.ok(Math.abs(payoffOf(`{ ${eight}, measures: [${fast}] }`).own - 60_000) < 1e-3)
  })
  it('multiplied results share one part of the pay', () => {
    const payoff = payoffOf(`{ ${eight}, formula: multiplicative, measures: [${own(50)}, ${team(50)}] }`)
    assert.ok(Math.abs(payoff.colleague - 5_000) < 1e-9)
  })
})

describe('how the parts of a plan come together', () => {
  const weighted = (rest: string) =>
    `pools: [{ name: pool, amount: { amount: 100000, currency: EUR }, weight: 20, participants: 8, funding: { basis: results, elasticity: 1${rest} }, split: equal }]`
  it('a pool that says both counts by its weight where weights are all that is known of pay', () => {
    const payoff = payoffOf(`{ peers: 8, measures: [${own(80)}], ${weighted('')} }`)
    assert.equal(payoff.colleague, 20 / 8)
  })
  it('what is multiplied is the pay that the pools leave', () => {
    const payoff = payoffOf(
      `{ peers: 8, formula: multiplicative, measures: [${own(40)}, ${team(40)}], ${weighted('')} }`,
    )
    assert.ok(Math.abs(payoff.colleague - (80 / 8 + 20 / 8)) < 1e-9)
  })
  it('a pool that an alliance fills grows with at least the results of those who share it', () => {
    const payoff = payoffOf(
      `{ targetPay: { amount: 40000, currency: EUR }, peers: 4, measures: [${own(80)}], ${weighted(', scope: alliance')} }`,
    )
    assert.equal(payoff.colleague, 100_000 / 8 / 8)
  })
  it('a cap at target takes half of the own pay', () => {
    const capped = '{ name: own, scope: individual, weight: 100, payout: { cap: 100 } }'
    assert.ok(Math.abs(payoffOf(`{ ${eight}, measures: [${capped}] }`).own - 20_000) < 1e-3)
  })
  it('another spread of results is another payoff of the same plan', () => {
    const plan = planOf(
      `{ ${eight}, measures: [{ name: own, scope: individual, weight: 100, payout: { threshold: 90 } }] }`,
    )
    const spreadOf = (resultsSpread: number) => new Assumptions(new Workspace('2026-11-23'), { resultsSpread }, [])
    assert.notEqual(crossPayoffOf(plan, spreadOf(0.1))?.own, crossPayoffOf(plan, spreadOf(0.4))?.own)
  })
})

describe('a plan that does not say enough is not computed', () => {
  const missing: readonly [string, string][] = [
    ['a weight', `{ ${eight}, measures: [${own(60)}, { name: team, scope: team }] }`],
    ['who works together', `{ measures: [${own(60)}, ${team(40)}] }`],
    ['an elasticity', `{ ${pool('basis: results')} }`],
    [
      'what managers look at',
      '{ pools: [{ name: p, weight: 100, participants: 8, funding: { basis: fixed }, split: by-judgement }] }',
    ],
    ['prizes', '{ contests: [{ name: club, qualify: top-ranked, participants: 10 }] }'],
    ['the height of a gate', `{ ${eight}, measures: [${own(60)}, ${team(40)}], gates: [{ name: gate, scope: team }] }`],
    ['one currency', `{ targetPay: { amount: 1, currency: USD }, ${pool('basis: fixed')} }`],
    ['target pay beside an amount of money', `{ peers: 8, measures: [${own(60)}], ${pool('basis: fixed')} }`],
    [
      'prizes for multiplied ranks',
      `{ ${eight}, formula: multiplicative, measures: [${own(50)}, { name: place, scope: individual, basis: rank, weight: 50 }] }`,
    ],
    ['any part', `{ ${eight} }`],
  ]
  for (const [name, spec] of missing)
    it(`without ${name}`, () => assert.equal(crossPayoffOf(planOf(spec), assumptions), undefined))
})

describe('any plan that is well-formed', () => {
  it('the example of the language pays a colleague’s success', () => {
    const text = readFileSync(new URL('../../docs/language/examples/incentive-plan.yaml', import.meta.url), 'utf8')
    const policy = readPolicyFile(text).documents[0]?.policy
    assert.ok(policy?.kind === 'IncentivePlan')
    const payoff = crossPayoffOf(policy, assumptions)
    assert.ok(payoff !== undefined && payoff.ratio > 0.05, String(payoff?.ratio))
  })
  it('a ranking of a crowd is not computed, however many places it has', () => {
    const crowd = planOf(
      '{ contests: [{ name: club, qualify: top-ranked, participants: 1000000000, prizes: [{ places: 1000000000, amount: { amount: 1, currency: EUR } }] }] }',
    )
    assert.equal(payPlanOf(crowd), undefined)
  })
  it('groups of one, and more in a part than work together, are no contradiction', () => {
    const described = payPlanOf(
      planOf(
        `{ peers: 8, measures: [{ name: team, scope: team, contributors: 1, weight: 50 }, { name: area, scope: team, contributors: 3, weight: 50 }] }`,
      ),
    )
    assert.ok(described !== undefined)
    assert.deepEqual(described.closest, ['8', '3'])
    assert.equal(crossPayoff(described.plan).kind, 'computed')
  })
})
