import type { HeldRole } from '../../workspace/roles.ts'
import { roleCalled } from '../../workspace/roles.ts'
import { query, type Workspace } from '../../workspace/workspace.ts'
import { atLeast, convention } from '../conventions.ts'
import { figure, figureText, number } from '../figure.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'

export default rule({
  id: 'organization/layers-excess',
  title: 'There are more layers of management than a limit',
  kind: 'OrganizationDesign',
  severity: 'info',
  finds:
    "More levels from the top executive down to those who lead nobody, both counted, than `maximumLayers` allows, or than seven where none is declared. Levels are counted along the line managers, or taken from the roles' `level`. It is said once, at the deepest role.",
  why: 'A question that two units could settle climbs through every layer and comes down again, and changes on the way.',
  evidence: ['arithmetic'],
  certainty: 'The layers are counted; how many are too many is what the company says, else a convention.',
  against: 'A layer of lead engineers who work with their hands costs less than a layer of managers.',
  fixing: 'There is no fix: which layer is not needed is for the top team to decide.',
  options: {
    mostLayers: convention(7, atLeast(1), {
      title: 'Most layers',
      description: 'How many layers there may be where the organization design declares no maximum.',
    }),
  },
  *check(policy, { workspace, options }) {
    const deepest = deepestRole(workspace, '')
    if (deepest === undefined || deepest.held.policy !== policy) return
    const [declared] = workspace.all('OrganizationDesign').filter(({ spec }) => spec.maximumLayers !== undefined)
    const limit = declared?.spec.maximumLayers ?? options.mostLayers
    const { held, depth } = deepest
    if (depth <= limit) yield passed()
    else {
      const layers = figure('layers', 'Layers of management', depth, 'count')
      yield barrier(held.role, held.role.level === depth ? 'level' : 'lineManager', {
        what: `From the top executive to ${titled(held.role)} there are ${figureText(layers)} layers.`,
        howMuch: `${declared === undefined ? `${number(limit, 0)} are the most, by convention` : `${number(limit, 0)} are the most that the company wants`}. A question from the bottom passes ${depth - 1} managers on its way up.`,
        change: 'Leave out a layer, or let those who lead nobody settle more among themselves.',
        figures: [layers],
        related: declared === undefined ? [] : [place('The limit.', declared, declared.spec, 'maximumLayers')],
      })
    }
  },
})

interface Depth {
  readonly held: HeldRole
  readonly depth: number
}

/** The role that is furthest from the top, by its level or by its line; undefined where neither is known of any. */
const deepestRole = query((workspace, _: ''): Depth | undefined => {
  const depths = workspace.all('OrganizationDesign').flatMap((policy) =>
    (policy.spec.roles ?? []).flatMap((role): readonly Depth[] => {
      const depth = Math.max(role.level ?? 0, role.lineManager === undefined ? 0 : lineLength(role.name, workspace))
      return depth === 0 ? [] : [{ held: { policy, role }, depth }]
    }),
  )
  return depths.sort((a, b) => b.depth - a.depth)[0]
})

/** How many roles there are from a role up to the one without a line manager, both counted. */
function lineLength(name: string, workspace: Workspace): number {
  const seen = new Set<string>()
  for (let at: string | undefined = name; at !== undefined && !seen.has(at); ) {
    seen.add(at)
    at = roleCalled(workspace, at)?.role.lineManager
  }
  return seen.size
}
