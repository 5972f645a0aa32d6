import type { Competency, LeaderCriterion, LeaderSelection } from '../language/generated/policies.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { isAcrossBoundaries } from './across-boundaries.ts'
import { figure } from './figure.ts'
import { append, type Change, type Fix, placeholder, weightFromOthers } from './fix.ts'
import { barrier, type Outcome, passed, place, type Severity, titled } from './rule.ts'

/** The two occasions on which leaders are chosen by criteria. */
export type Choice = 'selection' | 'promotion'

/** What counts on one of them, in the policy that says so. */
export interface HeldCriteria {
  readonly policy: LeaderSelection
  /** The object that holds the list. */
  readonly on: object
  readonly criteria: readonly LeaderCriterion[]
}

/** The policy's own criteria; where it has none, those of the other policies on leaders. */
export function criteriaFor(choice: Choice, selection: LeaderSelection, workspace: Workspace): readonly HeldCriteria[] {
  const held = (policy: LeaderSelection): readonly HeldCriteria[] => {
    const on = policy.spec[choice]
    return on?.criteria === undefined || on.criteria.length === 0 ? [] : [{ policy, on, criteria: on.criteria }]
  }
  const own = held(selection)
  return own.length > 0 ? own : workspace.all('LeaderSelection').flatMap(held)
}

/** The first ones speak for the others: in a large company there may be hundreds. */
const mostNamed = 5

/** The declared competencies that stand for working across boundaries. */
export function competenciesAcross({ spec }: LeaderSelection): readonly Competency[] {
  return (spec.competencies ?? []).filter(({ about }) => isAcrossBoundaries(about))
}

/** How severe it is that no criterion asks for a competency. */
interface Severities {
  readonly severity: Severity
  /** Where another criterion asks for working across boundaries. */
  readonly milder: Severity
}

/** Judges each competency across boundaries by whether a criterion asks for it, by its name or by its theme. */
export function* askedFor(
  choice: Choice,
  selection: LeaderSelection,
  workspace: Workspace,
  { severity, milder }: Severities,
): Generator<Outcome> {
  const held = criteriaFor(choice, selection, workspace)
  const [first] = held
  if (first === undefined) return
  const criteria = held.flatMap((one) => one.criteria)
  const others = criteria.some(({ about, weight }) => isAcrossBoundaries(about) && weight !== 0)
  const named = held.slice(0, mostNamed)
  const more = held.length === named.length ? '' : ` and ${held.length - named.length} more`
  for (const competency of competenciesAcross(selection)) {
    const { name, title } = competency
    const asking = criteria.filter((criterion) => asksFor(criterion, competency))
    if (asking.some(({ weight }) => weight !== 0)) {
      yield passed()
      continue
    }
    const missing =
      asking.length > 0 ? `its criterion for ${choice} weighs nothing` : `no criterion for ${choice} asks for it`
    const where =
      first.policy === selection ? '' : ` in ${named.map(({ policy }) => policy.metadata.name).join(', ')}${more}`
    yield barrier(competency, 'name', {
      what: `The competency "${title ?? name}" is expected of leaders, and ${missing}${where}.`,
      howMuch: `It counts for 0 % of a ${choice}.`,
      change: asking.length > 0 ? 'Give its criterion a weight.' : `Make it a criterion for ${choice}, with a weight.`,
      figures: [figure(`${choice}-weight`, `Weight of "${name}" in a ${choice}`, 0, 'percent')],
      related: named.map(({ policy, on }) => place(`What counts for a ${choice}.`, policy, on, 'criteria')),
      severity: others ? milder : severity,
      fixes: asking.length > 0 ? [] : [askFor(competency, choice, first)],
    })
  }
}

function asksFor({ competency, about }: LeaderCriterion, { name, about: theme }: Competency): boolean {
  return competency === name || about === theme
}

function askFor(competency: Competency, choice: Choice, held: HeldCriteria): Fix {
  return placeholder(
    `Ask for "${titled(competency)}" in the ${choice} criteria of ${held.policy.metadata.name}`,
    addCriterion(competency, held),
  )
}

/** A competency as a criterion, whose weight remains to be settled. */
export function addCriterion({ name, title, description, about }: Competency, { policy, on }: HeldCriteria): Change {
  const texts = { ...(title === undefined ? {} : { title }), ...(description === undefined ? {} : { description }) }
  const criterion = { name, ...texts, competency: name, ...(about === undefined ? {} : { about }) }
  return append(on, 'criteria', { ...criterion, weight: weightFromOthers }, { in: policy })
}
