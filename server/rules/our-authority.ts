import type { Money } from '../language/generated/policies.ts'
import { type HeldLimit, limitsFor, ourMembersOf } from '../workspace/decision-limits.ts'
import type { HeldJointDecision } from '../workspace/governance.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { ExchangeRate } from './assumptions.ts'
import { converted } from './exchange-rates.ts'

/** Up to which amount our members of a joint body may decide, held against what the body decides. */
export interface OurAuthority {
  /** The highest limit of any of them. */
  readonly best: HeldLimit
  /** What the body decides. */
  readonly upTo: Money
  /** By how much that limit falls short of it, in the limit's currency; 0 or less where it is enough. */
  readonly short: number
  /** Our members for whom no limit that can be compared is declared. */
  readonly undeclared: readonly string[]
}

/** Undefined where the decision has no value, or no limit of our members can be compared with it. */
export function ourAuthority(
  { agreement, decision }: HeldJointDecision,
  workspace: Workspace,
  rates: readonly ExchangeRate[],
): OurAuthority | undefined {
  const { upTo, body } = decision
  if (upTo === undefined || body === undefined) return undefined
  const name = agreement.metadata.name
  let best: HeldLimit | undefined
  let most = -1
  const undeclared: string[] = []
  for (const role of ourMembersOf(workspace, `${name}/${body}`)) {
    const limits = limitsFor(workspace, role, `${name}/${decision.name}`).flatMap((held) => {
      const worth = converted(held.limit.upTo, upTo.currency, rates)
      return worth === undefined ? [] : [{ held, worth }]
    })
    if (limits.length === 0) undeclared.push(role)
    for (const { held, worth } of limits) {
      // Of equal limits that of the first role by name, so that the order of lists makes no other finding.
      const isFirst = worth === most && held.limit.role < (best?.limit.role ?? '')
      if (worth > most || isFirst) [best, most] = [held, worth]
    }
  }
  if (best === undefined) return undefined
  const needed = converted(upTo, best.limit.upTo.currency, rates) ?? upTo.amount
  const short = needed - best.limit.upTo.amount
  return { best, upTo, short: short > 1e-9 * needed ? short : 0, undeclared }
}
