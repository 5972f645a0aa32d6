import { prizeContest } from '../models/prize-contest.ts'
import { criteriaFor } from '../rules/leader-criteria.ts'
import { inKind } from './asked.ts'
import { standings } from './contest-slope.ts'
import { weightsAdded } from './declared-weights.ts'
import { minus, over, total } from './expression.ts'
import { field, given, resultOf, step, type Table } from './step.ts'

/** Nothing among the criteria asks for it. */
const noneOf = (purpose: 'promotion' | 'selection') =>
  inKind('LeaderSelection', ({ policy, workspace }) => [
    weightsAdded(
      `${purpose}-weight`,
      `Weight in a ${purpose}`,
      criteriaFor(purpose, policy, workspace).flatMap(({ criteria }) => criteria),
      () => false,
    ),
  ])

export const inPromotion = noneOf('promotion')
export const inSelection = noneOf('selection')

export const throughOthers = inKind('LeaderSelection', ({ policy }) => [
  weightsAdded(
    'results-through-others',
    'Weight of results through others',
    policy.spec.promotion?.criteria ?? [],
    () => false,
  ),
])

/** The criteria for promotion of all policies on leaders. */
export const valueInPromotion = inKind('CulturalNorms', ({ workspace }) => [
  weightsAdded(
    'promotion-weight',
    'Weight in a promotion',
    workspace.all('LeaderSelection').flatMap(({ spec }) => spec.promotion?.criteria ?? []),
    () => false,
  ),
])

/** A promotion as a prize: what a better own result gains, and what one of a colleague takes. */
export const tournament = inKind('LeaderSelection', ({ policy }) => {
  const { promotion } = policy.spec
  const { slots, candidates, payRisePercent: rise } = promotion ?? {}
  if (promotion === undefined || slots === undefined || candidates === undefined || rise === undefined) return []
  const winners = given('promotions', slots, 'count', field(promotion, 'slots'))
  const rivals = given('candidates', candidates, 'count', field(promotion, 'candidates'))
  const prizes = [{ winners: slots, prize: rise }]
  const gain = prizeContest({ contestants: candidates, prizes })
  const table: Table = {
    ...standings(candidates, prizes, { unit: 'percent' }),
    by: 'expected standing of a rank: its mean among as many normal results, in standard deviations (order statistics)',
    from: [given('rise of base pay', rise / 100, 'percent', field(promotion, 'payRisePercent'))],
  }
  const sum = total(
    'prize × standing',
    table.cells.map(({ values }) => values[2] ?? 0),
  )
  const own = step('Gained by an own result better by one standard deviation', over(sum, rivals), 'percent', table)
  const lost = step("Lost when one colleague's is", over(resultOf(own), minus(rivals, 1)), 'percent')
  return [
    { figure: 'chance-of-promotion', steps: [step('Chance of a promotion', over(winners, rivals), 'chance')] },
    { figure: 'own-marginal', steps: [own] },
    ...(gain.cross === undefined ? [] : [{ figure: 'cross-marginal', steps: [own, lost] }]),
  ]
})
