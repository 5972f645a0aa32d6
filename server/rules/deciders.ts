import type { Decision } from '../language/generated/policies.ts'

/** Somebody that a decision names as the one who decides, with the place where it says so. */
export interface NamedDecider {
  /** A role or a body. */
  readonly name: string
  readonly on: object
  readonly key: string | number
}

/** A field in which a decision names who decides it. */
export interface DecidingField {
  readonly on: object
  readonly key: string
  readonly names: string | readonly string[]
}

/** The fields that name who decides, in whichever notation: the decider, the accountable of RACI, the approver of DACI, who decides in RAPID, the DRI. */
export function decidingFields(decision: Decision): readonly DecidingField[] {
  const { raci, daci, rapid } = decision
  return [
    ...field(decision, 'decider', decision.decider),
    ...field(raci, 'accountable', raci?.accountable),
    ...field(daci, 'approver', daci?.approver),
    ...field(rapid, 'decide', rapid?.decide),
    ...field(decision, 'dri', decision.dri),
  ]
}

/** Whom a decision names as deciding it. */
export function namedDeciders(decision: Decision): readonly NamedDecider[] {
  return decidingFields(decision).flatMap(({ on, key, names }): readonly NamedDecider[] =>
    typeof names === 'string'
      ? [{ name: names, on, key }]
      : names.map((name, index) => ({ name, on: names, key: index })),
  )
}

/** The roles and bodies that decide, each once. */
export function decidersOf(decision: Decision): readonly string[] {
  return [...new Set(namedDeciders(decision).map(({ name }) => name))]
}

function field(
  on: object | undefined,
  key: string,
  names: DecidingField['names'] | undefined,
): readonly DecidingField[] {
  return on === undefined || names === undefined ? [] : [{ on, key, names }]
}
