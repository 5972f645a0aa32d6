import assert from 'node:assert/strict'
import type { Policy } from '../../server/language/policy-file.ts'
import {
  declaredDays,
  isOver,
  lastDayOf,
  monthsIn,
  sharedSpan,
  spanOfAll,
  spanText,
  spanWithin,
  touchesMonth,
} from '../../server/rules/time-spans.ts'
import { policyOf } from './policies.ts'

const within = (effective: string): Policy =>
  policyOf(`kind: GovernanceCalendar\nmetadata: { name: calendar, effective: ${effective} }\nspec: {}`)

describe('stretches of time', () => {
  it('something without days of its own has those of its policy', () => {
    const year = within('{ from: 2027-01-01, to: 2027-12-31 }')
    assert.deepEqual(spanWithin({}, year), { from: '2027-01-01', to: '2027-12-31' })
    assert.deepEqual(spanWithin({ from: '2027-03-01' }, year), { from: '2027-03-01', to: '2027-12-31' })
    assert.deepEqual(spanWithin({ to: '2027-03-31' }, year), { from: '2027-01-01', to: '2027-03-31' })
    assert.deepEqual(spanWithin({}, within('{ from: 2027-01-01 }')), { from: '2027-01-01', to: undefined })
    assert.deepEqual(spanWithin({ from: '2028-01-01' }, within('{ to: 2027-12-31 }')), {
      from: '2028-01-01',
      to: undefined,
    })
  })
  it('what lies outside of its policy borrows no end from it, and on its last day it still does', () => {
    const year = within('{ from: 2027-01-01, to: 2027-12-31 }')
    assert.deepEqual(spanWithin({ from: '2028-01-01' }, year), { from: '2028-01-01', to: undefined })
    assert.deepEqual(spanWithin({ to: '2026-12-31' }, year), { from: undefined, to: '2026-12-31' })
    assert.deepEqual(spanWithin({ from: '2027-12-31' }, year), { from: '2027-12-31', to: '2027-12-31' })
    assert.deepEqual(spanWithin({ to: '2027-01-01' }, year), { from: '2027-01-01', to: '2027-01-01' })
  })
  it('is over on the day after its last, and never without one', () => {
    assert.equal(isOver({ to: '2027-06-30' }, '2027-06-30'), false)
    assert.equal(isOver({ to: '2027-06-30' }, '2027-07-01'), true)
    assert.equal(isOver({ from: '2020-01-01' }, '2027-07-01'), false)
  })
  it('all of several go from the first day of any to the last of any, open where one is', () => {
    const late = { from: '2027-05-01', to: '2027-09-30' }
    const early = { from: '2027-02-01', to: '2027-06-30' }
    assert.deepEqual(spanOfAll([late, early]), { from: '2027-02-01', to: '2027-09-30' })
    assert.deepEqual(spanOfAll([late, { to: '2027-12-31' }]), { from: undefined, to: '2027-12-31' })
    assert.deepEqual(spanOfAll([late, { from: '2027-01-01' }]), { from: '2027-01-01', to: undefined })
  })
  it('two share the days that both have', () => {
    const year = { from: '2027-01-01', to: '2027-12-31' }
    assert.deepEqual(sharedSpan(year, { from: '2027-03-01', to: '2028-03-01' }), {
      from: '2027-03-01',
      to: '2027-12-31',
    })
    assert.deepEqual(sharedSpan({ from: '2026-01-01', to: '2027-02-01' }, year), {
      from: '2027-01-01',
      to: '2027-02-01',
    })
    assert.deepEqual(sharedSpan({}, year), year)
    assert.deepEqual(sharedSpan(year, {}), year)
    assert.deepEqual(sharedSpan(year, { from: '2027-12-31' }), { from: '2027-12-31', to: '2027-12-31' })
    assert.equal(sharedSpan(year, { from: '2028-01-01' }), undefined)
    assert.equal(sharedSpan(year, { to: '2026-12-31' }), undefined)
  })
  it('takes so many months, a part of one by its days', () => {
    assert.equal(monthsIn({ from: '2027-01-01', to: '2027-12-31' }), 12)
    assert.equal(monthsIn({ from: '2027-04-16', to: '2027-05-31' }), 1.5)
    assert.equal(monthsIn({ from: '2027-04-30', to: '2027-04-30' }), 1 / 30)
    assert.equal(monthsIn({ from: '2027-04-30', to: '2027-04-29' }), undefined)
    assert.equal(monthsIn({ from: '2027-04-30' }), undefined)
    assert.equal(monthsIn({ to: '2027-04-30' }), undefined)
  })
  it('touches the months of which it has a day', () => {
    const touched = (month: string) => touchesMonth({ from: '2027-02-28', to: '2027-04-01' }, month)
    assert.deepEqual(['2027-01', '2027-02', '2027-03', '2027-04', '2027-05'].map(touched), [
      false,
      true,
      true,
      true,
      false,
    ])
    assert.equal(touchesMonth({}, '1999-01'), true)
    assert.equal(touchesMonth({ from: '2027-02-28' }, '2027-01'), false)
  })
  it('the last day of a month depends on the year', () => {
    assert.deepEqual(['2027-02', '2028-02', '2027-11'].map(lastDayOf), ['2027-02-28', '2028-02-29', '2027-11-30'])
  })
  it('is said, and written, by the days that are declared', () => {
    assert.equal(spanText({ from: '2027-01-01', to: '2028-12-31' }), 'from 2027-01-01 to 2028-12-31')
    assert.equal(spanText({ to: '2028-12-31' }), 'to 2028-12-31')
    assert.equal(spanText({}), '')
    assert.deepEqual(declaredDays({ from: '2027-01-01', to: undefined }), { from: '2027-01-01' })
    assert.deepEqual(declaredDays({ from: undefined, to: '2027-01-01' }), { to: '2027-01-01' })
  })
})
