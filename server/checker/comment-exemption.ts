import { nearest } from '../language/did-you-mean.ts'
import type { PolicyDocument } from '../language/policy-file.ts'
import type { Suppression } from '../language/suppressions.ts'
import { cannotBeSuppressed } from '../language/suppressions.ts'
import type { Exemption } from './exemption.ts'

/** A comment as an exemption; `rules` are those that there are. */
export interface CommentExemption extends Exemption {
  readonly comment: Suppression
  readonly document: PolicyDocument
}

export function commentExemption(
  comment: Suppression,
  document: PolicyDocument,
  rules: ReadonlySet<string>,
): CommentExemption {
  const { rule, reason, until, covers } = comment
  return {
    by: 'comment',
    rule,
    owner: undefined,
    reason,
    until,
    fault: faultOf(comment, rules),
    comment,
    document,
    isAbout: ({ rule: found, place: { range } }) =>
      rule === found && covers.start <= range.start && range.start < covers.end,
  }
}

function faultOf({ fault, rule }: Suppression, rules: ReadonlySet<string>): string | undefined {
  if (rule !== '' && !rules.has(rule)) {
    const meant = nearest(rule, rules)
    return `There is no rule "${rule}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`
  }
  return cannotBeSuppressed(rule) ? `Findings of ${rule} cannot be suppressed.` : fault
}
