import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { Checker } from '../../server/checker/checker.ts'
import { waivedOf } from '../../server/checker/set-aside.ts'
import { defaultSettings } from '../../server/checker/settings.ts'
import { suppressFinding } from '../../server/features/suppress-finding.ts'
import { applyEdits } from '../../server/language/edit.ts'
import { readPolicyFile } from '../../server/language/policy-file.ts'
import { rules } from '../../server/rules/generated/registry.ts'
import { Workspace } from '../../server/workspace/workspace.ts'
import { OngoingCheck } from './checked-texts.ts'
import { textsBelow } from './policy-texts.ts'

const today = '2026-11-23'

function checked(texts: ReadonlyMap<string, string>, day = today): Checker {
  const workspace = new Workspace(day)
  workspace.change(() => {
    for (const [name, text] of texts) workspace.replace(name, readPolicyFile(text))
  })
  return new Checker(workspace, rules, defaultSettings)
}

const ignore = (rule: string, rest = 'until=2027-03-31 reason="replaced in March"'): string =>
  `# concord-ignore ${rule} ${rest}`

/** Three people where roles belong; `HERE`, `BESIDE` and so on mark where a comment may be put. */
const policy = `TOP
apiVersion: leadership/v1
kind: OrganizationDesign
METADATA
metadata:
  name: organisation
SPEC
spec:
  UNITS
  units:
    FIRST
    - name: alliance-office
      HEAD
      head: Anna Schmidt BESIDE
    SECOND
    - { name: sales, head: Bernd Weber } FLOW
  roles:
    - name: chief-executive
      DESCRIPTION
      description: |
        INSIDE
      lineManager: Carla Rossi
`
const marks = /^[ \t]*[A-Z]{3,}\n| [A-Z]{3,}$/gm

