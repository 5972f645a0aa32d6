import { datesJudged } from '../allocation-dates.ts'
import { rule } from '../rule.ts'

export default rule({
  id: 'resources/allocation-ends-early',
  title: 'The resources for a promise end before it does',
  kind: 'ResourceAllocation',
  severity: 'error',
  finds:
    'The last allocation to a commitment of ours that ends before the promise does, where the amount is enough until then. Where the amount is too small as well, `resources/commitment-underfunded` speaks.',
  why: 'The partner plans to the end of what was promised, and our people, money or equipment are gone before.',
  evidence: ['article', 'arithmetic'],
  certainty: "The gap follows from the declared dates. That it hurts alliances is practitioners' experience.",
  against: 'What is promised as best effort may end sooner, so there it is a warning.',
  fixing:
    'The fix lets the allocation last as long as the promise, where the pool has room then. Where the commitment says `class: committed` it is safe: the agreement has settled the day. Otherwise it changes what the resource plan says.',
  check: (plan, { workspace, assumptions }) => datesJudged(plan, 'to', workspace, assumptions.exchangeRates),
})
