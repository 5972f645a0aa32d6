import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Checker } from '../../server/checker/checker.ts'
import type { Finding } from '../../server/checker/finding.ts'
import { defaultSettings } from '../../server/checker/settings.ts'
import { decode } from '../../server/hosts/text-file.ts'
import { readPolicyFile } from '../../server/language/policy-file.ts'
import { rules } from '../../server/rules/generated/registry.ts'
import { Workspace } from '../../server/workspace/workspace.ts'

// The samples are the test corpus. What is to be found in each stands beside it in expected-findings.txt. After a change
// that is meant to change findings, rewrite these files and read what became different:
//   CONCORD_UPDATE_EXPECTED=1 npx mocha --import=tsx test/samples/expected-findings.test.ts

const samples = fileURLToPath(new URL('../../samples', import.meta.url))
const rewrite = process.env['CONCORD_UPDATE_EXPECTED'] === '1'
const heading =
  '# What a check on 2026-11-23 finds here: path:line:column-line:column, severity, rule, and the text at that place.'

const writtenAs: Readonly<Record<string, (text: string) => string>> = {
  'as it stands': (text) => text,
  'with CRLF line ends': (text) => text.replaceAll('\n', '\r\n'),
  'with a byte order mark': (text) => `\uFEFF${text}`,
}

for (const sample of ['meridian', 'meridian-after', 'published']) {
  describe(`samples/${sample}`, () => {
    const expectedFile = join(samples, sample, 'expected-findings.txt')

    before(() => {
      if (rewrite) writeFileSync(expectedFile, [heading, ...findingsIn(sample), ''].join('\n'))
    })

    for (const [how, write] of Object.entries(writtenAs)) {
      it(`has the findings that are expected of it, ${how}`, () => {
        const expected = readFileSync(expectedFile, 'utf8')
          .split('\n')
          .filter((line) => line !== '' && !line.startsWith('#'))
        assertSame(findingsIn(sample, write), expected)
      })
    }
  })
}

describe('samples/meridian', () => {
  let meridian: ReturnType<typeof check>
  before(() => {
    meridian = check('meridian')
  })

  for (const rule of [
    'performance/forced-distribution',
    'performance/forced-distribution-small-group',
    'performance/rank-and-yank',
    'performance/team-internal-calibration',
    'performance/individual-only-goals',
    'performance/weights-not-100',
    'performance/zero-sum-pool',
    'performance/negative-cross-payoff',
    'performance/channel-comp-not-neutral',
    'performance/spiff-against-partner',
    'performance/partner-outcome-unpaid',
    'resources/commitment-unallocated',
    'resources/commitment-underfunded',
    'resources/capacity-overcommitted',
    'decision-making/no-decider',
    'decision-making/calendar-misaligned',
    'decision-making/no-escalation-path',
    'decision-making/delegate-lacks-authority',
    'leaders/competency-not-in-promotion',
    'accountability/obligation-without-owner',
    'organization/channel-overlap',
    'culture/values-vs-incentives',
  ])
    it(`shows ${rule}`, () => assert.ok(meridian.findings.some((finding) => finding.rule === rule)))

  it('has the same files before and after', () =>
    assert.deepEqual(policyFiles('meridian-after'), policyFiles('meridian')))

  it('holds all eleven kinds of policy', () => {
    const kinds = new Set(meridian.workspace.entries.map(({ kind }) => kind))
    assert.equal(kinds.size, 11)
  })
})

describe('samples/meridian-after', () => {
  it('has no finding at all', () => assert.deepEqual(findingsIn('meridian-after'), []))
})

function policyFiles(sample: string): readonly string[] {
  return readdirSync(join(samples, sample), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?:ya?ml|json)$/.test(path))
    .sort()
}

function check(sample: string, write = (text: string): string => text) {
  const workspace = new Workspace('2026-11-23')
  const texts = new Map<string, string>()
  for (const path of policyFiles(sample)) {
    const written = write(readFileSync(join(samples, sample, path), 'utf8').replaceAll('\r\n', '\n'))
    const { text } = decode(Buffer.from(written))
    texts.set(path, text)
    workspace.replace(path, readPolicyFile(text))
  }
  return { workspace, texts, findings: new Checker(workspace, rules, defaultSettings).findings() }
}

function findingsIn(sample: string, write?: (text: string) => string): readonly string[] {
  const { texts, findings } = check(sample, write)
  return findings.map((finding) => line(finding, texts.get(finding.place.file) ?? ''))
}

function line({ place, severity, rule }: Finding, text: string): string {
  const { file, start, end, range } = place
  const words = text.slice(range.start, range.end).replace(/\s+/g, ' ')
  const at = `${file}:${start.line + 1}:${start.column + 1}-${end.line + 1}:${end.column + 1}`
  return `${at}  ${severity}  ${rule}  «${words}»`
}

function assertSame(found: readonly string[], expected: readonly string[]): void {
  const unexpected = found.filter((finding) => !expected.includes(finding))
  const missing = expected.filter((finding) => !found.includes(finding))
  const changes = [...missing.map((finding) => `- ${finding}`), ...unexpected.map((finding) => `+ ${finding}`)]
  assert.ok(changes.length === 0, `Expected (-) and found (+):\n${changes.join('\n')}`)
  assert.deepEqual(found, expected, 'The same findings, in another order or another number.')
}
