import assert from 'node:assert/strict'
import { isDelegated } from '../../server/rules/between-meetings.ts'
import { converted, ratesInto } from '../../server/rules/exchange-rates.ts'

const declared = [
  { from: 'USD', to: 'EUR', rate: 0.8 },
  { from: 'GBP', to: 'USD', rate: 1.25 },
  { from: 'EUR', to: 'CHF', rate: 2 },
  { from: 'JPY', to: 'EUR', rate: 0 },
  { from: 'SEK', to: 'NOK', rate: 1 },
]

describe('amounts in other currencies', () => {
  it('by a declared rate, its inverse, and chains of both', () => {
    assert.deepEqual(ratesInto('EUR', declared), { EUR: 1, USD: 0.8, CHF: 0.5, GBP: 1 })
    assert.equal(converted({ amount: 100, currency: 'USD' }, 'EUR', declared), 80)
    assert.equal(converted({ amount: 100, currency: 'EUR' }, 'USD', declared), 125)
    assert.equal(converted({ amount: 100, currency: 'CHF' }, 'GBP', declared), 50)
  })
  it('as they are in their own, and not at all where no rate leads there or a rate is nothing', () => {
    assert.equal(converted({ amount: 100, currency: 'NOK' }, 'NOK', []), 100)
    assert.equal(converted({ amount: 100, currency: 'SEK' }, 'EUR', declared), undefined)
    assert.equal(converted({ amount: 100, currency: 'JPY' }, 'EUR', declared), undefined)
    assert.equal(converted({ amount: 100, currency: 'EUR' }, 'JPY', declared), undefined)
  })
  it('the first of two rates counts', () => {
    const twice = [...declared, { from: 'USD', to: 'EUR', rate: 0.5 }]
    assert.equal(converted({ amount: 100, currency: 'USD' }, 'EUR', twice), 80)
    assert.equal(converted({ amount: 100, currency: 'EUR' }, 'EUR', twice), 100)
  })
})

describe('what a body delegates between meetings', () => {
  const eur = (amount: number) => ({ amount, currency: 'EUR' })
  const body = { name: 'board', betweenMeetings: { to: 'chair', upTo: eur(1_000) } }
  it('is what is worth no more than its limit, in whichever currency', () => {
    assert.equal(isDelegated(body, eur(1_000), []), true)
    assert.equal(isDelegated(body, eur(1_001), []), false)
    assert.equal(isDelegated(body, { amount: 1_250, currency: 'USD' }, declared), true)
    assert.equal(isDelegated(body, { amount: 1_251, currency: 'USD' }, declared), false)
  })
  it('is not what has no value, or one that cannot be compared', () => {
    assert.equal(isDelegated(body, undefined, []), false)
    assert.equal(isDelegated(body, { amount: 1, currency: 'USD' }, []), false)
  })
  it('is everything without a limit, and nothing without a delegation', () => {
    assert.equal(isDelegated({ name: 'board', betweenMeetings: { to: 'chair' } }, undefined, []), true)
    assert.equal(isDelegated({ name: 'board' }, undefined, []), false)
  })
})
