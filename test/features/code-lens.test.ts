import assert from 'node:assert/strict'
import { codeLenses, referencesOfLens } from '../../server/features/code-lens.ts'
import { forced } from '../command/policies.ts'
import { opened } from './opened-files.ts'

const roles = `# Our roles
apiVersion: leadership/v1
kind: OrganizationDesign
metadata:
  name: roles
  owner: head-of-people
spec:
  roles:
    - name: head-of-people
    - { name: head-of-sales }
`
const norms = (name: string, owner: string): string => `apiVersion: leadership/v1
kind: CulturalNorms
metadata:
  name: ${name}
  owner: ${owner}
spec: {}
`

function titles(texts: ReadonlyMap<string, string> | string, name?: string): readonly string[] {
  return codeLenses(opened(texts, name)).map(({ title }) => title)
}

describe('the code lens of references', () => {
  const files = new Map([
    ['roles.yaml', roles],
    ['a.yaml', `${norms('a', 'head-of-people')}---\n${norms('b', 'head-of-sales')}`],
    ['c.yaml', norms('c', 'somebody-else')],
  ])

  it('counts the other policies that refer to something declared here', () =>
    assert.deepEqual(titles(files, 'roles.yaml'), ['referenced by 2 policies']))

  it('leads to the places', () => {
    const file = opened(files, 'roles.yaml')
    const places = referencesOfLens(file, 0).map(({ file: name, range }) => [
      name,
      files.get(name)?.slice(range.start, range.end),
    ])
    assert.deepEqual(places, [
      ['a.yaml', 'head-of-people'],
      ['a.yaml', 'head-of-sales'],
    ])
  })
  it('says so where nothing refers to it', () => assert.deepEqual(titles(roles), ['not referenced']))

  it('counts references to what an agreement holds', () => {
    const agreement = `apiVersion: leadership/v1
kind: PartnerAgreement
metadata:
  name: quillon
spec:
  commitments: [{ name: engineers }]
`
    const plan = `apiVersion: leadership/v1
kind: ResourceAllocation
metadata:
  name: plan
spec:
  allocations: [{ name: theirs, commitment: quillon/engineers }]
`
    const texts = new Map([
      ['agreement.yaml', agreement],
      ['plan.yaml', plan],
    ])
    assert.deepEqual(titles(texts, 'agreement.yaml').slice(0, 1), ['referenced by 1 policy'])
  })
  it('is left out where nothing can refer to the policy', () => assert.deepEqual(titles(norms('a', 'x')), []))
})

describe('the code lens of the score', () => {
  it('shows the share of checks passed, and the barriers', () =>
    assert.deepEqual(titles(forced), ['score 0 of 100, 1 barrier']))
  it('shows that there are none', () =>
    assert.deepEqual(titles(forced.replace('mode: forced', 'mode: expected')), ['score 100 of 100, no barriers']))
  it('stands above each policy of the file, whichever of version and kind comes first', () => {
    const turned = forced.replace('name: ratings', 'name: more').replace(/^(apiVersion: .*\n)(kind: .*\n)/, '$2$1')
    const text = `${forced}---\nother: document\n---\n${turned}`
    const lenses = codeLenses(opened(text))
    assert.deepEqual(
      lenses.map(({ range, document }) => [text.slice(range.start, range.end), document]),
      [
        ['apiVersion', 0],
        ['kind', 2],
      ],
    )
    assert.equal(lenses[1]?.range.start, text.lastIndexOf('kind:'))
  })
  it('is left out for YAML that is no policy', () => assert.deepEqual(titles('kind: Pod\n'), []))
})
