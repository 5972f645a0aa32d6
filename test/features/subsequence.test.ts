import assert from 'node:assert/strict'
import { matchScore } from '../../server/features/subsequence.ts'

/** Each of the texts is a better match than the next. */
function inOrder(typed: string, ...texts: readonly string[]): void {
  const scores = texts.map((text) => matchScore(typed, text))
  for (const [index, score] of scores.entries())
    assert.ok(index === 0 || (scores[index - 1] ?? 0) > score, `${texts[index - 1]} before ${texts[index]}: ${scores}`)
}

describe('how well a text matches what is typed', () => {
  it('ranks the whole text first, then its beginning, a word’s beginning, first letters, the inside, and letters anywhere', () =>
    inOrder('sales', 'sales', 'sales-team', 'head-of-sales', 'sa-lead-es', 'wholesales', 'small-aisle-hits'))
  it('ranks the beginning of a long text before a word in a short one', () =>
    inOrder('sales', 'sales-team-of-the-northern-region', 'a-sales'))
  it('ranks the shorter of equals first', () => inOrder('he', 'head', 'head-of-alliances', 'the', 'together'))
  it('takes the first letters of words, also behind the same letters inside of words', () => {
    inOrder('hoa', 'head-of-alliances', 'whole-area')
    inOrder('cfo', 'chief-financial-officer', 'scaffold')
  })
  it('does not look at case, spaces, hyphens and underlines', () => {
    assert.equal(matchScore('Head of', 'head-of'), 5)
    assert.equal(matchScore('head_of', 'Head Of'), 5)
  })
  it('is 0 where a letter is missing, or comes in another order', () => {
    assert.equal(matchScore('abc', 'acb'), 0)
    assert.equal(matchScore('aa', 'a'), 0)
    assert.equal(matchScore('a', ''), 0)
  })
  it('lets everything match while nothing is typed, the shorter first', () => {
    inOrder('', 'a', 'ab', 'abc')
    assert.ok(matchScore(' -', 'x') > 0)
    assert.equal(matchScore('', ''), 0)
  })
})
