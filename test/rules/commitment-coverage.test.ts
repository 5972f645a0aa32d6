import assert from 'node:assert/strict'
import { type CommitmentCoverage, commitmentCoverage } from '../../server/rules/commitment-coverage.ts'
import { ourCommitments } from '../../server/rules/our-commitments.ts'
import { byPeriod, periodOf, totalOver } from '../../server/rules/resource-amounts.ts'
import type { HeldAllocation } from '../../server/workspace/allocations.ts'
import { policyOf } from './policies.ts'

/** A plan for 2027, unless it says otherwise, with allocations to the commitment. */
function plan(
  allocations: readonly string[],
  effective = '{ from: 2027-01-01, to: 2027-12-31 }',
): readonly HeldAllocation[] {
  const listed = allocations.map((more, at) => `{ name: a${at}, commitment: orion/promise, ${more} }`).join(', ')
  const policy = policyOf(
    `kind: ResourceAllocation\nmetadata: { name: plan, effective: ${effective} }\nspec: { allocations: [${listed}] }`,
  )
  assert.ok(policy.kind === 'ResourceAllocation')
  return (policy.spec.allocations ?? []).map((allocation) => ({ policy, allocation }))
}

const rates = [{ from: 'USD', to: 'EUR', rate: 0.8 }]

function covered(commitment: string, held: readonly HeldAllocation[], term = '{ from: 2027-01-01, to: 2027-12-31 }') {
  const agreement = policyOf(
    `kind: PartnerAgreement\nmetadata: { name: orion }\nspec: { partner: { name: orion }, type: co-development, term: ${term}, commitments: [{ name: promise, ${commitment} }] }`,
  )
  assert.ok(agreement.kind === 'PartnerAgreement')
  const [ours] = ourCommitments(agreement)
  assert.ok(ours !== undefined)
  return commitmentCoverage(ours, held, rates)
}

function computed(...asked: Parameters<typeof covered>): CommitmentCoverage {
  const found = covered(...asked)
  assert.ok(found?.kind === 'computed', found?.kind)
  return found
}

const people = (fte: number) => `resource: people, fte: ${fte}`
const money = (amount: number, per = 'term') =>
  `resource: money, money: { amount: ${amount}, currency: EUR }, per: ${per}`

describe('how far people are there as promised', () => {
  it('all year, by two allocations together', () => {
    const found = computed(people(3), plan(['fte: 1', 'fte: 2']))
    assert.deepEqual([found.share, found.gap, found.unit, found.uncovered], [1, 0, 'FTE', []])
    assert.equal(found.periods.length, 12)
    assert.deepEqual(found.periods[1], { months: ['2027-02'], committed: 3, allocated: 3 })
    assert.deepEqual(found.allocated, { from: '2027-01-01', to: '2027-12-31' })
  })
  it('too few in every month is no matter of dates', () => {
    const found = computed(people(3), plan(['fte: 2']))
    assert.equal(found.share.toFixed(3), '0.667')
    assert.equal(found.gap, 1)
    assert.equal(found.uncovered.length, 12)
    assert.equal(found.outside, undefined)
  })
  it('enough while it lasts: from when on, or until when', () => {
    const outside = (allocation: string) => computed(people(3), plan([`fte: 3, ${allocation}`])).outside
    assert.equal(outside('from: 2027-03-01'), 'before')
    assert.equal(outside('from: 2027-03-15'), 'before')
    assert.equal(outside('to: 2027-10-31'), 'after')
    assert.equal(outside('to: 2027-10-15'), 'after')
    assert.equal(outside('from: 2027-03-01, to: 2027-10-31'), 'both')
  })
  it('a gap in the middle, or beside too few, is not a matter of its ends', () => {
    const gap = computed(people(3), plan(['fte: 3, to: 2027-03-31', 'fte: 3, from: 2027-06-01']))
    assert.deepEqual([gap.uncovered, gap.outside], [['2027-04', '2027-05'], undefined])
    const both = computed(people(3), plan(['fte: 3, from: 2027-03-01, to: 2027-06-30', 'fte: 2, from: 2027-07-01']))
    assert.equal(both.uncovered.length, 8)
    assert.equal(both.outside, undefined)
  })
  it('only in the months that the resource plans are written for', () => {
    const term = '{ from: 2027-01-01, to: 2029-12-31 }'
    assert.equal(computed(people(3), plan(['fte: 3']), term).periods.length, 12)
    assert.equal(covered(people(3), plan(['fte: 3']), '{ from: 2029-01-01, to: 2029-12-31 }'), undefined)
  })
  it('without any end as it stands', () => {
    const found = computed(people(3), plan(['fte: 2'], '{}'), '{ from: 2027-01-01 }')
    assert.deepEqual([found.gap, found.uncovered], [1, []])
    assert.deepEqual(found.periods, [{ months: [], committed: 3, allocated: 2 }])
  })
  it('is not known where nothing of that sort is allocated', () => {
    assert.equal(covered(people(3), plan(['money: { amount: 1000, currency: EUR }'])), undefined)
    assert.equal(covered(people(3), []), undefined)
    assert.equal(computed(people(3), plan(['fte: 3', 'money: { amount: 1000, currency: EUR }'])).share, 1)
  })
})

