import type { Reach } from '../language/generated/policies.ts'

/** The limits of a reach that say what ground it is; routes say how it is worked. */
export const grounds = ['territories', 'fields', 'products', 'segments'] as const

export type Ground = (typeof grounds)[number]

/** What two reaches have in common in one sort of limit that both state. */
export interface CommonGround {
  readonly ground: Ground
  readonly common: readonly string[]
}

/** The common part of each sort of limit that both reaches state; empty where they state none in common. */
export function commonGrounds(one: Reach, other: Reach): readonly CommonGround[] {
  return grounds.flatMap((ground) => {
    const [mine, theirs] = [one[ground], other[ground]]
    return mine === undefined || theirs === undefined
      ? []
      : [{ ground, common: mine.filter((item) => theirs.includes(item)) }]
  })
}

/** Whether two reaches lie on one another: both state something in common, and nothing that both state keeps them apart. */
export function areOnOneAnother(common: readonly CommonGround[]): boolean {
  return common.length > 0 && common.every((each) => each.common.length > 0)
}

/** `dach (territories) and clearline-sensor (products)`. */
export function groundText(common: readonly CommonGround[], joined: 'and' | 'or'): string {
  return common.map((each) => `${each.common.join(', ')} (${each.ground})`).join(` ${joined} `)
}
