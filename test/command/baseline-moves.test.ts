import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseAllDocuments, stringify } from 'yaml'
import { writeCorpus } from '../bench/corpus.ts'
import { bytesOf, concord, findingsOf, temporaryFolder } from './running.ts'

function policyFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /[^/]+\.yaml$/.test(name) && !name.endsWith('.concord.yaml'),
  )
}

/** Lists whose order says something: levels from the lowest up, and whom a matter goes to first. */
const inOrder: ReadonlySet<string> = new Set(['scale', 'escalation'])

/** The same content with keys and items in another order. */
function reordered(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => reordered(item))
    return inOrder.has(key) ? items : items.reverse()
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, reordered(inner, key)] as const)
      .reverse(),
  )
}

/** Moves, renames and rewrites every file: other folders, names, line ends, quotes, indents and orders. */
function turnOver(folder: string): void {
  for (const [index, name] of policyFiles(folder).entries()) {
    const path = join(folder, name)
    const documents = parseAllDocuments(readFileSync(path, 'utf8'), { merge: true }).map(
      (document) => document.toJS() as unknown,
    )
    rmSync(path)
    const texts = documents.map((content, at) =>
      (index + at) % 3 === 0
        ? `${JSON.stringify(reordered(content), null, 3)}\n`
        : stringify(reordered(content), { indent: 4, lineWidth: 40, defaultStringType: 'QUOTE_SINGLE' }),
    )
    const moved = join(folder, `z${(index * 7) % 10}`, `${999 - index}.yml`)
    mkdirSync(dirname(moved), { recursive: true })
    writeFileSync(moved, `# moved\n${texts.join('---\n')}`.replaceAll('\n', index % 2 === 0 ? '\r\n' : '\n'))
  }
}

describe('a baseline of more than 300 findings', function () {
  this.timeout(300_000)
  let folder = ''
  before(() => {
    folder = temporaryFolder()
    writeCorpus(folder, 600)
    assert.ok(findingsOf(folder, []).report.findings.length > 300)
    assert.equal(concord(folder, ['baseline']).code, 0)
  })

  it('lets the check pass, and says how much it holds back', () => {
    const { code, report } = findingsOf(folder, [])
    assert.equal(code, 0)
    assert.deepEqual(report.findings, [])
    assert.ok((report.baseline?.known ?? 0) > 300)
  })
  it('knows all of them when every file is moved, renamed, laid out anew and reordered', () => {
    const before = bytesOf(folder, '.concord-baseline.json')
    turnOver(folder)
    const { code, report } = findingsOf(folder, ['--fail-on', 'info'])
    assert.deepEqual(
      report.findings.map(({ rule, message }) => `${rule}: ${message}`),
      [],
    )
    assert.deepEqual(report.baseline?.gone, [])
    assert.equal(code, 0)
    assert.deepEqual(bytesOf(folder, '.concord-baseline.json'), before, 'no check writes it')
  })
})
