import type { Finding } from '../checker/finding.ts'
import type { Kind, Policy, PolicyOf } from '../language/policy-file.ts'
import type { Assumptions } from '../rules/assumptions.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { shownValue } from './expression.ts'
import type { Worked } from './step.ts'

/** What a finding says, as far as workings look at it. */
export type Said = Pick<Finding, 'path' | 'figures' | 'text'>

/** Where nothing was found: what a rule looked at is worked out all the same. */
export const nothingSaid: Said = {
  path: [],
  figures: [],
  text: { what: '', why: '', howMuch: '', change: '', note: '' },
}

/** A finding whose figures are to be worked out again, with what its rule knew. */
export interface Asked<K extends Kind = Kind> {
  readonly policy: PolicyOf<K>
  readonly finding: Said
  readonly workspace: Workspace
  readonly assumptions: Assumptions
  /** A number among the rule's options, as it is set for this policy. */
  readonly option: (name: string) => number
  /** Those of some objects that the finding points at or into, by its own place or one that it relates to. */
  readonly pointedAt: <T extends object>(objects: readonly T[]) => readonly T[]
}

/** Works out the figures of a rule's finding: each with its steps, in any order; figures of one name in the order of the finding. */
export type Maker = (asked: Asked) => readonly Worked[]

/** A maker for the findings in one kind of policy. */
export function inKind<K extends Kind>(kind: K, maker: (asked: Asked<K>) => readonly Worked[]): Maker {
  return (asked) => (isOf(asked, kind) ? maker(asked) : [])
}

function isOf<K extends Kind>(asked: Asked, kind: K): asked is Asked & Asked<K> {
  const { policy }: { readonly policy: Policy } = asked
  return policy.kind === kind
}

/** Of several possible workings the first whose results are the figures of the finding; the first of all where it says none. */
export function asSaid(
  { finding }: Pick<Asked, 'finding'>,
  workings: readonly (readonly Worked[])[],
): readonly Worked[] {
  const said = (worked: readonly Worked[]) =>
    worked.flatMap(({ figure, steps }) => {
      const found = finding.figures.find(({ name }) => name === figure)
      const result = steps.at(-1)?.result
      return found === undefined || result === undefined ? [] : [{ found, value: shownValue(result) }]
    })
  const isSaid = (worked: readonly Worked[]): boolean => {
    const both = said(worked)
    const differ = both.some(({ found, value }) => Math.abs(found.value - value) > 1e-9 * Math.max(1, Math.abs(value)))
    return both.length > 0 && !differ
  }
  if (finding.figures.length === 0) return workings.find((worked) => worked.length > 0) ?? []
  return workings.find(isSaid) ?? []
}
