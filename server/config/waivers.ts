import { nearest } from '../language/did-you-mean.ts'
import { kinds } from '../language/generated/policies.ts'
import type { Path } from '../language/path.ts'
import type { Lines, Position, Range } from '../language/range.ts'
import { isPlaceholder } from '../language/schema-problems.ts'
import type { SourceTree } from '../language/source-tree.ts'
import { cannotBeSuppressed } from '../language/suppressions.ts'
import type { ConcordConfig, Waiver as WrittenWaiver } from './generated/config.ts'

/** A stretch of a configuration. */
export interface ConfigPlace {
  readonly range: Range
  readonly start: Position
  readonly end: Position
}

/** A waiver as its configuration says it, with where it says so. */
export interface Waiver {
  readonly rule: string
  /** Kind and name, joined by a slash. */
  readonly policy: string | undefined
  /** Patterns, relative to the configuration's folder. */
  readonly files: readonly string[] | undefined
  /** A role or team. */
  readonly owner: string
  readonly reason: string
  /** The last day on which it holds, as an ISO date. */
  readonly until: string
  readonly path: Path
  readonly rulePlace: ConfigPlace
  readonly untilPlace: ConfigPlace
}

/** The waivers of a configuration that its schema accepts. */
export function waiversOf({ waivers = [] }: ConcordConfig, tree: SourceTree, lines: Lines): readonly Waiver[] {
  return waivers.map(({ rule, policy, files, owner, reason, until }, index) => {
    const place = (key: string): ConfigPlace => {
      const range = tree.value(tree.find(['waivers', index, key]).node).used
      return { range, start: lines.position(range.start), end: lines.position(range.end) }
    }
    const at = { path: ['waivers', index], rulePlace: place('rule'), untilPlace: place('until') }
    return { rule, policy, files, owner, reason, until, ...at }
  })
}

/** What is wrong with a waiver beyond its schema, and with which of its fields; undefined when nothing is. */
export function waiverProblem(
  { rule, policy, files, reason }: WrittenWaiver,
  ruleProblem: (rule: string) => string | undefined,
): { readonly key: 'rule' | 'policy' | 'reason'; readonly message: string } | undefined {
  const unknown = ruleProblem(rule)
  if (unknown !== undefined) return { key: 'rule', message: unknown }
  if (cannotBeSuppressed(rule)) return { key: 'rule', message: `Findings of ${rule} cannot be waived.` }
  if (isPlaceholder(reason)) return { key: 'reason', message: 'The reason of this waiver is still to be filled in.' }
  if (policy === undefined) {
    if (files !== undefined) return undefined
    const message =
      'This waiver does not say what it is about: add "policy", such as IncentivePlan/field-sales, or "files".'
    return { key: 'rule', message }
  }
  const [kind = '', name = '', ...more] = policy.split('/')
  if (!kinds.some((known) => known === kind)) {
    const meant = nearest(kind, kinds)
    const hint = meant === undefined ? 'A policy is named by its kind and name, such as IncentivePlan/field-sales.' : ''
    const message = `There is no kind of policy "${kind}". ${meant === undefined ? hint : `Did you mean "${meant}/${name}"?`}`
    return { key: 'policy', message }
  }
  if (name !== '' && more.length === 0) return undefined
  return { key: 'policy', message: `"${policy}" is not a kind and a name, such as IncentivePlan/field-sales.` }
}
