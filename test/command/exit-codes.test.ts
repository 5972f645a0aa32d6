import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { clean, forced, misspelt, suppressed, unfinished } from './policies.ts'
import { bytesOf, concord, findingsOf, temporaryFolder } from './running.ts'

describe('concord check says with its exit code', () => {
  const code = (text: string, ...words: string[]): number | null =>
    concord(temporaryFolder({ 'policy.yaml': text }), ['check', ...words]).code

  it('0 when nothing is found', () => assert.equal(code(clean), 0))
  it('1 when an error is found', () => assert.equal(code(misspelt), 1))
  it('0 when what is found is below the threshold, which is error', () => assert.equal(code(unfinished), 0))
  it('1 when a warning is found and warnings count', () => assert.equal(code(unfinished, '--fail-on', 'warning'), 1))
  it('1 when a warning is found and even information counts', () => assert.equal(code(unfinished, '--fail-on=info'), 1))
  it('0 when every finding is suppressed, and 1 on the day after the last one', () => {
    assert.equal(code(suppressed), 0)
    assert.equal(code(suppressed, '--today', '2100-01-01'), 1)
  })
  it('0 with --exit-zero, whatever is found', () => assert.equal(code(misspelt, '--exit-zero'), 0))
  it('2 with --exit-zero, when something could not be checked', () =>
    assert.equal(code(misspelt, '.', 'missing.yaml', '--exit-zero'), 2))
  it('0 for a named file that holds no policy, as hooks name all YAML files', () => {
    const folder = temporaryFolder({ 'other.yaml': 'a: 1\n' })
    assert.deepEqual(concord(folder, ['check', 'other.yaml']).error, '')
    assert.equal(concord(folder, ['check', 'other.yaml']).code, 0)
  })
  it('0 for a named file that the configuration ignores', () => {
    const folder = temporaryFolder({ '.concord.yaml': 'root: true\nignore: [drafts]\n', 'drafts/a.yaml': misspelt })
    const { code: ended, error } = concord(folder, ['check', 'drafts/a.yaml'])
    assert.deepEqual([ended, error], [0, ''])
  })
})

describe('concord check reports', () => {
  const folder = temporaryFolder({ 'b.yaml': unfinished, 'a.yaml': misspelt })

  it('every finding as text, the worst first', () => {
    const { out } = concord(folder, ['check'])
    assert.match(
      out,
      /error language\/unknown-field {2}a\.yaml:5:3[\s\S]*warning language\/placeholder {2}b\.yaml:5:10/,
    )
    assert.match(out, /1 error, 1 warning in 2 policies \(2 files\); 1 can be fixed safely \(--fix\)\n$/)
  })
  it('how many findings are set aside', () => {
    const { out } = concord(temporaryFolder({ 'a.yaml': suppressed }), ['check'])
    assert.match(out, /\nno findings in 1 policy \(1 file\); 1 set aside for a time\n$/)
  })
  it('with --quiet only what reaches the threshold, without scores and advice', () => {
    const { out } = concord(folder, ['check', '--quiet'])
    assert.match(out, /language\/unknown-field[\s\S]*\n1 error in 2 policies \(2 files\)\n$/)
    assert.doesNotMatch(out, /placeholder|Scorecard|can be fixed/)
  })
  it('with -q and a lower threshold what reaches that', () =>
    assert.match(concord(folder, ['check', '-q', '--fail-on', 'warning']).out, /language\/placeholder/))
  it('as JSON, with places that count from 1 and paths with forward slashes', () => {
    const { report } = findingsOf(temporaryFolder({ 'in/a.yaml': misspelt }), [])
    const [finding] = report.findings
    assert.deepEqual(
      [finding?.file, finding?.line, finding?.column, finding?.endLine, finding?.endColumn],
      ['in/a.yaml', 5, 3, 5, 8],
    )
    assert.deepEqual(report.summary, { error: 1, warning: 0, info: 0, files: 1, policies: 1 })
  })
  it('columns in UTF-16 units, as editors count them', () => {
    const flow = clean.replace('  name: norms', '  {"name": "norms", "title": "🙂", "titel": 1}')
    const found = findingsOf(temporaryFolder({ 'a.yaml': flow }), []).report.findings
    assert.deepEqual(
      found.map(({ rule, column }) => [rule, column]),
      [['language/unknown-field', 36]],
    )
  })
  it('as SARIF', () => {
    const log = JSON.parse(concord(folder, ['check', '--format=sarif']).out)
    assert.equal(log.version, '2.1.0')
    assert.deepEqual(
      log.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId),
      ['language/unknown-field', 'language/placeholder'],
    )
  })
  it('into a file with --output, printing nothing', () => {
    const own = temporaryFolder({ 'a.yaml': misspelt })
    const { code, out, error } = concord(own, ['check', '--format', 'json', '-o', 'report.txt'])
    assert.deepEqual([code, out, error], [1, '', ''])
    assert.equal(JSON.parse(bytesOf(own, 'report.txt').toString()).findings.length, 1)
  })
  it('in an order that does not depend on that of the paths', () => {
    const own = temporaryFolder({ 'x/a.yaml': misspelt, 'y/b.yaml': misspelt, 'y/.concord.yaml': 'root: true\n' })
    const found = (...paths: string[]): readonly string[] => findingsOf(own, paths).rules
    assert.deepEqual(found('y', 'x'), ['x/a.yaml language/unknown-field', 'y/b.yaml language/unknown-field'])
    assert.deepEqual(found('x', 'y'), found('y', 'x'))
  })
  it('the same, byte for byte, every time', () => {
    const own = temporaryFolder({ 'a.yaml': forced, 'b.yaml': misspelt, 'c/d.yaml': unfinished })
    assert.equal(findingsOf(own, []).out, findingsOf(own, []).out)
  })
  it('without writing anything', () => {
    const own = temporaryFolder({ 'a.yaml': misspelt })
    concord(own, ['check'])
    assert.deepEqual(readdirSync(own), ['a.yaml'])
    assert.equal(bytesOf(own, 'a.yaml').toString(), misspelt)
  })
  it('paths outside of the folder that it runs in', () => {
    const own = temporaryFolder({ 'here/': '', 'there/a.yaml': misspelt })
    assert.deepEqual(findingsOf(`${own}/here`, ['../there']).rules, ['../there/a.yaml language/unknown-field'])
  })
})
