import assert from 'node:assert/strict'
import { clean, misspelt } from './policies.ts'
import { concord, findingsOf, temporaryFolder } from './running.ts'

describe('wrong use is one line that says what to do instead, and exit code 2:', () => {
  const folder = temporaryFolder({ 'a.yaml': clean })
  const lines: readonly (readonly [words: string, line: string])[] = [
    ['chekc', 'There is no command "chekc". Did you mean "concord check"?'],
    ['frobnicate', 'There is no command "frobnicate". "concord help" lists them.'],
    ['toString', 'There is no command "toString". "concord help" lists them.'],
    ['check --fromat json', 'There is no option --fromat. Did you mean --format?'],
    ['check --frobnicate', 'There is no option --frobnicate. "concord help" lists them.'],
    ['check -x', 'There is no option -x. "concord help" lists them.'],
    [
      'check --format yaml',
      '--format takes text, json, sarif, junit, github, gitlab, checkstyle, markdown; "yaml" is none of them.',
    ],
    ['check --fail-on never', '--fail-on takes error, warning, info; "never" is none of them.'],
    ['check --unsafe-fixes', '--unsafe-fixes goes with --fix.'],
    ['check --diff', '--diff goes with --fix.'],
    ['check a.yaml --stdin-filename a.yaml', '--stdin-filename checks standard input; leave out the paths.'],
    ['check --today 2027-02-30', '--today takes a date that exists, as year-month-day, not "2027-02-30".'],
    ['rules performance', '"concord rules" lists all rules; "concord explain performance" says more about one.'],
    ['explain', '"concord explain" takes a rule, such as performance/zero-sum-pool.'],
    ['explain forced-distributon', 'There is no rule "forced-distributon". Did you mean "forced-distribution"?'],
  ]
  for (const [words, line] of lines) {
    it(`concord ${words}`, () => {
      const { code, out, error } = concord(folder, words.split(' '))
      assert.deepEqual([code, out, error], [2, '', `concord: ${line}\n`])
    })
  }
  for (const words of ['check --format', 'check --format --quiet', 'check --fix=yes']) {
    it(`concord ${words}`, () => {
      const { code, out, error } = concord(folder, words.split(' '))
      assert.deepEqual([code, out], [2, ''])
      assert.match(error, /^concord: .*'-?-f.*\n$/)
    })
  }
  it('concord check with an empty path, such as an unset variable', () => {
    const { code, error } = concord(folder, ['check', ''])
    assert.deepEqual([code, error], [2, 'concord: A path is empty; leave it out, or write "." for this folder.\n'])
  })
})

describe('input that cannot be used is one line each and exit code 2, while the rest is checked:', () => {
  const check = (files: Record<string, string>, ...paths: string[]) => {
    const { code, rules, error } = findingsOf(temporaryFolder(files), paths)
    return { code, rules, lines: error.split('\n').slice(0, -1) }
  }

  it('paths that are not there', () => {
    assert.deepEqual(check({ 'a.yaml': misspelt }, 'b.yaml', 'a.yaml', 'c'), {
      code: 2,
      rules: ['a.yaml language/unknown-field'],
      lines: ['concord: b.yaml: There is no such file or folder.', 'concord: c: There is no such file or folder.'],
    })
  })
  it('a path through a file', () => {
    const { code, lines } = check({ 'a.yaml': misspelt }, 'a.yaml/b.yaml')
    assert.deepEqual([code, ...lines], [2, 'concord: a.yaml/b.yaml: There is no such file or folder.'])
  })
  it('folders without policies', () => {
    const why =
      'A policy is a YAML document whose apiVersion starts with "leadership/"; "concord init" writes a first set of them.'
    assert.deepEqual(check({ 'a/other.yaml': 'a: 1\n', 'b/a.yaml': misspelt }, 'a', 'b'), {
      code: 2,
      rules: ['b/a.yaml language/unknown-field'],
      lines: [`concord: a: There are no policies in it. ${why}`],
    })
    assert.deepEqual(check({ 'other.yaml': 'a: 1\n' }).lines, [
      `concord: .: There are no policies in this folder. ${why}`,
    ])
  })
  it('a folder that the configuration leaves out', () => {
    const files = { '.concord.yaml': 'root: true\nignore: [old/]\n', 'old/a.yaml': misspelt, 'b.yaml': clean }
    assert.deepEqual(check(files, 'old', 'b.yaml'), {
      code: 2,
      rules: [],
      lines: ['concord: old: This folder is left out by "ignore" in a configuration.'],
    })
  })
  it('a file that fails when it is read', function () {
    // Root may read everything; the memory of a process is a file whose first byte nobody can read.
    if (process.platform !== 'linux') this.skip()
    const { code, rules, lines } = check({ 'a.yaml': misspelt }, '/proc/self/mem', 'a.yaml')
    assert.deepEqual([code, ...rules], [2, 'a.yaml language/unknown-field'])
    assert.equal(lines.length, 1)
    assert.match(lines[0] ?? '', /^concord: .*proc\/self\/mem: This file cannot be read: .+\.$/)
  })
  it('a device, which may never end', function () {
    if (process.platform === 'win32') this.skip()
    const { code, lines } = check({}, '/dev/zero')
    assert.equal(code, 2)
    assert.match(lines.join(), /dev\/zero: This is neither a file nor a folder\.$/)
  })

  const configurations: readonly (readonly [what: string, text: string, at: string, message: RegExp])[] = [
    ['broken syntax', 'rules: {a: b\n', '2:1', /./],
    ['an unknown field', 'root: true\nignor: [x]\n', '2:1', /"ignor" .*Did you mean "ignore"\?$/],
    ['a wrong value', 'root: sure\n', '1:7', /^"root" is "sure"\. Expected: true or false/],
    ['an unknown preset', 'extends: concord:strikt\n', '1:10', /Did you mean "concord:strict"\?$/],
    [
      'an unknown rule',
      'rules:\n  performance/forced-distributon: off\n',
      '2:3',
      /^There is no rule "performance\/forced-distributon"\. Did you mean "performance\/forced-distribution"\?$/,
    ],
    [
      'an unknown rule in an override',
      'overrides:\n  - files: [x]\n    rules: {no/such-thing-at-all: off}\n',
      '3:13',
      /^There is no rule "no\/such-thing-at-all"\. "concord rules" lists them\.$/,
    ],
    [
      'an unknown option',
      'rules:\n  performance/forced-distribution-small-group: {options: {smallest: 3}}\n',
      '2:3',
      /has no option "smallest"\. Its options: .*smallestGroup/,
    ],
    ['two documents', 'root: true\n---\nroot: true\n', '2:1', /single document/],
  ]
  for (const [what, text, at, message] of configurations) {
    it(`a configuration with ${what}`, () => {
      const { code, rules, lines } = check({ '.concord.yaml': text, 'a.yaml': misspelt })
      assert.equal(code, 2)
      assert.deepEqual(rules, ['a.yaml language/unknown-field'], 'policies are checked as if it were not there')
      assert.equal(lines.length, 1)
      const [, place, said] = /^concord: \.concord\.yaml:(\d+:\d+): (.*)$/.exec(lines[0] ?? '') ?? []
      assert.equal(place, at)
      assert.match(said ?? '', message)
    })
  }
  it('a configuration that is a folder', () => {
    const { code, lines } = check({ '.concord.yaml/': '', 'a.yaml': clean })
    assert.deepEqual(
      [code, ...lines],
      [2, 'concord: .concord.yaml: This configuration cannot be read: it is a folder.'],
    )
  })
  it('one broken configuration among others, which stay in force', () => {
    const files = {
      '.concord.yaml': 'root: true\nrules: {language/unknown-field: info}\n',
      'in/.concord.yaml': 'rulez: {}\n',
      'in/a.yaml': misspelt,
    }
    const folder = temporaryFolder(files)
    const { code, report, error } = findingsOf(folder, [])
    assert.deepEqual([code, report.findings.map(({ severity }) => severity)], [2, ['info']])
    assert.match(error, /^concord: in\/\.concord\.yaml:1:1: "rulez" .*Did you mean "rules"\?\n$/)
  })
})

describe('the help', () => {
  it('lists every command and every group of options once', () => {
    const { out } = concord(temporaryFolder(), ['help'])
    const heads = out.split('\n').filter((line) => /^(?: {2}concord |Options of )/.test(line))
    const names = heads.map((line) => line.split(/ {2,}(?=\S)/).filter((part) => part !== '')[0] ?? line)
    assert.deepEqual(names, [...new Set(names)])
    assert(names.length > 15)
  })
})
