import type { Decision } from '../language/generated/policies.ts'
import { inKind } from './asked.ts'
import { type Given, over, power } from './expression.ts'
import { field, given, percentage, resultOf, step, type Worked } from './step.ts'

/** All of k say yes at once, and the rounds it takes. */
function oddsWorked(approvers: Given, yesPercent: number): readonly Worked[] {
  const yes = percentage('chance of one yes', yesPercent, { from: 'option', name: 'yesPercent' })
  const all = step('Chance that all say yes at once', power(yes, approvers), 'chance')
  return [
    { figure: 'all-say-yes', steps: [all] },
    {
      figure: 'expected-rounds',
      steps: [all, step('Rounds until they do, on average', over(1, resultOf(all)), 'ratio')],
    },
  ]
}

/** How many must agree is as the finding says it: voters, members of a body, or several deciders. */
export const consensus = inKind('DecisionRights', ({ policy, pointedAt, finding, option }) => {
  const decisions = policy.spec.decisions ?? []
  const [decision] = pointedAt(decisions)
  if (decision === undefined) return []
  const chance = finding.figures.find(({ name }) => name === 'all-say-yes')?.value ?? 0
  const count = Math.round(Math.log(chance) / Math.log(option('yesPercent') / 100))
  return oddsWorked(given('who must agree', count, 'count', listOf(decision, count)), option('yesPercent'))
})

/** Where those who must agree are listed, as far as the decision lists them itself. */
function listOf(decision: Decision, count: number): Given['source'] {
  const { voters, rapid } = decision
  if (voters?.length === count) return field(decision, 'voters')
  if (rapid !== undefined && Array.isArray(rapid.agree) && rapid.agree.length === count) return field(rapid, 'agree')
  return field(decision, 'name')
}

export const approvals = inKind('DecisionRights', ({ policy, pointedAt, option }) => {
  const [decision] = pointedAt(policy.spec.decisions ?? [])
  if (decision?.approvals === undefined) return []
  return oddsWorked(
    given('approvals', decision.approvals.length, 'count', field(decision, 'approvals')),
    option('yesPercent'),
  )
})

/** Handoffs go right as approvals come: each by itself. */
export const handoffs = inKind('OrganizationDesign', ({ policy, pointedAt, option }) => {
  const [journey] = pointedAt(policy.spec.journeys ?? [])
  if (journey?.handoffs === undefined) return []
  const right = percentage('chance that one goes right', option('rightPercent'), {
    from: 'option',
    name: 'rightPercent',
  })
  const count = given('handoffs', journey.handoffs.length, 'count', field(journey, 'handoffs'))
  return [{ figure: 'all-handoffs-right', steps: [step('Chance that all go right', power(right, count), 'chance')] }]
})
