import type { PayoutTerms } from './payout-curve.ts'

// A pay plan in plain numbers, seen from one person ("me") whose colleagues all have the same plan.

export interface PayPlan {
  /** Target variable pay of one person, in money. Without it, everything comes out in percent of it. */
  readonly targetPay?: number | undefined
  /** The groups whose results the plan looks at, or among whom it divides or ranks. */
  readonly groups: readonly PayGroup[]
  readonly measures?: readonly Measure[] | undefined
  readonly pools?: readonly Pool[] | undefined
  readonly contests?: readonly Contest[] | undefined
  readonly gates?: readonly Gate[] | undefined
  /** How the measures come together; additive unless given. Pools and contests are always added. */
  readonly formula?: Formula | undefined
}

export interface PayGroup {
  readonly id: string
  /** People in it, 0 or more, me included where I belong to it. */
  readonly members: number
  /** Whether I am one of them; yes unless given. A partner's people are a group without me. */
  readonly includesMe?: boolean | undefined
  /** The id of a larger group that contains all of this one: team within function within company. */
  readonly within?: string | undefined
}

/** Whose result: mine alone, or the average over a group (a group's sum against its target is the same thing). */
export type ResultOf = { readonly kind: 'own' } | { readonly kind: 'group'; readonly group: string }

export interface Measure extends PayoutTerms {
  readonly id: string
  /** Percent of target pay, 0 to 100. Weights are taken as declared, whether or not they sum to 100. */
  readonly weightPercent: number
  readonly resultOf: ResultOf
}

/** An amount in money, or in percent of one person's target pay. */
export type PayAmount =
  | { readonly kind: 'money'; readonly amount: number }
  | { readonly kind: 'percent-of-target-pay'; readonly percent: number }

export interface Pool {
  readonly id: string
  /** The group that shares the pool; I belong to it. */
  readonly participants: string
  /** The whole pool in money, or the percent of every participant's target pay that goes into it. */
  readonly amount: PayAmount
  readonly funding: PoolFunding
  readonly split: PoolSplit
}

/** Result-funded: the pool is amount · (1 + elasticity · (result − 1)), never below 0. */
export type PoolFunding =
  | { readonly kind: 'fixed' }
  | {
      readonly kind: 'result'
      /** φ, 0 or more: 1 means that 1 % more result brings 1 % more pool. */
      readonly elasticity: number
      /** The participants' average unless given. */
      readonly resultOf?: ResultOf | undefined
    }

export type PoolSplit =
  | { readonly kind: 'equal' }
  /** My share is my result over the sum of all participants' results. */
  | { readonly kind: 'relative-score' }
  /** By rank, best first; `sharePercent` is what each of the winners gets of the pool. */
  | { readonly kind: 'rank'; readonly prizes: readonly PoolPrize[] }

export interface PoolPrize {
  readonly winners: number
  readonly sharePercent: number
}

export interface Contest {
  readonly id: string
  /** The group that is ranked by result; I belong to it. */
  readonly participants: string
  /** Best first; whoever comes after the last winner gets nothing. */
  readonly prizes: readonly ContestPrize[]
}

export interface ContestPrize {
  readonly winners: number
  /** What each of these winners gets. */
  readonly prize: PayAmount
}

export interface Gate {
  readonly resultOf: ResultOf
  /** Percent of target below which nothing of what it blocks is paid. */
  readonly thresholdPercent: number
  /** The ids of measures, pools and contests, or the whole payout. */
  readonly blocks: 'everything' | readonly string[]
}

/**
 * Multiplicative: the own measures' weighted average times the shared measures' weighted average, each measure's
 * payout at least `floorPercent`, on `ofTargetPayPercent` of target pay (all of it unless given).
 */
export type Formula =
  | { readonly kind: 'additive' }
  | {
      readonly kind: 'multiplicative'
      readonly floorPercent?: number | undefined
      readonly ofTargetPayPercent?: number | undefined
    }
