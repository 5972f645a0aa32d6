import assert from 'node:assert/strict'
import { commands, extensions, workspace } from 'vscode'
import { concord } from './concord.ts'
import { closeAll, eventually, everywhere, openFile, openText, rulesIn } from './editing.ts'

// The workspace holds no policy yet. The order matters: once started, the server stays.
const hasLoadedClient = (): boolean => Object.keys(require.cache).some((file) => /language-client\.cjs$/.test(file))

describe('waking', () => {
  afterEach(closeAll)

  it('comes with YAML, and neither loads nor starts anything for what is no policy', async () => {
    await openFile('plain/services.yaml')
    await eventually(
      () => extensions.getExtension('concord.concord'),
      (extension) => assert.equal(extension?.isActive, true),
    )
    await openText('apiVersion: apps/v1\nkind: Deployment\n')
    const { state } = await concord()
    assert.equal(state(), 'asleep')
    // What speaks to a server is most of the extension, and what would take time.
    assert.equal(hasLoadedClient(), false)
  })

  it('starts the server when a document becomes a policy while it is typed', async () => {
    const editor = await openText('kind: LeadershipSystem\n')
    const { state, whenRunning } = await concord()
    assert.equal(state(), 'asleep')
    await editor.edit((edit) => edit.insert(editor.document.positionAt(0), 'apiVersion: leadership/v1\n'))
    await whenRunning()
    assert.equal(state(), 'running')
    assert.equal(hasLoadedClient(), true)
  })

  it('checks a policy that is in no folder', async () => {
    const { document } = await openText('apiVersion: leadership/v1\nkind: LeadershipSystem\nspec: {}\n')
    await eventually(
      () => rulesIn(document.uri),
      (rules) => assert(rules.includes('language/missing-field')),
    )
  })

  it('says nothing about plain YAML', async () => {
    const { document } = await openFile('plain/services.yaml')
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
    await settings.update('enable', false, everywhere)
    await eventually(state, (now) => assert.equal(now, 'off'))
    await settings.update('enable', undefined, everywhere)
    await openText('apiVersion: leadership/v1\n')
    await whenRunning()
    await eventually(state, (now) => assert.equal(now, 'running'))
  })
})

describe('the extension', () => {
  it('says that it works in folders that nobody trusts yet', () => {
    const { capabilities } = extensions.getExtension('concord.concord')?.packageJSON ?? {}
    assert.equal(capabilities.untrustedWorkspaces.supported, true)
  })

  it('has every command that it contributes', async () => {
    const { packageJSON } = extensions.getExtension('concord.concord') ?? {}
    const contributed: readonly { command: string }[] = packageJSON.contributes.commands
    await concord()
    const known = await commands.getCommands(true)
    assert.deepEqual(
      contributed.map(({ command }) => command).filter((command) => !known.includes(command)),
      [],
    )
  })
})
