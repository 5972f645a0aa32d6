import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Position, Range } from 'vscode-languageserver/node'
import { OpenDocument } from '../../server/protocol/open-document.ts'
import { chosenEncoding, type Encoding, unitsOf, utf16Column } from '../../server/protocol/position-encoding.ts'
import { isIn, nameOfUri, uriOfName } from '../../server/protocol/uris.ts'
import { temporaryFolder } from '../command/running.ts'
import { Client, likeVsCode } from './client.ts'

const mark = '\uFEFF'

/** An unknown field behind characters of one to four bytes, on the third line. */
const wide = (eol: string): string =>
  [
    'apiVersion: leadership/v1',
    'kind: CulturalNorms',
    'metadata: { title: "aé€😀", titel: x, name: n }',
    'spec: {}',
    '',
  ].join(eol)
const before = 'metadata: { title: "aé€😀", '
const columns: Readonly<Record<Encoding, number>> = { 'utf-16': before.length, 'utf-8': Buffer.byteLength(before) }

const withEncoding = (encoding: Encoding) => ({ ...likeVsCode, general: { positionEncodings: [encoding] } })

describe('positions', () => {
  for (const encoding of ['utf-8', 'utf-16'] as const) {
    const start: Position = { line: 2, character: columns[encoding] }
    const range: Range = { start, end: { line: 2, character: columns[encoding] + 5 } }

    for (const [called, eol, bom] of [
      ['LF', '\n', ''],
      ['CRLF', '\r\n', ''],
      ['LF after a byte order mark', '\n', mark],
    ] as const) {
      it(`are right in ${encoding} with ${called}, in open documents and in files`, async () => {
        const folder = temporaryFolder({ 'a.yaml': bom + wide(eol) })
        const file = join(folder, 'a.yaml')
        const client = await Client.start({ folders: [folder], capabilities: withEncoding(encoding) })
        assert.deepEqual(
          (await client.allDiagnostics()).get(file)?.map((found) => found.range),
          [range],
        )
        client.open(file, wide(eol))
        assert.deepEqual(
          (await client.diagnostics(file)).map((found) => found.range),
          [range],
        )
        await client.end()
      })
    }
    it(`of edits in ${encoding} are understood`, async () => {
      const folder = temporaryFolder({ 'a.yaml': '' })
      const file = join(folder, 'a.yaml')
      const client = await Client.start({ folders: [folder], capabilities: withEncoding(encoding) })
      client.open(file, wide('\n'))
      client.change(file, 'owner', range)
      assert.deepEqual(await client.diagnostics(file), [])
      client.change(file, 'ownr', range)
      assert.equal((await client.diagnostics(file)).length, 1)
      await client.end()
    })
  }

  it('count a byte order mark where the client sends it as a character', () => {
    const document = opened(`${mark}é: 1\n`, 'utf-8')
    assert.equal(document.text, 'é: 1\n')
    assert.deepEqual(document.positionAt(1), { line: 0, character: 5 })
    assert.equal(document.offsetAt({ line: 0, character: 5 }), 1)
    assert.equal(document.offsetAt({ line: 0, character: 0 }), 0)
  })
  it('past the end of a line or of the text mean the end', () => {
    for (const encoding of ['utf-8', 'utf-16'] as const) {
      const document = opened('aé\r\nb', encoding)
      assert.equal(document.offsetAt({ line: 0, character: 99 }), 2)
      assert.equal(document.offsetAt({ line: 9, character: 0 }), 5)
    }
  })
  it('inside a character mean its beginning', () => {
    assert.equal(utf16Column('😀x', 2, 'utf-8'), 0)
    assert.equal(utf16Column('😀x', 4, 'utf-8'), 2)
    assert.equal(utf16Column('é', 1, 'utf-8'), 0)
  })
  it('are counted as an encoder counts', () => {
    for (const text of ['', 'abc', 'é€😀', '\uD83D', 'x\uDE00y'])
      assert.equal(unitsOf(text, 'utf-8'), Buffer.byteLength(text), text)
  })
  it('are counted as the client prefers', () => {
    assert.equal(chosenEncoding(undefined), 'utf-16')
    assert.equal(chosenEncoding(['utf-32', 'utf-8']), 'utf-8')
  })
})

describe('names of documents', () => {
  it('are the paths of files, however their URIs are written', () => {
    for (const [uri, name] of [
      ['file:///a/b%20c.yaml', '/a/b c.yaml'],
      ['file:///a/b c.yaml', '/a/b c.yaml'],
      ['file:///a/100%.yaml', '/a/100%.yaml'],
      ['file:///c%3A/a.yaml', 'c:/a.yaml'],
      ['file:///C:/a.yaml', 'c:/a.yaml'],
      ['file://server/share/a.yaml', '//server/share/a.yaml'],
      ['untitled:Untitled-1', 'untitled:Untitled-1'],
    ] as const)
      assert.equal(nameOfUri(uri), name)
  })
  it('become URIs that lead back to them', () => {
    for (const name of ['/a/b c.yaml', '/é/#?%.yaml', 'c:/a.yaml', '//server/share/a.yaml', "/(a)!'*.yaml"])
      assert.equal(nameOfUri(uriOfName(name)), name)
  })
  it('say what lies in a folder', () => {
    assert.equal(isIn('/a/b', '/a'), true)
    assert.equal(isIn('/ab', '/a'), false)
    assert.equal(isIn('/ab', '/'), true)
  })
})

function opened(text: string, encoding: Encoding): OpenDocument {
  return new OpenDocument({ uri: 'file:///a.yaml', languageId: 'yaml', version: 1, text }, encoding)
}
