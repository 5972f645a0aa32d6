import type { IncentiveGate, IncentivePlan } from '../language/generated/policies.ts'
import { isAcrossBoundaries } from './across-boundaries.ts'

/** Whether a gate asks for how people work, not for what they reach: conduct, safety, or help across boundaries. */
export function asksForConduct({ about, measure: name }: IncentiveGate, { measures }: IncentivePlan['spec']): boolean {
  const theme = about ?? measures?.find((measure) => measure.name === name)?.about
  return theme === 'conduct' || isAcrossBoundaries(theme)
}
