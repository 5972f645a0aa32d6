import type { PartnerAgreement, ResourceAllocation } from '../../language/generated/policies.ts'
import { atLeast, convention } from '../conventions.ts'
import { figure, figureText, number } from '../figure.ts'
import { set, unsafe } from '../fix.ts'
import { barrier, passed, place, rule } from '../rule.ts'
import { sharedSpan, spanWithin } from '../time-spans.ts'

export default rule({
  id: 'resources/no-alliance-management-capacity',
  title: 'Nobody has the time to look after the alliances',
  kind: 'ResourceAllocation',
  severity: 'warning',
  finds:
    'Alliance management (`allianceManagement.fte`) of 0 while agreements with partners run, or of so few people that each has more agreements than the plan itself allows (`agreementsPerManager`), else more than a convention.',
  why: 'An alliance that is looked after in spare time is looked after when something has gone wrong.',
  evidence: ['R23'],
  certainty:
    'A survey of companies found more long-term success where there is a dedicated alliance function; it does not say how many alliances one person can look after.',
  against:
    'Small agreements may need nobody in particular. Where the plan says nothing about alliance management, nothing is found.',
  fixing:
    'The fix plans as many people as the limit asks for, in half positions. It changes the plan, so it needs money and consent.',
  options: {
    mostAgreements: convention(5, atLeast(1), {
      title: 'Most agreements per alliance manager',
      description: 'How many agreements one full-time alliance manager can look after, where the plan does not say it.',
    }),
  },
  *check(plan, { workspace, options }) {
    const { allianceManagement } = plan.spec
    if (allianceManagement?.fte === undefined) return
    const { fte, agreementsPerManager } = allianceManagement
    const running = workspace.all('PartnerAgreement').filter((agreement) => runsDuring(agreement, plan))
    if (running.length === 0) return
    const limit = agreementsPerManager ?? options.mostAgreements
    if (fte > 0 && running.length <= fte * limit) {
      yield passed()
      return
    }
    const needed = limit > 0 ? Math.ceil((2 * running.length) / limit) / 2 : undefined
    const people = figureText({ value: fte, unit: 'fte' })
    const agreements = `${running.length} ${running.length === 1 ? 'agreement' : 'agreements'} with partners`
    const allowed = `${number(limit, 1)} per manager ${agreementsPerManager === undefined ? 'is a convention' : 'is what the plan allows'}`
    yield barrier(allianceManagement, 'fte', {
      what: `${people} ${fte === 1 ? 'is' : 'are'} planned to look after ${agreements}.`,
      howMuch:
        fte === 0
          ? `Nobody has the time for any of them; ${allowed}.`
          : `That is ${number(running.length / fte, 1)} agreements for each full-time position; ${allowed}.`,
      change: `Plan ${needed === undefined ? 'people' : figureText({ value: needed, unit: 'fte' })} for alliance management, or look after fewer alliances.`,
      figures: [
        figure('agreements-to-manage', 'Agreements to look after', running.length, 'count', [
          {
            name: 'agreements-per-manager',
            value: limit,
            from: agreementsPerManager === undefined ? 'convention' : 'policy',
          },
        ]),
      ],
      related: running.map((agreement) =>
        place('Runs in the time of this plan.', agreement, agreement.metadata, 'name'),
      ),
      fixes:
        needed === undefined
          ? []
          : [
              unsafe(
                `Plan ${figureText({ value: needed, unit: 'fte' })} for alliance management`,
                set(allianceManagement, 'fte', needed),
              ),
            ],
    })
  },
})

/** What is being wound up, or only looked for, needs no place in this limit. */
function runsDuring(agreement: PartnerAgreement, plan: ResourceAllocation): boolean {
  const { stage, term } = agreement.spec
  const working = stage === undefined || ['working-together', 'value-creation', 'staying-together'].includes(stage)
  return working && sharedSpan(spanWithin(term ?? {}, agreement), spanWithin({}, plan)) !== undefined
}
