import { requireCount } from './admissible.ts'
import type { PayGroup, ResultOf } from './pay-plan.ts'

/**
 * The groups of a plan and how they overlap. Results have positions: 0 is my own, 1 and up are the groups in
 * order. People have the same positions: 0 is me, g is a colleague in group g who is in none of the groups within
 * it. Groups of which neither lies within the other share nobody but me.
 */
export interface PayGroups {
  readonly groups: readonly PayGroup[]
  /** The position of a result. Throws RangeError for a group that is not declared. */
  readonly positionOf: (result: ResultOf) => number
  /** How many people's average the result at this position is; 1 for my own. */
  readonly sizeOf: (result: number) => number
  /** ∂(result)/∂(the person's result): 1/N where they are one of its N, else 0. */
  readonly effect: (person: number, result: number) => number
  /** Covariance of two results when every person's result varies independently with variance 1. */
  readonly covariance: (one: number, other: number) => number
  readonly includesMe: (result: number) => boolean
  /** People at this position other than me. */
  readonly colleagues: (person: number) => number
  /** Whether group `inner` is `outer`, or lies within it. */
  readonly liesWithin: (inner: number, outer: number) => boolean
}

/**
 * @throws RangeError for a size that is no count, a repeated id, a `within` that names no group or leads back to
 * itself, and a group too small for the groups within it.
 */
export function layOutGroups(groups: readonly PayGroup[]): PayGroups {
  const position = new Map(groups.map(({ id }, index) => [id, index + 1]))
  if (position.size < groups.length) throw new RangeError('two groups have the same id')
  const positionOfGroup = (id: string): number => {
    const found = position.get(id)
    if (found === undefined) throw new RangeError(`no group "${id}" is declared`)
    return found
  }
  for (const { id, members } of groups) requireCount(`members of "${id}"`, members)
  const outer = [undefined, ...groups.map(({ within }) => (within === undefined ? undefined : positionOfGroup(within)))]
  const sizeOf = (result: number): number => (result === 0 ? 1 : (groups[result - 1]?.members ?? 0))
  const includesMe = (result: number): boolean =>
    result === 0 || (sizeOf(result) > 0 && groups[result - 1]?.includesMe !== false)
  const colleagues = (person: number): number => sizeOf(person) - (includesMe(person) ? 1 : 0)
  const liesWithin = (inner: number, wanted: number): boolean => {
    let at: number | undefined = inner
    for (let step = 0; at !== undefined && step <= groups.length; step++) {
      if (at === wanted) return true
      at = outer[at]
    }
    return false
  }
  requireRoomWithin(groups, outer, { sizeOf, includesMe, colleagues })

  const shared = (one: number, other: number): number => {
    if (one === other) return sizeOf(one)
    if (one !== 0 && liesWithin(one, other)) return sizeOf(one)
    if (other !== 0 && liesWithin(other, one)) return sizeOf(other)
    return includesMe(one) && includesMe(other) ? 1 : 0
  }
  return {
    groups,
    positionOf: (result) => (result.kind === 'own' ? 0 : positionOfGroup(result.group)),
    sizeOf,
    includesMe,
    colleagues,
    liesWithin,
    effect: (person, result) => {
      if (sizeOf(result) === 0) return 0
      const takesPart = person === 0 ? includesMe(result) : liesWithin(person, result)
      return takesPart ? 1 / sizeOf(result) : 0
    },
    covariance: (one, other) => {
      const pairs = sizeOf(one) * sizeOf(other)
      return pairs === 0 ? 0 : shared(one, other) / pairs
    },
  }
}

function requireRoomWithin(
  groups: readonly PayGroup[],
  outer: readonly (number | undefined)[],
  { sizeOf, includesMe, colleagues }: Pick<PayGroups, 'sizeOf' | 'includesMe' | 'colleagues'>,
): void {
  groups.forEach(({ id }, index) => {
    const group = index + 1
    let above = outer[group]
    for (let step = 0; above !== undefined; step++) {
      if (step > groups.length) throw new RangeError(`group "${id}" lies within itself`)
      above = outer[above]
    }
    const within = groups.map((_, at) => at + 1).filter((inner) => outer[inner] === group)
    const withMe = within.some((inner) => includesMe(inner))
    const needed = within.reduce((sum, inner) => sum + colleagues(inner), withMe ? 1 : 0)
    if (needed > sizeOf(group) || (withMe && !includesMe(group))) {
      throw new RangeError(`group "${id}" has ${sizeOf(group)} members, too few for those within it`)
    }
  })
}
