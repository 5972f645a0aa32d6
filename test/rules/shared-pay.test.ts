import assert from 'node:assert/strict'
import type { IncentivePlan } from '../../server/language/generated/policies.ts'
import { payKey, payShares, paysOnlyForOwnResults } from '../../server/rules/shared-pay.ts'
import { policyOf } from './policies.ts'

function plan(spec: string): IncentivePlan {
  const policy = policyOf(`kind: IncentivePlan\nmetadata: { name: plan }\nspec: ${spec}`)
  assert.ok(policy.kind === 'IncentivePlan')
  return policy
}

const measures = (...parts: readonly string[]) => plan(`{ measures: [${parts.join(', ')}] }`)
const own = (more = '') => `{ name: own, scope: individual, weight: 60${more} }`
const pool = (funding: string, split: string, weight = 20) =>
  `{ name: pool, weight: ${weight}, funding: { ${funding} }, split: ${split} }`
const filled = 'basis: results, elasticity: 1'

describe('what a plan pays people for together', () => {
  it('is nothing where every measure looks at the own result', () => {
    assert.equal(paysOnlyForOwnResults(measures(own())), true)
    assert.equal(paysOnlyForOwnResults(measures(own(', about: own-results'))), true)
  })
  it('is a wider result, help, an agreement, or what the partner gets', () => {
    for (const shared of [
      '{ name: shared, scope: team, weight: 40 }',
      '{ name: shared, scope: individual, about: contribution-to-others, weight: 40 }',
      '{ name: shared, scope: individual, agreement: orion, weight: 40 }',
      '{ name: shared, scope: individual, outcome: partner-result, weight: 40 }',
    ])
      assert.equal(paysOnlyForOwnResults(measures(own(), shared)), false, shared)
  })
  it('is not what weighs nothing, or ranks people', () => {
    for (const shared of [
      '{ name: shared, scope: team, weight: 0 }',
      '{ name: shared, scope: individual, about: contribution-to-others, weight: 0 }',
      '{ name: shared, scope: team, basis: rank, weight: 40 }',
    ])
      assert.equal(paysOnlyForOwnResults(measures(own(), shared)), true, shared)
  })
  it('is a pool that results fill, divided in a way in which one does not lose what another gains', () => {
    const only = (one: string) => paysOnlyForOwnResults(plan(`{ measures: [${own()}], pools: [${one}] }`))
    assert.equal(only(pool(filled, 'equal')), false)
    assert.equal(only(pool(filled, 'equal', 0)), true)
    assert.equal(only(pool('basis: fixed', 'by-score')), true)
    assert.equal(only(pool('basis: fixed', 'equal')), true)
  })
  it('a set sum in set parts is pay for no result at all', () => {
    const alone = (one: string) => paysOnlyForOwnResults(plan(`{ pools: [${one}] }`))
    assert.equal(alone(pool('basis: fixed', 'equal')), false)
    assert.equal(alone(pool('basis: fixed', 'by-target-pay')), false)
    assert.equal(alone(pool('basis: fixed', 'by-score')), true)
    assert.equal(
      paysOnlyForOwnResults(
        plan(
          `{ pools: [${pool('basis: fixed', 'equal')}, ${pool('basis: fixed', 'by-score').replace('pool', 'second')}] }`,
        ),
      ),
      true,
    )
  })
  it('is not known of a plan that names neither measures nor pools', () => {
    assert.equal(paysOnlyForOwnResults(plan('{}')), undefined)
  })
})

describe('which part of pay hangs on what', () => {
  it('adds weights of measures and pools', () => {
    const shares = payShares(
      plan(
        `{ measures: [${own()}, { name: ours, scope: team, weight: 15 }], pools: [${pool(filled, 'equal')}, ${pool('basis: fixed', 'by-score', 5).replace('pool', 'second')}] }`,
      ),
    )
    assert.equal(shares?.own, 60)
    assert.equal(shares?.shared, 35)
    assert.deepEqual(
      shares?.sharedMeasures.map(({ name }) => name),
      ['ours'],
    )
  })
  it('counts help as shared, not as own', () => {
    const shares = payShares(measures(own(), '{ name: help, scope: individual, about: partnering, weight: 40 }'))
    assert.deepEqual([shares?.own, shares?.shared], [60, 40])
  })
  it('is not known without weights, of no parts, or where results are multiplied', () => {
    assert.equal(payShares(measures('{ name: own, scope: individual }')), undefined)
    assert.equal(payShares(plan('{}')), undefined)
    assert.equal(payShares(plan(`{ formula: multiplicative, measures: [${own()}] }`)), undefined)
  })
  it('stands with the measures, or the pools where there are none', () => {
    assert.equal(payKey(measures(own())), 'measures')
    assert.equal(payKey(plan(`{ pools: [${pool(filled, 'equal')}] }`)), 'pools')
    assert.equal(payKey(plan(`{ measures: [], pools: [${pool(filled, 'equal')}] }`)), 'pools')
  })
})
