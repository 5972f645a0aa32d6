import assert from 'node:assert/strict'
import fc from 'fast-check'
import { approvalOdds, type DecisionPath, decisionLatency } from '../../server/models/decision-latency.ts'
import { ratio } from './figures.ts'

const meets = (everyDays: number): DecisionPath => ({ kind: 'meets', everyDays })

describe('M5 decision latency', () => {
  it('90 + 30 + 14 days: 67 on average, 134 at worst', () => {
    const found = decisionLatency({ kind: 'sequence', steps: [meets(90), meets(30), meets(14)] })
    assert.deepEqual(found, { meanDays: 67, worstDays: 134, openSteps: 0 })
  })
  it('in parallel the slowest counts: 45 and 90', () => {
    const found = decisionLatency({ kind: 'parallel', steps: [meets(90), meets(30), meets(14)] })
    assert.deepEqual(found, { meanDays: 45, worstDays: 90, openSteps: 0 })
  })
  it('steps with a time limit, a fixed time and no time at all', () => {
    const found = decisionLatency({
      kind: 'sequence',
      steps: [
        { kind: 'within', days: 10 },
        { kind: 'takes', days: 3 },
        { kind: 'parallel', steps: [{ kind: 'open' }, meets(7)] },
      ],
    })
    assert.deepEqual(found, { meanDays: 11.5, worstDays: 20, openSteps: 1 })
  })
  it('counts the steps of which nothing is known, wherever they stand', () => {
    const open: DecisionPath = { kind: 'open' }
    const found = decisionLatency({
      kind: 'sequence',
      steps: [open, meets(7), open, { kind: 'parallel', steps: [open] }],
    })
    assert.deepEqual(found, { meanDays: 3.5, worstDays: 7, openSteps: 3 })
  })
  it('no steps take no time', () => {
    const none = { meanDays: 0, worstDays: 0, openSteps: 0 }
    assert.deepEqual(decisionLatency({ kind: 'sequence', steps: [] }), none)
    assert.deepEqual(decisionLatency({ kind: 'parallel', steps: [] }), none)
  })
  it('refuses negative days', () => {
    assert.throws(() => decisionLatency(meets(-1)), RangeError)
  })
  it('parallel never takes longer than in sequence, and the mean never longer than the worst', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 400 })), (cadences) => {
        const steps = cadences.map(meets)
        const sequence = decisionLatency({ kind: 'sequence', steps })
        const parallel = decisionLatency({ kind: 'parallel', steps })
        assert.ok(parallel.worstDays <= sequence.worstDays)
        assert.ok(sequence.meanDays <= sequence.worstDays)
      }),
      { seed: 19 },
    )
  })
})

describe('M5 approvals', () => {
  it('1, 3, 5, 7 and 9 approvers at .9 each all say yes in .90, .73, .59, .48 and .39', () => {
    const found = [1, 3, 5, 7, 9].map((k) => ratio(approvalOdds(k).allYes, 2))
    assert.deepEqual(found, ['.90', '.73', '.59', '.48', '.39'])
  })
  it('expected rounds are 1 over that', () => {
    assert.equal(approvalOdds(1, 0.5).expectedRounds, 2)
    assert.equal(approvalOdds(9).expectedRounds?.toFixed(2), '2.58')
  })
  it('no approvers is certain, one who never says yes is never', () => {
    assert.equal(approvalOdds(0).allYes, 1)
    assert.equal(approvalOdds(0, 0).expectedRounds, 1)
    assert.equal(approvalOdds(2, 0).expectedRounds, undefined)
    assert.deepEqual(approvalOdds(2).assumptions, { yesShare: 0.9, approvers: 'independent' })
  })
})
