import type { Money } from '../language/generated/policies.ts'
import { type HeldLimit, limitsOf } from '../workspace/decision-limits.ts'
import { roleCalled } from '../workspace/roles.ts'
import { index, query, type Workspace } from '../workspace/workspace.ts'
import { decidersOf } from './deciders.ts'
import { place, type Report } from './rule.ts'

/** With what a role can get something done by itself. */
export interface RoleAuthority {
  readonly limits: readonly HeldLimit[]
  /** What it may spend within a year on its own decision. */
  readonly budget: Money | undefined
  /**
   * Declared: a limit or budget of 0, and nothing above. Implied: other roles have limits and budgets, and this one has
   * neither. Undefined where it has some, decides something, or not enough is said.
   */
  readonly none: 'declared' | 'implied' | undefined
}

/** The roles and bodies that decide something, in whichever notation. */
const decides = index(function* (workspace) {
  for (const { spec } of workspace.all('DecisionRights'))
    for (const decision of spec.decisions ?? [])
      for (const name of decidersOf(decision)) yield [name, decision] as const
})

const limitsAreDeclared = query((workspace, _: '') =>
  workspace.all('DecisionRights').some(({ spec }) => (spec.limits ?? []).length > 0),
)

/** What a report says of somebody without authority: `has no decision limit and a budget of 0`; milder where it is only implied. */
export function lackOfAuthority(
  role: string,
  { limits, budget, none }: RoleAuthority,
): Pick<Report, 'severity' | 'related'> & { readonly has: string } {
  const has = `has ${limits.length > 0 ? 'a decision limit of 0' : 'no decision limit'} and ${budget === undefined ? 'no budget' : 'a budget of 0'}`
  const related = limits.map(({ policy, limit }) => place(`The limit of ${role}.`, policy, limit.upTo, 'amount'))
  return none === 'implied'
    ? { has: `${has}, where others have theirs declared`, severity: 'warning', related }
    : { has, related }
}

export function authorityOf(name: string, workspace: Workspace): RoleAuthority {
  const limits = limitsOf(workspace, name)
  const held = roleCalled(workspace, name)
  const budget = held?.role.budget
  const others = held?.policy.spec.roles?.some((role) => role.budget !== undefined) === true
  const noLimit =
    limits.length > 0 ? limits.every(({ limit }) => limit.upTo.amount === 0) : limitsAreDeclared(workspace, '')
  const noBudget = budget === undefined ? others : budget.amount === 0
  const none = noLimit && noBudget && decides(workspace, name).length === 0
  const declared = limits.length > 0 || budget !== undefined
  return { limits, budget, none: none ? (declared ? 'declared' : 'implied') : undefined }
}
