import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync } from 'node:fs'
import { forced, misspelt } from './policies.ts'
import { bytesOf, concord, findingsOf, temporaryFolder } from './running.ts'

const safelyFixed = forced.replace('descripton', 'description')
const allFixed = safelyFixed.replace('mode: forced', 'mode: expected')

const twoDeciders = `apiVersion: leadership/v1
kind: DecisionRights
metadata: { name: rights }
spec:
  notation: raci
  decisions:
    - { name: price, raci: { responsible: pricing-lead, accountable: [head-of-sales, head-of-finance] } }
`

/** Two pools of one funding: what mends the first would change the second. */
const sharedFunding = `apiVersion: leadership/v1
kind: IncentivePlan
metadata: { name: bonus }
spec:
  peers: 8
  pools:
    - { name: team, amount: { amount: 1000, currency: EUR }, funding: &fixed { basis: fixed }, split: by-score }
    - { name: rest, amount: { amount: 100, currency: EUR }, funding: *fixed, split: equal }
`

/** The same policies as they may be saved: every byte outside of a fix stays. */
const forms: Readonly<Record<string, (text: string) => string>> = {
  LF: (text) => text,
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
  'a byte order mark': (text) => `\uFEFF${text}`,
  'a byte order mark and CRLF': (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`,
  'no line break at the end': (text) => text.trimEnd(),
  'several documents, one of them no policy': (text) => `other: [1,   2] # stays\n---\n${text}...\n`,
}

describe('concord check --fix', () => {
  for (const [form, saved] of Object.entries(forms)) {
    it(`writes the safe fixes and leaves every other byte: ${form}`, () => {
      const folder = temporaryFolder({ 'a.yaml': saved(forced), 'b.yaml': saved(misspelt) })
      const { code, out } = concord(folder, ['check', '--fix'])
      assert.equal(bytesOf(folder, 'a.yaml').toString(), saved(safelyFixed))
      assert.equal(bytesOf(folder, 'b.yaml').toString(), saved(misspelt.replace('titel', 'title')))
      assert.equal(code, 1, 'what takes an unsafe fix is still there')
      assert.match(out, /performance\/forced-distribution/)
      assert.doesNotMatch(out, /unknown-field/)
    })
    it(`writes the unsafe ones with --unsafe-fixes: ${form}`, () => {
      const folder = temporaryFolder({ 'a.yaml': saved(forced) })
      concord(folder, ['check', '--fix', '--unsafe-fixes'])
      assert.equal(bytesOf(folder, 'a.yaml').toString(), saved(allFixed))
    })
    for (const [tool, ...words] of [
      ['git', 'apply', '-'],
      ['patch', '-p1', '--binary', '--quiet'],
    ] as const) {
      it(`prints with --diff a patch that ${tool} turns into what --fix writes: ${form}`, () => {
        const files = { 'a.yaml': saved(forced), 'in/größe und #1.yaml': saved(misspelt) }
        const folder = temporaryFolder(files)
        const { out: patch, error } = concord(folder, ['check', '--fix', '--unsafe-fixes', '--diff'])
        assert.deepEqual(bytesOf(folder, 'a.yaml').toString(), files['a.yaml'], 'nothing is written')
        assert.match(error, /in 2 policies \(2 files\)/)
        const copy = temporaryFolder()
        cpSync(folder, copy, { recursive: true })
        const applied = spawnSync(tool, words, { cwd: copy, input: patch, encoding: 'utf8' })
        assert.equal(applied.status, 0, applied.stderr + applied.stdout)
        concord(folder, ['check', '--fix', '--unsafe-fixes'])
        assert.deepEqual(readdirSync(copy).sort(), ['a.yaml', 'in'])
        for (const file of Object.keys(files)) assert.deepEqual(bytesOf(copy, file), bytesOf(folder, file))
        assert.notDeepEqual(bytesOf(copy, 'a.yaml').toString(), files['a.yaml'])
      })
    }
  }

  it('changes nothing the second time', () => {
    const folder = temporaryFolder({ 'a.yaml': forced })
    concord(folder, ['check', '--fix', '--unsafe-fixes'])
    const once = bytesOf(folder, 'a.yaml')
    const { code } = concord(folder, ['check', '--fix', '--unsafe-fixes'])
    assert.deepEqual(bytesOf(folder, 'a.yaml'), once)
    assert.equal(code, 0)
  })
  it('does not choose between alternatives, and says so', () => {
    const folder = temporaryFolder({ 'a.yaml': twoDeciders })
    const { out } = concord(folder, ['check', '--fix', '--unsafe-fixes'])
    assert.equal(bytesOf(folder, 'a.yaml').toString(), twoDeciders)
    assert.match(out, /Let head-of-sales decide "price" alone \(changes what the policy says; one of\s+several/)
    assert.match(out, /; 1 by one of several changes \(choose in the editor\)\n$/)
  })
  it('says of a fix that would change another place with its own that it is made by hand', () => {
    const folder = temporaryFolder({ 'a.yaml': sharedFunding })
    const { out } = concord(folder, ['check', '--fix', '--unsafe-fixes'])
    assert.equal(bytesOf(folder, 'a.yaml').toString(), sharedFunding)
    assert.match(out, /Fix: Let the pool grow [\s\S]*\(by hand: another\s+place shares the value/)
    assert.doesNotMatch(out, /\d+ by changing what a policy says/)
  })
  it('prints no patch where there is nothing to fix', () => {
    const folder = temporaryFolder({ 'a.yaml': safelyFixed })
    assert.equal(concord(folder, ['check', '--fix', '--diff']).out, '')
  })
  it('leaves files alone that were not asked about', () => {
    const files = { '.concord.yaml': 'root: true\n', 'a/a.yaml': misspelt, 'b/b.yaml': misspelt }
    const folder = temporaryFolder(files)
    concord(folder, ['check', 'a', '--fix'])
    assert.notEqual(bytesOf(folder, 'a/a.yaml').toString(), misspelt)
    assert.equal(bytesOf(folder, 'b/b.yaml').toString(), misspelt)
  })
  it('never writes a file that is not UTF-8, whose other bytes would change', () => {
    const latin = Buffer.from(misspelt.replace('How we', 'Größe: wie wir'), 'latin1')
    const wide = Buffer.from(`\uFEFF${misspelt}`, 'utf16le')
    const folder = temporaryFolder({ 'latin.yaml': latin, 'wide.yaml': wide })
    const { rules } = findingsOf(folder, ['--fix', '--unsafe-fixes'])
    assert.deepEqual(bytesOf(folder, 'latin.yaml'), latin)
    assert.deepEqual(bytesOf(folder, 'wide.yaml'), wide)
    assert.ok(rules.includes('latin.yaml language/unreadable') && rules.includes('wide.yaml language/unreadable'))
  })
  it('says so when the report cannot be written, and where to', () => {
    const folder = temporaryFolder({ 'a.yaml': misspelt })
    const { code, out, error } = concord(folder, ['check', '-o', 'missing/report.txt'])
    assert.deepEqual(
      [code, out, error],
      [2, '', 'concord: The report cannot be written to missing/report.txt: it does not exist.\n'],
    )
  })
})

describe('concord check --stdin-filename', () => {
  it('checks the text on standard input as if it were that file', () => {
    const folder = temporaryFolder()
    const { code, rules } = findingsOf(folder, ['--stdin-filename', 'in/a.yaml'], { input: misspelt })
    assert.deepEqual([code, ...rules], [1, 'in/a.yaml language/unknown-field'])
  })
  it('takes it in place of what is on disk, against the whole workspace', () => {
    const folder = temporaryFolder({
      '.concord.yaml': 'root: true\nrules:\n  language/unknown-field: warning\n',
      'a.yaml': 'nothing: here\n',
      'b.yaml': misspelt.replace('name: misspelt', 'name: other'),
    })
    const { report, rules } = findingsOf(folder, ['--stdin-filename', 'a.yaml'], { input: misspelt })
    assert.deepEqual(rules, ['a.yaml language/unknown-field'])
    assert.equal(report.findings[0]?.severity, 'warning')
  })
  it('prints the fixed text with --fix, and the report on standard error', () => {
    const folder = temporaryFolder({ 'a.yaml': 'as: it was\n' })
    const input = `\uFEFF${forced.replaceAll('\n', '\r\n')}`
    const ran = concord(folder, ['check', '--stdin-filename', 'a.yaml', '--fix'], { input })
    assert.equal(ran.out, `\uFEFF${safelyFixed.replaceAll('\n', '\r\n')}`)
    assert.match(ran.error, /performance\/forced-distribution/)
    assert.equal(bytesOf(folder, 'a.yaml').toString(), 'as: it was\n')
  })
  it('prints with --fix what it cannot fix as it came, byte for byte', () => {
    const folder = temporaryFolder()
    const fix = (input: Uint8Array): Buffer =>
      concord(folder, ['check', '--stdin-filename', 'a.yaml', '--fix'], { input }).outBytes
    for (const text of ['a: 1\n', misspelt.replace('How', 'Größe')]) {
      const bytes = Buffer.from(text, 'latin1')
      assert.deepEqual(fix(bytes), bytes)
    }
  })
  it('prints with --diff a patch for the file', () => {
    const ran = concord(temporaryFolder(), ['check', '--stdin-filename', 'a.yaml', '--fix', '--diff'], {
      input: misspelt,
    })
    assert.match(
      ran.out,
      /^--- a\/a\.yaml\n\+\+\+ b\/a\.yaml\n@@[\s\S]*\n- {2}titel: How we work together\n\+ {2}title: /,
    )
  })
  it('takes text that is no policy without a word', () => {
    const { code, report } = findingsOf(temporaryFolder(), ['--stdin-filename', 'a.yaml'], { input: 'a: 1\n' })
    assert.deepEqual([code, report.findings], [0, []])
  })
  it('says so when standard input cannot be read', () => {
    const { code, error } = concord(temporaryFolder(), ['check', '--stdin-filename', 'a.yaml'])
    assert.deepEqual([code, error], [2, 'concord: Standard input cannot be read: There is no standard input.\n'])
  })
})