/** The names of people still found in the policy with a comment at one of its marks. */
function leftWith(mark: string, comment: string, day = today): readonly string[] {
  const text = policy.replace(new RegExp(`\\b${mark}\\b`), comment).replace(marks, '')
  const findings = checked(new Map([['policy.yaml', text]]), day).findings()
  return findings.map(({ rule, text: { what } }) =>
    rule === 'language/person-named' ? (/^"(\w+)/.exec(what)?.[1] ?? '') : rule.replace('language/', ''),
  )
}

describe('a suppression', () => {
  const person = ignore('language/person-named')

  it('is about nothing else than what it covers', () => {
    const left = (mark: string): string => leftWith(mark, person).join(' ')
    assert.deepEqual(leftWith('NOWHERE', ''), ['Anna', 'Bernd', 'Carla'])
    assert.equal(left('HEAD'), 'Bernd Carla', 'the key below')
    assert.equal(left('BESIDE'), 'Bernd Carla', 'the key in its line')
    assert.equal(left('FIRST'), 'Bernd Carla', 'the item below, whole')
    assert.equal(left('SECOND'), 'Anna Carla')
    assert.equal(left('FLOW'), 'Anna Carla', 'the item in its line')
    assert.equal(left('UNITS'), 'Carla', 'a key with everything under it')
    assert.equal(left('SPEC'), '')
    assert.equal(left('TOP'), '', 'the whole policy')
  })
  it('is none inside a text', () => {
    assert.deepEqual(leftWith('INSIDE', person), ['Anna', 'Bernd', 'Carla'])
  })
  it('says so where it has nothing to suppress', () => {
    assert.deepEqual(leftWith('METADATA', person), ['suppression-unused', 'Anna', 'Bernd', 'Carla'])
    assert.deepEqual(leftWith('UNITS', ignore('organization/channel-overlap')), [
      'suppression-unused',
      'Anna',
      'Bernd',
      'Carla',
    ])
  })
  it('holds on its last day, and not on the next', () => {
    assert.deepEqual(leftWith('SPEC', person, '2027-03-31'), ['suppression-expiring'])
    assert.deepEqual(leftWith('SPEC', person, '2027-04-01'), ['suppression-expired', 'Anna', 'Bernd', 'Carla'])
  })

  const malformed: readonly string[] = [
    '# concord-ignore',
    '# concord-ignore until=2027-03-31 reason="later"',
    '# concord-ignore: language/person-named until=2027-03-31 reason="later"',
    '# concord-ignore-next-line language/person-named until=2027-03-31 reason="later"',
    ignore('language/person-named', ''),
    ignore('language/person-named', 'until=2027-03-31'),
    ignore('language/person-named', 'reason="later"'),
    ignore('language/person-named', 'until=31.3.2027 reason="later"'),
    ignore('language/person-named', 'until=2027-02-30 reason="later"'),
    ignore('language/person-named', 'until=2027-03-31 reason=""'),
    ignore('language/person-named', 'until=2027-03-31 reason="?why"'),
    ignore('language/person-named', 'until=2027-03-31 reason=later'),
    ignore('language/person-named', 'until=2027-03-31 reason="later'),
    ignore('language/person-named', 'until=2027-03-31 until=2027-04-30 reason="later"'),
    ignore('language/person-named', 'until=2027-03-31 because="later"'),
    ignore('language/person-named', 'and language/placeholder until=2027-03-31 reason="later"'),
    ignore('language/persons-named'),
    ignore('person-named'),
    ignore('language/suppression-expired'),
    ignore('language/syntax'),
  ]
  for (const comment of malformed)
    it(`suppresses nothing as it is written in ${comment}`, () =>
      assert.deepEqual(leftWith('SPEC', comment), ['suppression-malformed', 'Anna', 'Bernd', 'Carla']))

  it('suppresses nothing at the end of a file', () => {
    const text = `${policy.replace(marks, '')}\n${person}\n`
    const found = checked(new Map([['policy.yaml', text]])).findings()
    assert.ok(found.some(({ rule }) => rule === 'language/suppression-malformed'))
    assert.equal(found.length, 4)
  })
  it('may stand with others above one place, and take a reason with quotes', () => {
    const both = `${ignore('organization/channel-overlap')}\n${ignore('language/person-named', 'reason="the \\"head\\" is new" until=2027-03-31')}`
    const text = policy.replace('SPEC', both).replace(marks, '')
    const checker = checked(new Map([['policy.yaml', text]]))
    assert.deepEqual(
      checker.findings().map(({ rule }) => rule),
      ['language/suppression-unused'],
    )
    assert.deepEqual(
      new Set(waivedOf(checker.setAside()).map(({ reason, until }) => `${until} ${reason}`)),
      new Set(['2027-03-31 the "head" is new']),
    )
  })
  it('is about its own document of several', () => {
    const other = policy.replace('name: organisation', 'name: other').replace(marks, '')
    const text = `${policy.replace('TOP', person).replace(marks, '')}---\n${other}`
    const left = checked(new Map([['policy.yaml', text]])).findings()
    assert.deepEqual(
      left.filter(({ rule }) => rule === 'language/person-named').map(({ policy: { name } }) => name),
      ['other', 'other', 'other'],
    )
  })
  it('does not say that it is unused in a policy that is broken, or out of force', () => {
    const broken = policy
      .replace('SPEC', ignore('organization/channel-overlap'))
      .replace(marks, '')
      .replace('units:', 'units')
    assert.ok(
      checked(new Map([['p.yaml', broken]]))
        .findings()
        .every(({ rule }) => rule !== 'language/suppression-unused'),
    )
    const ended = policy
      .replace('SPEC', ignore('organization/channel-overlap'))
      .replace(marks, '')
      .replace('name: organisation', 'name: organisation\n  effective: { from: 2020-01-01, to: 2020-12-31 }')
    assert.ok(
      checked(new Map([['p.yaml', ended]]))
        .findings()
        .every(({ rule }) => rule !== 'language/suppression-unused'),
    )
  })
})

describe('the quick fix that suppresses a finding', () => {
  for (const sample of ['meridian', 'tarnfield', 'published'])
    for (const lineBreak of ['\n', '\r\n'])
      it(`hides exactly that finding, wherever it is in ${sample}, with ${lineBreak === '\n' ? 'LF' : 'CRLF'}`, () => {
        const folder = fileURLToPath(new URL(`../../samples/${sample}`, import.meta.url))
        const texts = new Map([...textsBelow(folder)].map(([name, text]) => [name, text.replaceAll('\n', lineBreak)]))
        const check = new OngoingCheck(texts)
        const findings = check.findingsOf(texts)
        assert.ok(findings.length > 0)
        for (const finding of findings) {
          const { file } = finding.place
          const text = texts.get(file) ?? ''
          const company = { workspace: new Workspace(today) } as never
          const edit = suppressFinding({ name: file, text, company }, finding)
          assert.ok(edit !== undefined, `${finding.rule} in ${file}`)
          const suppressed = applyEdits(text, [{ range: edit.range, text: `${edit.before}agreed${edit.after}` }])
          const after = check.findingsOf(new Map([...texts, [file, suppressed]]))
          const left = new Set(after.map(({ fingerprint }) => fingerprint))
          const gone = findings.filter(({ fingerprint }) => !left.has(fingerprint))
          assert.ok(gone.includes(finding), `${finding.rule} in ${file} is still there:\n${suppressed}`)
          for (const { rule } of gone) assert.equal(rule, finding.rule)
          assert.equal(left.size, findings.length - gone.length, 'nothing new')
        }
      })
})
