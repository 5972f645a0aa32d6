import assert from 'node:assert/strict'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { misspelt } from './policies.ts'
import { concord, type Files, findingsOf, temporaryFolder } from './running.ts'

/** How the one finding of the misspelt policy counts. */
function severityIn(files: Files, path = 'a.yaml'): string | undefined {
  const { report, error } = findingsOf(temporaryFolder({ [path]: misspelt, ...files }), [])
  assert.equal(error, '')
  return report.findings[0]?.severity
}

const info = 'rules: {language/unknown-field: info}\n'
const warning = 'rules: {language/unknown-field: warning}\n'
const off = 'rules: {language/unknown-field: off}\n'

describe('A configuration that extends others', () => {
  it('takes over what a file says, and wins over it', () => {
    assert.equal(severityIn({ '.concord.yaml': 'extends: ./base.yaml\n', 'base.yaml': info }), 'info')
    assert.equal(severityIn({ '.concord.yaml': `extends: ./base.yaml\n${warning}`, 'base.yaml': info }), 'warning')
  })
  it('lets a later one win over an earlier one', () => {
    const files = { 'first.yaml': info, 'second.yaml': warning }
    assert.equal(severityIn({ ...files, '.concord.yaml': 'extends: [./first.yaml, ./second.yaml]\n' }), 'warning')
    assert.equal(severityIn({ ...files, '.concord.yaml': 'extends: [./second.yaml, ./first.yaml]\n' }), 'info')
  })
  it('takes the preset that is named last, also by what it extends', () => {
    const lenient = { 'base.yaml': 'extends: concord:recommended\n' }
    const strict = { 'base.yaml': 'extends: concord:strict\n' }
    const missing =
      'apiVersion: leadership/v1\nkind: LeadershipSystem\nmetadata: {name: a, owner: "?"}\nspec:\n  northStar: Together\n'
    const severity = (files: Files): string | undefined =>
      findingsOf(temporaryFolder({ 'a.yaml': missing, ...files }), []).report.findings.find(
        ({ rule }) => rule === 'language/placeholder',
      )?.severity
    assert.equal(severity({ '.concord.yaml': 'extends: [concord:strict, ./base.yaml]\n', ...lenient }), 'warning')
    assert.equal(severity({ '.concord.yaml': 'extends: [./base.yaml, concord:strict]\n', ...lenient }), 'error')
    assert.equal(severity({ '.concord.yaml': 'extends: ./base.yaml\n', ...strict }), 'error')
  })
  it('takes a package under node_modules, a folder, and a file of a package', () => {
    const inPackage = { 'node_modules/@northwind/checks/.concord.yaml': info }
    assert.equal(severityIn({ '.concord.yaml': "extends: '@northwind/checks'\n", ...inPackage }), 'info')
    assert.equal(severityIn({ '.concord.yaml': 'extends: ./shared\n', 'shared/concord.yaml': info }), 'info')
    const strict = { 'node_modules/checks/strict.yaml': warning, '.concord.yaml': 'extends: checks/strict.yaml\n' }
    assert.equal(severityIn(strict), 'warning')
  })
  it('finds the packages of the folders above, within the workspace', () => {
    const files = {
      '.concord.yaml': 'root: true\n',
      'units/pay/.concord.yaml': 'extends: checks\n',
      'node_modules/checks/.concord.yaml': info,
    }
    assert.equal(severityIn(files, 'units/pay/a.yaml'), 'info')
  })
  it('takes a package that is a link to another folder of the workspace', () => {
    const folder = temporaryFolder({
      '.concord.yaml': 'root: true\nextends: checks\n',
      'packages/checks/concord.yaml': info,
      'node_modules/': '',
      'a.yaml': misspelt,
    })
    symlinkSync(join(folder, 'packages/checks'), join(folder, 'node_modules/checks'))
    const { report, error } = findingsOf(folder, [])
    assert.deepEqual([error, report.findings.map(({ severity }) => severity)], ['', ['info']])
  })
  it('extends what an extended file extends, relative to that file', () => {
    const files = {
      '.concord.yaml': 'extends: ./shared/units.yaml\n',
      'shared/units.yaml': 'extends: [./base.yaml]\n',
      'shared/base.yaml': info,
    }
    assert.equal(severityIn(files), 'info')
  })
  it('has its own folder hold for the patterns of what it extends', () => {
    const shared = 'ignore: [drafts/**]\noverrides:\n  - files: [pay/**]\n    rules: {language/unknown-field: info}\n'
    const files = { '.concord.yaml': 'extends: ./shared/base.yaml\n', 'shared/base.yaml': shared }
    assert.equal(severityIn(files, 'pay/a.yaml'), 'info')
    assert.equal(severityIn(files, 'plans/a.yaml'), 'error')
    const { report } = findingsOf(temporaryFolder({ ...files, 'drafts/a.yaml': misspelt, 'b.yaml': misspelt }), [])
    assert.deepEqual(
      report.findings.map(({ file }) => file),
      ['b.yaml'],
    )
  })
  it('does not become the root of a workspace by what it extends', () => {
    const files = {
      '.concord.yaml': info,
      'in/.concord.yaml': 'extends: ./base.yaml\n',
      'in/base.yaml': 'root: true\n',
    }
    assert.equal(severityIn(files, 'in/a.yaml'), 'info')
  })

  const faults: readonly (readonly [what: string, files: Files, said: readonly RegExp[]])[] = [
    [
      'a file that is not there',
      { '.concord.yaml': `extends:\n  - concord:strict\n  - ./bose.yaml\n${off}` },
      [/^\.concord\.yaml:3:5: There is no file "\.\/bose\.yaml"\.$/],
    ],
    [
      'a package that is not there, or a file without ./',
      { '.concord.yaml': `extends: [checks, base.yaml]\n${off}`, 'base.yaml': '' },
      [
        /:1:11: There is no package "checks"\. Concord looks in the folders node_modules of this workspace\.$/,
        /:1:19: There is no package "base\.yaml"\. Did you mean "\.\/base\.yaml"\?$/,
      ],
    ],
    [
      'a folder without a configuration',
      { '.concord.yaml': `extends: ./shared\n${off}`, 'shared/': '' },
      [/:1:10: There is no \.concord\.yaml or concord\.yaml in "\.\/shared"\.$/],
    ],
    [
      'files that extend each other in a circle',
      {
        '.concord.yaml': `extends: ./a1.yaml\n${off}`,
        'a1.yaml': 'extends: ./a2.yaml\n',
        'a2.yaml': 'extends: ./a1.yaml\n',
      },
      [
        /^a2\.yaml:1:10: This goes in a circle: a1\.yaml extends a2\.yaml extends a1\.yaml\. Take one of them out\.$/,
        /^a1\.yaml:1:10: "\.\/a2\.yaml" has mistakes/,
        /^\.concord\.yaml:1:10: "\.\/a1\.yaml" has mistakes, so this configuration is not used either\.$/,
      ],
    ],
    [
      'an extended file with mistakes',
      { '.concord.yaml': `extends: ./base.yaml\n${off}`, 'base.yaml': 'rules:\n  performance/zero-sum-pol: off\n' },
      [
        /^base\.yaml:2:3: There is no rule "performance\/zero-sum-pol"\. Did you mean/,
        /^\.concord\.yaml:1:10: .*mistakes/,
      ],
    ],
    [
      'an unknown preset in an extended file',
      { '.concord.yaml': `extends: ./base.yaml\n${off}`, 'base.yaml': 'extends: concord:strickt\n' },
      [
        /^base\.yaml:1:10: There is no preset "concord:strickt"\. Did you mean "concord:strict"\?$/,
        /^\.concord\.yaml:1:10/,
      ],
    ],
    [
      'what lies on the network or elsewhere on the machine',
      {
        '.concord.yaml': `extends:\n  - https://example.com/a.yaml\n  - /etc/a.yaml\n  - .\\base.yaml\n  - ''\n  - 3\n`,
      },
      [/:5:5: .*Expected: some text/, /:6:5: .*Expected: text/],
    ],
    [
      'what is no name',
      { '.concord.yaml': 'extends:\n  - https://example.com/a.yaml\n  - /etc/a.yaml\n  - .\\base.yaml\n  - a b\n' },
      [
        /:2:5: Concord reads nothing from the network/,
        /:3:5: Write "\/etc\/a\.yaml" relative to this file/,
        /:4:5: Write "\.\\base\.yaml" with forward slashes: "\.\/base\.yaml"\.$/,
        /:5:5: "a b" is neither a preset, nor a file/,
      ],
    ],
    [
      'a value of another sort',
      { '.concord.yaml': 'extends: 3\n' },
      [/:1:10: "extends" is 3\. Expected: text or a list/],
    ],
  ]
  for (const [what, files, said] of faults) {
    it(`says what is wrong with ${what}, and is not used`, () => {
      const { code, rules, error } = findingsOf(temporaryFolder({ 'a.yaml': misspelt, ...files }), [])
      const lines = error.trimEnd().split('\n')
      assert.deepEqual([code, rules, lines.length], [2, ['a.yaml language/unknown-field'], said.length], error)
      for (const [index, each] of said.entries()) assert.match((lines[index] ?? '').replace(/^concord: /, ''), each)
    })
  }
  it('reads nothing outside the workspace, whether it says so or follows a link', () => {
    const folder = temporaryFolder({ 'a.yaml': info, 'company/.concord.yaml': 'root: true\nextends: ../a.yaml\n' })
    const ran = concord(join(folder, 'company'), ['check', '.'])
    assert.match(
      ran.error,
      /:2:10: "\.\.\/a\.yaml" lies outside the workspace, which is .*company\. Only files in it are read/,
    )
    mkdirSync(join(folder, 'company/node_modules'))
    symlinkSync(folder, join(folder, 'company/node_modules/checks'))
    writeFileSync(join(folder, 'company/.concord.yaml'), 'root: true\nextends: checks/a.yaml\n')
    assert.match(concord(join(folder, 'company'), ['check', '.']).error, /"checks\/a\.yaml" lies outside the workspace/)
  })
})
