import assert from 'node:assert/strict'
import { type BarrierNode, barrierTree } from '../../client/barrier-tree.ts'
import type { Barrier, PolicyBarriers } from '../../client/messages.ts'

const uri = 'file:///company/pay/bonus.yaml'
const rangeOn = (line: number): Barrier['range'] => ({ start: { line, character: 4 }, end: { line, character: 9 } })

const pool: Barrier = {
  rule: 'performance/zero-sum-pool',
  title: 'A fixed pool is divided by who did better',
  severity: 'error',
  message: 'The pool is a fixed amount.',
  uri,
  range: rangeOn(50),
  fingerprint: '1:pool',
}
const goals: Barrier = {
  ...pool,
  title: 'Own results only',
  severity: 'info',
  range: rangeOn(30),
  fingerprint: '1:goals',
}

const bonus: PolicyBarriers = {
  kind: 'IncentivePlan',
  name: 'bonus',
  uri,
  range: rangeOn(5),
  counts: { error: 1, warning: 0, info: 1 },
  barriers: [pool, goals],
}

function treeOf(...policies: readonly PolicyBarriers[]): readonly BarrierNode[] {
  return barrierTree({
    components: [{ component: 'decision-making', counts: { error: 1, warning: 2, info: 0 }, policies }],
  })
}

function idsIn(nodes: readonly BarrierNode[]): readonly string[] {
  return nodes.flatMap(({ id, children }) => [id, ...idsIn(children)])
}

describe('The tree of barriers', () => {
  it('shows components, their policies, and the barriers in each', () => {
    const [component] = treeOf(bonus)
    const [policy] = component?.children ?? []
    const labels = [component, policy, ...(policy?.children ?? [])].map((node) => [node?.label, node?.description])
    assert.deepEqual(labels, [
      ['Decision-making', '1 error, 2 warnings'],
      ['bonus', 'Incentive plan'],
      ['A fixed pool is divided by who did better', 'line 51'],
      ['Own results only', 'line 31'],
    ])
  })
  it('leads from a barrier to its place', () => {
    const barrier = treeOf(bonus)[0]?.children[0]?.children[0]
    assert.deepEqual(barrier?.place, { uri, range: rangeOn(50) })
    assert.equal(barrier?.rule, 'performance/zero-sum-pool')
  })
  it('says in words what icons show', () => {
    const spoken = treeOf(bonus)[0]?.children[0]?.children.map((node) => node.spoken)
    assert.deepEqual(spoken, [
      'Error: A fixed pool is divided by who did better, line 51. The pool is a fixed amount.',
      'Note: Own results only, line 31. The pool is a fixed amount.',
    ])
  })
  it('keeps the ids of its rows when lines move', () => {
    const moved = { ...bonus, range: rangeOn(8), barriers: [{ ...pool, range: rangeOn(53) }, goals] }
    assert.deepEqual(idsIn(treeOf(moved)), idsIn(treeOf(bonus)))
  })
  it('has no two rows with one id, even where two policies have one name', () => {
    const ids = idsIn(treeOf(bonus, bonus))
    assert.equal(new Set(ids).size, ids.length)
  })
  it('calls a document whose kind is not known yet a policy', () => {
    assert.equal(treeOf({ ...bonus, kind: null })[0]?.children[0]?.description, 'Policy')
  })
})
