import assert from 'node:assert/strict'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { FileChangeType } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { JsonReport } from '../../server/reports/json.ts'
import { textsBelow } from '../checker/policy-texts.ts'
import { concordProcess, temporaryFolder } from '../command/running.ts'
import { Client, messageOf } from './client.ts'

const company = textsBelow('samples/meridian')
const names = [...company.keys()]

type Step =
  | { readonly does: 'type'; readonly file: number; readonly at: number; readonly cut: number; readonly text: string }
  | { readonly does: 'retype'; readonly file: number; readonly line: number; readonly value: string }
  | { readonly does: 'save' | 'close' | 'delete' | 'restore' | 'look'; readonly file: number }
  | { readonly does: 'configure'; readonly text: string }

const file = fc.nat(names.length - 1)
const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('type' as const),
      file,
      at: fc.nat(),
      cut: fc.integer({ min: 0, max: 30 }),
      text: fc.constantFrom(
        '',
        'x',
        '\n',
        '  - name: é😀\n',
        '# remark\n',
        ': ',
        '"',
        '\r\n',
        '{',
        '---\n',
        '&a ',
        '*a',
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('retype' as const),
      file,
      line: fc.nat(),
      value: fc.constantFrom(
        '0',
        '5',
        '100',
        'forced',
        'team',
        'reciprocal',
        'head-of-alliances',
        '2027-06-30',
        '[]',
        '"?"',
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('save', 'close', 'delete', 'restore', 'look'),
      file,
    }) as fc.Arbitrary<Step>,
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('configure' as const),
      text: fc.constantFrom(
        'root: true\n',
        'ignore: [pay]\n',
        'extends: concord:strict\n',
        'rules: {performance/zero-sum-pool: off}\n',
        'assumptions: {lowPerformers: 5}\n',
        'waivers:\n  - {rule: performance/forced-distribution, files: ["*.yaml"], owner: hr, reason: later, until: 2099-12-31}\n',
      ),
    }),
  },
)

function path(folder: string, at: number): string {
  return join(folder, names[at % names.length] ?? '')
}

async function take(step: Step, folder: string, client: Client, open: Map<string, string>): Promise<void> {
  if (step.does === 'configure') {
    const config = join(folder, '.concord.yaml')
    writeFileSync(config, step.text)
    client.watched([config, FileChangeType.Changed])
    return
  }
  const file = path(folder, step.file)
  const onDisk = (): string | undefined => {
    try {
      return readFileSync(file, 'utf8')
    } catch {
      return undefined
    }
  }
  const text = open.get(file)
  switch (step.does) {
    case 'look':
      await client.report(file)
      return
    case 'save':
      if (text === undefined) return
      writeFileSync(file, text)
      client.watched([file, FileChangeType.Changed])
      return
    case 'close':
      if (open.delete(file)) client.close(file)
      return
    case 'delete':
      rmSync(file, { force: true })
      client.watched([file, FileChangeType.Deleted])
      return
    case 'restore':
      writeFileSync(file, company.get(names[step.file] ?? '') ?? '')
      client.watched([file, FileChangeType.Created])
      return
  }
  const before = text ?? onDisk()
  if (before === undefined) return
  if (text === undefined) client.open(file, before)
  const document = TextDocument.create('', '', 0, before)
  const [start, end, inserted] = place(step, before)
  const range = { start: document.positionAt(start), end: document.positionAt(end) }
  const after = TextDocument.applyEdits(document, [{ range, newText: inserted }])
  client.change(file, inserted, range)
  open.set(file, after)
}

function place(step: Extract<Step, { readonly does: 'type' | 'retype' }>, text: string): [number, number, string] {
  if (step.does === 'type') {
    const start = step.at % (text.length + 1)
    return [start, Math.min(start + step.cut, text.length), step.text]
  }
  const lines = [...text.matchAll(/: ([^#{[\r\n]+)$/gm)]
  const line = lines[step.line % Math.max(lines.length, 1)]
  if (line === undefined) return [0, 0, '']
  const start = line.index + 2
  return [start, line.index + line[0].length, step.value]
}

/** What is found, a line each. */
async function said(client: Client, folder: string): Promise<readonly string[]> {
  const lines = [...(await client.allDiagnostics())].flatMap(([file, diagnostics]) =>
    diagnostics.map((found) => {
      const { start, end } = found.range
      const range = `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`
      return `${file.slice(folder.length + 1)} ${range} ${found.code} ${messageOf(found)}`
    }),
  )
  return lines.sort()
}

function saidByCommand(folder: string): readonly string[] {
  const { out, error } = concordProcess(folder, ['check', '--format', 'json', '--exit-zero'])
  assert.equal(error, '')
  const { findings }: JsonReport = JSON.parse(out)
  const lines = findings.map(
    ({ file, line, column, endLine, endColumn, rule, message }) =>
      `${file} ${line}:${column}-${endLine}:${endColumn} ${rule} ${message}`,
  )
  return lines.sort()
}

describe('the server, after any edits', () => {
  it('says what a fresh server and the command say', async function () {
    this.timeout(120_000)
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 25 }), async (way) => {
        const folder = temporaryFolder(Object.fromEntries(company))
        const open = new Map<string, string>()
        const client = await Client.start({ folders: [folder] })
        for (const step of way) await take(step, folder, client, open)
        const found = await said(client, folder)
        // What stands in the editor is saved now, without the server hearing of it.
        for (const [file, text] of open) writeFileSync(file, text)
        const fresh = await Client.start({ folders: [folder] })
        assert.deepEqual(found, await said(fresh, folder))
        assert.deepEqual(found, saidByCommand(folder))
        assert.equal(await client.end(), 0)
        assert.equal(await fresh.end(), 0)
      }),
      { numRuns: 8, seed: 20261123 },
    )
  })
})

describe('the server, in a sample that nobody edited', () => {
  for (const sample of ['meridian', 'tarnfield', 'published', 'sensible'])
    it(`says of ${sample} what the command says`, async function () {
      this.timeout(60_000)
      const folder = join(process.cwd(), 'samples', sample)
      const client = await Client.start({ folders: [folder] })
      assert.deepEqual(await said(client, folder), saidByCommand(folder))
      assert.equal(await client.end(), 0)
    })
})
