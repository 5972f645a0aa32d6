import { prizeContest } from '../../models/prize-contest.ts'
import { atLeast, convention } from '../conventions.ts'
import { type Figure, figure, figureText, number } from '../figure.ts'
import { barrier, passed, place, rule } from '../rule.ts'

export default rule({
  id: 'leaders/promotion-tournament',
  title: 'Colleagues who need one another compete for a promotion',
  kind: 'LeaderSelection',
  severity: 'warning',
  finds:
    'Fewer `slots` than `candidates` who depend on one another in their daily work (`amongPeers: true`), for a `payRisePercent` that is large.',
  why: "A colleague's success lowers my own chance, so helping those I work with costs me.",
  evidence: ['R9', 'R10'],
  certainty:
    'That the incentive grows with the gap between prizes is theory; that workers help one another less where promotion incentives are strong was found in one study. The figure takes results to differ by normal noise. From when on a rise is large is a convention.',
  against:
    'The same study found more help where help is seen. Among candidates of different units nobody is set against those they work with.',
  fixing:
    'There is no fix: how many are promoted, from where, and for how much is for the owner of the policy to decide.',
  options: {
    largePayRise: convention(10, atLeast(0), {
      title: 'Large pay rise',
      description: 'From which rise on, in percent of base pay, a promotion is a large prize.',
    }),
  },
  *check(selection, { options }) {
    const { promotion } = selection.spec
    if (promotion === undefined) return
    const { slots, candidates, amongPeers, payRisePercent: rise } = promotion
    if (slots === undefined || candidates === undefined || amongPeers === undefined || rise === undefined) return
    if (!amongPeers || slots >= candidates || rise < options.largePayRise) {
      yield passed()
      return
    }
    const { own, cross } = prizeContest({ contestants: candidates, prizes: [{ winners: slots, prize: rise }] })
    const noise = { name: 'results differ by noise', value: 'normal', from: 'default' } as const
    const figures = [
      figure('chance-of-promotion', 'Chance of a promotion, all being equal', slots / candidates, 'chance'),
      figure(
        'own-marginal',
        'Base pay gained on average by an own result better by one standard deviation',
        own,
        'percent',
        [noise],
      ),
      figure(
        'cross-marginal',
        "Base pay lost on average when one colleague's result is better by as much",
        -(cross ?? 0),
        'percent',
        [noise],
      ),
    ] as const satisfies readonly Figure[]
    yield barrier(promotion, 'slots', {
      what: `${candidates} colleagues who depend on one another compete for ${slots} ${slots === 1 ? 'promotion' : 'promotions'} with ${number(rise, 1)} % more pay.`,
      howMuch: `Each has a chance of ${figureText(figures[0])}. A clearly better result of my own (one standard deviation) gains me ${figureText(figures[1])} of base pay on average, the same of one colleague costs me ${figureText(figures[2])}. A rise from ${number(options.largePayRise, 1)} % on counts as large, by convention.`,
      change:
        'Promote everyone who meets the criteria (no slots), take candidates of a round from different units, or make the rise smaller.',
      figures,
      related: [place('They depend on one another.', selection, promotion, 'amongPeers')],
    })
  },
})
