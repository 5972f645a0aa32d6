import assert from 'node:assert/strict'
import { definition } from '../../server/features/definition.ts'
import { marked, markedAgain, policy } from './marked-files.ts'

/** « » mark where the definition leads, ‹ › what it comes from. */
function leads(texts: Readonly<Record<string, string>>): void {
  const files = marked(texts)
  const found = definition(files.place)
  assert.ok(found, 'There is no definition.')
  const origin = { file: files.place.name, range: found.origin, marks: '‹›' }
  assert.deepEqual(markedAgain(files.texts, [origin, ...found.targets]), files.expected)
}

function leadsNowhere(texts: Readonly<Record<string, string>>): void {
  assert.equal(definition(marked(texts).place), undefined)
}

const roles = policy('OrganizationDesign', 'roles', 'roles:\n- { name: «head-of-sales» }')
const agreement = (name: string, spec = '') =>
  policy('PartnerAgreement', name, `partner: { name: orion }\ngovernance:\n  bodies:\n  - name: steering\n${spec}`)

describe('definition', () => {
  it('leads from a reference to the declaration in another file', () =>
    leads({
      'a.yaml': policy('GovernanceCalendar', 'meetings', 'bodies:\n- { name: board, chair: ‹head-of-|sales› }'),
      'b.yaml': roles,
    }))
  it('leaves the quotes out, and works at the end of the name', () =>
    leads({
      'a.yaml': policy('GovernanceCalendar', 'meetings', `bodies:\n- { name: board, members: ["‹head-of-sales|›"] }`),
      'b.yaml': roles.replace('«head-of-sales»', `'«head-of-sales»'`),
    }))
  it('gives the whole item beside the name', () => {
    const { place, texts } = marked({
      'a.yaml': policy(
        'OrganizationDesign',
        'roles',
        'roles:\n- name: head\n  title: Head\n- name: other\n  lineManager: he|ad',
      ),
    })
    const whole = definition(place)?.targets[0]?.whole
    assert.equal(texts['a.yaml']?.slice(whole?.start, whole?.end).trimEnd(), 'name: head\n    title: Head')
  })
  it('knows the two parts of a qualified name', () => {
    const joint = (reference: string) =>
      policy('GovernanceCalendar', 'meetings', `jointBodies:\n- body: ${reference}\n  meets: { dates: [] }`)
    leads({
      'a.yaml': joint('‹ori|on-deal›/steering'),
      'b.yaml': agreement('«orion-deal»'),
      'c.yaml': agreement('other-deal'),
    })
    leads({
      'a.yaml': joint('orion-deal/‹steer|ing›'),
      'b.yaml': agreement('orion-deal').replace('steering', '«steering»'),
      'c.yaml': agreement('other-deal'),
    })
    leads({ 'a.yaml': joint('‹orion-deal|›/unknown'), 'b.yaml': agreement('«orion-deal»') })
    leadsNowhere({ 'a.yaml': joint('orion-deal/unkn|own'), 'b.yaml': agreement('orion-deal') })
  })
  it('finds what only the same document declares', () => {
    const levels = (name: string, declared: string, used: string) =>
      policy(
        'PerformanceCalibration',
        name,
        `scale:\n- name: ${declared}\nconsequences:\n- { level: ${used}, action: training }`,
      )
    leads({
      'a.yaml': `${levels('one', 'low', 'low')}---\n${levels('two', '«low»', '‹|low›')}`,
      'b.yaml': levels('three', 'low', 'low'),
    })
    leads({
      'a.yaml': agreement('first'),
      'b.yaml': agreement('second', '  decisions:\n  - { name: budget, body: ‹steer|ing› }').replace(
        'steering',
        '«steering»',
      ),
    })
  })
  it('leads to every agreement that names a partner', () =>
    leads({
      'a.yaml': policy('GovernanceCalendar', 'meetings', 'blackouts:\n- { name: x, partner: ‹o|rion› }'),
      'b.yaml': agreement('one').replace('orion', '«orion»'),
      'c.yaml': agreement('two').replace('orion', '«orion»'),
    }))
  it('leads to everything that a name may mean, and to nothing else of that name', () =>
    leads({
      'a.yaml': policy('CulturalNorms', 'norms', 'values: [{ name: sales }]', ', owner: ‹sal|es›'),
      'b.yaml': policy('OrganizationDesign', 'design', 'units: [{ name: «sales» }]\nroles: [{ name: «sales» }]'),
    }))
  it('stays at a declaration', () => {
    leads({ 'b.yaml': policy('OrganizationDesign', 'roles', 'roles:\n- { name: ‹«head|-of-sales»› }') })
    leads({ 'b.yaml': policy('CulturalNorms', '‹«no|rms»›', 'values: []') })
  })
  it('finds declarations in policies out of force and in broken documents', () =>
    leads({
      'a.yaml': policy('CulturalNorms', 'norms', 'values: []', ', owner: ‹head-of-|sales›'),
      'b.yaml': policy(
        'OrganizationDesign',
        'old',
        'roles:\n- { name: «head-of-sales» }',
        ', effective: { from: 2019-01-01, to: 2019-12-31 }',
      ),
      'c.yaml': policy('OrganizationDesign', 'broken', 'roles:\n- name: «head-of-sales»\n  level: [1\n- name: x: y'),
    }))
  it('leads from an alias and from a merge key to the anchor', () => {
    const spec = 'roles:\n- «&head»\n  name: head-of-sales\n- name: other\n'
    leads({ 'a.yaml': policy('OrganizationDesign', 'roles', `${spec}  <<: ‹*he|ad›`) })
    leads({ 'a.yaml': policy('OrganizationDesign', 'roles', `${spec}  ‹<|<›: *head`) })
    leads({ 'a.yaml': policy('OrganizationDesign', 'roles', `${spec}  ‹|<<›:\n  # both\n  - *head`) })
    leads({
      'a.yaml': policy(
        'OrganizationDesign',
        'roles',
        'roles:\n- { name: «&a» x, lineManager: ‹|*a› }\n- { name: &a y }',
      ),
    })
    leadsNowhere({
      'a.yaml': `${policy('OrganizationDesign', 'roles', 'roles:\n- { name: &a x }')}---\nlineManager: *|a`,
    })
    leadsNowhere({ 'a.yaml': policy('OrganizationDesign', 'roles', 'description: >\n  &a\n  *|a') })
  })
  it('leads from a text that aliases take elsewhere', () =>
    leads({
      'a.yaml': policy(
        'OrganizationDesign',
        'roles',
        'x: [&a ‹he|ad›]\nroles:\n- name: «head»\n- { name: b, lineManager: *a }',
      ),
    }))
  it('leads nowhere from what is no name, or not declared', () => {
    leadsNowhere({ 'a.yaml': policy('CulturalNorms', 'norms', 'values: []', ', title: no|rms'), 'b.yaml': roles })
    leadsNowhere({
      'a.yaml': policy('CulturalNorms', 'norms', 'values: []', ', owner: head-of-|purchase'),
      'b.yaml': roles,
    })
    leadsNowhere({ 'a.yaml': policy('CulturalNorms', 'norms', 'values: []', ', owner: "?|"'), 'b.yaml': roles })
    leadsNowhere({ 'a.yaml': 'owner: head-of-|sales', 'b.yaml': roles })
    leadsNowhere({ 'a.yaml': '|' })
  })
})
