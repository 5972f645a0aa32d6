import assert from 'node:assert/strict'
import { Checker } from '../../server/checker/checker.ts'
import { defaultSettings } from '../../server/checker/settings.ts'
import { readPolicyFile } from '../../server/language/policy-file.ts'
import unresolvedReference from '../../server/rules/language/unresolved-reference.ts'
import { Workspace } from '../../server/workspace/workspace.ts'

const organisation = (...roles: readonly string[]) => `apiVersion: leadership/v1
kind: OrganizationDesign
metadata: { name: organisation }
spec:
  roles: [${roles.map((name) => `{ name: ${name} }`).join(', ')}]
`

const calendar = (name: string, chair: string) => `apiVersion: leadership/v1
kind: GovernanceCalendar
metadata: { name: ${name} }
spec:
  bodies: [{ name: ${name}-board, chair: ${chair} }]
`

/** A workspace of two calendars that name a chair each; `ran` says whose references were looked up since it was last asked. */
function checked(roles: readonly string[]) {
  const workspace = new Workspace('2026-11-23')
  const runs: string[] = []
  const checker = new Checker(workspace, [unresolvedReference], defaultSettings, ({ policy }) => runs.push(policy))
  const put = (file: string, text: string) => workspace.replace(file, readPolicyFile(text))
  put('organisation.yaml', organisation(...roles))
  put('sales.yaml', calendar('sales', 'head-of-sales'))
  put('research.yaml', calendar('research', 'chief-scientist'))
  checker.findings()
  return {
    put,
    fixes: () => checker.findings().flatMap(({ fixes }) => fixes.map(({ applicability }) => applicability)),
    unresolved: () => checker.findings().map(({ policy }) => policy.name),
    ran: () => runs.splice(0),
  }
}

describe('references, while policies change', () => {
  it('are looked up again only where the answer can be another', () => {
    const { put, unresolved, ran } = checked(['head-of-sales'])
    assert.deepEqual(unresolved(), ['research'])
    ran()
    put('organisation.yaml', organisation('head-of-sales', 'chief-scientist'))
    assert.deepEqual(unresolved(), [])
    assert.ok(!ran().includes('GovernanceCalendar/sales'), 'its chair was declared before and after')
  })

  it('become findings when what they name goes away', () => {
    const { put, unresolved } = checked(['head-of-sales', 'chief-scientist'])
    assert.deepEqual(unresolved(), [])
    put('organisation.yaml', organisation('chief-scientist'))
    assert.deepEqual(unresolved(), ['sales'])
  })

  it('hold while the policy that declares the name is half written', () => {
    const { put, unresolved } = checked(['head-of-sales', 'chief-scientist'])
    put('organisation.yaml', `${organisation('head-of-sales', 'chief-scientist')}  units: [{ na`)
    assert.deepEqual(unresolved(), [])
  })
})

describe('the fix of a reference', () => {
  it('is safe where only the form of the name differs, and else a guess', () => {
    const { put, fixes } = checked(['head-of-sales', 'chief-scientist'])
    put('sales.yaml', calendar('sales', 'Head of Sales'))
    assert.deepEqual(fixes(), ['safe'])
    put('sales.yaml', calendar('sales', 'head-of-sale'))
    assert.deepEqual(fixes(), ['unsafe'])
  })
})
