import assert from 'node:assert/strict'
import { completion } from '../../server/features/completion.ts'
import { completionDocs } from '../../server/features/completion-docs.ts'
import type { Place } from '../../server/features/place.ts'
import { chosen, chosenPlainly, itemAt, labelsAt, placeIn } from './completing.ts'
import { policy } from './marked-files.ts'

const others = {
  'org/roles.yaml': policy(
    'OrganizationDesign',
    'organization',
    'roles: [{ name: head-of-sales, title: Head of Sales }, { name: "2027" }]\nunits: [{ name: sales, title: Sales }]',
    ', owner: sales',
  ),
  'deal.yaml': policy(
    'PartnerAgreement',
    'orion',
    'partner: { name: orion-bio, title: Orion, roles: [{ name: manager, title: Manager }] }\ntype: supply\ngovernance: { bodies: [{ name: board, title: Joint board }] }\ncommitments:\n- { name: chemists, title: Two chemists, by: us, resource: people, class: committed, skill: chemistry, fte: 2 }\n- { name: money, by: us, resource: money, class: committed, money: { amount: 1, currency: SEK }, per: year }',
    ', owner: sales',
  ),
}

function at(kind: string, marked: string): Place {
  return placeIn(policy(kind, 'this', marked), others)
}

function labels(kind: string, marked: string): readonly string[] {
  return labelsAt(at(kind, marked))
}

/** The last line after a value was chosen. */
function line(kind: string, marked: string, label: string): string | undefined {
  return chosen(at(kind, marked), label).trimEnd().split('\n').at(-1)
}

function docs(place: Place, label: string): string | undefined {
  return completionDocs(place, completion(place)?.origins ?? [], label, (rule) => rule)
}

