import type { FilePlace, PolicyName } from '../checker/finding.ts'
import type { Waived } from '../checker/set-aside.ts'
import type { Checked, UnusableInput } from './report.ts'

/** `pay/bonus.yaml:12:5`, with line and column from 1. */
export function shownPlace({ file, start }: FilePlace, { nameOf }: Pick<Checked, 'nameOf'>): string {
  return `${nameOf(file)}:${start.line + 1}:${start.column + 1}`
}

/** `.concord.yaml:3:1`, or the path alone where the whole file or folder is meant. */
export function inputPlace({ path, line, column }: UnusableInput, { nameOf }: Pick<Checked, 'nameOf'>): string {
  return line === undefined ? nameOf(path) : `${nameOf(path)}:${line}:${column ?? 1}`
}

/** `IncentivePlan/field-sales`; what of it the document says. */
export function policyText({ kind, name }: PolicyName): string {
  return name === '' ? (kind ?? 'policy') : `${kind ?? 'policy'}/${name}`
}

/** Why something is set aside, in a sentence. */
export function setAsideText({ by, owner, reason, until }: Waived): string {
  const what = by === 'comment' ? 'Set aside by a comment' : `Waived by ${owner ?? 'nobody'}`
  return `${what} until ${until}: ${reason}`
}
