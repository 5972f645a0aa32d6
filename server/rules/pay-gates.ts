import type { IncentiveGate, IncentivePlan, Scope } from '../language/generated/policies.ts'
import { sharesResults } from './shared-pay.ts'

const width: Readonly<Record<Scope, number>> = { individual: 0, team: 1, function: 2, company: 3, alliance: 3 }

/** Whether one result is that of more people than another. */
export function isWider(one: Scope, other: Scope): boolean {
  return width[one] > width[other]
}

/** Whose result opens a gate, and where it says so. A gate on a unit without a scope is as wide as a function. */
export function gateLooksAt(
  { measure: name, scope, unit }: IncentiveGate,
  { spec }: IncentivePlan,
): { readonly scope: Scope | undefined; readonly key: string } {
  const measure = name === undefined ? undefined : spec.measures?.find((one) => one.name === name)
  if (measure !== undefined) return { scope: measure.scope, key: 'measure' }
  if (scope !== undefined) return { scope, key: 'scope' }
  return { scope: unit === undefined ? undefined : 'function', key: 'unit' }
}

/** A part of pay behind a gate. */
export interface BlockedPart {
  readonly title: string
  /** Whose result it follows. */
  readonly scope: Scope
  readonly weight: number | undefined
}

/** The paid measures and pools behind a gate, each with whose result it follows; without a list it blocks all. */
export function blockedParts({ blocks }: IncentiveGate, { spec }: IncentivePlan): readonly BlockedPart[] {
  const isBlocked = ({ name }: { readonly name: string }): boolean => blocks === undefined || blocks.includes(name)
  const measures = (spec.measures ?? []).filter((one) => isBlocked(one) && one.weight !== 0)
  const pools = (spec.pools ?? []).filter((one) => isBlocked(one) && sharesResults(one))
  return [
    ...measures.map(({ name, title = name, scope, weight }) => ({ title, scope, weight })),
    ...pools.map(({ name, title = name, funding, weight }) => ({ title, scope: funding.scope ?? 'team', weight })),
  ]
}
