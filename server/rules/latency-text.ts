import type { DecisionLatency } from '../models/decision-latency.ts'
import { type Assumption, type Figure, figure, figureText } from './figure.ts'

/** `at least 12 days on average and 24 days at worst`; "at least" where a step has no time set. */
export function latencyText({ meanDays, worstDays, openSteps }: DecisionLatency): string {
  const least = openSteps === 0 ? '' : 'at least '
  return `${least}${figureText({ value: meanDays, unit: 'days' })} on average and ${figureText({ value: worstDays, unit: 'days' })} at worst`
}

export function latencyFigures({ meanDays, worstDays, openSteps }: DecisionLatency): readonly Figure[] {
  const assumptions: readonly Assumption[] = [
    { name: 'question-comes-up', value: 'at any time, equally likely', from: 'convention' },
    ...(openSteps === 0 ? [] : [{ name: 'steps-without-days', value: openSteps, from: 'policy' } as const]),
  ]
  return [
    figure('mean-latency', 'Time on average', meanDays, 'days', assumptions),
    figure('worst-latency', 'Time at worst', worstDays, 'days', assumptions),
  ]
}
