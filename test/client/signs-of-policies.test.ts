import assert from 'node:assert/strict'
import { configurationName, isSign, mayHaveBecomePolicy } from '../../client/signs-of-policies.ts'
import { configFileName } from '../../server/config/config-file.ts'

const policy = 'apiVersion: leadership/v1\nkind: IncentivePlan\n'

describe('Concord starts', () => {
  it('for a policy, whatever its file is called', () => {
    for (const path of ['/pay/bonus.yaml', '/notes.yml', '/policy.json', 'Untitled-1']) assert.ok(isSign(path, policy))
    assert.ok(isSign('/bonus.json', '{ "apiVersion": "leadership/v1" }'))
    assert.ok(isSign('/several.yaml', `apiVersion: v1\n---\n${policy}`))
  })
  it('for a configuration, even an empty one', () => {
    assert.ok(isSign('/company/.concord.yaml', ''))
  })
  it('for no other file', () => {
    assert.ok(!isSign('/deployment.yaml', 'apiVersion: apps/v1\nkind: Deployment\n'))
    assert.ok(!isSign('/leadership/policy.yaml', 'title: our leadership/v1 notes\n'))
    assert.ok(!isSign('/my.concord.yaml', ''))
  })
  it('when somebody types or pastes a policy', () => {
    assert.ok(mayHaveBecomePolicy([{ text: '/', line: 'apiVersion: leadership/' }]))
    assert.ok(mayHaveBecomePolicy([{ text: policy, line: '# notes' }]))
    assert.ok(!mayHaveBecomePolicy([{ text: 'p', line: 'apiVersion: leadership' }]))
  })
  it('for the same configuration file that the checker reads', () => {
    assert.equal(configurationName, configFileName)
  })
})
