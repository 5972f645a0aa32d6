import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { prepareRename, rename } from '../../server/features/rename.ts'
import { applyEdits } from '../../server/language/edit.ts'
import { marked, markedAgain, policy } from './marked-files.ts'

type Texts = Readonly<Record<string, string>>

/** « » mark what is replaced; ‹ › beside it the text at the cursor. Undoing it gives every byte back. */
function renames(texts: Texts, newName: string): void {
  const files = marked(texts)
  const prepared = prepareRename(files.place)
  assert.ok('range' in prepared, JSON.stringify(prepared))
  const at = { file: files.place.name, range: prepared.range, marks: '‹›' }
  const renaming = rename(files.place, newName)
  assert.ok('edits' in renaming, JSON.stringify(renaming))
  const ranges = [...renaming.edits].flatMap(([file, edits]) => edits.map(({ range }) => ({ file, range })))
  assert.deepEqual(markedAgain(files.texts, [at, ...ranges]), files.expected)
  const edited = Object.fromEntries(
    Object.entries(files.texts).map(([file, text]) => [file, applyEdits(text, renaming.edits.get(file) ?? [])]),
  )
  const wanted = Object.entries(files.expected).map(([file, text]) => [
    file,
    text.replace(/«[^»]*»/g, newName).replace(/[‹›]/g, ''),
  ])
  assert.deepEqual(edited, Object.fromEntries(wanted.map(([file, text]) => [file, text])))
}

function refuses(texts: Texts, reason: RegExp): void {
  const { place } = marked(texts)
  for (const answer of [prepareRename(place), rename(place, 'new-name')]) {
    assert.ok('refusal' in answer, JSON.stringify(answer))
    assert.match(answer.refusal, reason)
  }
}

function refusesName(texts: Texts, newName: string, reason: RegExp): void {
  const { place } = marked(texts)
  assert.ok('range' in prepareRename(place))
  const answer = rename(place, newName)
  assert.ok('refusal' in answer, `"${newName}" is not refused.`)
  assert.match(answer.refusal, reason)
}

const roles = (spec: string) => policy('OrganizationDesign', 'roles', spec)
const norms = (owner: string) => policy('CulturalNorms', 'norms', 'values: []', `, owner: ${owner}`)
const deal = (name: string, spec: string) => policy('PartnerAgreement', name, `partner: { name: orion }\n${spec}`)

describe('rename', () => {
  it('replaces the name alone, where it is declared and in every use, and keeps the quotes', () =>
    renames(
      {
        'a.yaml': norms(`"‹«head-of-|sales»›" # ours`),
        'b.yaml': roles(`roles:\n- { name: '«head-of-sales»' }\n- { name: other, lineManager: «head-of-sales» }`),
        'c.yaml': policy('CulturalNorms', 'broken', 'values: [', ', owner: «head-of-sales»'),
        'd.yaml': policy('GovernanceCalendar', 'm', 'bodies:\n- name: head-of-sales\n  chair: >-\n    «head-of-sales»'),
      },
      'head-of-customers',
    ))
  it('works in every line break and beyond the first document', () =>
    renames(
      { 'a.yaml': `${norms('«head»')}---\n${roles('roles:\n- name: ‹«head|»›\n')}`.replaceAll('\n', '\r\n') },
      'chief',
    ))
  it('renames an agreement in its qualified names, and nothing else', () =>
    renames(
      {
        'a.yaml': deal('‹«|orion»›', 'commitments: [{ name: orion }]'),
        'b.yaml': policy(
          'ResourceAllocation',
          'm',
          'allocations:\n- { name: x, commitment: «orion»/orion }\n- { name: y, commitment: "«orion»/gone" }\ninitiatives: [{ name: orion, agreement: «orion» }]',
        ),
      },
      'orion-2',
    ))
  it('renames what an agreement declares in it and behind its name', () =>
    renames(
      {
        'a.yaml': deal('one', 'governance: { bodies: [{ name: «board» }], decisions: [{ name: d, body: «board» }] }'),
        'b.yaml': policy(
          'GovernanceCalendar',
          'm',
          'jointBodies: [{ body: one/‹«bo|ard»› }, { body: two/board }]\nbodies: [{ name: board }]',
        ),
        'c.yaml': deal('two', 'governance: { bodies: [{ name: board }] }'),
      },
      'committee',
    ))
  it('renames a partner in every agreement with it', () =>
    renames(
      {
        'a.yaml': deal('one', '').replace('orion', '«orion»'),
        'b.yaml': deal('two', '').replace('orion', '«orion»'),
        'c.yaml': policy('GovernanceCalendar', 'm', 'blackouts: [{ name: orion, partner: ‹«ori|on»› }]'),
      },
      'orion-biosciences',
    ))
  it('renames policies of every kind', () =>
    renames({ 'a.yaml': policy('CulturalNorms', '‹«no|rms»›', 'values: []') }, 'culture'))
  it('writes where an alias takes the name from', () =>
    renames(
      {
        'a.yaml': roles(
          'roles:\n- name: &h ‹«he|ad»›\n- { name: a, lineManager: *h }\n- &b { name: c, lineManager: «head» }\n- { <<: *b, name: d }',
        ),
      },
      'chief',
    ))
  it('renames an anchor and its aliases', () => {
    renames(
      { 'a.yaml': roles('roles:\n- &‹«ba|se»› { name: base }\n- { <<: *«base», name: b }\n- &other { name: c }') },
      'first',
    )
    const two = { 'a.yaml': roles('roles:\n- &a { name: base }\n- &b { <<: *|a, name: b }') }
    refusesName(two, 'b', /Another anchor of this file is called "b"/)
    refusesName(two, 'b c', /letters, digits and hyphens/)
  })
  it('changes nothing when the name stays', () => {
    const answer = rename(marked({ 'a.yaml': roles('roles: [{ name: he|ad }]') }).place, 'head')
    assert.deepEqual('edits' in answer && [...answer.edits], [])
  })
})

