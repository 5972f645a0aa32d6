import type { Decision } from '../language/generated/policies.ts'

/** Somebody that a decision names as the one who decides, with the place where it says so. */
export interface NamedDecider {
  /** A role or a body. */
  readonly name: string
  readonly on: object
  readonly key: string | number
}

/** Whom a decision names as deciding it, in whichever notation: the decider, the accountable of RACI, the approver of DACI, who decides in RAPID, the DRI. */
export function namedDeciders(decision: Decision): readonly NamedDecider[] {
  const { raci, daci, rapid } = decision
  return [
    ...named(decision, 'decider', decision.decider),
    ...named(raci, 'accountable', raci?.accountable),
    ...named(daci, 'approver', daci?.approver),
    ...named(rapid, 'decide', rapid?.decide),
    ...named(decision, 'dri', decision.dri),
  ]
}

/** The roles and bodies that decide, each once. */
export function decidersOf(decision: Decision): readonly string[] {
  return [...new Set(namedDeciders(decision).map(({ name }) => name))]
}

function named(
  on: object | undefined,
  key: string,
  who: string | readonly string[] | undefined,
): readonly NamedDecider[] {
  if (on === undefined || who === undefined) return []
  return typeof who === 'string' ? [{ name: who, on, key }] : who.map((name, index) => ({ name, on: who, key: index }))
}
