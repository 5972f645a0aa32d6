import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { Checker, type Run } from '../../server/checker/checker.ts'
import { fixAll } from '../../server/features/fix-all.ts'
import { successiveEdits } from '../../server/features/successive-edits.ts'
import { applyEdits, type TextEdit } from '../../server/language/edit.ts'
import { rules } from '../../server/rules/generated/registry.ts'
import { textsBelow } from '../checker/policy-texts.ts'
import { forced, misspelt } from '../command/policies.ts'
import { opened } from './opened-files.ts'

const meridian = textsBelow(fileURLToPath(new URL('../../samples/meridian', import.meta.url)))

function fixed(text: string): string {
  return applyEdits(text, fixAll(opened(text)))
}

describe('fix all', () => {
  it('applies safe fixes, and no others', () =>
    assert.equal(fixed(forced), forced.replace('descripton', 'description')))

  it('goes on with what the fixes bring to light, and keeps every other byte', () => {
    const text = forced.replace('spec:', 'sepc: # stays').replace('interdependence', 'interdependance')
    const wanted = text
      .replace('sepc', 'spec')
      .replace('interdependance', 'interdependence')
      .replace('descripton', 'description')
    assert.equal(fixed(text), wanted)
    assert.equal(fixed(text.replaceAll('\n', '\r\n')), wanted.replaceAll('\n', '\r\n'))
  })
  it('makes edits where something changes, without overlaps', () => {
    const edits = fixAll(opened(forced.replace('interdependence', 'interdependance')))
    assert.deepEqual(
      edits.map(({ text }) => text),
      ['description', 'interdependence'],
    )
  })
  it('changes nothing the second time', () => assert.deepEqual(fixAll(opened(fixed(forced))), []))

  it('leaves other files alone: a fix that reaches into one is not applied', () => {
    const file = opened(meridian, 'alliances/quillon-codevelopment.yaml')
    const safe = file.company.checker
      .findings()
      .filter(({ place, fixes }) => place.file === file.name && fixes.some((fix) => fix.applicability === 'safe'))
    assert.equal(safe.length, 1)
    assert.deepEqual(fixAll(file), [])
  })
  it('judges the file as it is in the editor, whatever the company knows of it', () => {
    const file = opened(misspelt)
    file.company.workspace.remove(file.name)
    assert.equal(applyEdits(misspelt, fixAll(file)), misspelt.replace('titel', 'title'))
  })
  it('tries fixes out on a copy: the company is judged no more than it was, and stays as it is', () => {
    const { company, ...file } = opened(misspelt)
    const { workspace, settings } = company
    const runs: Run[] = []
    const checker = new Checker(workspace, rules, settings, (run) => runs.push(run))
    const before = checker.findings()
    const count = runs.length
    assert.notDeepEqual(fixAll({ ...file, company: { ...company, checker } }), [])
    assert.equal(workspace.file(file.name)?.content, file.content)
    assert.deepEqual(checker.findings(), before)
    assert.equal(runs.length, count)
  })
})

describe('successive edits', () => {
  it('become one lot that does the same', () => {
    const choices = fc.array(
      fc.array(fc.record({ at: fc.nat(), length: fc.nat(4), text: fc.string({ maxLength: 4 }) })),
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), choices, (text, wishes) => {
        const lots: (readonly TextEdit[])[] = []
        let now = text
        for (const wish of wishes) {
          const lot = apart(wish, now.length)
          lots.push(lot)
          now = applyEdits(now, lot)
        }
        assert.equal(applyEdits(text, successiveEdits(text.length, lots)), now)
      }),
    )
  })
})

/** Of wished-for edits those that fit a text of some length and do not overlap. */
function apart(
  wishes: readonly { readonly at: number; readonly length: number; readonly text: string }[],
  length: number,
): readonly TextEdit[] {
  const edits: TextEdit[] = []
  let free = 0
  for (const wish of wishes) {
    const start = free + (wish.at % 5)
    const end = start + wish.length
    if (end > length) break
    edits.push({ range: { start, end }, text: wish.text })
    free = end + 1
  }
  return edits
}
