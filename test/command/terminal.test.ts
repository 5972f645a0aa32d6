import assert from 'node:assert/strict'
import { showsColours } from '../../server/command/colours.ts'
import { forced, misspelt, named } from './policies.ts'
import { concord, temporaryFolder } from './running.ts'

/** What could steer a terminal: everything but visible characters, spaces and line breaks. */
const steers = /[^\P{C}\n]/u

describe('text for people', () => {
  it('makes names of files harmless that hold line breaks or escapes', function () {
    if (process.platform === 'win32') this.skip()
    const names = [
      'two\nlines.yaml',
      'red\u001b[31m.yaml',
      'bell\u0007.yaml',
      'turned\u202eround.yaml',
      'a b\u009b1m.yaml',
    ]
    const files = names.map((name, at) => [name, misspelt.replace('misspelt', `n${at}`)])
    const { code, out, error } = concord(temporaryFolder(Object.fromEntries(files)), ['check', '.', 'gone\u001b[2J\n'])
    assert.equal(code, 2)
    assert.doesNotMatch(out, steers)
    assert.doesNotMatch(error, steers)
    assert.match(out, /^error language\/unknown-field {2}two·lines\.yaml:5:3$/m)
    assert.match(out, /red·\[31m\.yaml:5:3$/m)
    assert.equal(error, 'concord: gone·[2J·: There is no such file or folder.\n')
  })
  it('makes what policies say harmless', () => {
    const escaped = '"\\e[31m\\u202e\\n\\0\\u2028: red"'
    const text = misspelt.replace('name: misspelt', `name: ${escaped}\n  ${escaped}: 1\n  description: "\u009b\u202d"`)
    const { out } = concord(temporaryFolder({ 'a.yaml': text }), ['check'])
    assert.match(out, /language\/unknown-field/)
    assert.doesNotMatch(out, steers)
  })
  it('makes what configurations and words say harmless', () => {
    const folder = temporaryFolder({ '.concord.yaml': 'rules: {"a\\e[31m": off}\n', 'a.yaml': named('a') })
    for (const words of [
      ['check'],
      ['check', '--\u001b[31m'],
      ['\u001b[31m'],
      ['explain', '\u001b[31m'],
      ['check', '--format', '\u001b'],
    ]) {
      const { code, error } = concord(folder, words)
      assert.equal(code, 2)
      assert.doesNotMatch(error, steers)
    }
  })
  it('has colours only where they are shown', () => {
    const folder = temporaryFolder({ 'a.yaml': forced })
    const coloured = concord(folder, ['check'], { colours: true }).out
    const bare = concord(folder, ['check']).out
    assert.ok(coloured.includes('\u001b[31merror\u001b[39m'))
    assert.doesNotMatch(bare, steers)
    assert.equal(coloured.replaceAll(/\p{Cc}\[\d+m/gu, ''), bare)
  })
  it('has no colours in files, patches, JSON and SARIF', () => {
    const folder = temporaryFolder({ 'a.yaml': forced })
    for (const words of [['--format=json'], ['--format=sarif'], ['--fix', '--diff']]) {
      const { out, error } = concord(folder, ['check', ...words], { colours: true })
      assert.doesNotMatch(out + error, steers)
    }
  })
  it('cuts long lines around the place', () => {
    const long = `{"apiVersion": "leadership/v1", "kind": "CulturalNorms", "metadata": {"name": "long", "x": "${'y'.repeat(300_000)}", "titel": 1}, "spec": {}}`
    const { out } = concord(temporaryFolder({ 'a.json': long }), ['check'])
    assert.match(out, /y", "titel": 1}, "spec": {}}\n +\| +\^{7}\n/)
    assert.ok(out.split('\n').every((line) => line.length <= 100))
  })
  it('shows where wide characters, tabs and emoji stand', () => {
    const text =
      '{\t"apiVersion": "leadership/v1", kind: CulturalNorms, metadata: {name: x, title: "日本🙂", titel: 1}, spec: {}}'
    const { out } = concord(temporaryFolder({ 'a.yaml': text }), ['check'])
    const [line, marks] = out.split('\n').slice(3, 5)
    assert.ok(line !== undefined && marks !== undefined)
    // Three wide characters before it take six columns.
    assert.equal(marks.indexOf('^'), line.indexOf('titel') + 2)
  })
})

describe('colours', () => {
  const terminal = { isTTY: true }
  it('are for terminals', () => {
    assert.equal(showsColours(terminal, {}), true)
    assert.equal(showsColours({}, {}), false)
  })
  it('are left out with NO_COLOR, and where the terminal has none', () => {
    assert.equal(showsColours(terminal, { NO_COLOR: '1' }), false)
    assert.equal(showsColours(terminal, { NO_COLOR: '' }), true)
    assert.equal(showsColours(terminal, { TERM: 'dumb' }), false)
  })
})
