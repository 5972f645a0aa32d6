import assert from 'node:assert/strict'
import type { ConcordState } from '../../client/concord-state.ts'
import type { CheckStatus, PolicyScoreView } from '../../client/messages.ts'
import { statusWords as wordsOf } from '../../client/status-words.ts'

const checked: CheckStatus = {
  folders: 1,
  files: 1,
  policies: 12,
  counts: { error: 3, warning: 1, info: 0 },
  inBaseline: 0,
  configProblems: 0,
  state: 1,
  ready: true,
}

const statusWords = (
  state: ConcordState,
  status: CheckStatus | undefined,
  ...scores: readonly number[]
): ReturnType<typeof wordsOf> => {
  const here: readonly PolicyScoreView[] = scores.map((score, at) => ({ name: `policy-${at}`, score }))
  return wordsOf(state, status, here)
}

describe('The status item', () => {
  it('counts what was found, and does not colour it', () => {
    assert.deepEqual(statusWords('running', checked), {
      text: '3 errors, 1 warning',
      detail: 'Concord: 12 policies in 1 file',
      busy: false,
      severity: 'information',
    })
  })
  it('shows the score of the policy that is being looked at, then what was found in all', () => {
    const { text, detail } = statusWords('running', checked, 61.6)
    assert.deepEqual(
      [text, detail],
      ['This policy: 62 of 100', 'Concord: 3 errors, 1 warning in 12 policies in 1 file'],
    )
  })
  it('shows the lowest and the highest score of several policies in a file', () => {
    assert.equal(statusWords('running', checked, 99.9, 40, 80).text, '3 policies here: 40 to 99 of 100')
    assert.equal(statusWords('running', checked, 100, 100).text, '2 policies here: 100 of 100')
  })
  it('counts what the baseline holds back', () =>
    assert.equal(
      statusWords('running', { ...checked, inBaseline: 12 }).detail,
      'Concord: 12 policies in 1 file, 12 in the baseline',
    ))
  it('says so when nothing was found', () => {
    const { text } = statusWords('running', { ...checked, counts: { error: 0, warning: 0, info: 0 } })
    assert.equal(text, 'No barriers')
  })
  it('is busy until the policies have been read', () => {
    assert.ok(statusWords('starting', undefined).busy)
    assert.ok(statusWords('running', { ...checked, ready: false }).busy)
  })
  it('warns of a configuration that is not in force', () => {
    const { detail, severity } = statusWords('running', { ...checked, configProblems: 2 })
    assert.equal(severity, 'warning')
    assert.match(detail, /2 problems in the configuration/)
  })
  it('says that the server has stopped', () => {
    assert.equal(statusWords('failed', undefined).severity, 'error')
  })
})
