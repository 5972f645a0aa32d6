import assert from 'node:assert/strict'
import type { Contest, Gate, Measure, PayPlan, Pool, ResultOf } from '../../server/models/pay-plan.ts'
import { payoutFunction } from '../../server/models/payout.ts'
import { atMost } from './figures.ts'

const own: ResultOf = { kind: 'own' }
const team: ResultOf = { kind: 'group', group: 'team' }
const mine: Measure = { id: 'mine', weightPercent: 60, resultOf: own }
const ours: Measure = { id: 'ours', weightPercent: 40, resultOf: team }
const club: Contest = {
  id: 'club',
  participants: 'team',
  prizes: [
    { winners: 1, prize: { kind: 'money', amount: 500 } },
    { winners: 1, prize: { kind: 'percent-of-target-pay', percent: 20 } },
  ],
}

/** What a person with 1,000 target pay in a team of three gets, my result first. */
function paid(plan: Partial<PayPlan>, [me, ...others]: readonly [number, number, number]): number {
  const whole: PayPlan = { targetPay: 1_000, groups: [{ id: 'team', members: 3 }], ...plan }
  return payoutFunction(whole)({ own: me, others: { team: others } })
}

function equals(found: number, expected: number): void {
  atMost(Math.abs(found - expected), 1e-9)
}

describe('M2 the payout that a plan describes', () => {
  it('adds measures by weight, a shared one by the average', () => {
    equals(paid({ measures: [mine, ours] }, [1.1, 0.9, 0.7]), 660 + 360)
  })
  it('a gate on the own result blocks what it names, and nothing else', () => {
    const gates: readonly Gate[] = [{ resultOf: own, thresholdPercent: 100, blocks: ['ours'] }]
    equals(paid({ measures: [mine, ours], gates }, [0.99, 1, 1.01]), 594)
    equals(paid({ measures: [mine, ours], gates }, [1, 1, 1]), 1_000)
  })
  it('a gate on everything blocks measures, pools and contests', () => {
    const gates: readonly Gate[] = [{ resultOf: team, thresholdPercent: 100, blocks: 'everything' }]
    const pools: readonly Pool[] = [
      {
        id: 'pool',
        participants: 'team',
        amount: { kind: 'percent-of-target-pay', percent: 30 },
        funding: { kind: 'fixed' },
        split: { kind: 'equal' },
      },
    ]
    const everything = { measures: [mine, ours], pools, contests: [club], gates }
    equals(paid(everything, [1.2, 0.9, 0.8]), 0)
    equals(paid(everything, [1.2, 1.1, 1]), 720 + 440 + 300 + 500)
  })
  it('a contest behind a gate on the own result is not won below it', () => {
    const gates: readonly Gate[] = [
      { resultOf: own, thresholdPercent: 110, blocks: ['club'] },
      { resultOf: own, thresholdPercent: 90, blocks: ['club'] },
    ]
    equals(paid({ contests: [club], gates }, [1.05, 0.9, 0.8]), 0)
    equals(paid({ contests: [club], gates }, [1.15, 0.9, 0.8]), 500)
  })
  it('ranks count from the best; equal results share their prizes; the last gets nothing', () => {
    equals(paid({ contests: [club] }, [1, 1.1, 0.9]), 200)
    equals(paid({ contests: [club] }, [1, 1, 0.9]), 350)
    equals(paid({ contests: [club] }, [0.8, 1, 0.9]), 0)
  })
  it('multiplies the own by the shared measures, neither below the floor', () => {
    const threshold = { atPercent: 90 }
    const measures = [{ ...mine, threshold }, ours]
    const formula = { kind: 'multiplicative' } as const
    equals(paid({ measures, formula }, [1.2, 0.9, 0.9]), 1_200)
    equals(paid({ measures, formula }, [0.8, 1.1, 1.1]), 0)
    equals(paid({ measures, formula: { ...formula, floorPercent: 50 } }, [0.8, 1.1, 1.1]), 500)
    equals(paid({ measures, formula: { ...formula, ofTargetPayPercent: 70 } }, [1.2, 0.9, 0.9]), 840)
  })
  it('weighs several own measures within their factor', () => {
    const half = { ...mine, id: 'half', weightPercent: 20, capPercent: 100 }
    equals(paid({ measures: [mine, half, ours], formula: { kind: 'multiplicative' } }, [1.4, 0.8, 0.8]), 1_300)
  })
  it('a pool that grows with the result is never below nothing', () => {
    const pool = (elasticity: number): Pool => ({
      id: 'pool',
      participants: 'team',
      amount: { kind: 'money', amount: 3_000 },
      funding: { kind: 'result', elasticity },
      split: { kind: 'relative-score' },
    })
    equals(paid({ pools: [pool(0.5)] }, [1.2, 0.6, 0.6]), 3_000 * 0.9 * 0.5)
    equals(paid({ pools: [pool(2)] }, [0.6, 0.3, 0.3]), 0)
  })
  it('needs a result for everyone', () => {
    const payout = payoutFunction({ groups: [{ id: 'team', members: 3 }], measures: [ours] })
    assert.throws(() => payout({ own: 1, others: { team: [1] } }), /"team" has 2 members besides me, got 1/)
  })
})
