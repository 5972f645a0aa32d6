import { layOutGroups, type PayGroups } from './pay-groups.ts'
import { type PayPart, payParts } from './pay-parts.ts'
import type { PayPlan } from './pay-plan.ts'
import { factorValue } from './payout-factor.ts'
import { prizesByRank } from './prize-contest.ts'

/** Everyone's result relative to target, 1 = on target. */
export interface Results {
  readonly own: number
  /** Per group id, the results of its members other than me who are in none of the groups within it. */
  readonly others: Readonly<Record<string, readonly number[]>>
}

/**
 * b(x₁ … xₙ): what the plan pays me, as a function of everyone's results; in money, or in percent of target pay
 * where that is not declared. Equal results share the prizes of the ranks they take up together.
 *
 * @throws RangeError as crossPayoff does for the plan; the function, where a group's members and the results given
 * for it differ in number.
 */
export function payoutFunction(plan: PayPlan): (results: Results) => number {
  const groups = layOutGroups(plan.groups)
  const parts = payParts(plan, groups)
  return (results) => {
    const colleagues = plan.groups.map((_, index) => othersIn(index + 1, groups, results))
    const averages = [
      results.own,
      ...colleagues.map((others, index) => {
        const everyone = groups.includesMe(index + 1) ? [results.own, ...others] : others
        return everyone.length === 0 ? 1 : everyone.reduce((a, b) => a + b, 0) / everyone.length
      }),
    ]
    return parts.reduce((sum, part) => {
      const product = part.factors.reduce(
        (value, factor) => value * factorValue(factor, (at) => averages[at] ?? 1),
        part.coefficient,
      )
      return sum + product * prizeWon(part, results.own, colleagues)
    }, 0)
  }
}

function othersIn(group: number, groups: PayGroups, results: Results): readonly number[] {
  const others = groups.groups.flatMap(({ id }, index) =>
    groups.liesWithin(index + 1, group) ? (results.others[id] ?? []) : [],
  )
  if (others.length !== groups.colleagues(group)) {
    const id = groups.groups[group - 1]?.id ?? ''
    throw new RangeError(`"${id}" has ${groups.colleagues(group)} members besides me, got ${others.length} results`)
  }
  return others
}

function prizeWon({ contest }: PayPart, own: number, colleagues: readonly (readonly number[])[]): number {
  if (contest === undefined) return 1
  if (own < contest.ownFrom) return 0
  const rivals = colleagues[contest.participants - 1] ?? []
  const byRank = prizesByRank(contest.prizes, rivals.length + 1)
  const above = rivals.filter((result) => result > own).length
  const level = rivals.filter((result) => result === own).length + 1
  const sharedPrizes = byRank.slice(above, above + level)
  return sharedPrizes.reduce((sum, prize) => sum + prize, 0) / level
}
