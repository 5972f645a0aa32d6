import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readTable } from '../../server/importing/table.ts'

const rowsOf = (text: string) => {
  const table = readTable(text)
  assert('rows' in table, JSON.stringify(table))
  return table.rows.map(({ line, cells }) => [line, Object.fromEntries(cells)])
}
const problemsOf = (text: string) => {
  const table = readTable(text)
  assert('problems' in table)
  return table.problems
}

describe('a spreadsheet', () => {
  it('is read with whatever stands between its cells', () => {
    for (const separator of [',', ';', '\t', '|'])
      assert.deepEqual(rowsOf(`${['a', 'b'].join(separator)}\n${['1', '2'].join(separator)}`), [
        [2, { a: '1', b: '2' }],
      ])
  })
  it('says itself what stands there, as Excel does', () => {
    assert.deepEqual(rowsOf('sep=;\r\na;b,c\r\n1;2\r\n'), [[3, { a: '1', 'b,c': '2' }]])
  })
  it('counts lines as an editor does, also behind cells of several lines and empty rows', () => {
    assert.deepEqual(rowsOf('a,b\n"one\ntwo",2\n\n,\n3,"4 ""x"""\n'), [
      [2, { a: 'one\ntwo', b: '2' }],
      [6, { a: '3', b: '4 "x"' }],
    ])
  })
  it('is refused as a whole where its quotes or its columns do not fit', () => {
    assert.match(problemsOf('a,b\n"1,2\n')[0]?.message ?? '', /quotes are opened and never closed/)
    assert.match(problemsOf('a,b\n1,2,3\n')[0]?.message ?? '', /has 3 cells, but there are 2 columns/)
    assert.match(problemsOf('a,a\n1,2\n')[0]?.message ?? '', /Two columns are called "a"/)
    assert.match(problemsOf('')[0]?.message ?? '', /no table/)
  })
  it('never throws, and loses no row', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 }), { maxLength: 8 }),
        (rows) => {
          const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
          const text = ['a,b', ...rows.map((row) => row.map(quoted).join(','))].join('\n')
          const trimmed = rows
            .map((row) => row.map((cell) => cell))
            .filter((row) => row.some((cell) => cell.trim() !== ''))
          assert.equal(rowsOf(text).length, trimmed.length)
        },
      ),
    )
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readTable(text)))
  })
})
