import assert from 'node:assert/strict'
import { parse } from 'yaml'
import { completion } from '../../server/features/completion.ts'
import { policyOutlines } from '../../server/features/policy-outlines.ts'
import { fieldIn, schemaFileOf } from '../../server/language/field.ts'
import { kinds } from '../../server/language/generated/policies.ts'
import { readPolicyFile } from '../../server/language/policy-file.ts'
import { chosen, chosenPlainly, itemAt, labelsAt, placeIn, unmarked } from './completing.ts'

const agreement = 'apiVersion: leadership/v1\nkind: PartnerAgreement\nmetadata: { name: a, owner: o }\nspec:\n'

function chosenIn(marked: string, label: string): string {
  return chosen(placeIn(agreement + marked), label).slice(agreement.length)
}

describe('a key that is chosen', () => {
  const filled = (marked: string, label: string) => parse(unmarked(chosen(placeIn(marked), label)))

  it('brings the fields with it that are needed, in the habits of the file', () => {
    assert.equal(chosenIn('  |', 'partner'), '  partner:\n    name: ‹?name›\n    title: ‹?title›')
    const wide = `${agreement.replace('{ name: a, owner: o }', '\n    name: a\n    owner: o')}`
    assert.equal(
      chosen(placeIn(`${wide}    |`), 'partner').slice(wide.length),
      '    partner:\n        name: ‹?name›\n        title: ‹?title›',
    )
  })
  it('brings the first item of a list, with its mark where the file has it', () => {
    for (const [before, dash] of [
      ['  exclusivity:\n    - name: a\n', '    '],
      ['  exclusivity:\n  - name: a\n', '  '],
    ] as const) {
      const text = chosenIn(`${before}  counter|`, 'counterparts')
      assert.equal(text, `${before}  counterparts:\n${dash}- ours: ‹?ours›\n${dash}  theirs: ‹?theirs›`)
    }
    assert.match(chosenIn('  allianceManagers:\n    |', 'ours'), /ours: $/)
  })
  it('stands behind its list mark', () => {
    const text = chosenIn('  exclusivity:\n    - |', 'reach')
    assert.match(text, /^ {2}exclusivity:\n {4}- reach:\n {8}\S/)
  })
  it('is valid in blocks, brackets and JSON', () => {
    assert.deepEqual(filled(`${agreement}  |`, 'commitments').spec.commitments[0].class, 'committed')
    const flow = filled('{ apiVersion: leadership/v1, kind: PartnerAgreement, spec: { | } }', 'commitments')
    assert.equal(flow.spec.commitments[0].by, 'us')
    const json = '{\n  "apiVersion": "leadership/v1",\n  "kind": "PartnerAgreement",\n  "spec": {\n    |\n  }\n}\n'
    assert.match(chosen(placeIn(json), 'commitments'), /^ {4}"commitments": \[\n {6}\{\n {8}"name": "‹\?name›",$/m)
    assert.equal(JSON.parse(unmarked(chosen(placeIn(json), 'commitments'))).spec.commitments[0].by, 'us')
  })
  it('asks on where values are known', () => {
    assert.ok(itemAt(placeIn(`${agreement}  |`), 'type').asksOn)
    assert.ok(!itemAt(placeIn(`${agreement}  |`), 'northStar').asksOn)
  })
  it('stands alone where the editor knows no snippets', () => {
    assert.equal(
      chosenPlainly(placeIn('kind: CulturalNorms\nspec:\n  val|'), 'values'),
      'kind: CulturalNorms\nspec:\n  values:',
    )
  })
})

describe('the head of a policy', () => {
  it('is offered where nothing else stands', () => {
    for (const marked of ['|', '\n|', '|\n', '# one\n|\n', 'a: 1\n---\n|', 'a: 1\r\n---\r\n|\r\n---\r\nb: 1\r\n'])
      assert.ok(labelsAt(placeIn(marked)).includes('PartnerAgreement'), JSON.stringify(marked))
    assert.ok(labelsAt(placeIn('apiVersion: leadership/v1\n|')).includes('PartnerAgreement'))
    assert.ok(labelsAt(placeIn('ki|')).includes('kind'))
  })
  it('is a whole policy that only needs to be filled in', () => {
    for (const marked of ['|', '# one\n|', 'a: 1\n---\n|']) {
      const text = unmarked(chosen(placeIn(marked, {}, 'teams/orionDeal.yaml'), 'PartnerAgreement', 'policy'))
      const policy = parse(text.replace(/^[\s\S]*(?=apiVersion)/, ''))
      assert.deepEqual(Object.keys(policy), ['apiVersion', 'kind', 'metadata', 'spec'])
      assert.deepEqual([policy.metadata.name, policy.metadata.effective.from], ['orion-deal', '2026-11-23'])
      const { from, to } = policy.spec.term
      assert.deepEqual([from, to.slice(0, 1)], ['2026-11-23', '?'], 'it may begin today, and ends nobody knows when')
      assert.equal(chosenPlainly(placeIn(marked, {}, 'teams/orionDeal.yaml'), 'PartnerAgreement'), text)
    }
    const text = unmarked(chosen(placeIn('apiVersion: leadership/v1\n|'), 'CulturalNorms', 'policy'))
    assert.equal(text.match(/apiVersion/g)?.length, 1)
    assert.equal(parse(text).kind, 'CulturalNorms')
  })
  it('is JSON in a file of JSON', () => {
    const text = unmarked(chosen(placeIn('|', {}, 'a.json'), 'CulturalNorms', 'policy'))
    assert.equal(JSON.parse(text).kind, 'CulturalNorms')
  })
  it('is offered key by key, and its specification once its kind is known', () => {
    assert.deepEqual(labelsAt(placeIn('apiVersion: leadership/v1\nmetadata: {}\n|')), ['kind'])
    assert.deepEqual(labelsAt(placeIn('apiVersion: leadership/v1\nkind: CulturalNorms\n|')), ['metadata', 'spec'])
    assert.equal(
      chosen(placeIn('kind: CulturalNorms\napi|'), 'apiVersion'),
      'kind: CulturalNorms\napiVersion: leadership/v1',
    )
  })
  it('is not offered in YAML that is something else', () => {
    for (const marked of ['services:\n|', 'apiVersion: v1\n|', '- |', 'apiVersion: v1\nkind: |', '- a\n|', 'a: 1\n|'])
      assert.deepEqual(labelsAt(placeIn(marked)), [], marked)
  })
})

describe('every piece that completion writes', () => {
  const habits: readonly (readonly [string, string])[] = [
    ['blocks', '%\n  |'],
    ['blocks indented by four, with Windows line breaks', '%\n    |\r\n'],
    ['brackets', '{ % { | } }'],
    ['JSON', '{\n  %  {\n    |\n  }\n}\n'],
  ]
  for (const [habit, spec] of habits) {
    it(`can be read, and only lacks what is marked: ${habit}`, () => {
      for (const kind of kinds) {
        const head = habit.startsWith('blocks')
          ? `apiVersion: leadership/v1\nkind: ${kind}\nmetadata: { name: a, owner: b }\nspec:`
          : `"apiVersion": "leadership/v1", "kind": "${kind}", "metadata": { "name": "a", "owner": "b" }, "spec":`
        const place = placeIn(spec.replace('%', habit === 'brackets' ? head.replaceAll('"', '') : head))
        for (const { label, sort } of completion(place)?.items ?? []) {
          const text = unmarked(chosen(place, label, sort))
          const [document] = readPolicyFile(text).documents
          assert.equal(document?.kind, kind, text)
          const faults = document.problems.filter(
            ({ rule, message, identity }) =>
              rule === 'language/syntax' ||
              rule === 'language/unknown-field' ||
              (rule === 'language/missing-field' && identity.startsWith(`spec.${label}.`) && message !== ''),
          )
          assert.deepEqual(
            faults.map(({ message }) => message),
            [],
            text,
          )
          if (habit === 'JSON' && sort === 'key' && !text.includes(': \n')) JSON.parse(text)
        }
      }
    })
  }
  it('is a policy of each kind that lacks nothing but what is marked', () => {
    for (const file of ['a.yaml', 'a.json'])
      for (const kind of kinds) {
        const text = unmarked(chosen(placeIn('|', {}, file), kind, 'policy'))
        const problems = readPolicyFile(text).documents.flatMap(({ problems }) => problems)
        assert.deepEqual(
          problems.filter(
            ({ rule, range }) => rule !== 'language/placeholder' && !/^["']?\?/.test(text.slice(range.start)),
          ),
          [],
          text,
        )
      }
  })
  it('has an outline whose fields there are', () => {
    for (const kind of kinds)
      for (const path of policyOutlines[kind]) {
        const steps = path.split('.').map((step) => (step === '*' ? 0 : step))
        assert.ok(fieldIn(schemaFileOf(kind), steps) !== undefined, `${kind} ${path}`)
      }
  })
})
