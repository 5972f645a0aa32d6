import assert from 'node:assert/strict'
import type { CheckStatus } from '../../client/messages.ts'
import { statusWords } from '../../client/status-words.ts'

const checked: CheckStatus = {
  folders: 1,
  files: 1,
  policies: 12,
  counts: { error: 3, warning: 1, info: 0 },
  inBaseline: 0,
  configProblems: 0,
  ready: true,
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
