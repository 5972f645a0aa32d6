import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { type ConfigProblem, readConfig } from '../../server/config/config-file.ts'

const accept = (): undefined => undefined

function problemsOf(text: string): readonly ConfigProblem[] {
  const read = readConfig(text, accept)
  return 'problems' in read ? read.problems : []
}

describe('.concord.yaml', () => {
  it('is read as its page shows it', () => {
    const read = readConfig(readFileSync('docs/examples/concord.yaml', 'utf8'), accept)
    assert.ok('config' in read)
    assert.equal(read.config.root, true)
    assert.deepEqual(read.config.ignore, ['drafts/**'])
    assert.deepEqual(read.config.assumptions?.exchangeRates, [{ from: 'USD', to: 'EUR', rate: 0.92 }])
  })
  it('may be empty, or hold comments alone', () => {
    for (const text of ['', '# nothing yet\n', '---\n']) {
      const read = readConfig(text, accept)
      assert.ok('config' in read)
      assert.deepEqual([read.config, read.waivers], [{}, []])
    }
  })
  it('says where an unknown field stands, and which was meant', () => {
    assert.deepEqual(problemsOf('root: true\nignores: [a]\n'), [
      {
        message: '"ignores" is not a field that can stand here. Did you mean "ignore"?',
        position: { line: 1, column: 0 },
        range: { start: 11, end: 18 },
      },
    ])
  })
  it('says what a rule may be set to, without a word about the other form', () => {
    assert.deepEqual(
      problemsOf('rules:\n  performance/zero-sum-pool: warn\n').map(({ message }) => message),
      [
        '"rules.performance/zero-sum-pool" is "warn". Expected: one of off, info, warning or error. Did you mean "warning"?',
      ],
    )
    assert.deepEqual(
      problemsOf('rules:\n  performance/zero-sum-pool: {severity: error, option: {a: 1}}\n').map(
        ({ message }) => message,
      ),
      ['"option" is not a field that can stand in rules.performance/zero-sum-pool. Did you mean "options"?'],
    )
  })
  it('is not used at all when a part of it is wrong', () => {
    assert.ok(!('config' in readConfig('root: true\nassumptions: {lowPerformers: 200}\n', accept)))
    assert.ok(!('config' in readConfig('root: true\n---\nroot: false\n', accept)))
    assert.ok(!('config' in readConfig('root: [true\n', accept)))
  })
  it('is not used while something in it is still to be filled in', () => {
    const waiver = (owner: string, until: string): string =>
      `waivers:\n  - { rule: a/b, policy: IncentivePlan/x, owner: ${owner}, reason: r, until: ${until} }\n`
    assert.ok('config' in readConfig(waiver('finance', '2027-01-01'), accept))
    for (const text of [waiver('?who', '2027-01-01'), waiver('finance', '?when'), 'rules: { a/b: ?off }\n'])
      assert.deepEqual(
        problemsOf(text).map(({ message }) => message),
        ['This is still to be filled in.'],
        text,
      )
  })
  it('points at a rule that nobody knows', () => {
    const read = readConfig('rules:\n  a/b: off\noverrides:\n  - files: [x]\n    rules: {c/d: off}\n', (rule) =>
      rule === 'c/d' ? 'unknown' : undefined,
    )
    assert.deepEqual('problems' in read && read.problems, [
      { message: 'unknown', position: { line: 4, column: 12 }, range: { start: 56, end: 59 } },
    ])
  })
})
