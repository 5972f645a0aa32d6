import type { ApprovalOdds } from '../models/decision-latency.ts'
import { between, convention } from './conventions.ts'
import { type Figure, figure, figureText, number } from './figure.ts'

/** How often one approver says yes. Nobody measured it for a company that does not know it itself. */
export const yesOption = convention(90, between(1, 100), {
  title: 'Chance of one yes, in percent',
  description: 'How often one approver says yes when asked, independently of the others.',
})

/** `At 90 % for each they all say yes in 59 % of rounds, so it takes 1.7 rounds on average.` */
export function oddsText({ allYes, expectedRounds, assumptions }: ApprovalOdds): string {
  const each = figureText({ value: assumptions.yesShare, unit: 'chance' })
  const rounds = expectedRounds === undefined ? '' : `, so it takes ${number(expectedRounds, 1)} rounds on average`
  return `If each says yes ${each} of the time, all do in ${figureText({ value: allYes, unit: 'chance' })} of rounds${rounds}.`
}

export function oddsFigures({ allYes, expectedRounds, assumptions }: ApprovalOdds): readonly Figure[] {
  const assumed = [
    { name: 'yes-of-one', value: assumptions.yesShare, from: 'convention' },
    { name: 'approvers', value: assumptions.approvers, from: 'convention' },
  ] as const
  const all = figure('all-say-yes', 'All say yes at once', allYes, 'chance', assumed)
  if (expectedRounds === undefined) return [all]
  return [all, figure('expected-rounds', 'Rounds until they do', expectedRounds, 'ratio', assumed)]
}
