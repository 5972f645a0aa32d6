import assert from 'node:assert/strict'
import { spotsAt } from '../../server/features/block-spot.ts'
import { completion } from '../../server/features/completion.ts'
import { chosen, itemAt, labelsAt, placeIn } from './completing.ts'

const agreement = 'apiVersion: leadership/v1\nkind: PartnerAgreement\nmetadata: { name: a, owner: o }\nspec:\n'

const norms = 'apiVersion: leadership/v1\nkind: CulturalNorms\nmetadata: { name: n, owner: o }\nspec: {}\n'

/** The keys that are offered in the specification of an agreement, from its first column on. */
function keysIn(marked: string): readonly string[] {
  return (completion(placeIn(agreement + marked))?.items ?? [])
    .filter(({ sort }) => sort === 'key')
    .map(({ label }) => label)
}

function chosenIn(marked: string, label: string): string {
  return chosen(placeIn(agreement + marked), label).slice(agreement.length)
}

const ofTerm = ['from', 'to', 'renewal', 'noticeDays']

describe('completion of keys', () => {
  it('offers what is required first, and nothing that is there already', () => {
    const keys = keysIn('  stage: exit\n  |\n  type: supply\n')
    assert.equal(keys[0], 'partner')
    assert.ok(keys.includes('term') && !keys.includes('type') && !keys.includes('stage'))
    assert.equal(new Set(keys).size, keys.length)
  })
  it('says what a key is called, and whether it is required', () => {
    const { title, about } = itemAt(placeIn(`${agreement}  |`), 'partner')
    assert.deepEqual([title, about], ['Partner', 'required'])
    assert.equal(itemAt(placeIn(`${agreement}  |`), 'term').about, '')
  })
  it('counts as required what the fields beside it ask for', () => {
    const keys = (resource: string) => keysIn(`  commitments:\n    - name: a\n      resource: ${resource}\n      |\n`)
    assert.deepEqual(keys('money').slice(0, 2), ['money', 'per'])
    assert.deepEqual(keys('equipment').slice(0, 2), ['equipment', 'daysPerMonth'])
  })
  it('works on blank lines by their indentation', () => {
    const lines = '  partner:\n    name: x\n  term:\n    from: 2026-01-01\n'
    assert.deepEqual(labelsAt(placeIn(`${agreement}${lines}|`)), [])
    assert.ok(keysIn(`${lines} |`).length === 0)
    assert.ok(keysIn(`${lines}  |`).includes('type'))
    assert.ok(keysIn(`${lines}   |`).length === 0)
    assert.deepEqual(keysIn(`${lines}    |`), ['to', 'renewal', 'noticeDays'])
    assert.ok(keysIn(`${lines}      |`).length === 0)
  })
  it('offers nothing in a column in which nothing can stand', () => {
    for (const marked of [
      '  term:\n   |\n    from: 2026-01-01\n',
      '  term:\n    from: 2026-01-01\n   |\n',
      '   |\n  term: {}\n',
    ])
      assert.deepEqual(labelsAt(placeIn(agreement + marked)), [], marked)
  })
  it('works between blank lines, and in the middle of blanks', () => {
    assert.deepEqual(keysIn('  term:\n\n    |    \n\n    from: 2026-01-01\n'), ['to', 'renewal', 'noticeDays'])
    assert.deepEqual(keysIn('  term:\n    |\n  type: supply'), ofTerm)
    assert.deepEqual(keysIn('  term:\n  |  \n'), keysIn('  term:\n  |'))
  })
  it('works at half-typed words, wherever the cursor is in them', () => {
    for (const word of ['|fr', 'f|r', 'fr|']) {
      assert.deepEqual(keysIn(`  term:\n    ${word}\n    to: 2026-01-01\n`), ['from', 'renewal', 'noticeDays'])
      assert.equal(chosenIn(`  term:\n    ${word}\n`, 'renewal'), '  term:\n    renewal: \n')
    }
  })
  it('replaces a key in front of its colon, and doubles no colon', () => {
    assert.equal(chosenIn('  ter|: { from: 2026-01-01 }', 'term'), '  term: { from: 2026-01-01 }')
    assert.equal(chosenIn('  |: supply', 'type'), '  type: supply')
    assert.equal(chosenIn('  "ty|": supply', 'type'), '  "type": supply')
    assert.equal(chosenIn('  term: { fro|: 2026-01-01 }', 'from'), '  term: { from: 2026-01-01 }')
  })
  it('works behind list marks and below them', () => {
    const first = '  commitments:\n    - name: a\n      by: us\n'
    assert.ok(keysIn(`${first}    - |`).includes('name'))
    assert.ok(!keysIn(`${first}      |`).includes('name'))
    assert.ok(keysIn(`${first}      |`).includes('owner'))
    assert.ok(!keysIn('  commitments:\n    - |\n      name: a\n').includes('name'))
    assert.ok(!keysIn('  commitments:\n  - |\n    name: a\n').includes('name'))
    assert.ok(keysIn('  commitments:\n    -|').includes('name'))
    assert.ok(keysIn('  commitments:\n    - &first\n      |').includes('name'))
    const anchored = keysIn('  commitments:\n    - &first name: a\n      |')
    assert.ok(anchored.includes('by') && !anchored.includes('name'))
  })
  it('offers both another item and another key where marks stand below their key', () => {
    const labels = labelsAt(placeIn(`${agreement}  commitments:\n  - name: a\n  |`))
    assert.ok(labels.includes('Commitment') && labels.includes('type') && !labels.includes('commitments'))
  })
  it('works in brackets, over lines, and in JSON', () => {
    assert.deepEqual(keysIn('  term: { | }'), ofTerm)
    assert.deepEqual(keysIn('  term: {|}'), ofTerm)
    assert.deepEqual(keysIn('  term: {|'), ofTerm)
    assert.deepEqual(keysIn('  term: { to: 2026-01-01, f| }'), ['from', 'renewal', 'noticeDays'])
    assert.deepEqual(keysIn('  term: {\n    | # the term\n    to: 2026-01-01,\n  }'), ['from', 'renewal', 'noticeDays'])
    assert.ok(keysIn('  commitments: [{ name: a }, { | }]').includes('by'))
    assert.deepEqual(labelsAt(placeIn(`${agreement}  term: { from: 2026-01-01 | }`)), [])
    assert.deepEqual(keysIn('  term: { from: 2026-01-01 } |'), [])
    const json = '{ "apiVersion": "leadership/v1", "kind": "PartnerAgreement", "spec": { "term": { '
    for (const marked of [`${json}| } } }`, `${json}"fr|" } } }`, `${json}"fr|\n  } } }`, `${json}|`])
      assert.ok(labelsAt(placeIn(marked)).includes('from'), marked)
    assert.equal(chosen(placeIn(`${json}"fr|\n } } }`), 'renewal'), `${json}"renewal": ‹›\n } } }`.replace('‹›', ''))
  })
  it('leaves an unclosed bracket alone with the lines below', () =>
    assert.equal(chosenIn('  term: { fr|\n  type: supply\n', 'from'), '  term: { from: \n  type: supply\n'))
  it('writes the comma that is missing behind', () => {
    assert.equal(chosenIn('  term: { | to: 2026-01-01 }', 'from'), '  term: { from: ‹›, to: 2026-01-01 }')
    assert.equal(chosenIn('  term: { |, to: 2026-01-01 }', 'from'), '  term: { from: , to: 2026-01-01 }')
  })
  it('works with CRLF, and in later documents', () => {
    const marked = `a: 1\n---\n${agreement}  term:\n    |\n---\nb: 2\n`.replaceAll('\n', '\r\n')
    assert.deepEqual(labelsAt(placeIn(marked)), ['Term', ...ofTerm])
    const text = chosen(placeIn(`${agreement}  |\n`.replaceAll('\n', '\r\n')), 'commitments')
    assert.doesNotMatch(text, /(?<!\r)\n/)
  })
  it('works where the document is broken elsewhere', () => {
    for (const broken of [
      '  stage: [\n',
      '  stage: "x\n',
      '  stage: exit: exit\n',
      '<<<<<<< ours\n',
      '  %%\n',
      '  - x\n',
    ])
      assert.ok(keysIn(`${broken}  term:\n    |\n`).includes('from'), broken)
  })
  it('offers last what a merge brings in', () => {
    const merged = '  commitments:\n    - &a { name: a, by: us, class: committed }\n    - <<: *a\n      |\n'
    const keys = keysIn(merged)
    assert.deepEqual(keys.slice(-3), ['name', 'by', 'class'])
    assert.equal(itemAt(placeIn(agreement + merged), 'by').about, 'merged in')
  })
  it('is silent in comments, texts and anchors', () => {
    for (const marked of [
      '  # |',
      '  type: supply # |',
      '  description: |-\n    |'.replace('|-', '>-'),
      '  northStar: >-\n    first\n    |',
      '  northStar: one\n    |',
      '  northStar: "one\n    |',
      '  commitments:\n    - name: a\n      description: >\n        t|',
      '  commitments:\n    - one\n      |',
      '  partner: &|a\n',
      '  partner: *|\n',
    ])
      assert.deepEqual(labelsAt(placeIn(agreement + marked)), [], marked)
  })
  it('offers the labels that other policies carry', () => {
    const others = { 'b.yaml': norms.replace('owner: o', 'owner: o, labels: { region: north }') }
    const marked = 'apiVersion: leadership/v1\nkind: CulturalNorms\nmetadata:\n  labels:\n    |'
    assert.deepEqual(labelsAt(placeIn(marked, others)), ['region'])
    assert.deepEqual(labelsAt(placeIn(marked.replace('|', 'region: |'), others)), ['north'])
  })
})

describe('a spot', () => {
  it('is found without a hang or a fault in every short text', () => {
    const signs = ['\n', ' ', '-', ':', '{', ']', '"', '#', 'a', ',']
    let texts = ['']
    for (let length = 1; length <= 4; length++) texts = texts.flatMap((text) => signs.map((sign) => text + sign))
    for (const text of texts)
      for (let offset = 0; offset <= text.length; offset++)
        for (const { replace } of spotsAt(text, offset))
          assert.ok(replace.start <= offset && offset <= replace.end, JSON.stringify([text, offset]))
  })
})
