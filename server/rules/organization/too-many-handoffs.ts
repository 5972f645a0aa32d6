import { approvalOdds } from '../../models/decision-latency.ts'
import { atLeast, between, convention } from '../conventions.ts'
import { figure, figureText, number } from '../figure.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'organization/too-many-handoffs',
  title: 'A journey has many handoffs',
  kind: 'OrganizationDesign',
  severity: 'warning',
  finds:
    'A journey for customers, for partners or for nobody said, with more than four handoffs between units (`handoffs`).',
  why: 'At each handoff the work waits and something gets lost, and nobody sees the whole way.',
  evidence: ['arithmetic'],
  certainty:
    'The handoffs are counted; the chance that all go right follows from an assumed chance for one. From how many on it is too many is a convention.',
  against: 'Handoffs that are booked ahead, or checked by a quality unit on purpose, may be worth their wait.',
  fixing:
    'There is no fix: which units join their steps, or put one team on the whole way, is for their heads to decide.',
  options: {
    most: convention(4, atLeast(0), { title: 'Most handoffs', description: 'How many handoffs a journey may have.' }),
    rightPercent: convention(90, between(1, 100), {
      title: 'Chance that one handoff goes right, in percent',
      description: 'How often one handoff goes right at the first attempt, independently of the others.',
    }),
  },
  *check({ spec }, { options }) {
    for (const journey of spec.journeys ?? []) {
      const { handoffs, title, name, for: group } = journey
      if (handoffs === undefined || (group !== undefined && group !== 'customers' && group !== 'partners')) continue
      if (handoffs.length <= options.most) {
        yield passed()
        continue
      }
      const count = figure('handoffs', 'Handoffs', handoffs.length, 'count')
      const right = figure(
        'all-handoffs-right',
        'All handoffs go right at the first attempt',
        approvalOdds(handoffs.length, options.rightPercent / 100).allYes,
        'chance',
        [{ name: 'rightPercent', value: options.rightPercent, from: 'convention' }],
      )
      yield barrier(journey, 'handoffs', {
        what: `The journey "${title ?? name}" has ${figureText(count)} handoffs between units.`,
        howMuch: `If one goes right ${number(options.rightPercent, 1)} % of the time, all do in ${figureText(right)}. More than ${number(options.most, 0)} count as many; both are conventions.`,
        change: 'Join two steps in one unit, or give one team the whole way.',
        figures: [count, right],
      })
    }
  },
})
