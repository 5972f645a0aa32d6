import assert from 'node:assert/strict'
import { concord, temporaryFolder } from './running.ts'

const folder = temporaryFolder({
  '.concord.yaml': [
    'root: true',
    'extends: [concord:strict, ./shared/base.yaml]',
    'rules:',
    '  performance/zero-sum-pool: info',
    'overrides:',
    '  - files: [archive/**]',
    '    rules: {performance/forced-distribution: off}',
    'ignore:',
    '  - drafts/**',
    '',
  ].join('\n'),
  'shared/base.yaml': [
    'rules:',
    '  performance/forced-distribution-small-group:',
    '    options:',
    '      smallestGroup: 30',
    'assumptions:',
    '  lowPerformers: 5',
    '  exchangeRates:',
    '    - { from: USD, to: EUR, rate: 0.92 }',
    '',
  ].join('\n'),
  'pay/plan.yaml': '',
  'archive/plan.yaml': '',
  'drafts/pay/plan.yaml': '',
})

interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}
interface Sourced {
  readonly value: unknown
  readonly source: Place | null
  readonly default?: unknown
}
interface Said {
  readonly root: string | null
  readonly configurations: readonly string[]
  readonly ignoredBy: Sourced | null
  readonly preset: Sourced
  readonly rules: readonly {
    readonly id: string
    readonly severity: Sourced
    readonly options: Record<string, Sourced>
  }[]
  readonly assumptions: Record<string, Sourced>
  readonly exchangeRates: readonly object[]
}

function said(path: string, ...words: readonly string[]): Said {
  const { out, error, code } = concord(folder, ['config', path, '--format', 'json', ...words])
  assert.deepEqual([code, error], [0, ''])
  return JSON.parse(out)
}

describe('concord config', () => {
  it('says which files make the settings, in the order in which they count', () => {
    const { root, configurations, preset } = said('pay/plan.yaml')
    assert.deepEqual([root, configurations], ['.', ['.concord.yaml', 'shared/base.yaml']])
    assert.deepEqual(preset, { value: 'concord:strict', source: { file: '.concord.yaml', line: 2, column: 11 } })
  })
  it('says of each rule what holds and what made it so', () => {
    const { rules } = said('archive/plan.yaml')
    const rule = (id: string) => rules.find((one) => one.id === id)
    assert.deepEqual(rule('performance/zero-sum-pool')?.severity.source, { file: '.concord.yaml', line: 4, column: 3 })
    const overridden = rule('performance/forced-distribution')?.severity
    assert.deepEqual([overridden?.value, overridden?.source?.line], ['off', 7])
    assert.deepEqual(rule('performance/forced-distribution-small-group')?.options['smallestGroup'], {
      value: 30,
      source: { file: 'shared/base.yaml', line: 4, column: 7 },
      default: 0,
    })
    const strict = rule('accountability/orphan-goal')?.severity
    assert.deepEqual(strict, {
      value: 'error',
      source: { file: '.concord.yaml', line: 2, column: 11 },
      default: 'warning',
    })
  })
  it('leaves out the rules that are as they come, unless all are wanted', () => {
    const ids = (...words: readonly string[]) => said('pay/plan.yaml', ...words).rules.map(({ id }) => id)
    assert.ok(!ids().includes('language/syntax'))
    assert.ok(ids('--all').includes('language/syntax'))
  })
  it('says which pattern leaves a file out, also by a folder above it', () => {
    assert.equal(said('pay/plan.yaml').ignoredBy, null)
    const ignored = { value: 'drafts/**', source: { file: '.concord.yaml', line: 9, column: 5 } }
    assert.deepEqual(said('drafts/pay/plan.yaml').ignoredBy, ignored)
    assert.deepEqual(said('drafts/pay').ignoredBy, ignored)
  })
  it('says what is assumed', () => {
    const { assumptions, exchangeRates } = said('.')
    assert.deepEqual(assumptions['lowPerformers'], {
      value: 5,
      source: { file: 'shared/base.yaml', line: 6, column: 3 },
    })
    assert.deepEqual(assumptions['workingDaysPerMonth'], { value: 20, source: null })
    assert.deepEqual(exchangeRates, [
      { from: 'USD', to: 'EUR', value: 0.92, source: { file: 'shared/base.yaml', line: 8, column: 7 } },
    ])
  })
  it('says the same to people', () => {
    const { out } = concord(folder, ['config', 'archive/plan.yaml'])
    assert.match(out, /^What holds for archive\/plan\.yaml\n {2}workspace {7}\.\n/)
    assert.match(out, /\n {2}preset {10}concord:strict {2}\.concord\.yaml:2\n/)
    assert.match(
      out,
      /\n {2}performance\/forced-distribution {2,}off instead of warning to error {2}\.concord\.yaml:7\n/,
    )
    assert.match(out, /\n {4}smallestGroup: 30 instead of 0 {2}shared\/base\.yaml:4\n/)
    assert.match(out, /\n {2}1 USD = 0\.92 EUR {2}shared\/base\.yaml:8\n/)
    const drafts = concord(folder, ['config', 'drafts']).out
    assert.match(drafts, /\n {2}left out {8}yes, by drafts\/\*\* {2}\.concord\.yaml:9\n/)
  })
  it('tells what is wrong with a configuration, and ends with 2', () => {
    const broken = temporaryFolder({ '.concord.yaml': 'rulez: {}\n' })
    const { code, error, out } = concord(broken, ['config'])
    assert.deepEqual([code, /configurations {2}none/.test(out)], [2, true])
    assert.match(error, /^concord: \.concord\.yaml:1:1: "rulez" /)
    assert.deepEqual(
      [concord(broken, ['config', 'nothing.yaml']).code, concord(broken, ['config', 'a', 'b']).code],
      [2, 2],
    )
  })
})
