import type { Decision } from '../../language/generated/policies.ts'
import { bodyCalled } from '../../workspace/governance.ts'
import { roleCalled, rolesIn } from '../../workspace/roles.ts'
import { indexOf, query, type Workspace } from '../../workspace/workspace.ts'
import { agreementsNaming } from '../agreement-roles.ts'
import { namedDeciders } from '../deciders.ts'
import { addMeasure, allMeasures } from '../declared-measures.ts'
import { ownersOf } from '../goal-owners.ts'
import { allGoals } from '../north-star.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'accountability/decider-without-accountability',
  title: 'Who decides answers for nothing',
  kind: 'DecisionRights',
  severity: 'warning',
  finds:
    'A role that takes decisions, unless they are said to be minor, and owns no measure, no goal and no part of an agreement; neither does its unit, nor anybody who reports to it. Nothing is said where no measure has an owner, and of roles that the organization design does not know. Each role is said once.',
  why: 'Who decides and sees the result in no figure of their own learns late what the decision meant for others, who carry it.',
  evidence: ['R24'],
  certainty:
    'It is a statement about the policies. That clear decision roles speed decisions up is consulting practice, not a measurement.',
  against:
    'Legal, compliance and data protection decide so that somebody is independent of results; a figure of speed or quality is all that fits them.',
  fixing: 'The fix adds a measure that the role owns; what it counts has to be filled in.',
  *check({ spec }, { workspace }) {
    const [first] = allMeasures(workspace, '').filter(({ measure }) => measure.owner !== undefined)
    if (first === undefined) return
    const said = new Set<string>()
    for (const decision of spec.decisions ?? []) {
      if (decision.importance === 'minor') continue
      for (const { name, on, key } of namedDeciders(decision)) {
        if (said.has(name) || bodyCalled(workspace, name) !== undefined) continue
        if (roleCalled(workspace, name) === undefined) continue
        said.add(name)
        if (answers(name, workspace)) yield passed()
        else {
          yield barrier(on, key, {
            what: `${name} decides "${titleOf(decision)}", and answers for no measure, no goal and no promise to a partner.`,
            change: 'Let the one who decides own the figure that the decision moves.',
            identity: name,
            fixes: [
              addMeasure(first.policy, `Add a measure that ${name} owns`, {
                name: `result-of-${decision.name}`,
                counts: 'what the decision is to bring about, and for whom',
                owner: name,
              }),
            ],
          })
        }
      }
    }
  },
})

function titleOf({ title, name }: Decision): string {
  return title ?? name
}

/** The roles and units that own a measure or a goal. */
const owners = query((workspace, _: ''): ReadonlySet<string> => {
  const measures = allMeasures(workspace, '').flatMap(({ measure }) => measure.owner ?? [])
  return new Set([...measures, ...allGoals(workspace, '').flatMap(({ goal }) => ownersOf(goal))])
})

const reporting = indexOf('OrganizationDesign', function* ({ spec }) {
  for (const role of spec.roles ?? []) if (role.lineManager !== undefined) yield [role.lineManager, role.name] as const
})

const unitsHeaded = indexOf('OrganizationDesign', function* ({ spec }) {
  for (const unit of spec.units ?? []) if (unit.head !== undefined) yield [unit.head, unit.name] as const
})

/** Whether a role answers for something: itself, through its unit or the units that it heads, or through those below it. */
function answers(role: string, workspace: Workspace): boolean {
  const own = roleCalled(workspace, role)?.role.unit
  const headed = unitsHeaded(workspace, role)
  const below = new Set([role, ...headed.flatMap((unit) => rolesIn(workspace, unit).map((held) => held.role.name))])
  for (const name of below) for (const report of reporting(workspace, name)) below.add(report)
  const units = own === undefined ? headed : [...headed, own]
  return [...below, ...units].some(
    (name) => owners(workspace, '').has(name) || agreementsNaming(workspace, name).length > 0,
  )
}
