import assert from 'node:assert/strict'
import { readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { isCalendarDate } from '../../server/language/calendar-date.ts'
import type { JsonComparison } from '../../server/reports/comparison-json.ts'
import type { JsonScorecardReport } from '../../server/reports/scorecard-json.ts'
import { clean, forced, misspelt } from './policies.ts'
import { commitWorse, copyPolicies, TestRepository } from './repositories.ts'
import { assertRefused, concord, concordProcess, type Ran, temporaryFolder } from './running.ts'

const samples = fileURLToPath(new URL('../../samples', import.meta.url))
const day = ['--today', '2026-11-23']

const told = forced.replace('descripton', 'description')
const mended = told.replace('mode: forced', 'mode: none')

function scorecard(folder: string, ...words: readonly string[]): Ran {
  return concord(folder, ['scorecard', ...words, ...day])
}

function json(folder: string, ...words: readonly string[]): JsonScorecardReport {
  return JSON.parse(scorecard(folder, '--format=json', ...words).out)
}

describe('concord scorecard --since', () => {
  const repository = new TestRepository()
  before(() => {
    repository.write({ 'a.yaml': told, 'b.yaml': mended.replace('name: ratings', 'name: more') })
    repository.commit('Write the ratings down', '2026-11-01')
    repository.write({ 'a.yaml': mended, 'c.yaml': misspelt })
  })

  it('shows how the scores moved, what is new and what is gone, before what there is to gain', () => {
    const { out, code } = scorecard(repository.folder, '--since', 'HEAD')
    assert.equal(code, 0)
    assert.match(out, /What has changed since HEAD: \w{7} of 2026-11-01, "Write the ratings down"/)
    assert.match(out, /\n {2}performance +50\.0 +100\.0 +\+50\.0\n/)
    assert.match(out, /\n {2}overall +50\.0 +100\.0 +\+50\.0\n/)
    assert.match(out, /1 new \(1 error\), 1 gone, 0 unchanged/)
    assert.match(out, /New: 1 error\n {2}error language\/unknown-field {2}c\.yaml:5:3/)
    assert.match(out, /Gone: 1 error\n {2}error performance\/forced-distribution {2}a\.yaml:10:11/)
  })
  it('has what is new first in Markdown, and what is gone folded', () => {
    const { out } = scorecard(repository.folder, '--since', 'HEAD', '--format', 'markdown')
    const lines = out.split('\n').filter((line) => line !== '')
    assert.equal(lines[0], '## Leadership scorecard: 100 of 100 (+50.0)')
    assert.match(lines[1] ?? '', /^Since HEAD: \w{7} of 2026-11-01, .*: 1 new \(1 error\), 1 gone, 0 unchanged\.$/)
    assert.equal(lines[2], '**New**')
    assert.match(out, /\| performance \| 100 \| \+50\.0 \|/)
    assert.match(out, /<details><summary>Gone: 1 error<\/summary>/)
    assert.ok(out.indexOf('**New**') < out.indexOf('| Component |'))
  })
  it('says the same as compare, for the whole workspace', () => {
    const { since, scorecard: card } = json(repository.folder, '--since', 'HEAD')
    const compared: JsonComparison = JSON.parse(
      concord(repository.folder, ['compare', 'HEAD', '--format=json', ...day]).out,
    )
    assert.ok(since !== null)
    const { overall, components, new: appeared, gone, setAside, summary, ...rest } = since
    assert.deepEqual([appeared, gone, setAside], [compared.new, compared.gone, compared.setAside])
    assert.deepEqual(rest, compared.since)
    assert.deepEqual(summary, compared.summary)
    assert.deepEqual(
      { overall, components },
      { overall: compared.scorecard.overall, components: compared.scorecard.components },
    )
    assert.equal(overall.now, card.overall)
    // Of one file, the scores are those of all; so is what has changed.
    repository.write({ '.concord.yaml': 'root: true\n' })
    assert.equal(json(repository.folder, 'c.yaml', '--since', 'HEAD').since?.gone.length, 1)
    repository.remove('.concord.yaml')
  })
  it('follows its schema', () => {
    const schema = JSON.parse(
      readFileSync(fileURLToPath(new URL('../../schemas/concord-scorecard.schema.json', import.meta.url)), 'utf8'),
    )
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true })
      .addVocabulary(['x-values'])
      .addFormat('date', isCalendarDate)
      .compile(schema)
    assert.ok(validate(json(repository.folder, '--since', 'HEAD')), JSON.stringify(validate.errors))
    assert.equal(json(repository.folder).since, null)
  })
  it('finds nothing new in files that were moved and laid out anew', () => {
    const company = new TestRepository()
    copyPolicies(join(samples, 'meridian'), company.folder)
    company.commit('begin')
    renameSync(join(company.folder, 'pay'), join(company.folder, 'compensation'))
    const bonus = 'compensation/research-and-development-bonus.yaml'
    company.write({ [bonus]: `# The bonus\r\n${company.read(bonus).replaceAll('\n', '\r\n')}` })
    const { since } = json(company.folder, '--since', 'HEAD')
    assert.deepEqual([since?.new, since?.gone, since?.overall.change], [[], [], 0])
    assert.ok((since?.summary.unchanged.error ?? 0) > 10)
  })
  it('reads where the work left a branch, and with --direct the branch itself', () => {
    const branches = new TestRepository()
    branches.write({ 'a.yaml': told })
    branches.commit('begin')
    branches.git('checkout', '-q', '-b', 'work')
    branches.git('checkout', '-q', 'main')
    branches.write({ 'a.yaml': mended })
    branches.commit('mended on main')
    branches.git('checkout', '-q', 'work')
    assert.equal(json(branches.folder, '--since', 'main').since?.overall.change, 0)
    assert.equal(json(branches.folder, '--since', 'main', '--direct').since?.overall.change, -100)
  })
  it('says when the configuration has changed', () => {
    repository.write({ '.concord.yaml': 'root: true\n' })
    for (const format of ['text', 'markdown', 'html']) {
      const words = ['scorecard', '--since=HEAD', `--format=${format}`, ...day]
      assert.match(concordProcess(repository.folder, words).out, /configuration has changed/)
    }
    repository.remove('.concord.yaml')
  })
  it('fails for a score that is too low, and never for what is new', () => {
    const worse = new TestRepository()
    worse.write({ 'a.yaml': mended })
    worse.commit('begin')
    worse.write({ 'a.yaml': told })
    assert.equal(scorecard(worse.folder, '--since', 'HEAD').code, 0)
    assert.equal(scorecard(worse.folder, '--since', 'HEAD', '--fail-under', '50').code, 1)
  })
})

