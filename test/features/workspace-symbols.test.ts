import assert from 'node:assert/strict'
import { matchScore } from '../../server/features/subsequence.ts'
import { workspaceSymbols } from '../../server/features/workspace-symbols.ts'
import { policy } from './marked-files.ts'
import { opened } from './opened-files.ts'

const texts = new Map([
  [
    'a.yaml',
    policy(
      'OrganizationDesign',
      'design',
      'roles:\n- { name: head-of-sales, title: Vertriebsleiter }\n- { name: sales-lead }\nunits:\n- { name: sales }',
    ),
  ],
  ['b.yaml', policy('CulturalNorms', 'sales-norms', 'values: [{ name: openness }]', ', title: How we sell')],
  ['c.yaml', policy('OrganizationDesign', 'broken', 'roles:\n- { name: salesman, title: x }\n- { name: "')],
])
const { company } = opened(texts, 'a.yaml')

function found(query: string, limit = 10): readonly string[] {
  return workspaceSymbols(company, query, limit).map(({ name }) => name)
}

describe('workspace symbols', () => {
  it('are declared things and policies, with where they are declared', () => {
    const [symbol, ...others] = workspaceSymbols(company, 'vertrieb', 10)
    const start = texts.get('a.yaml')?.indexOf('head-of-sales') ?? 0
    assert.deepEqual(others, [])
    assert.deepEqual(symbol, {
      file: 'a.yaml',
      range: { start, end: start + 'head-of-sales'.length },
      name: 'head-of-sales',
      title: 'Vertriebsleiter',
      sort: 'role',
      container: 'design',
    })
    const [norms] = workspaceSymbols(company, 'How we sell', 10)
    assert.deepEqual([norms?.name, norms?.sort, norms?.container], ['sales-norms', 'CulturalNorms', ''])
  })
  it('come best first, also from broken documents', () =>
    assert.deepEqual(found('sales'), ['sales', 'salesman', 'sales-lead', 'sales-norms', 'head-of-sales']))
  it('need the letters in their order only', () => {
    assert.deepEqual(found('hos'), ['sales-norms', 'head-of-sales'], 'How we sell')
    assert.deepEqual(found('soh'), [])
    assert.deepEqual(found('HEAD of'), ['head-of-sales'])
  })
  it('are no more than wanted', () => {
    assert.equal(found('', 3).length, 3)
    assert.equal(found('').length, 8)
    assert.deepEqual(found('sales', 1), ['sales'])
  })
})

describe('the score of a match', () => {
  it('counts beginnings more than the inside, and letters together more than apart', () => {
    const texts = ['sales', 's-a-les', 'sales-lead', 'head-of-sales', 'wholesales', 'shallow-eves']
    const scores = texts.map((text) => matchScore('sales', text))
    assert.deepEqual(
      scores,
      [...scores].sort((a, b) => b - a),
    )
    assert.equal(new Set(scores).size, 5, 's-a-les is sales, too')
    assert.ok(matchScore('dm', 'diagnostics-marketing') > matchScore('dm', 'people-and-money'))
  })
})
