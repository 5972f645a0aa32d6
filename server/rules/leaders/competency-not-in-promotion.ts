import type {
  Competency,
  LeaderCriterion,
  LeaderSelection,
  PromotionProcess,
} from '../../language/generated/policies.ts'
import { query, type Workspace } from '../../workspace/workspace.ts'
import { isAcrossBoundaries } from '../across-boundaries.ts'
import { append, type Fix } from '../fix.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'leaders/competency-not-in-promotion',
  title: 'Leaders are to collaborate, and are promoted for something else',
  kind: 'LeaderSelection',
  severity: 'error',
  finds:
    'A competency about contributing to others, using their work, shared results, collaboration or partnering that no promotion criterion asks for, by its name or by its theme. Where a policy has competencies and no promotion criteria, those of the other policies on leaders are looked at.',
  why: 'What is expected and not rewarded is learned to be optional: people see who is promoted, and for what.',
  evidence: ['R13', 'R25', 'article'],
  certainty:
    'That people do what is rewarded is an argument rather than a measurement. At 214 firms those promoted for their own results led less well, and experience in collaborating went with better managers. Where another criterion asks for working across boundaries, it is a warning.',
  fixing:
    'The fix copies the competency into the criteria for promotion. How much it weighs, and what gives way to it, has to be filled in.',
  *check(selection, { workspace }) {
    const { held, criteria, othersAsk } = promotionsFor(selection, workspace)
    const [first] = held
    if (first === undefined) return
    const named = held.slice(0, mostNamed)
    for (const competency of selection.spec.competencies ?? []) {
      if (!isAcrossBoundaries(competency.about)) continue
      const asking = criteriaFor(competency, criteria)
      if (asking.some(({ weight }) => weight !== 0)) yield passed()
      else {
        const more = held.length === named.length ? '' : ` and ${held.length - named.length} more`
        const where =
          first.policy === selection ? '' : ` in ${named.map(({ policy }) => policy.metadata.name).join(', ')}${more}`
        yield barrier(competency, 'name', {
          what: `The competency "${competency.title ?? competency.name}" is expected of leaders, and ${asking.length > 0 ? 'its criterion for promotion weighs nothing' : 'no criterion for promotion asks for it'}${where}.`,
          howMuch: 'It counts for 0 % of a promotion.',
          change:
            asking.length > 0 ? 'Give its criterion a weight.' : 'Make it a criterion for promotion, with a weight.',
          figures: [
            {
              name: 'promotion-weight',
              title: `Weight of "${competency.name}" in promotions`,
              value: 0,
              unit: 'percent',
            },
          ],
          related: named.map(({ policy, promotion }) => ({
            policy,
            object: promotion,
            key: 'criteria',
            message: 'What counts for a promotion.',
          })),
          ...(othersAsk ? { severity: 'warning' } : {}),
          fixes: asking.length > 0 ? [] : [askFor(competency, first)],
        })
      }
    }
  },
})

interface HeldPromotion {
  readonly policy: LeaderSelection
  readonly promotion: PromotionProcess
}

/** The first ones speak for the others: in a large company there may be hundreds. */
const mostNamed = 5

interface Promotions {
  readonly held: readonly HeldPromotion[]
  /** Their criteria by the competency and by the theme that they are about. */
  readonly criteria: ReadonlyMap<string, readonly LeaderCriterion[]>
  /** Whether any of them asks for working across boundaries. */
  readonly othersAsk: boolean
}

/** The policy's own promotion criteria; where it has none, those of the other policies on leaders. */
function promotionsFor(selection: LeaderSelection, workspace: Workspace): Promotions {
  const own = promotionIn(selection)
  return own.length > 0 ? promotionsOf(own) : allPromotions(workspace, '')
}

const allPromotions = query((workspace, _: '') => promotionsOf(workspace.all('LeaderSelection').flatMap(promotionIn)))

function promotionIn(policy: LeaderSelection): readonly HeldPromotion[] {
  const { promotion } = policy.spec
  return promotion?.criteria === undefined || promotion.criteria.length === 0 ? [] : [{ policy, promotion }]
}

function promotionsOf(held: readonly HeldPromotion[]): Promotions {
  const all = held.flatMap(({ promotion }) => promotion.criteria ?? [])
  const criteria = new Map<string, LeaderCriterion[]>()
  for (const criterion of all) {
    for (const key of [byName(criterion.competency), byTheme(criterion.about)]) {
      const others = criteria.get(key)
      if (others === undefined) criteria.set(key, [criterion])
      else others.push(criterion)
    }
  }
  return { held, criteria, othersAsk: all.some(({ about, weight }) => isAcrossBoundaries(about) && weight !== 0) }
}

/** The criteria that ask for a competency, by its name or by its theme. */
function criteriaFor({ name, about }: Competency, criteria: Promotions['criteria']): readonly LeaderCriterion[] {
  return [...(criteria.get(byName(name)) ?? []), ...(criteria.get(byTheme(about)) ?? [])]
}

const byName = (competency: string | undefined): string => `competency ${competency ?? ''}`
const byTheme = (theme: string | undefined): string => `theme ${theme ?? ''}`

function askFor({ name, title, description, about }: Competency, { policy, promotion }: HeldPromotion): Fix {
  const texts = { ...(title === undefined ? {} : { title }), ...(description === undefined ? {} : { description }) }
  const criterion = { name, ...texts, competency: name, ...(about === undefined ? {} : { about }) }
  return {
    title: `Ask for "${title ?? name}" in the promotion criteria of ${policy.metadata.name}`,
    applicability: 'placeholder',
    changes: [
      append(promotion, 'criteria', criterion, { in: policy, comment: 'give it a weight, taken from the others' }),
    ],
  }
}
