import assert from 'node:assert/strict'
import fc from 'fast-check'
import { channelNeutrality, routePayout } from '../../server/models/channel-neutrality.ts'
import { atMost, ratio } from './figures.ts'

const terms = { variablePay: 120_000, quota: 1_200_000, dealValue: 300_000 }

describe('M2 channel neutrality: variable 120,000 on a quota of 1,200,000, deal of 300,000', () => {
  it('direct pays 30,000', () => {
    assert.equal(routePayout(terms, {}).total, 30_000)
  })
  it('net of a 20 % partner margin pays 24,000, which is .80', () => {
    const found = channelNeutrality(terms, { direct: {}, partner: { marginDeductedPercent: 20 } })
    assert.equal(found.partner.total, 24_000)
    assert.equal(ratio(found.ratio ?? Number.NaN, 2), '.80')
    assert.equal(found.lostByPartnering, 6_000)
  })
  it('half credit is .50', () => {
    const found = channelNeutrality(terms, { direct: {}, partner: { creditPercent: 50 } })
    assert.equal(ratio(found.ratio ?? Number.NaN, 2), '.50')
  })
  it('a 5,000 SPIFF for direct deals only is 30/35, .857', () => {
    const found = channelNeutrality(terms, { direct: { spiff: 5_000 }, partner: {} })
    assert.equal(found.direct.total, 35_000)
    assert.equal(ratio(found.ratio ?? Number.NaN, 3), '.857')
  })
  it('accelerators widen it: half credit near quota is .375', () => {
    const near = { ...terms, attainedPercent: 90, accelerators: [{ abovePercent: 100, times: 2 }] }
    const found = channelNeutrality(near, { direct: {}, partner: { creditPercent: 50 } })
    atMost(Math.abs(found.direct.total - 48_000), 1e-9)
    atMost(Math.abs(found.partner.total - 18_000), 1e-9)
    assert.equal(ratio(found.ratio ?? Number.NaN, 3), '.375')
  })
  it('what does not retire quota earns no accelerator', () => {
    const beyond = { ...terms, attainedPercent: 100, accelerators: [{ abovePercent: 100, times: 3 }] }
    const found = channelNeutrality(beyond, { direct: {}, partner: { retiresQuota: false } })
    assert.equal(ratio(found.ratio ?? Number.NaN, 3), '.333')
  })
  it('several accelerators: the highest level reached holds for what lies above it', () => {
    const accelerators = [
      { abovePercent: 110, times: 3 },
      { abovePercent: 100, times: 2 },
    ]
    const { total } = routePayout({ ...terms, attainedPercent: 100, accelerators }, {})
    // 25 % of quota: 10 % at twice, 15 % at three times the rate
    atMost(Math.abs(total - 120_000 * (0.1 * 2 + 0.15 * 3)), 1e-9)
  })
  it('a retroactive accelerator pays for everything below it once the deal crosses it', () => {
    const crossing = {
      ...terms,
      attainedPercent: 90,
      accelerators: [{ abovePercent: 100, times: 2, retroactive: true }],
    }
    const found = channelNeutrality(crossing, { direct: {}, partner: { creditPercent: 30 } })
    // direct ends at 115 % of quota, all of it at twice the rate; the partner's deal ends at 97.5 %
    atMost(Math.abs(found.direct.total - 120_000 * (2 * 1.15 - 0.9)), 1e-9)
    atMost(Math.abs(found.partner.total - 9_000), 1e-9)
    assert.equal(ratio(found.ratio ?? Number.NaN, 3), '.054')
  })
  it('half credit, an accelerator in reach and a SPIFF for direct deals only add up', () => {
    const near = { ...terms, attainedPercent: 90, accelerators: [{ abovePercent: 100, times: 2 }] }
    const found = channelNeutrality(near, { direct: { spiff: 5_000 }, partner: { creditPercent: 50 } })
    assert.equal(ratio(found.ratio ?? Number.NaN, 4), '.3396')
    atMost(Math.abs(found.lostByPartnering - 35_000), 1e-9)
  })
  it('the same terms by both routes are neutral', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(
      fc.property(amount, amount, amount, fc.nat({ max: 100 }), (variablePay, quota, dealValue, creditPercent) => {
        const route = { creditPercent, spiff: 10 }
        const found = channelNeutrality({ variablePay, quota, dealValue }, { direct: route, partner: route })
        assert.equal(found.ratio, 1)
      }),
      { numRuns: 100, seed: 15 },
    )
  })
  it('says for which deal it holds, and how much of the quota was reached before', () => {
    const found = channelNeutrality(terms, { direct: {}, partner: {} })
    assert.deepEqual(found.assumptions, { dealValue: 300_000, attainedPercent: 0 })
    const near = channelNeutrality({ ...terms, attainedPercent: 90 }, { direct: {}, partner: {} })
    assert.equal(near.assumptions.attainedPercent, 90)
  })
  it('has no ratio where direct pays nothing', () => {
    const found = channelNeutrality(terms, { direct: { creditPercent: 0 }, partner: {} })
    assert.equal(found.ratio, undefined)
  })
  it('refuses a quota of nothing', () => {
    assert.throws(() => routePayout({ ...terms, quota: 0 }, {}), /quota must be a number greater than 0/)
  })
})
