import assert from 'node:assert/strict'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { clean, misspelt, named, smallGroup, unfinished } from './policies.ts'
import { type Files, findingsOf, temporaryFolder } from './running.ts'

const found = (files: Files, ...paths: string[]): readonly string[] => findingsOf(temporaryFolder(files), paths).rules

describe('what a path is checked against', () => {
  const twice: Files = { 'a/one.yaml': named('norms'), 'b/two.yaml': named('norms') }
  const root: Files = { '.concord.yaml': 'root: true\n' }
  const duplicate = 'b/two.yaml language/duplicate-name'

  it('is everything below the configuration that says root: true', () =>
    assert.deepEqual(found({ ...root, ...twice }, 'b'), [duplicate]))
  it('also for a single file', () => assert.deepEqual(found({ ...root, ...twice }, 'b/two.yaml'), [duplicate]))
  it('while only what was asked about is reported', () => assert.deepEqual(found({ ...root, ...twice }, 'a'), []))
  it('is the paths themselves where no configuration says root: true', () => {
    assert.deepEqual(found(twice, 'b'), [])
    assert.deepEqual(found(twice, 'a', 'b'), [duplicate])
    assert.deepEqual(found(twice), [duplicate])
  })
  it('counts a path once that is given twice, or lies in another', () => {
    const { report } = findingsOf(temporaryFolder({ ...root, ...twice }), ['.', 'b', 'b/two.yaml', './b/'])
    assert.deepEqual(report.summary, { error: 1, warning: 0, info: 0, files: 2, policies: 2 })
  })
  it('is another workspace from the next root: true downwards, which is checked with the folder around it', () => {
    const inner: Files = { 'b/.concord.yaml': 'root: true\n', 'b/c/three.yaml': misspelt }
    const misspeltOne = 'b/c/three.yaml language/unknown-field'
    for (const outer of [{}, root]) {
      assert.deepEqual(found({ ...outer, ...twice, ...inner }), [misspeltOne])
      assert.deepEqual(found({ ...outer, ...twice, ...inner }, 'b/c/three.yaml', '.'), [misspeltOne])
      assert.deepEqual(found({ ...outer, ...twice, ...inner }, 'a'), [])
    }
  })
  it('does not need the folder itself to hold policies, if a workspace inside does', () => {
    const { code, error } = findingsOf(temporaryFolder({ 'in/.concord.yaml': 'root: true\n', 'in/a.yaml': clean }), [])
    assert.deepEqual([code, error], [0, ''])
  })
  it('is not what lies in node_modules or in a repository', () =>
    assert.deepEqual(found({ 'a.yaml': clean, 'node_modules/x/a.yaml': misspelt, '.git/a.yaml': misspelt }), []))
  it('is any .yaml, .yml or .json file, and a file of any name that is asked about', () => {
    const files = { 'a.YML': misspelt, 'b.json': JSON.stringify({ apiVersion: 'leadership/v1' }), 'c.txt': misspelt }
    assert.deepEqual(found(files), ['a.YML language/unknown-field', 'b.json language/missing-field'])
    assert.deepEqual(found(files, 'c.txt'), ['c.txt language/unknown-field'])
  })
  it('is not YAML that holds no policy, however broken it is', () => {
    const other = { 'k8s.yaml': 'kind: Pod\nmetadata: {name: leadership/v1}\n', 'broken.yaml': '[[[[ {{ leadership/' }
    const { report } = findingsOf(temporaryFolder({ 'a.yaml': clean, ...other }), [])
    assert.deepEqual([report.summary.files, report.findings], [1, []])
  })
  it('is the policies among several documents of a file', () => {
    const { report } = findingsOf(temporaryFolder({ 'a.yaml': `a: 1\n---\n${misspelt}---\n- b\n---\n${clean}` }), [])
    assert.equal(report.summary.policies, 2)
    assert.deepEqual(
      report.findings.map(({ rule, line }) => [rule, line]),
      [['language/unknown-field', 7]],
    )
  })
})

describe('links', () => {
  before(function () {
    if (process.platform === 'win32') this.skip()
  })

  it('in a circle end nothing', () => {
    const folder = temporaryFolder({ 'a/one.yaml': misspelt })
    symlinkSync('..', join(folder, 'a/up'))
    symlinkSync('self.yaml', join(folder, 'a/self.yaml'))
    symlinkSync('missing.yaml', join(folder, 'a/nowhere.yaml'))
    const { rules, error } = findingsOf(folder, [])
    assert.deepEqual([rules, error], [['a/one.yaml language/unknown-field'], ''])
  })
  it('in a circle that are asked about are not there', () => {
    const folder = temporaryFolder({ 'one.yaml': clean })
    symlinkSync('self.yaml', join(folder, 'self.yaml'))
    const { code, error } = findingsOf(folder, ['self.yaml', 'one.yaml'])
    assert.deepEqual([code, error], [2, 'concord: self.yaml: There is no such file or folder.\n'])
  })
  it('to places outside of their folder are not followed', () => {
    const folder = temporaryFolder({ 'in/a.yaml': clean, 'out/secret.txt': misspelt, 'out/b.yaml': misspelt })
    symlinkSync('../out', join(folder, 'in/out'))
    symlinkSync('../out/secret.txt', join(folder, 'in/secret.yaml'))
    symlinkSync('../out/b.yaml', join(folder, 'in/b.yaml'))
    assert.deepEqual(findingsOf(folder, ['in']).rules, [])
  })
  it('to a file that is read anyway do not make its policies duplicates', () => {
    const folder = temporaryFolder({ '..data/a.yaml': clean })
    symlinkSync('..data/a.yaml', join(folder, 'a.yaml'))
    const { report } = findingsOf(folder, [])
    assert.deepEqual([report.findings, report.summary.policies], [[], 1])
  })
  it('to another file below their folder count as that file', () => {
    const folder = temporaryFolder({ 'data/a.txt': misspelt })
    symlinkSync('data/a.txt', join(folder, 'a.yaml'))
    assert.deepEqual(findingsOf(folder, []).rules, ['a.yaml language/unknown-field'])
  })
})

