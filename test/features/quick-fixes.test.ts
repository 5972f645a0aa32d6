import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { type QuickFix, quickFixes, resolveFix } from '../../server/features/quick-fixes.ts'
import { applyEdits } from '../../server/language/edit.ts'
import { readPolicyFile } from '../../server/language/policy-file.ts'
import { textsBelow } from '../checker/policy-texts.ts'
import { forced, misspelt } from '../command/policies.ts'
import { opened, withCursor } from './opened-files.ts'

const meridian = textsBelow(fileURLToPath(new URL('../../samples/meridian', import.meta.url)))

function fixesAt(marked: string): readonly QuickFix[] {
  const { text, offset } = withCursor(marked)
  const file = opened(text)
  return quickFixes(file, { start: offset, end: offset }, file.company.checker.findings())
}

describe('quick fixes', () => {
  it('are those of the findings at the cursor', () => {
    assert.deepEqual(
      fixesAt(misspelt.replace('titel', 'ti|tel')).map(({ title }) => title),
      ['Rename "titel" to "title"'],
    )
    assert.deepEqual(fixesAt(misspelt.replace('CulturalNorms', 'Cultural|Norms')), [])
  })
  for (const marked of ['|titel', 'titel|'])
    it(`are offered with the cursor at an end of the place: ${marked}`, () =>
      assert.equal(fixesAt(misspelt.replace('titel', marked)).length, 1))

  it('are those of all findings in a selection', () => {
    const file = opened(forced)
    const all = quickFixes(file, { start: 0, end: forced.length }, file.company.checker.findings())
    assert.deepEqual(
      all.map(({ title }) => title),
      [
        'Rename "descripton" to "description"',
        'Make the distribution a benchmark: mode: expected (changes what the policy says)',
      ],
    )
  })
  it('leave out the findings of other files', () => {
    const file = opened(
      new Map([
        ['policy.yaml', misspelt.replace('titel', 'title')],
        ['other.yaml', misspelt],
      ]),
    ) // prettier
    assert.deepEqual(quickFixes(file, { start: 0, end: 1000 }, file.company.checker.findings()), [])
  })
  it('are not those that would change another place with theirs, by an anchor', () => {
    const bonus = (elsewhere: string) => `apiVersion: leadership/v1
kind: IncentivePlan
metadata: { name: bonus }
spec:
  peers: 8
  pools:
    - name: team
      amount: { amount: 1000, currency: EUR }
      funding: &fixed { basis: |fixed }
      split: by-score
${elsewhere}`
    const growing = (text: string) => fixesAt(text).filter(({ title }) => title.startsWith('Let the pool grow'))
    assert.equal(growing(bonus('')).length, 1)
    const shared = '    - { name: other, amount: { amount: 1, currency: EUR }, funding: *fixed, split: equal }\n'
    assert.deepEqual(growing(bonus(shared)), [])
  })
  it('say in their titles how far they go', () => {
    const endings = {
      safe: /"$/,
      unsafe: / \(changes what the policy says\)$/,
      placeholder: / \(leaves something to fill in\)$/,
    }
    const fixes = inMeridian('governance/decision-rights.yaml').concat(fixesAt(misspelt.replace('titel', '|titel')))
    assert.deepEqual(new Set(fixes.map(({ applicability }) => applicability)), new Set(Object.keys(endings)))
    for (const { title, applicability } of fixes) assert.match(title, endings[applicability])
  })
  it('are preferred only where they are safe, and one for each finding', () => {
    const fixes = [...meridian.keys()].flatMap(inMeridian)
    const preferred = fixes.filter(({ isPreferred }) => isPreferred)
    assert.deepEqual(new Set(preferred.map(({ applicability }) => applicability)), new Set(['safe']))
    assert.equal(new Set(preferred.map(({ finding }) => finding)).size, preferred.length)
  })
})

describe('the edits of a quick fix', () => {
  it('are made when it is chosen', () => {
    const file = opened(forced)
    const unsafe = quickFixes(file, { start: 0, end: forced.length }, file.company.checker.findings())[1]
    assert.ok(unsafe)
    const edits = resolveFix(file, unsafe.finding, unsafe.index)?.get(file.name) ?? []
    assert.equal(applyEdits(forced, edits), forced.replace('mode: forced', 'mode: expected'))
  })
  it('may be in another file', () => {
    const [fix] = inMeridian('alliances/quillon-codevelopment.yaml')
    assert.ok(fix)
    const edits = resolveFix(opened(meridian, 'alliances/quillon-codevelopment.yaml'), fix.finding, fix.index)
    assert.deepEqual([...(edits?.keys() ?? [])], ['resources/people-and-money-2027.yaml'])
  })
  it('are none when the finding has gone in the meantime', () => {
    const file = opened(misspelt)
    const [fix] = quickFixes(file, { start: 0, end: misspelt.length }, file.company.checker.findings())
    assert.ok(fix)
    file.company.workspace.replace(file.name, readPolicyFile(misspelt.replace('titel', 'title')))
    assert.equal(resolveFix(file, fix.finding, fix.index), undefined)
    assert.equal(resolveFix(file, fix.finding, 7), undefined)
  })
})

function inMeridian(name: string): readonly QuickFix[] {
  const file = opened(meridian, name)
  return quickFixes(file, { start: 0, end: file.text.length }, file.company.checker.findings())
}
