import type { Accelerator, IncentiveMeasure } from '../language/generated/policies.ts'
import { number } from './figure.ts'
import { type Fix, remove, set, unsafe } from './fix.ts'

/** Below target, pay can rise from nothing at the threshold; a threshold at target leaves no room for that. */
export function rampFrom(at: number, { name, title, payout }: IncentiveMeasure): Fix | undefined {
  if (payout?.threshold === undefined) return undefined
  if (at < 1) {
    return unsafe(
      `Let pay for "${title ?? name}" rise evenly from nothing at ${number(at * 100, 1)} %: thresholdPays: 0`,
      set(payout, 'thresholdPays', 0),
    )
  }
  return unsafe(
    `Pay for "${title ?? name}" in proportion to the result, without a threshold`,
    ...(['threshold', 'thresholdPays'] as const).flatMap((key) =>
      payout[key] === undefined ? [] : [remove(payout, key)],
    ),
  )
}

/** An accelerator for what lies above its point, and not for what was earned below it. */
export function onlyAbove(accelerator: Accelerator): Fix {
  return unsafe(
    `Pay the faster rate only for what lies above ${number(accelerator.above, 1)} %: retroactive: false`,
    set(accelerator, 'retroactive', false),
  )
}

export function gentler(accelerator: Accelerator, to: number): Fix {
  const { above, rate } = accelerator
  return unsafe(
    `Pay at ${number(to, 2)} times the normal rate above ${number(above, 1)} % (now ${number(rate, 2)} times)`,
    set(accelerator, 'rate', to),
  )
}