describe('completion of values', () => {
  it('offers what a field takes, with what it means', () => {
    assert.deepEqual(labels('PartnerAgreement', 'commitments:\n- class: |'), ['committed', 'best-effort'])
    assert.notEqual(itemAt(at('PartnerAgreement', 'commitments:\n- class: |'), 'committed').about, '')
    assert.deepEqual(labels('PartnerAgreement', 'servesNorthStar: |'), ['true', 'false'])
    assert.deepEqual(labels('CulturalNorms', 'recognition:\n- group: |'), [])
    assert.deepEqual(labels('PartnerAgreement', 'northStar: |'), [])
  })
  it('offers the kinds, and what each is about', () => {
    const place = placeIn('apiVersion: leadership/v1\nkind: |')
    assert.equal(labelsAt(place).length, 11)
    assert.match(itemAt(place, 'CulturalNorms').about, /\w+ \w+/)
    assert.ok(
      labelsAt(placeIn('apiVersion: leadership/v1\nkind: Cult|ure\nspec:\n  values: []')).includes('CulturalNorms'),
    )
    assert.deepEqual(labelsAt(placeIn('apiVersion: lead|')), ['leadership/v1'])
  })
  it('replaces the whole written word, whatever it is', () => {
    for (const word of ['|', 'c|om', '|commi', 'commi|', '?|', '?what class|', '"|"', "'c|'", '"co|'])
      assert.match(
        line('PartnerAgreement', `commitments:\n- class: ${word}`, 'committed') ?? '',
        /^ {2}- class: (["']?)committed\1$/,
        word,
      )
    assert.equal(
      line('PartnerAgreement', 'commitments: [{ class: com|, name: a }]', 'committed'),
      '  commitments: [{ class: committed, name: a }]',
    )
    assert.equal(line('PartnerAgreement', 'commitments:\n- class: | # why', 'committed'), '  - class: committed # why')
  })
  it('puts in the space that is missing', () => {
    assert.equal(line('PartnerAgreement', 'commitments:\n- class:|', 'committed'), '  - class: committed')
    assert.equal(line('PartnerAgreement', 'commitments:\n- class:com|', 'committed'), '  - class: committed')
    assert.equal(line('PartnerAgreement', 'commitments:\n- class:| com', 'committed'), '  - class: committed')
    assert.equal(line('CulturalNorms', 'speakUp:\n  openTo:\n  -|', 'employees'), '    - employees')
  })
  it('is found by what is written there, also where that only marks what is missing', () => {
    assert.equal(itemAt(at('PartnerAgreement', 'commitments:\n- class: com|'), 'committed').filter, 'committed')
    assert.equal(itemAt(at('PartnerAgreement', 'commitments:\n- class: "c|"'), 'committed').filter, '"committed')
    assert.equal(
      itemAt(at('PartnerAgreement', 'commitments:\n- class: ?class|'), 'committed').filter,
      '?class committed',
    )
  })
  it('offers a value on a line of its own', () =>
    assert.equal(line('PartnerAgreement', 'commitments:\n- class:\n    |', 'committed'), '      committed'))
  it('offers today, and the dates of the document', () => {
    const place = at(
      'PartnerAgreement',
      'term: { from: 2026-01-01, to: 2028-12-31 }\nexclusivity:\n- { name: a, until: | }',
    )
    assert.deepEqual(labelsAt(place), ['2026-11-23', '2026-01-01', '2028-12-31'])
    assert.equal(itemAt(place, '2026-11-23').about, 'today')
    const again = at('PartnerAgreement', 'term: { from: 2026-01-01, to: 2028-12-31 }\nconfidentiality: { to: | }')
    assert.equal(labelsAt(again)[1], '2028-12-31', 'The date under the same key comes first.')
  })
  it('offers the currencies and the words that are in use', () => {
    assert.deepEqual(labels('PartnerAgreement', 'commitments:\n- money: { amount: 1, currency: | }'), ['SEK'])
    assert.deepEqual(labels('PartnerAgreement', 'commitments:\n- skill: |'), ['chemistry'])
    assert.deepEqual(labelsAt(placeIn(policy('PartnerAgreement', 'a', 'commitments:\n- money: { currency: | }'))), [
      'EUR',
    ])
    assert.deepEqual(labels('PartnerAgreement', 'commitments:\n- name: |'), [])
  })
  it('calls a policy like its file', () =>
    assert.deepEqual(labelsAt(placeIn('apiVersion: leadership/v1\nmetadata:\n  name: |', {}, 'a/Orion deal_2.yml')), [
      'orion-deal-2',
    ]))
  it('offers a mapping and its list as a whole', () => {
    assert.equal(
      chosen(at('PartnerAgreement', 'partner: |'), 'Partner').slice(-56),
      '\nspec:\n  partner:\n    name: ‹?name›\n    title: ‹?title›\n',
    )
    assert.match(
      chosen(at('PartnerAgreement', 'commitments:|'), 'Commitment'),
      /commitments:\n {4}- name: ‹\?name›\n {6}by: /,
    )
    assert.match(
      chosen(at('PartnerAgreement', 'commitments: [|]'), 'Commitment'),
      /commitments: \[\{ name: ‹\?name›, .* \}\]\n/,
    )
    assert.match(
      chosen(at('PartnerAgreement', 'commitments:\n  - |'), 'Commitment'),
      /\n {4}- name: ‹\?name›\n {6}by: /,
    )
    assert.match(chosen(at('PartnerAgreement', 'commitments:\n  |'), 'Commitment'), /\n {4}- name: ‹\?name›\n {6}by: /)
  })
})

describe('completion of names', () => {
  it('offers everything of the sorts that fit, and where it is declared', () => {
    const place = at('CulturalNorms', 'partnerInformation:\n- approver: |')
    assert.deepEqual(labelsAt(place), ['head-of-sales', '2027'])
    const { title, about, sort } = itemAt(place, 'head-of-sales')
    assert.deepEqual([title, about, sort], ['Head of Sales', 'role in org/roles.yaml', 'name'])
    const owner = placeIn(policy('CulturalNorms', 'this', 'values: []', ', owner: |'), others)
    assert.deepEqual(labelsAt(owner), ['head-of-sales', '2027', 'sales'])
  })
  it('quotes a name that would be read as something else', () =>
    assert.equal(line('CulturalNorms', 'partnerInformation:\n- approver: |', '2027'), '  - approver: "2027"'))
  it('qualifies what other agreements declare, and not what this one does', () => {
    assert.deepEqual(labels('ResourceAllocation', 'allocations:\n- commitment: ori|'), [
      'orion/chemists',
      'orion/money',
    ])
    assert.equal(
      line('ResourceAllocation', 'allocations:\n- commitment: orion/|', 'orion/money'),
      '  - commitment: orion/money',
    )
    const own = 'governance:\n  bodies: [{ name: council }]\n  decisions:\n  - body: |'
    assert.deepEqual(labels('PartnerAgreement', own), ['council'])
    assert.deepEqual(labels('PartnerAgreement', 'partner: { roles: [{ name: own-role }] }\nsponsors: { theirs: | }'), [
      'own-role',
    ])
  })
  it('offers in a list what it does not have yet, with the mark where it is missing', () => {
    const bodies = 'bodies:\n- name: board\n  members: '
    assert.deepEqual(labels('GovernanceCalendar', `${bodies}[head-of-sales, |]`), ['2027'])
    assert.deepEqual(labels('GovernanceCalendar', `${bodies}\n  - head-of-sales\n  - |`), ['2027'])
    assert.ok(labels('GovernanceCalendar', `${bodies}[|]`).includes('head-of-sales'))
    assert.equal(line('GovernanceCalendar', `${bodies}\n    |`, 'head-of-sales'), '      - head-of-sales')
    assert.match(chosen(at('GovernanceCalendar', `${bodies}|`), 'head-of-sales'), /members:\n {4}- head-of-sales\n$/)
    assert.match(
      chosenPlainly(at('GovernanceCalendar', `${bodies}|`), 'head-of-sales'),
      /members: \[head-of-sales\]\n$/,
    )
  })
  it('offers a name alone where one will do', () =>
    assert.equal(line('DecisionRights', 'decisions:\n- decider: |', 'head-of-sales'), '  - decider: head-of-sales'))
  it('offers names in JSON in quotes', () => {
    const json = '{ "apiVersion": "leadership/v1", "kind": "CulturalNorms", "metadata": { "owner": | } }'
    assert.match(chosen(placeIn(json, others), 'sales'), /"owner": "sales" \} \}$/)
    assert.match(chosen(placeIn(json.replace('|', '"s|"'), others), 'sales'), /"owner": "sales" \} \}$/)
  })
})

