import { indexOf } from '../../workspace/workspace.ts'
import { atLeast, convention } from '../conventions.ts'
import { figure, figureText, number } from '../figure.ts'
import { barrier, passed, place, rule } from '../rule.ts'
import { agreementTitle, isRunning } from '../running-agreements.ts'

export default rule({
  id: 'leaders/sponsor-overloaded',
  title: 'One executive sponsors many alliances',
  kind: 'PartnerAgreement',
  severity: 'info',
  finds:
    'A role of ours that is the sponsor of more agreements under way than a limit. It is said once, at the first of them.',
  why: 'Who sponsors many alliances has time for none, and what is stuck waits.',
  evidence: ['arithmetic'],
  certainty: 'The agreements are counted; from how many on it is too many is a convention.',
  against: 'Small agreements with one partner in several countries may take no more time than one.',
  fixing: 'There is no fix: who else could sponsor which alliance is for the top team to decide.',
  options: {
    mostAlliances: convention(5, atLeast(1), {
      title: 'Most alliances of one sponsor',
      description: 'How many agreements one executive may sponsor.',
    }),
  },
  *check(agreement, { workspace, options }) {
    const { sponsors } = agreement.spec
    if (sponsors?.ours === undefined) return
    const sponsored = sponsoredBy(workspace, sponsors.ours).filter((one) => isRunning(one, workspace.today))
    if (sponsored[0] !== agreement) return
    if (sponsored.length <= options.mostAlliances) yield passed()
    else {
      const alliances = figure(
        'sponsored-alliances',
        `Agreements that ${sponsors.ours} sponsors`,
        sponsored.length,
        'count',
      )
      yield barrier(sponsors, 'ours', {
        what: `${sponsors.ours} is the sponsor of ${figureText(alliances)} agreements.`,
        howMuch: `${number(options.mostAlliances, 0)} are the most, by convention.`,
        change: `Give ${sponsored.length - options.mostAlliances === 1 ? 'one of them' : `${number(sponsored.length - options.mostAlliances, 0)} of them`} to another executive.`,
        figures: [alliances],
        identity: sponsors.ours,
        related: sponsored.flatMap((other) =>
          other === agreement || other.spec.sponsors === undefined
            ? []
            : [place(`Sponsors ${agreementTitle(other)} too.`, other, other.spec.sponsors, 'ours')],
        ),
      })
    }
  },
})

const sponsoredBy = indexOf('PartnerAgreement', function* (agreement) {
  const ours = agreement.spec.sponsors?.ours
  if (ours !== undefined) yield [ours, agreement] as const
})
