import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { formats } from '../../server/reports/formats.ts'
import { hostile } from '../reports/hostile.ts'
import { forced, misspelt } from './policies.ts'
import { bytesOf, concord, temporaryFolder } from './running.ts'

const names = Object.keys(formats)

describe('concord check --format', () => {
  it('writes every format to a file of its own in one run, as it is written alone', () => {
    const folder = temporaryFolder({ 'a.yaml': forced, 'b.yaml': misspelt })
    const alone = names.map((name) => concord(folder, ['check', '--format', name]).out)
    const words = names.flatMap((name) => ['--format', `${name}=reports.${name}`])
    const { code, out } = concord(folder, ['check', ...words])
    assert.equal(code, 1)
    assert.equal(out, alone[names.indexOf('text')], 'the text goes to standard output where nothing else does')
    for (const [index, name] of names.entries())
      assert.equal(bytesOf(folder, `reports.${name}`).toString(), alone[index], name)
  })
  it('prints the one without a file', () => {
    const folder = temporaryFolder({ 'a.yaml': forced })
    const { out } = concord(folder, ['check', '--format', 'sarif=a.sarif', '--format', 'github'])
    assert.match(out, /^::error /)
    assert.equal(JSON.parse(bytesOf(folder, 'a.sarif').toString()).version, '2.1.0')
  })
  it('writes the one without a file to that of --output', () => {
    const folder = temporaryFolder({ 'a.yaml': forced })
    const { out } = concord(folder, ['check', '--format', 'junit', '-o', 'b.xml', '--format', 'sarif=a.sarif'])
    assert.equal(out, '')
    assert.match(bytesOf(folder, 'b.xml').toString(), /<testsuites/)
    assert.deepEqual(readdirSync(folder).sort(), ['a.sarif', 'a.yaml', 'b.xml'])
  })
  it('gives the same report whenever it is asked', () => {
    const folder = temporaryFolder(hostile)
    for (const name of names) {
      const once = concord(folder, ['check', '--format', name]).out
      assert.equal(concord(folder, ['check', '--format', name]).out, once, name)
    }
  })
  it('prints no report where there is nothing to report on, only what is wrong', () => {
    const { code, out, error } = concord(temporaryFolder(), ['check'])
    assert.deepEqual([code, out], [2, ''])
    assert.match(error, /^concord: .*There are no policies in this folder\./)
  })
  const wrong: readonly (readonly [words: string, line: string])[] = [
    [
      '--format sarif --format junit',
      'Only one format can go to standard output; give each of the others a file, such as --format sarif=concord.sarif.',
    ],
    [
      '--format sarif --format junit --output a.xml',
      'Only one format can go to a.xml; give each of the others a file, such as --format sarif=concord.sarif.',
    ],
    ['--format sarif=a --format junit=a', 'Two reports cannot go to one file, a.'],
    ['--format sarif=a --output a', 'Two reports cannot go to one file, a.'],
    ['--format sarif=', 'The file for sarif is empty: --format sarif=FILE.'],
    [
      '--format junti=a.json',
      '--format takes text, json, sarif, junit, github, gitlab, checkstyle, markdown; "junti" is none of them. Did you mean junit?',
    ],
  ]
  for (const [words, line] of wrong)
    it(`refuses ${words}`, () => {
      const { code, out, error } = concord(temporaryFolder({ 'a.yaml': forced }), ['check', ...words.split(' ')])
      assert.deepEqual([code, out, error], [2, '', `concord: ${line}\n`])
    })
})
