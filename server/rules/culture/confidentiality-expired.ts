import type { PartnerAgreement } from '../../language/generated/policies.ts'
import { dayNumber } from '../../models/calendar-days.ts'
import { figure, figureText } from '../figure.ts'
import { set, unsafe } from '../fix.ts'
import { barrier, passed, rule } from '../rule.ts'
import { agreementTitle, isRunning } from '../running-agreements.ts'

export default rule({
  id: 'culture/confidentiality-expired',
  title: 'Confidentiality ends before the work does',
  kind: 'PartnerAgreement',
  severity: 'error',
  finds:
    'An agreement under way whose confidentiality ends (`to`) before its term, or before a commitment or obligation of it; or has ended, where the term is open. How long secrets are kept afterwards (`afterTermMonths`) is another matter.',
  why: 'From that day on nobody may tell the other side anything, and whoever is careful stops talking before.',
  evidence: ['A2'],
  certainty:
    'The dates are those of the agreement. That the information shared is protected for the whole work is part of the standard.',
  against: 'Another agreement between the two companies may cover the time after. Point to it by its dates.',
  fixing: 'The fix lets confidentiality last as long as the work. The partner has to agree to it.',
  *check(agreement, { workspace }) {
    const { confidentiality } = agreement.spec
    const to = confidentiality?.to
    if (confidentiality === undefined || to === undefined || !isRunning(agreement, workspace.today)) return
    const end = endOfWork(agreement)
    if (to >= (end ?? workspace.today)) {
      yield passed()
      return
    }
    const days = daysBetween(to, end ?? workspace.today)
    const uncovered = figure('uncovered-days', 'Days of work without confidentiality', days, 'days')
    yield barrier(confidentiality, 'to', {
      what: `Confidentiality in ${agreementTitle(agreement)} ends on ${to}, and the work ${end === undefined ? 'goes on' : `on ${end}`}.`,
      howMuch: `${figureText(uncovered)} of the work are ${end === undefined ? 'so far ' : ''}not covered.`,
      change: 'Extend it to the end of the work.',
      figures: [uncovered],
      fixes: end === undefined ? [] : [unsafe(`Extend confidentiality to ${end}`, set(confidentiality, 'to', end))],
    })
  },
})

/** The last day of the term, or of what is promised beyond it; undefined where the term is open. */
function endOfWork({ spec }: PartnerAgreement): string | undefined {
  const { term, commitments = [], obligations = [] } = spec
  const promised = [...commitments, ...obligations].flatMap(({ to }) => to ?? [])
  return term?.to === undefined ? undefined : [term.to, ...promised].sort().at(-1)
}

function daysBetween(from: string, to: string): number {
  return (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0)
}
