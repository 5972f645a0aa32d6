import assert from 'node:assert/strict'
import { extensions, workspace } from 'vscode'
import { concord } from '../concord.ts'
import { closeAll, eventually, openFile, openText, rulesIn } from '../editing.ts'

// The workspace holds no policy. The order matters: once started, the server stays.
describe('waking', () => {
  afterEach(closeAll)

  it('comes with YAML, and starts no server for what is no policy', async () => {
    await openFile('plain/settings.yaml')
    await eventually(
      () => extensions.getExtension('concord.concord'),
      (extension) => assert.equal(extension?.isActive, true),
    )
    await openText('apiVersion: apps/v1\nkind: Deployment\n')
    assert.equal((await concord()).state(), 'asleep')
  })

  it('starts the server when a document becomes a policy while it is typed', async () => {
    const editor = await openText('kind: LeadershipSystem\n')
    const { state, whenRunning } = await concord()
    assert.equal(state(), 'asleep')
    await editor.edit((edit) => edit.insert(editor.document.positionAt(0), 'apiVersion: leadership/v1\n'))
    await whenRunning()
    assert.equal(state(), 'running')
  })

  it('checks a policy that is in no folder', async () => {
    const { document } = await openText('apiVersion: leadership/v1\nkind: LeadershipSystem\nspec: {}\n')
    await eventually(
      () => rulesIn(document.uri),
      (rules) => assert(rules.includes('language/missing-field')),
    )
  })

  it('says nothing about plain YAML', async () => {
    const { document } = await openFile('plain/settings.yaml')
    const policy = await openText('apiVersion: leadership/v1\nkind: Nothing\n')
    await eventually(
      () => rulesIn(policy.document.uri),
      (rules) => assert.notDeepEqual(rules, []),
    )
    assert.deepEqual(rulesIn(document.uri), [])
  })

  it('lets the server rest when it is switched off, and goes on when it is switched on', async () => {
    const { state, whenRunning } = await concord()
    const settings = workspace.getConfiguration('concord')
    await settings.update('enable', false, true)
    await eventually(state, (now) => assert.equal(now, 'off'))
    await settings.update('enable', undefined, true)
    await openText('apiVersion: leadership/v1\n')
    await whenRunning()
    await eventually(state, (now) => assert.equal(now, 'running'))
  })
})
