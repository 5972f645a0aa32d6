import assert from 'node:assert/strict'
import { Checker } from '../../server/checker/checker.ts'
import { defaultSettings } from '../../server/checker/settings.ts'
import { readPolicyFile } from '../../server/language/policy-file.ts'
import { Workspace } from '../../server/workspace/workspace.ts'
import { agreement, compiledText, ruleText } from './writing.ts'

const organization = (level: number): string =>
  `apiVersion: leadership/v1\nkind: OrganizationDesign\nmetadata: { name: company }\nspec:\n  roles: [{ name: cfo, level: ${level} }]\n`

describe('A custom rule, while policies are edited', () => {
  it('runs again when something changes that its expressions read, and only then', () => {
    const text = ruleText({ passes: 'role("cfo").level > 2' })
    const runs: string[] = []
    const workspace = new Workspace('2027-01-15')
    const { rules } = compiledText(text)
    const checker = new Checker(workspace, rules, defaultSettings, ({ policy }) => runs.push(policy))
    const set = (file: string, content: string): number => {
      workspace.replace(file, readPolicyFile(content))
      return checker.findings().length
    }
    assert.equal(set('/a.yaml', agreement), 0)
    assert.equal(set('/org.yaml', organization(2)), 1)
    runs.length = 0
    assert.equal(set('/org.yaml', organization(3)), 0)
    assert.deepEqual(runs, ['PartnerAgreement/corvus'])
    runs.length = 0
    const other = 'apiVersion: leadership/v1\nkind: IncentivePlan\nmetadata: { name: plan }\nspec: { peers: 3 }\n'
    set('/plan.yaml', other)
    assert.deepEqual(runs, [])
    workspace.remove('/org.yaml')
    assert.equal(checker.findings().length, 0)
  })
})
