import assert from 'node:assert/strict'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { readBaseline } from '../../server/checker/baseline-file.ts'
import { clean, forced, misspelt, named, suppressed, unfinished } from './policies.ts'
import { bytesOf, concord, type Files, findingsOf, temporaryFolder } from './running.ts'

const file = '.concord-baseline.json'
const root = { '.concord.yaml': 'root: true\n' }
const ratings = forced.replace('  descripton: How people are rated\n', '')
const other = ratings.replace('name: ratings', 'name: other')

/** A folder with a baseline of what these files hold. */
function withBaseline(files: Files): string {
  const folder = temporaryFolder({ ...root, ...files })
  assert.equal(concord(folder, ['baseline']).code, 0)
  return folder
}

function put(folder: string, name: string, text: string): void {
  writeFileSync(join(folder, name), text)
}

const entries = (folder: string): readonly string[] =>
  bytesOf(folder, file)
    .toString()
    .split('\n')
    .filter((line) => line.includes('fingerprint'))

describe('concord baseline', () => {
  it('writes what is found, one entry a line, by its schema', () => {
    const folder = temporaryFolder({ ...root, 'a.yaml': ratings, 'b.yaml': misspelt })
    const { code, out } = concord(folder, ['baseline'])
    assert.deepEqual([code, out], [0, `${file}: 2 findings in the baseline.\n`])
    const schema = JSON.parse(readFileSync('schemas/concord-baseline.schema.json', 'utf8'))
    const validate = new Ajv2020({ allErrors: true }).compile(schema)
    const written: unknown = JSON.parse(bytesOf(folder, file).toString())
    for (const baseline of [written, ...schema.examples]) assert.ok(validate(baseline), JSON.stringify(validate.errors))
    assert.equal(entries(folder).length, 2)
    assert.match(
      entries(folder)[0] ?? '',
      /^ {4}\{"policy":"CulturalNorms\/misspelt","rule":"language\/unknown-field",/,
    )
  })
  it('makes them pass, and new ones of the same rule fail', () => {
    const folder = withBaseline({ 'a.yaml': ratings })
    assert.equal(concord(folder, ['check']).code, 0)
    put(folder, 'b.yaml', other)
    const { code, rules } = findingsOf(folder, [])
    assert.deepEqual([code, rules], [1, ['b.yaml performance/forced-distribution']])
  })
  it('shows one as new and one as gone when a finding is swapped for another of the same rule', () => {
    const folder = withBaseline({ 'a.yaml': ratings })
    put(folder, 'a.yaml', other)
    const { report, rules } = findingsOf(folder, [])
    assert.deepEqual(rules, ['a.yaml performance/forced-distribution'])
    assert.deepEqual(
      report.baseline?.gone.map(({ policy, rule, count }) => [policy, rule, count]),
      [['PerformanceCalibration/ratings', 'performance/forced-distribution', 1]],
    )
    assert.match(
      concord(folder, ['check']).out,
      /; 1 of the baseline is gone \(concord baseline takes out what is gone\)/,
    )
  })
  it('takes out what is gone, and never lets anything new in', () => {
    const folder = withBaseline({ 'a.yaml': ratings, 'b.yaml': misspelt })
    put(folder, 'a.yaml', other)
    const { code, out } = concord(folder, ['baseline'])
    assert.equal(code, 0)
    assert.equal(
      out,
      `${file}: 1 finding in the baseline, 0 added, 1 gone and taken out.\n1 finding is not in it and still shows; "concord baseline --add" would put it in.\n`,
    )
    assert.deepEqual(findingsOf(folder, []).rules, ['a.yaml performance/forced-distribution'])
  })
  it('grows with --add alone, and by what was asked about', () => {
    const folder = withBaseline({ 'a.yaml': ratings })
    put(folder, 'b.yaml', other)
    put(folder, 'c.yaml', misspelt)
    assert.match(concord(folder, ['baseline', 'b.yaml', '--add']).out, /: 2 findings in the baseline, 1 added, 0 gone/)
    assert.deepEqual(findingsOf(folder, []).rules, ['c.yaml language/unknown-field'])
  })
  it('says the same however often it is written', () => {
    const folder = withBaseline({ 'a.yaml': ratings, 'b.yaml': misspelt, 'c.yaml': unfinished })
    const once = bytesOf(folder, file)
    concord(folder, ['baseline', '--add'])
    assert.deepEqual(bytesOf(folder, file), once)
  })
  it('counts findings that nothing tells apart, in whichever files they stand', () => {
    const folder = withBaseline({ 'a.yaml': named('a'), 'b.yaml': named('a'), 'c.yaml': named('a') })
    assert.match(entries(folder).join(), /"count":2/)
    assert.equal(concord(folder, ['check']).code, 0)
    rmSync(join(folder, 'a.yaml'))
    put(folder, 'z.yaml', named('a'))
    assert.deepEqual(findingsOf(folder, []).rules, [])
    put(folder, '0.yaml', named('a'))
    const { rules, report } = findingsOf(folder, [])
    assert.deepEqual([rules, report.baseline?.known], [['z.yaml language/duplicate-name'], 2])
  })
  it('leaves out what is set aside, and keeps what is set aside later', () => {
    const folder = withBaseline({ 'a.yaml': suppressed, 'b.yaml': ratings })
    assert.equal(entries(folder).length, 1)
    put(
      folder,
      'b.yaml',
      ratings.replace(
        '    mode',
        '    # concord-ignore performance/forced-distribution until=2099-12-31 reason="later"\n    mode',
      ),
    )
    assert.deepEqual(findingsOf(folder, []).report.baseline, { known: 0, gone: [] })
  })
  it('never holds what says that other findings are not known', () => {
    const folder = temporaryFolder({ ...root, 'a.yaml': ratings, 'b.yaml': misspelt.replace('spec: {}', 'spec: {') })
    const { out } = concord(folder, ['baseline'])
    assert.match(out, /1 finding in the baseline\.\n1 finding cannot be in a baseline/)
    assert.ok(findingsOf(folder, []).rules.includes('b.yaml language/syntax'))
  })
  it('does not take for gone what cannot be judged', () => {
    const folder = withBaseline({ 'a.yaml': ratings })
    put(folder, 'a.yaml', ratings.replace('scale: [', 'scale: [['))
    assert.deepEqual(findingsOf(folder, []).report.baseline?.gone, [])
    concord(folder, ['baseline'])
    assert.equal(entries(folder).length, 1)
  })
  it('stands where the configuration says', () => {
    const folder = temporaryFolder({
      '.concord.yaml': 'root: true\nbaseline: ci/known.json\n',
      'ci/': '',
      'a.yaml': ratings,
    })
    assert.match(concord(folder, ['baseline']).out, /^ci\/known\.json: 1 finding/)
    assert.equal(concord(folder, ['check']).code, 0)
  })
  it('belongs to the whole workspace, whatever is asked about', () => {
    const folder = withBaseline({ 'in/a.yaml': ratings, 'b.yaml': other })
    const { code, report } = findingsOf(folder, ['in'])
    assert.deepEqual([code, report.baseline], [0, { known: 1, gone: [] }])
  })
  it('stands in the workspaces below a folder that holds no policies itself', () => {
    const folder = temporaryFolder({ 'pay/.concord.yaml': 'root: true\n', 'pay/a.yaml': ratings, 'README.md': '' })
    const { code, out } = concord(folder, ['baseline'])
    assert.deepEqual([code, out], [0, `pay/${file}: 1 finding in the baseline.\n`])
    put(folder, 'b.yaml', other)
    assert.match(concord(folder, ['baseline']).error, /there is none at or above these policies/)
  })
  it('is not fixed by --fix', () => {
    const folder = withBaseline({ 'a.yaml': misspelt })
    concord(folder, ['check', '--fix'])
    assert.equal(bytesOf(folder, 'a.yaml').toString(), misspelt)
  })
  it('is not written where there is nothing for it', () => {
    const folder = temporaryFolder({ ...root, 'a.yaml': clean })
    const { code, out } = concord(folder, ['baseline'])
    assert.deepEqual([code, out], [0, `Nothing was found that a baseline would be for, so ${file} was not written.\n`])
    assert.ok(!existsSync(join(folder, file)))
  })

  const refused: readonly (readonly [what: string, files: Files, message: RegExp])[] = [
    ['no root', { 'a.yaml': ratings }, /A baseline stands beside a file .concord.yaml that says "root: true"/],
    ['no policies', root, /There are no policies here/],
    [
      'a configuration with a mistake',
      { '.concord.yaml': 'root: true\nignored: []\n', 'a.yaml': ratings },
      /left as it is/,
    ],
    [
      'a baseline outside',
      { '.concord.yaml': 'root: true\nbaseline: ../a.json\n', 'a.yaml': ratings },
      /:2:11: "baseline" is/,
    ],
    [
      'a baseline without a root',
      { '.concord.yaml': 'baseline: a.json\n', 'a.yaml': ratings },
      /:1:1: A baseline stands in the configuration that says root: true/,
    ],
  ]
  for (const [what, files, message] of refused)
    it(`is refused with exit code 2 and nothing is written: ${what}`, () => {
      const folder = temporaryFolder(files)
      const { code, error } = concord(folder, ['baseline'])
      assert.equal(code, 2)
      assert.match(error, message)
      assert.ok(!existsSync(join(folder, file)))
    })
})

describe('a baseline that cannot be read', () => {
  const entry = '{"policy": "p", "rule": "r", "fingerprint": "1:0123456789abcdef0123", "what": "w"}'
  const broken: readonly (readonly [what: string, text: string, line: number, problem: RegExp])[] = [
    ['a merge conflict', '{\n<<<<<<< ours\n=======\n>>>>>>> theirs\n', 2, /holds a merge conflict/],
    ['no JSON', '{', 1, /is not JSON/],
    ['another form', '[]', 1, /not as Concord writes it/],
    ['no version', '{"findings": []}', 1, /not as Concord writes it/],
    ['a later version', '{"version": 2, "findings": []}', 1, /a later Concord wrote/],
    [
      'an entry without a rule',
      `{"version": 1, "findings": [\n${entry},\n${entry.replace('"rule": "r", ', '')}]}`,
      3,
      /not as Concord/,
    ],
    [
      'a fingerprint of another version',
      `{"version": 1, "findings": [\n${entry.replace('1:', '0:')}]}`,
      2,
      /another version/,
    ],
    ['an entry twice', `{"version": 1, "findings": [\n${entry},\n${entry}]}`, 2, /is there twice/],
    ['a count of none', `{"version": 1, "findings": [\n${entry.replace('}', ', "count": 0}')}]}`, 2, /not as Concord/],
  ]
  for (const [what, text, line, problem] of broken)
    it(`says so and where, with ${what}`, () => {
      const read = readBaseline(text)
      assert.ok('problem' in read)
      assert.match(read.problem, problem)
      assert.equal(read.line, line)
    })
  it('holds nothing back, and the check is not complete', () => {
    const folder = temporaryFolder({ ...root, [file]: '{', 'a.yaml': ratings })
    const { code, rules, error } = findingsOf(folder, [])
    assert.deepEqual([code, rules], [2, ['a.yaml performance/forced-distribution']])
    assert.match(error, /^concord: \.concord-baseline\.json:1:1: This baseline is not JSON/)
  })
})