describe('a configuration', () => {
  const severities = (files: Files, ...paths: string[]): readonly string[] =>
    findingsOf(temporaryFolder(files), paths).report.findings.map(({ file, severity }) => `${file} ${severity}`)
  const rule = (severity: string): string => `{language/unknown-field: ${severity}}`

  it('sets the severity of rules', () => {
    for (const severity of ['info', 'warning', 'error'])
      assert.deepEqual(severities({ '.concord.yaml': `rules: ${rule(severity)}`, 'a.yaml': misspelt }), [
        `a.yaml ${severity}`,
      ])
    assert.deepEqual(severities({ '.concord.yaml': `rules: ${rule('off')}`, 'a.yaml': misspelt }), [])
  })
  it('wins over one further up, and holds only below its folder', () => {
    const files = {
      '.concord.yaml': `root: true\nrules: ${rule('info')}\n`,
      'in/.concord.yaml': `rules: ${rule('warning')}\n`,
      'in/deep/a.yaml': misspelt,
      'inside/b.yaml': named('b').replace('spec', 'spek'),
      'c.yaml': misspelt.replace('misspelt', 'c'),
    }
    const expected = ['c.yaml info', 'in/deep/a.yaml warning']
    assert.deepEqual(
      severities(files).filter((line) => !line.startsWith('inside')),
      expected,
    )
    assert.deepEqual(severities(files, 'in/deep/a.yaml'), ['in/deep/a.yaml warning'])
    assert.ok(severities(files, 'inside').includes('inside/b.yaml info'))
  })
  it('is not looked for above the one that says root: true', () => {
    const files = {
      '.concord.yaml': `rules: ${rule('info')}\n`,
      'in/.concord.yaml': 'root: true\n',
      'in/a.yaml': misspelt,
    }
    assert.deepEqual(severities(files, 'in'), ['in/a.yaml error'])
    assert.deepEqual(severities(files), ['in/a.yaml error'])
  })
  it('overrides its own settings for some files, the last that matches winning', () => {
    const files = {
      '.concord.yaml': [
        `rules: ${rule('info')}`,
        'overrides:',
        `  - {files: [a/**], rules: ${rule('warning')}}`,
        `  - {files: ["*.special.yaml"], rules: ${rule('error')}}`,
      ].join('\n'),
      'a/one.yaml': misspelt,
      'a/two.special.yaml': misspelt.replace('misspelt', 'two'),
      'b.yaml': misspelt.replace('misspelt', 'b'),
    }
    assert.deepEqual(severities(files), ['a/one.yaml warning', 'a/two.special.yaml error', 'b.yaml info'])
  })
  it('leaves out files and folders, which are then not read at all', () => {
    const files = {
      '.concord.yaml': 'root: true\nignore: [old, "*.draft.yaml", /only/here]\n',
      'a.yaml': named('same'),
      'old/b.yaml': named('same'),
      'in/old/c.yaml': misspelt,
      'in/d.draft.yaml': misspelt,
      'only/here/e.yaml': misspelt,
      'in/only/here/f.yaml': named('f').replace('spec:', 'spek:'),
    }
    assert.deepEqual([...new Set(severities(files).map((line) => line.split(' ')[0]))], ['in/only/here/f.yaml'])
  })
  it('extends concord:strict, where everything counts one step more', () => {
    const files = { '.concord.yaml': 'extends: concord:strict\n', 'a.yaml': unfinished }
    assert.deepEqual(severities(files), ['a.yaml error'])
    assert.deepEqual(severities({ ...files, '.concord.yaml': 'extends: concord:recommended\n' }), ['a.yaml warning'])
    assert.deepEqual(severities({ ...files, '.concord.yaml': 'extends: concord:all\n' }), ['a.yaml warning'])
  })
  it('sets options of rules', () => {
    const small = (config: string): boolean =>
      found({ '.concord.yaml': config, 'a.yaml': smallGroup }).includes(
        'a.yaml performance/forced-distribution-small-group',
      )
    assert.equal(small(''), true)
    assert.equal(
      small('rules: {performance/forced-distribution-small-group: {options: {acceptableWrongLabels: 100}}}'),
      false,
    )
  })
  it('sets assumptions, and the figures say that they come from it', () => {
    const figures = (config: string) =>
      findingsOf(temporaryFolder({ '.concord.yaml': config, 'a.yaml': smallGroup }), []).report.findings.flatMap(
        (finding) => (finding.rule === 'performance/forced-distribution-small-group' ? finding.figures : []),
      )
    const sources = (config: string): ReadonlySet<string> =>
      new Set(figures(config).flatMap(({ assumptions }) => (assumptions ?? []).map(({ from }) => from)))
    assert.ok(!sources('').has('configuration'))
    assert.ok(sources('assumptions: {lowPerformers: 3}').has('configuration'))
    assert.notDeepEqual(
      figures('assumptions: {lowPerformers: 3}').map(({ value }) => value),
      figures('').map(({ value }) => value),
    )
  })
})
