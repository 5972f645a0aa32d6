import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { clean, forced, misspelt } from './policies.ts'
import { bundle, bytesOf, concord, concordProcess, temporaryFolder } from './running.ts'

describe('the built command', () => {
  it('ends as it should: 0, 1 and 2', () => {
    const folder = temporaryFolder({ 'clean.yaml': clean, 'misspelt.yaml': misspelt })
    assert.equal(concordProcess(folder, ['check', 'clean.yaml']).code, 0)
    assert.equal(concordProcess(folder, ['check', 'misspelt.yaml']).code, 1)
    assert.equal(concordProcess(folder, ['check', 'missing.yaml']).code, 2)
    assert.equal(concordProcess(folder, ['chekc']).code, 2)
  })
  it('says the same as the command in this process', () => {
    const folder = temporaryFolder({ 'a.yaml': forced, 'in/b.yaml': misspelt })
    const words = ['check', '--today', '2027-03-31']
    assert.deepEqual(concordProcess(folder, words), concord(folder, words))
  })
  it('has no colours when its output is piped, whatever is asked for', () => {
    const folder = temporaryFolder({ 'a.yaml': misspelt })
    const { out } = concordProcess(folder, ['check'], { environment: { FORCE_COLOR: '1', TERM: 'xterm-256color' } })
    assert.ok(!out.includes('\u001b'))
  })
  it('reads standard input, and prints it fixed', () => {
    const { code, out } = concordProcess(temporaryFolder(), ['check', '--stdin-filename', 'a.yaml', '--fix'], {
      input: misspelt,
    })
    assert.deepEqual([code, out], [0, misspelt.replace('titel', 'title')])
  })
  it('reads standard input that is empty', () => {
    const { code } = concordProcess(temporaryFolder(), ['check', '--stdin-filename', 'a.yaml'], { input: '' })
    assert.equal(code, 0)
  })
  it('prints a large report whole', () => {
    const many = Array.from({ length: 1000 }, (_, at) => misspelt.replace('misspelt', `policy-${at}`)).join('---\n')
    const { code, out } = concordProcess(temporaryFolder({ 'a.yaml': many }), ['check', '--format', 'json'])
    assert.equal(code, 1)
    assert.equal(JSON.parse(out).findings.length, 1000)
  })
  it('ends quietly when its reader stops early', function () {
    if (process.platform === 'win32') this.skip()
    const many = Array.from({ length: 3000 }, (_, at) => misspelt.replace('misspelt', `policy-${at}`)).join('---\n')
    const folder = temporaryFolder({ 'a.yaml': many })
    const { stdout, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${bundle}" check | head -n 1`], {
      cwd: folder,
      encoding: 'utf8',
    })
    assert.deepEqual([stdout.split('\n').length, stderr], [2, ''])
  })
  it('reads no more of itself than a check needs', () => {
    // Loaded before the command, this tells of every part that it reads.
    const telling = `const modules = require('node:module')
const load = modules._load
modules._load = function (name, ...rest) {
  if (name.startsWith('./later/')) console.error(name)
  return load.call(this, name, ...rest)
}
`
    const broken = `${clean.replace('spec: {}', 'spec: [')}`
    const folder = temporaryFolder({ 'telling.cjs': telling, 'clean.yaml': clean, 'broken.yaml': broken })
    const partsOf = (...words: readonly string[]): readonly string[] => {
      const { stderr } = spawnSync(process.execPath, ['--require', './telling.cjs', bundle, ...words], { cwd: folder })
      return stderr.toString().match(/^\.\/later\/.*$/gm) ?? []
    }
    assert.deepEqual(partsOf('check', 'clean.yaml'), ['./later/CulturalNorms.cjs'])
    assert.deepEqual(partsOf('rules'), [])
    assert.ok(partsOf('check', 'broken.yaml').includes('./later/yaml.cjs'))
  })
  it('tells its version', () =>
    assert.match(concordProcess(temporaryFolder(), ['--version']).out, /^concord \d+\.\d+\.\d+\n$/))

  describe('without permission', () => {
    // Root may do everything; the files then belong to root, and the command runs as somebody else.
    const nobody = process.getuid?.() === 0 ? { user: 65_534 } : {}
    before(function () {
      if (process.platform === 'win32') this.skip()
    })
    const open = (folder: string): string => {
      chmodSync(folder, 0o755)
      return folder
    }

    it('to read a file says so, and checks the others', () => {
      const folder = open(temporaryFolder({ 'a.yaml': clean, 'b.yaml': misspelt }))
      chmodSync(join(folder, 'a.yaml'), 0)
      const { code, out, error } = concordProcess(folder, ['check'], nobody)
      assert.deepEqual([code, error], [2, 'concord: a.yaml: This file cannot be read: permission denied.\n'])
      assert.match(out, /b\.yaml:5:3/)
    })
    it('to read a folder says so, and checks the others', () => {
      const folder = open(temporaryFolder({ 'in/a.yaml': clean, 'b.yaml': misspelt }))
      chmodSync(join(folder, 'in'), 0)
      const { code, out, error } = concordProcess(folder, ['check'], nobody)
      chmodSync(join(folder, 'in'), 0o755)
      assert.equal(code, 2)
      assert.match(error, /^concord: in: This folder cannot be read: permission denied\.\n$/)
      assert.match(out, /b\.yaml:5:3/)
    })
    it('to write a file says so', () => {
      const folder = open(temporaryFolder({ 'a.yaml': misspelt }))
      chmodSync(join(folder, 'a.yaml'), 0o444)
      const { code, error } = concordProcess(folder, ['check', '--fix'], nobody)
      assert.deepEqual(
        [code, error],
        [2, 'concord: a.yaml: The fixed policies cannot be written: permission denied.\n'],
      )
      assert.equal(bytesOf(folder, 'a.yaml').toString(), misspelt)
    })
  })
})
