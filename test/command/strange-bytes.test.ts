import assert from 'node:assert/strict'
import { clean, misspelt, named } from './policies.ts'
import { findingsOf, temporaryFolder } from './running.ts'

const found = (bytes: string | Uint8Array) => {
  const { code, error, report } = findingsOf(temporaryFolder({ 'a.yaml': bytes, 'good.yaml': named('good') }), [])
  assert.equal(error, '')
  assert.ok(!report.findings.some(({ message }) => message.includes('Concord failed')))
  return { code, findings: report.findings }
}

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16()

describe('files of any bytes give findings, never a failure:', () => {
  const wide: readonly (readonly [what: string, bytes: Buffer])[] = [
    ['UTF-16, little end first', Buffer.from(`\uFEFF${misspelt}`, 'utf16le')],
    ['UTF-16, big end first', swapped(Buffer.from(`\uFEFF${misspelt}`, 'utf16le'))],
    ['UTF-16 without a mark', Buffer.from(misspelt, 'utf16le')],
    ['UTF-16 without a mark, big end first', swapped(Buffer.from(misspelt, 'utf16le'))],
  ]
  for (const [what, bytes] of wide) {
    it(what, () => {
      const { code, findings } = found(bytes)
      assert.equal(code, 1)
      assert.deepEqual(
        findings.map(({ rule, line }) => [rule, line]),
        [
          ['language/unreadable', 1],
          ['language/unknown-field', 5],
        ],
      )
      assert.match(findings[0]?.message ?? '', /UTF-16\. Save it as UTF-8/)
    })
  }
  it('UTF-16 that holds no policy is no business of ours', () =>
    assert.deepEqual(found(Buffer.from('\uFEFFa: 1\n', 'utf16le')).findings, []))
  it('half a UTF-16 character', () =>
    assert.equal(found(Buffer.from(`\uFEFF${clean}`, 'utf16le').subarray(0, -1)).code, 1))
  it('Latin-1 letters', () => {
    const { code, findings } = found(Buffer.from(clean.replace('name: norms', 'name: norms\n  title: Größe'), 'latin1'))
    assert.deepEqual(
      [code, findings.map(({ rule, line, column }) => [rule, line, column])],
      [1, [['language/unreadable', 5, 12]]],
    )
  })
  it('zero bytes', () => {
    for (const text of [`${clean}\0`, clean.replace('norms', 'no\0rms'), clean.replaceAll('\n', '\0\n')]) {
      const { code, findings } = found(text)
      assert.equal(code, 1, JSON.stringify(text))
      assert.notEqual(findings.length, 0)
    }
  })
  it('an empty file, white space, and nothing but a mark or comments', () => {
    for (const text of ['', '\n \n', '\uFEFF', '# leadership/v1\n', '---\n---\n...\n'])
      assert.deepEqual(found(text), { code: 0, findings: [] })
  })
  it('a file of 11 MB, which is not read', () => {
    const { code, findings } = found(
      Buffer.concat([Buffer.from(clean), Buffer.alloc(11 * 1024 * 1024 - clean.length, '# long\n')]),
    )
    assert.equal(code, 1)
    assert.deepEqual(
      findings.map(({ rule, line, column, message }) => [rule, line, column, message]),
      [['language/unreadable', 1, 1, 'This file has 11 MB and was not read; Concord reads files of up to 10 MB.']],
    )
  })
  it('standard input of 11 MB', () => {
    const input = Buffer.concat([Buffer.from(clean), Buffer.alloc(11 * 1024 * 1024, '# long\n')])
    const { report } = findingsOf(temporaryFolder(), ['--stdin-filename', 'a.yaml'], { input })
    assert.deepEqual(
      report.findings.map(({ rule }) => rule),
      ['language/unreadable'],
    )
  })
  it('conflict markers', () => {
    const conflict = '<<<<<<< ours\n  title: One\n=======\n  title: Two\n>>>>>>> theirs\nspec: {}'
    const { code, findings } = found(clean.replace('spec: {}', conflict))
    assert.equal(code, 1)
    assert.ok(findings.every(({ rule }) => rule === 'language/syntax'))
    assert.equal(findings[0]?.line, 5)
  })
  it('brackets that nest without end', () => {
    for (const text of ['[', '{', '- ', '? ', '{a: ', '[{a: ', '&a [*a, '].map((mark) => clean + mark.repeat(50_000))) {
      const { code, findings } = found(text)
      assert.equal(code, 1, text.slice(clean.length, clean.length + 10))
      assert.notEqual(findings.length, 0)
    }
  })
  it('aliases that multiply without end', () => {
    const level = (at: number): string =>
      `  l${at}: &l${at} [${Array(9)
        .fill(`*l${at - 1}`)
        .join(', ')}]\n`
    const bomb = `  l0: &l0 [x]\n${Array.from({ length: 9 }, (_, at) => level(at + 1)).join('')}`
    const { code, findings } = found(clean.replace('spec: {}\n', `spec:\n${bomb}`))
    assert.equal(code, 1)
    assert.ok(findings.some(({ rule }) => rule === 'language/unreadable'))
  })
  it('a value of the wrong sort everywhere', () => {
    for (const value of ['null', '[]', '{}', '1', '"text"', '2027-01-01', '!!binary aGk=', '.nan', '*nothing', '!x {}'])
      for (const text of [clean.replace('spec: {}', `spec: ${value}`), `apiVersion: leadership/v1\nkind: ${value}\n`])
        assert.ok(found(text).code !== 2, value)
  })
})