describe('a rename that is refused', () => {
  const head = { 'a.yaml': roles('roles: [{ name: he|ad }, { name: other }]\nunits: [{ name: sales }]') }

  it('says that there is no name', () => {
    refuses({ 'a.yaml': policy('CulturalNorms', 'norms', 'val|ues: []') }, /no name to rename here/)
    refuses({ 'a.yaml': norms('"|?"') }, /not filled in yet/)
    refuses({ 'a.yaml': norms('?').replace('?', '"?head|"') }, /not filled in yet/)
    refuses({ 'a.yaml': '|' }, /no name to rename here/)
  })
  it('says that the company does not declare it', () =>
    refuses({ 'a.yaml': norms('he|ad') }, /No policy of this company declares "head"/))
  it('says that the name may mean several things', () => {
    const texts = { 'a.yaml': norms('sa|les'), 'b.yaml': roles('roles: [{ name: sales }]\nunits: [{ name: sales }]') }
    refuses(texts, /the name of 2 things/)
    refuses(
      { 'a.yaml': norms('sales'), 'b.yaml': roles('roles: [{ name: sa|les }]\nunits: [{ name: sales }]') },
      /"sales" is the name of a role and of a unit, and either may be meant in a.yaml, line 3\. Give the unit/,
    )
  })
  it('says what a name looks like, and offers the nearest', () => {
    refusesName(head, 'Head of Zürich', /such as "head-of-zurich"/)
    refusesName(head, '', /such as "head-of-alliances"/)
    for (const name of ['a b', 'a_b', '-a', 'a-', 'a--b', 'a/b', '?', 'é']) refusesName(head, name, /cannot be a name/)
    for (const name of ['12', 'true', 'null', '1e3']) refusesName(head, name, /would be read as/)
  })
  it('takes for a name what the schema takes', () => {
    const { pattern } = JSON.parse(readFileSync('schemas/common.schema.json', 'utf8')).$defs.name
    for (const name of ['a', 'a-b', 'a1-2', 'A', 'a-', '-a', 'a b', 'a--b', 'a.b', '']) {
      const answer = rename(marked(head).place, name)
      assert.equal('edits' in answer, new RegExp(pattern).test(name), name)
    }
  })
  it('says that the name is taken', () => {
    refusesName(head, 'other', /Another role is called "other"/)
    refusesName(
      { 'a.yaml': policy('CulturalNorms', 'no|rms', ''), 'b.yaml': policy('CulturalNorms', 'other', '') },
      'other',
      /Another CulturalNorms/,
    )
    const { place } = marked(head)
    assert.ok('edits' in rename(place, 'sales'), 'A unit is in the way of a role only where either may be meant.')
  })
  it('says that a place could mean two things then', () => {
    refusesName({ ...head, 'b.yaml': norms('head') }, 'sales', /A unit is called "sales" already, and there are places/)
    refusesName(
      { ...head, 'b.yaml': norms('sales') },
      'sales',
      /A unit is called "sales" already, and there are places/,
    )
  })
  it('says that an alias shares the text with something else', () => {
    const shared = (name: string, title: string) => ({
      'a.yaml': roles(`roles:\n- { name: ${name}, title: ${title} }`),
    })
    refuses(shared('&n he|ad', '*n'), /written in a.yaml, line 6 once for several values/)
    refuses(
      { 'a.yaml': roles('roles: [{ name: &n he|ad }]\nunits: [{ name: *n }]') },
      /once for several values, through an alias, and not all of them mean this role/,
    )
  })
  it('says that the name is not written out plainly', () =>
    refuses(
      { 'a.yaml': norms('he|ad'), 'b.yaml': roles('roles: [{ name: "he\\u0061d" }]') },
      /cannot be replaced in b.yaml, line 5/,
    ))
})
