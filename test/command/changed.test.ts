import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { JsonReport } from '../../server/reports/json.ts'
import { clean, forced, misspelt, named, unfinished } from './policies.ts'
import { copyPolicies, TestRepository } from './repositories.ts'
import { findingsOf } from './running.ts'

const meridian = fileURLToPath(new URL('../../samples/meridian', import.meta.url))

type JsonFinding = JsonReport['findings'][number]

const agreement =
  'apiVersion: leadership/v1\nkind: PartnerAgreement\nmetadata: {name: orion}\nspec:\n  partner: {name: orion-bio}\n  type: supply\n  commitments:\n    - {name: line, resource: equipment, equipment: line-2, daysPerMonth: 8}\n'
const plan =
  'apiVersion: leadership/v1\nkind: ResourceAllocation\nmetadata: {name: plan}\nspec:\n  allocations:\n    - {name: line, commitment: orion/line, daysPerMonth: 8}\n'

describe('concord check --changed', () => {
  it('reports what is found in policies that have changed or are not in git yet, and nothing of the others', () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': misspelt, 'b.yaml': forced, 'c.yaml': clean })
    repository.commit('begin')
    repository.write({ 'c.yaml': unfinished, 'd.yaml': named('d').replace('spec: {}', 'spec: {}\nmore: 1') })
    const { rules, error } = findingsOf(repository.folder, ['--changed=HEAD'])
    assert.deepEqual(rules, ['c.yaml language/placeholder', 'd.yaml language/unknown-field'])
    assert.match(error, /^concord: Only findings are reported that concern what has changed since HEAD: \w{7} of .*\n$/)
  })
  it('fails for what it reports alone', () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': misspelt, 'b.yaml': clean })
    repository.commit('begin')
    assert.equal(findingsOf(repository.folder, ['--changed=HEAD']).code, 0)
    repository.write({ 'b.yaml': misspelt.replace('misspelt', 'b') })
    assert.equal(findingsOf(repository.folder, ['--changed=HEAD']).code, 1)
  })
  it('reports what a change makes of other policies, which read it', () => {
    const repository = new TestRepository()
    const other = plan.replace('name: plan', 'name: other').replace('commitment: orion/line', 'initiative: line')
    repository.write({ 'agreement.yaml': agreement, 'plan.yaml': plan, 'other.yaml': other, 'a.yaml': misspelt })
    repository.commit('begin')
    repository.write({ 'plan.yaml': plan.replace('daysPerMonth: 8', 'daysPerMonth: 5') })
    const { report } = findingsOf(repository.folder, ['--changed=HEAD'])
    assert.deepEqual([...new Set(report.findings.map(({ file }) => file))], ['agreement.yaml'])
    repository.remove('plan.yaml')
    const { rules } = findingsOf(repository.folder, ['--changed=HEAD'])
    assert.ok(rules.includes('agreement.yaml resources/commitment-unallocated'), rules.join())
    assert.ok(!rules.some((rule) => rule.startsWith('a.yaml')))
  })
  it('looks at policies, not at files and their layout', () => {
    const repository = new TestRepository()
    repository.git('config', 'core.autocrlf', 'true')
    repository.write({ 'a.yaml': `${misspelt}---\n${unfinished}`, 'b.yaml': named('b').replace('spec', 'spek') })
    repository.commit('begin')
    repository.write({
      'a.yaml': `# first\n${misspelt}\n---\n${unfinished.replace('about', 'all about')}`,
      'b.yaml': named('b').replace('spec', 'spek').replaceAll('\n', '\r\n'),
    })
    assert.deepEqual(findingsOf(repository.folder, ['--changed=HEAD']).rules, ['a.yaml language/placeholder'])
  })
  it('reports everything when the configuration has changed, and says so', () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': misspelt, '.concord.yaml': 'root: true\n' })
    repository.commit('begin')
    repository.write({ '.concord.yaml': 'root: true\nrules: {language/unknown-field: warning}\n' })
    const { rules, error } = findingsOf(repository.folder, ['--changed=HEAD'])
    assert.deepEqual(rules, ['a.yaml language/unknown-field'])
    assert.match(error, /The configuration has changed since HEAD.*all findings are reported/)
  })
  it('applies fixes to what it reports alone', () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': misspelt, 'b.yaml': clean })
    repository.commit('begin')
    repository.write({ 'b.yaml': misspelt.replace('misspelt', 'b') })
    const { code } = findingsOf(repository.folder, ['--changed=HEAD', '--fix'])
    assert.equal(code, 0)
    assert.match(repository.read('a.yaml'), /titel:/)
    assert.match(repository.read('b.yaml'), /title:/)
  })
  it('judges standing input as the file that it stands for', () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': misspelt, 'b.yaml': clean })
    repository.commit('begin')
    const words = ['--changed=HEAD', '--stdin-filename', 'b.yaml']
    assert.deepEqual(findingsOf(repository.folder, words, { input: clean }).rules, [])
    assert.deepEqual(findingsOf(repository.folder, words, { input: unfinished }).rules, ['b.yaml language/placeholder'])
  })

  const edits = fc.array(
    fc.record({
      file: fc.nat(1000),
      line: fc.nat(1000),
      edit: fc.oneof(
        fc.constantFrom('remove', 'cut', 'move').map((kind) => ({ kind, text: '' })),
        fc
          .constantFrom('0', '5', '100', 'forced', 'team', 'null', 'reciprocal', 'head-of-alliances', '[]')
          .map((text) => ({ kind: 'retype', text })),
        fc.constantFrom('# a remark', '  unknown: 1', '    - {', '---').map((text) => ({ kind: 'insert', text })),
      ),
    }),
    { minLength: 1, maxLength: 5 },
  )

  it('reports of a full check everything that a change made or made different, and nothing else than that check', function () {
    this.timeout(180_000)
    const repository = new TestRepository()
    copyPolicies(meridian, repository.folder)
    repository.write({ '.concord.yaml': 'root: true\n' })
    repository.commit('begin')
    const told = ({ line: _, endLine: __, related: ___, fixes: ____, ...finding }: JsonFinding): string =>
      JSON.stringify(finding)
    const before = new Set(findingsOf(repository.folder, []).report.findings.map(told))
    fc.assert(
      fc.property(edits, (changes) => {
        repository.git('reset', '-q', '--hard')
        repository.git('clean', '-qfd')
        const touched = new Set<string>()
        for (const change of changes) touched.add(applied(repository, change))
        const all = findingsOf(repository.folder, []).report.findings
        const reported = findingsOf(repository.folder, ['--changed=HEAD']).report.findings
        const everything = new Set(all.map((finding) => JSON.stringify(finding)))
        for (const finding of reported) assert.ok(everything.has(JSON.stringify(finding)), told(finding))
        const shown = new Set(reported.map((finding) => JSON.stringify(finding)))
        const missed = all.filter((finding) => !before.has(told(finding)) && !shown.has(JSON.stringify(finding)))
        assert.deepEqual(missed.map(told), [], `touched ${[...touched]}`)
      }),
      { numRuns: 15, seed: 20270331 },
    )
  })
})

interface Change {
  readonly file: number
  readonly line: number
  readonly edit: { readonly kind: string; readonly text: string }
}

/** Changes one file, and returns its name. */
function applied(repository: TestRepository, { file, line, edit: { kind, text } }: Change): string {
  const files = readdirSync(repository.folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml') && !path.startsWith('.'))
    .sort()
  const name = files[file % files.length] ?? ''
  if (!existsSync(join(repository.folder, name))) return name
  const lines = repository.read(name).split('\n')
  const at = line % lines.length
  if (kind === 'retype') lines[at] = (lines[at] ?? '').replace(/: [^#{[]+$/, `: ${text}`)
  else if (kind === 'insert') lines.splice(at, 0, text)
  else if (kind === 'cut') lines.splice(at, 2)
  if (kind === 'remove' || kind === 'move') repository.remove(name)
  if (kind === 'move') repository.write({ [`moved/${name}`]: lines.join('\n') })
  else if (kind !== 'remove') repository.write({ [name]: lines.join('\n') })
  return name
}