describe('what is said of an item', () => {
  it('is what the schema says of a field and a value', () => {
    assert.match(docs(at('PartnerAgreement', '|'), 'partner') ?? '', /^\*\*Partner\*\* \(required\)/)
    assert.match(
      docs(at('PartnerAgreement', 'commitments:\n- class: |'), 'committed') ?? '',
      /^\*\*Class[\s\S]*`committed`: /,
    )
    assert.match(docs(at('PartnerAgreement', 'commitments:\n- |'), 'Commitment') ?? '', /^\*\*Commitment\*\*/)
    assert.match(docs(at('PartnerAgreement', 'commitments: |'), 'Commitment') ?? '', /^\*\*Commitment\*\*/)
    assert.match(docs(placeIn('|'), 'PartnerAgreement') ?? '', /^\*\*PartnerAgreement\*\*/)
    assert.match(docs(placeIn('kind: |'), 'CulturalNorms') ?? '', /^\*\*CulturalNorms\*\*/)
  })
  it('is what a thing is and where it is declared', () => {
    const said = docs(at('ResourceAllocation', 'allocations:\n- commitment: |'), 'orion/chemists') ?? ''
    assert.match(said, /^\*\*Two chemists\*\*[\s\S]*Declared in `deal.yaml`/)
    const bodies = 'bodies:\n- name: board\n  members:\n    |'
    assert.match(docs(at('GovernanceCalendar', bodies), 'head-of-sales') ?? '', /^\*\*Head of Sales\*\*/)
  })
})

describe('completion in a configuration', () => {
  const config = (marked: string): Place => placeIn(marked, {}, 'a/.concord.yaml')

  it('offers settings, presets and severities', () => {
    const labels = labelsAt(config('root: true\n|'))
    for (const setting of [
      'extends',
      'rules',
      'overrides',
      'ignore',
      'waivers',
      'baseline',
      'assumptions',
      'scorecard',
      'customRules',
    ])
      assert(labels.includes(setting), setting)
    assert(!labels.includes('root'))
    assert.deepEqual(labelsAt(config('extends: |')), ['concord:recommended', 'concord:strict', 'concord:all'])
    const severities = labelsAt(config('rules:\n  performance/forced-distribution: |'))
    assert.deepEqual(severities.slice(0, 4), ['off', 'info', 'warning', 'error'])
    assert.equal(chosen(config('extends: conc|'), 'concord:all'), 'extends: concord:all')
  })
  it('offers rules with what they find, but none twice', () => {
    const place = config('rules:\n  performance/forced-distribution: off\n  |')
    assert.ok(labelsAt(place).includes('language/syntax'))
    assert.ok(!labelsAt(place).includes('performance/forced-distribution'))
    assert.ok(labelsAt(config('overrides:\n- files: [a]\n  rules: { | }')).includes('language/syntax'))
    const found = config('rules:\n  perf|')
    assert.notEqual(itemAt(found, 'performance/forced-distribution').title, '')
    assert.match(docs(found, 'performance/forced-distribution') ?? '', /performance\/forced-distribution/)
    assert.equal(chosen(found, 'performance/forced-distribution'), 'rules:\n  performance/forced-distribution: ')
  })
  it('offers the options of a rule, and their defaults', () => {
    const rule = 'rules:\n  performance/forced-distribution-small-group:\n    options:\n      '
    const [option] = labelsAt(config(`${rule}|`))
    assert.ok(option !== undefined)
    assert.notEqual(docs(config(`${rule}|`), option), undefined)
    const values = completion(config(`${rule}${option}: |`))?.items ?? []
    assert.ok(values.some(({ about }) => about === 'the default'))
  })
})
