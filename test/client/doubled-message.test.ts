import assert from 'node:assert/strict'
import { isDouble } from '../../client/doubled-message.ts'
import { readPolicyFile } from '../../server/language/policy-file.ts'

const head = 'apiVersion: leadership/v1\nkind: IncentivePlan\n'

function doublesIn(text: string): readonly boolean[] {
  const problems = readPolicyFile(head + text).documents.flatMap((document) => document.problems)
  return problems.map(({ rule, message }) => isDouble(rule, message))
}

describe('Beside another checker of YAML, Concord leaves to it', () => {
  it('what any parser reports', () => {
    for (const text of ['metadata: { name: "a }\n', 'metadata:\n\tname: a\n', 'kind: Accountability\n'])
      assert.deepEqual(new Set(doublesIn(text)), new Set([true]), text)
  })
  it('but not the marks of a merge conflict', () => {
    assert.deepEqual(doublesIn('metadata:\n<<<<<<< ours\n  name: a\n=======\n  name: b\n>>>>>>> theirs\n').at(0), false)
  })
  it('nor what is wrong with a policy', () => {
    const doubles = doublesIn('metadata: { name: a, titel: b }\nspec: {}\n')
    assert.ok(doubles.length > 0)
    assert.ok(!doubles.includes(true))
  })
})
