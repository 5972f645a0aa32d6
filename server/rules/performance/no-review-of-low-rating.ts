import type { RatingReview } from '../../language/generated/policies.ts'
import { evidenceThatHolds } from '../evidence-that-holds.ts'
import { append, type Fix, set, unsafe } from '../fix.ts'
import { lowestLevel } from '../forced-shares.ts'
import { barrier, passed, type Report, rule } from '../rule.ts'

export default rule({
  id: 'performance/no-review-of-low-rating',
  title: 'Nobody looks at the lowest rating again',
  kind: 'PerformanceCalibration',
  severity: 'info',
  finds:
    'A `review` that leaves the lowest rating as it is: no second review and nobody to turn to (`secondReview: false` or `appeal: none`, and nothing of the other), or one that `appliesTo` other levels only.',
  why: 'An error in one rating stays, so people take care not to be the one it hits.',
  evidence: ['L3', 'R4'],
  certainty:
    'Two raters of the same person agree at .52 on average, so errors are common. For United States federal agencies a review of the lowest rating is mandatory until a proposed rule that would remove it is final.',
  against: 'A review by the same line seldom changes a rating.',
  fixing:
    'The fix has a second manager look at a rating before it counts (`secondReview: true`). It changes what the policy says.',
  *check({ spec }, { workspace }) {
    const { review } = spec
    if (review === undefined) return
    const { secondReview, appeal, appliesTo } = review
    const reviewed = secondReview === true || (appeal !== undefined && appeal !== 'none')
    const lowest = lowestLevel(spec)
    const leftOut = lowest !== undefined && appliesTo !== undefined && !appliesTo.includes(lowest)
    if (reviewed && !leftOut) yield passed()
    else if (reviewed || secondReview === false || appeal === 'none') {
      const law = evidenceThatHolds('L3', workspace)
      const federal: Pick<Report, 'why'> =
        law === undefined
          ? {}
          : {
              why: `For a federal agency a review of the lowest rating is mandatory; a proposed rule (91 FR 8780) would remove it. Check whether a final rule has been published.`,
            }
      yield barrier(review, reviewed ? 'appliesTo' : appeal === 'none' ? 'appeal' : 'secondReview', {
        what: reviewed
          ? `The review of ratings leaves out the lowest level, "${lowest}".`
          : `A low rating counts without a second look${appeal === 'none' ? ', and nobody can be turned to' : ''}.`,
        ...federal,
        change: reviewed
          ? 'Let the review hold for the lowest level too.'
          : 'Let a second manager look at a low rating before it counts (secondReview: true).',
        fixes: [
          reviewed && lowest !== undefined ? include(review, lowest) : secondLook(review, leftOut ? lowest : undefined),
        ],
      })
    }
  },
})

function include(review: RatingReview, level: string): Fix {
  return unsafe(`Review the level "${level}" too`, append(review, 'appliesTo', level))
}

function secondLook(review: RatingReview, leftOut: string | undefined): Fix {
  return unsafe(
    'Let a second manager look at it: secondReview: true',
    set(review, 'secondReview', true),
    ...(leftOut === undefined ? [] : [append(review, 'appliesTo', leftOut)]),
  )
}