describe('concord scorecard cannot compare', () => {
  const repository = new TestRepository()
  before(() => commitWorse(repository))
  const refused = (folder: string, words: readonly string[], why: RegExp): void => {
    assertRefused(scorecard(folder, ...words), why)
  }

  it('with a revision that is not there, or that is empty', () => {
    refused(repository.folder, ['--since', 'nowhere'], /no revision "nowhere"/)
    refused(repository.folder, ['--since='], /no revision ""/)
  })
  it('outside of a repository, or before the first commit', () => {
    refused(temporaryFolder({ 'a.yaml': clean }), ['--since', 'HEAD'], /There is no git repository at/)
    const empty = new TestRepository()
    empty.write({ 'a.yaml': clean })
    refused(empty.folder, ['--since', 'HEAD'], /has no commits yet/)
    refused(empty.folder, ['--history', '3', '--format', 'html'], /has no commits yet/)
  })
  it('in a clone whose history is cut off', () => {
    const shallow = temporaryFolder()
    repository.git('clone', '-q', '--depth=1', `file://${repository.folder}`, shallow)
    refused(shallow, ['--since', 'HEAD~1'], /git fetch --unshallow/)
  })
  it('in two ways at once, unless on one page', () => {
    refused(repository.folder, ['--since', 'HEAD~1', '--history', '3'], /--since and --history are two reports.*html/)
    const { code, out } = concordProcess(repository.folder, [
      'scorecard',
      '--since=HEAD~1',
      '--history=3',
      '--format=html',
    ])
    assert.equal(code, 0)
    assert.match(out, />Over time<[\s\S]*>What has changed</)
  })
  it('where the options say nothing together', () => {
    refused(repository.folder, ['--direct'], /--direct is about --since/)
    refused(
      repository.folder,
      ['--history', '3', '--fail-under', '50'],
      /--fail-under is about the scores as they are now/,
    )
    refused(repository.folder, ['--history', '3', '--format', 'markdown'], /takes text, json, html/)
  })
})
