import { datesJudged } from '../allocation-dates.ts'
import { rule } from '../rule.ts'

export default rule({
  id: 'resources/allocation-starts-late',
  title: 'The resources for a promise come after its first day',
  kind: 'ResourceAllocation',
  severity: 'error',
  finds:
    'The first allocation to a commitment of ours that begins after the promise does, where the amount is enough from then on. Where the amount is too small as well, `resources/commitment-underfunded` speaks; a start that has passed is not looked at.',
  why: 'The partner starts with what was promised, and our people, money or equipment are not there yet.',
  evidence: ['article', 'arithmetic'],
  certainty: "The gap follows from the declared dates. That it hurts alliances is practitioners' experience.",
  against: 'What is promised as best effort may come later, so there it is a warning.',
  fixing:
    'The fix lets the allocation begin with the promise, where the pool has room then. Where the commitment says `class: committed` it is safe: the agreement has settled the day. Otherwise it changes what the resource plan says.',
  check: (plan, { workspace, assumptions }) => datesJudged(plan, 'from', workspace, assumptions.exchangeRates),
})
