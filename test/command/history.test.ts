import assert from 'node:assert/strict'
import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { historyOf } from '../../server/command/history.ts'
import { isCalendarDate } from '../../server/language/calendar-date.ts'
import type { JsonComparison } from '../../server/reports/comparison-json.ts'
import { clean, misspelt, named, unfinished } from './policies.ts'
import { copyPolicies, TestRepository } from './repositories.ts'
import { concord, findingsOf } from './running.ts'

const samples = fileURLToPath(new URL('../../samples', import.meta.url))
const today = '2026-11-23'

const subjects = (repository: TestRepository, most = 10): readonly string[] =>
  historyOf(['.'], repository.folder, today, most).points.map(({ commit, subject }) => (commit ? subject : 'now'))

describe('a company that mends its policies in ten commits', () => {
  const repository = new TestRepository()
  const commits: string[] = []

  before(function () {
    this.timeout(60_000)
    copyPolicies(join(samples, 'meridian'), repository.folder)
    commits.push(repository.commit('Write the policies down', '2026-01-01'))
    const mended = join(samples, 'meridian-after')
    const changed = readdirSync(mended, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.yaml') && repository.read(path) !== readFileSync(join(mended, path), 'utf8'))
      .sort()
    for (let step = 0; step < 9; step++) {
      for (const [index, path] of changed.entries())
        if (index % 9 === step) copyFileSync(join(mended, path), join(repository.folder, path))
      commits.push(repository.commit(`Step ${step + 1}`, `2026-02-0${step + 1}`))
    }
  })

  it('sees its scores rise to 100, each as a check of that commit alone gives it', function () {
    this.timeout(120_000)
    const { points } = historyOf(['.'], repository.folder, today, 20)
    assert.deepEqual(
      points.map(({ commit }) => commit),
      commits,
    )
    const overall = points.map(({ scorecard }) => scorecard.overall ?? 0)
    assert.equal(overall.at(-1), 100)
    for (const [index, score] of overall.entries()) assert.ok(score >= (overall[index - 1] ?? 0), overall.join(' '))
    assert.deepEqual(points.at(-1)?.findings, { error: 0, warning: 0, info: 0 })
    for (const { commit = '', scorecard, findings } of points) {
      repository.git('checkout', '-q', commit)
      const { report } = findingsOf(repository.folder, ['--today', today])
      assert.equal(scorecard.overall, report.scorecard.overall)
      const { error, warning, info } = report.summary
      assert.deepEqual(findings, { error, warning, info })
    }
    repository.git('checkout', '-q', 'main')
  })

  it('reads at each step exactly what went, and that nothing came', function () {
    this.timeout(120_000)
    let earlier: ReadonlySet<string> = new Set()
    for (const [step, commit] of commits.entries()) {
      repository.git('checkout', '-q', commit)
      const now = new Set(
        findingsOf(repository.folder, ['--today', today]).report.findings.map(({ fingerprint }) => fingerprint),
      )
      if (step > 0) {
        const { code, out } = concord(repository.folder, ['compare', 'HEAD~1', '--format=json', '--today', today])
        const told: JsonComparison = JSON.parse(out)
        assert.deepEqual([code, told.new], [0, []])
        const went = [...earlier].filter((fingerprint) => !now.has(fingerprint))
        assert.deepEqual(new Set(told.gone.map(({ fingerprint }) => fingerprint)), new Set(went))
        assert.equal(told.unchanged.length, now.size)
      }
      earlier = now
    }
    assert.equal(earlier.size, 0)
    repository.git('checkout', '-q', 'main')
  })
})

describe('a company that moves and lays out anew what it has mended half of', () => {
  it('finds nothing new, and keeps its scores, at whatever commit it is compared with', function () {
    this.timeout(120_000)
    const repository = new TestRepository()
    copyPolicies(join(samples, 'meridian'), repository.folder)
    repository.commit('Write the policies down', '2026-01-01')
    copyPolicies(join(samples, 'meridian-after/pay'), join(repository.folder, 'pay'))
    repository.commit('Mend the pay', '2026-02-01')
    repository.git('mv', 'people', 'leadership')
    const ratings = 'leadership/ratings-research-and-development.yaml'
    const text = repository.read(ratings)
    repository.write({
      [ratings]: `# Moved here.\r\n\r\n${text.replaceAll('\n', '\r\n').replace('spec:', 'spec: # all of it')}`,
    })
    repository.commit('Move the people', '2026-03-01')
    const { points } = historyOf(['.'], repository.folder, today, 5)
    const [first, mended, moved] = points.map(({ scorecard, findings }) => [scorecard.overall ?? 0, findings.error])
    assert.deepEqual(moved, mended)
    assert.ok((mended?.[0] ?? 0) > (first?.[0] ?? 100))
    for (const revision of ['HEAD~1', 'HEAD~2']) {
      const { out } = concord(repository.folder, ['compare', revision, '--format=json', '--today', today])
      const told: JsonComparison = JSON.parse(out)
      assert.deepEqual(told.new, [])
      assert.equal(told.gone.length > 0, revision === 'HEAD~2')
    }
  })
})

describe('the history of scores', () => {
  it('knows the commits that changed policies or configurations, and no others', () => {
    const repository = new TestRepository()
    repository.write({ 'README.md': 'Policies\n' })
    repository.commit('begin')
    repository.write({ 'a.yaml': misspelt, 'k8s.yaml': 'kind: Pod\n' })
    repository.commit('a policy')
    repository.write({ 'k8s.yaml': 'kind: Service\n', 'README.md': 'Our policies\n' })
    repository.commit('something else')
    repository.write({ '.concord.yaml': 'root: true\n' })
    repository.commit('a configuration')
    repository.remove('a.yaml')
    repository.commit('no policy any more')
    assert.deepEqual(subjects(repository), ['a policy', 'a configuration', 'no policy any more'])
  })
  it('ends with the last of as many as are asked for', () => {
    const repository = new TestRepository()
    for (const step of ['one', 'two', 'three']) {
      repository.write({ [`${step}.yaml`]: named(step) })
      repository.commit(step)
    }
    assert.deepEqual(subjects(repository, 2), ['two', 'three'])
  })
  it('shows how the policies are now where that is not in a commit yet', () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': clean })
    repository.commit('begin')
    repository.write({ 'a.yaml': `# as before\n${clean}` })
    assert.deepEqual(subjects(repository), ['begin'])
    repository.write({ 'b.yaml': unfinished })
    assert.deepEqual(subjects(repository), ['begin', 'now'])
  })
  it('takes a merge as one step', () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': clean })
    repository.commit('begin')
    repository.git('checkout', '-q', '-b', 'work')
    repository.write({ 'b.yaml': named('b') })
    repository.commit('first half')
    repository.write({ 'c.yaml': named('c') })
    repository.commit('second half')
    repository.git('checkout', '-q', 'main')
    repository.git('merge', '-q', '--no-ff', '-m', 'Merge the work', 'work')
    assert.deepEqual(subjects(repository), ['begin', 'Merge the work'])
  })
  it('leaves work tree, index and refs as they are', () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': clean, '.concord.yaml': 'root: true\n' })
    repository.commit('begin')
    repository.write({ 'a.yaml': misspelt, 'new.yaml': unfinished })
    repository.commit('go on')
    repository.write({ 'a.yaml': clean })
    const state = repository.state()
    assert.equal(subjects(repository).length, 3)
    assert.equal(repository.state(), state)
  })
})

