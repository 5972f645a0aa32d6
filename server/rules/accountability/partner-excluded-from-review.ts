import { index } from '../../workspace/workspace.ts'
import { set, unsafe } from '../fix.ts'
import { listed } from '../listed.ts'
import { barrier, passed, rule } from '../rule.ts'
import { agreementTitle } from '../running-agreements.ts'

export default rule({
  id: 'accountability/partner-excluded-from-review',
  title: 'Joint results are reviewed without the partner',
  kind: 'Accountability',
  severity: 'warning',
  finds:
    'A review of the results of agreements with `partnerPresent: false`, where no other review of the same agreement has the partner present.',
  why: 'What one company explains by itself the other does not recognize, so the same trouble comes back.',
  evidence: ['A4'],
  certainty: "Looking at the relationship together is a practitioner's advice; its effect has not been measured here.",
  against: 'A company may prepare by itself first, as long as a second review is held together.',
  fixing:
    'The fix says that the partner takes part. Somebody then has to invite it, and numbers that are not for the partner need another meeting.',
  *check({ spec }, { workspace }) {
    for (const review of spec.reviews ?? []) {
      const { agreements = [], partnerPresent, title, name } = review
      if (agreements.length === 0 || partnerPresent === undefined) continue
      const alone = agreements.filter((agreement) => !heldTogether(workspace, agreement).includes(true))
      if (partnerPresent || alone.length === 0) yield passed()
      else {
        const titles = alone.map((one) => {
          const agreement = workspace.find('PartnerAgreement', one)
          return agreement === undefined ? one : agreementTitle(agreement)
        })
        yield barrier(review, 'partnerPresent', {
          what: `The review "${title ?? name}" looks at the results of ${listed(titles)} without the partner, and no other review has the partner present.`,
          change: 'Look at joint results together, and keep what is only ours for another meeting.',
          fixes: [unsafe('Have the partner take part', set(review, 'partnerPresent', true))],
        })
      }
    }
  },
})

/** Whether the partner is present in each review of an agreement, by its name. */
const heldTogether = index(function* (workspace) {
  for (const { spec } of workspace.all('Accountability')) {
    for (const { agreements = [], partnerPresent } of spec.reviews ?? [])
      for (const agreement of agreements) yield [agreement, partnerPresent] as const
  }
})
