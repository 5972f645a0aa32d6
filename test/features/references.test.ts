import assert from 'node:assert/strict'
import { highlights } from '../../server/features/highlights.ts'
import { references } from '../../server/features/references.ts'
import { marked, markedAgain, policy } from './marked-files.ts'

type Texts = Readonly<Record<string, string>>

/** « » mark declarations and ‹ › uses, in all files for the references, in the first for the highlights. */
function usedAt(texts: Texts): void {
  const files = marked(texts)
  const unmarked = (texts: Texts, marks: RegExp) =>
    Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, text.replace(marks, '')]))
  assert.deepEqual(
    markedAgain(files.texts, marks(references(files.place, false), '‹›')),
    unmarked(files.expected, /[«»]/g),
  )
  const all = Object.fromEntries(
    Object.entries(files.expected).map(([file, text]) => [file, text.replaceAll('«', '‹').replaceAll('»', '›')]),
  )
  assert.deepEqual(markedAgain(files.texts, marks(references(files.place, true), '‹›')), all)
  const name = files.place.name
  const shown = highlights(files.place).map(({ range, kind }) => ({
    file: name,
    range,
    marks: kind === 'write' ? '«»' : '‹›',
  }))
  assert.equal(markedAgain(files.texts, shown)[name], files.expected[name])
}

function marks<T>(ranges: readonly T[], marks: string): readonly (T & { marks: string })[] {
  return ranges.map((range) => ({ ...range, marks }))
}

const joint = (name: string, spec: string) =>
  policy('PartnerAgreement', name, `partner: { name: orion, roles: [{ name: chair }] }\n${spec}`)

describe('references and highlights', () => {
  it('are all uses in all files, also in policies out of force and in broken documents', () =>
    usedAt({
      'a.yaml': policy(
        'OrganizationDesign',
        'roles',
        'roles:\n- name: «head-of-|sales»\n- { name: b, lineManager: "‹head-of-sales›" }',
      ),
      'b.yaml': policy(
        'CulturalNorms',
        'old',
        'values: []',
        ', owner: ‹head-of-sales›, effective: { from: 2019-01-01, to: 2019-12-31 }',
      ),
      'c.yaml': policy(
        'GovernanceCalendar',
        'broken',
        'bodies:\n- name: board\n  members: [other, ‹head-of-sales›\n  chair: "',
      ),
      'd.yaml': policy('CulturalNorms', 'head-of-sales', 'values: [{ name: head-of-sales, title: head-of-sales }]'),
    }))
  it('are the same from a use', () =>
    usedAt({
      'a.yaml': policy('CulturalNorms', 'norms', 'values: []', ', owner: ‹head-of-sal|es›'),
      'b.yaml': policy('OrganizationDesign', 'roles', 'roles:\n- name: «head-of-sales»'),
    }))
  it('count lists of names once', () =>
    usedAt({
      'a.yaml': policy(
        'DecisionRights',
        'rights',
        'decisions:\n- { name: x, raci: { responsible: [‹he|ad›, b], informed: ‹head› } }',
      ),
      'b.yaml': policy('OrganizationDesign', 'roles', 'roles: [{ name: «head» }]'),
    }))
  it('of an agreement are its qualified names, too', () =>
    usedAt({
      'a.yaml': joint('«orion-|deal»', 'commitments: [{ name: people }]'),
      'b.yaml': policy(
        'ResourceAllocation',
        'money',
        'allocations:\n- { name: x, commitment: ‹orion-deal›/people }\n- { name: y, commitment: ‹orion-deal›/none }\ninitiatives:\n- { name: z, agreement: ‹orion-deal› }',
      ),
      'c.yaml': joint('other-deal', ''),
    }))
  it('of what an agreement declares are those in it and the qualified ones', () =>
    usedAt({
      'a.yaml': joint(
        'one',
        'governance:\n  bodies: [{ name: «board», theirMembers: [chair] }]\n  decisions: [{ name: d, body: ‹boa|rd› }]',
      ),
      'b.yaml': policy(
        'GovernanceCalendar',
        'meetings',
        'jointBodies: [{ body: one/‹board› }, { body: two/board }]\nbodies: [{ name: board }]',
      ),
      'c.yaml': joint('two', 'governance:\n  bodies: [{ name: board }]\n  decisions: [{ name: d, body: board }]'),
    }))
  it('stay in the document where only that knows the name', () =>
    usedAt({
      'a.yaml': policy(
        'PerformanceCalibration',
        'one',
        'scale: [{ name: «lo|w» }]\ndistribution: { levels: [{ level: ‹low› }] }',
      ),
      'b.yaml': policy(
        'PerformanceCalibration',
        'two',
        'scale: [{ name: low }]\ndistribution: { levels: [{ level: low }] }',
      ),
    }))
  it('stand at the alias that brings a name in', () =>
    usedAt({
      'a.yaml': policy(
        'OrganizationDesign',
        'roles',
        'roles:\n- &base { name: «he|ad», unit: u, lineManager: ‹head› }\n- { <<: ‹*base›, name: b }\n- name: c\n  dottedLines: [{ to: ‹*who› }]\n',
      ).replace('metadata: {', 'metadata: { owner: &who ‹head›,'),
    }))
  it('of an anchor are its aliases in the document', () => {
    usedAt({
      'a.yaml': policy(
        'OrganizationDesign',
        'roles',
        'roles:\n- «&ba|se» { name: head }\n- { <<: [‹*base›], name: b }\n- ‹*base›\n---\n- *base',
      ),
    })
    usedAt({
      'a.yaml': policy('OrganizationDesign', 'roles', 'roles:\n- &a { name: head }\n- «&a» { name: b }\n- ‹*|a›'),
    })
  })
  it('of a name that is not declared are its other uses', () =>
    usedAt({
      'a.yaml': policy('CulturalNorms', 'norms', 'values: []', ', owner: ‹some|body›'),
      'b.yaml': policy(
        'GovernanceCalendar',
        'meetings',
        'bodies: [{ name: b, chair: ‹somebody›, decides: [somebody] }]',
      ),
    }))
  it('leave out what means another thing of the same name', () =>
    usedAt({
      'a.yaml': policy(
        'OrganizationDesign',
        'design',
        'units: [{ name: sales }]\nroles: [{ name: «sa|les», unit: sales, lineManager: ‹sales› }]',
      ),
      'b.yaml': policy('CulturalNorms', 'norms', 'values: []', ', owner: ‹sales›'),
    }))
  it('leave out what means a thing that another file declares', () =>
    usedAt({
      'a.yaml': policy('GovernanceCalendar', 'm', 'bodies: [{ name: b, chair: ‹sal|es› }]', ', owner: sales'),
      'b.yaml': policy('OrganizationDesign', 'design', 'units: [{ name: sales }]'),
    }))
  it('are none where there is no name', () => {
    const { place } = marked({ 'a.yaml': policy('CulturalNorms', 'norms', 'val|ues: []') })
    assert.deepEqual([references(place, true), highlights(place)], [[], []])
  })
})