describe('how far money is there as promised', () => {
  it('a total may be spent at any time of the term', () => {
    const found = computed(money(600_000), plan(['money: { amount: 600000, currency: EUR }, from: 2027-11-01']))
    assert.deepEqual([found.share, found.gap, found.uncovered], [1, 0, []])
    assert.deepEqual(found.periods, [{ months: [], committed: 600_000, allocated: 600_000 }])
  })
  it('short by what is missing, over the whole term', () => {
    const found = computed(money(600_000), plan(['money: { amount: 150000, currency: EUR }']))
    assert.deepEqual([found.share, found.gap], [0.25, 450_000])
  })
  it('converted where a rate is declared, and unlike where none is', () => {
    assert.equal(computed(money(80), plan(['money: { amount: 100, currency: USD }'])).share, 1)
    assert.deepEqual(covered(money(80), plan(['money: { amount: 100, currency: SEK }'])), {
      kind: 'unlike-units',
      units: ['EUR', 'SEK'],
    })
  })
  it('not short as long as a part of the term is still to be planned', () => {
    const held = plan(['money: { amount: 150000, currency: EUR }'])
    assert.equal(covered(money(600_000), held, '{ from: 2027-01-01, to: 2028-12-31 }'), undefined)
    assert.equal(covered(money(600_000), held, '{ from: 2026-01-01, to: 2027-12-31 }'), undefined)
    assert.equal(computed(money(150_000), held, '{ from: 2027-01-01, to: 2028-12-31 }').share, 1)
  })
  it('by quarter, spread over it in any way', () => {
    const held = plan(['money: { amount: 30, currency: EUR }, per: quarter, to: 2027-06-30'])
    const found = computed(money(20, 'quarter'), held)
    assert.deepEqual(
      found.periods.map(({ committed, allocated }) => [Math.round(committed), Math.round(allocated)]),
      [
        [20, 30],
        [20, 30],
        [20, 0],
        [20, 0],
      ],
    )
    assert.equal(found.uncovered.length, 6)
    assert.equal(found.outside, 'after')
    assert.equal(Math.round(found.gap), 20)
  })
})

describe('amounts over a time', () => {
  const year = { from: '2027-01-01', to: '2027-12-31' }
  const total = { money: { amount: 1_200, currency: 'EUR' } }
  it('a total by the part of its months that is asked for', () => {
    assert.deepEqual(totalOver(total, year, { from: '2027-10-01', to: '2028-03-31' }), { amount: 300, unit: 'EUR' })
    assert.deepEqual(totalOver(total, year, { from: '2028-01-01' }), { amount: 0, unit: 'EUR' })
    assert.deepEqual(totalOver(total, { from: '2027-01-01' }, year), { amount: 1_200, unit: 'EUR' })
  })
  it('so much a month for as many months, and nothing known without an end', () => {
    assert.equal(totalOver({ ...total, per: 'month' }, year, { from: '2027-11-01' })?.amount, 2_400)
    assert.equal(totalOver({ ...total, per: 'month' }, {}, {}), undefined)
    assert.equal(totalOver({}, year, year), undefined)
  })
  it('money is for the term unless it says otherwise, people for each month', () => {
    assert.deepEqual(
      [periodOf(total), periodOf({ ...total, per: 'year' }), periodOf({ fte: 1 })],
      ['term', 'year', 'month'],
    )
  })
  it('months make periods from the first day on, else from January', () => {
    const months = ['2027-02', '2027-03', '2027-04', '2027-05'].map((month) => ({ month }))
    const named = (per: 'month' | 'quarter' | 'year' | 'term', start?: string) =>
      byPeriod(months, per, start).map((period) => period.map(({ month }) => month.slice(5)).join())
    assert.deepEqual(named('quarter'), ['02,03', '04,05'])
    assert.deepEqual(named('quarter', '2027-02-01'), ['02,03,04', '05'])
    assert.deepEqual(named('year', '2026-05-01'), ['02,03,04', '05'])
    assert.deepEqual(named('month'), ['02', '03', '04', '05'])
    assert.deepEqual(named('term'), ['02,03,04,05'])
    assert.deepEqual(byPeriod([], 'quarter', undefined), [])
  })
})