describe('the report of the history', () => {
  const repository = new TestRepository()
  const asked = (...words: readonly string[]): string => {
    const { out, error } = concord(repository.folder, ['scorecard', ...words, '--today', today])
    assert.equal(error, '')
    return out
  }
  before(() => {
    const norms = (sharing: string): string =>
      clean.replace('spec: {}', `spec:\n  informationSharing: {default: ${sharing}}`)
    repository.write({ 'a.yaml': misspelt, 'norms.yaml': norms('closed') })
    repository.commit('Write the norms down', '2026-01-01')
    repository.write({ 'a.yaml': misspelt.replace('titel', 'title') })
    repository.commit('Mend a name', '2026-01-02')
    repository.write({ 'norms.yaml': norms('open') })
  })

  it('has a row for each commit and a line for each component', () => {
    const printed = asked('--history=5')
    assert.match(printed, /2026-01-01 {2}\w{7} .* Write the norms down\n {2}2026-01-02 {2}\w{7} .* Mend a name\n/)
    assert.match(printed, /2026-11-23 .*as it is now\n/)
    assert.match(printed, /\n {2}culture +[▁▂▃▄▅▆▇█·]{3} {2}/)
    assert.match(printed, /\n {2}overall +[▁▂▃▄▅▆▇█·]{3} {2}/)
    assert.doesNotMatch(asked('--history=1'), /Write the norms down/)
  })
  it('follows its schema as JSON', () => {
    const schema = JSON.parse(
      readFileSync(fileURLToPath(new URL('../../schemas/concord-history.schema.json', import.meta.url)), 'utf8'),
    )
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true })
      .addVocabulary(['x-values'])
      .addFormat('date', isCalendarDate)
      .compile(schema)
    const told = JSON.parse(asked('--history=5', '--format=json'))
    assert.equal(told.points.length, 3)
    for (const report of [told, schema.examples[0]]) assert.ok(validate(report), JSON.stringify(validate.errors))
    assert.ok(!validate({ ...told, points: [{ ...told.points[0], more: 1 }] }))
  })
  it('asks for a number of commits', () => {
    for (const number of ['0', 'ten', '', '1.5']) {
      const { code, error } = concord(repository.folder, ['scorecard', `--history=${number}`])
      assert.deepEqual([code, /--history takes how many commits/.test(error)], [2, true])
    }
  })
})
