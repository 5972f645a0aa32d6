import assert from 'node:assert/strict'
import { commands, extensions, type Tab, TabInputWebview, window } from 'vscode'
import { concord } from '../concord.ts'
import { closeAll, cursor, eventually, openFile, replace, rulesIn } from '../editing.ts'

function activeTab(): Tab | undefined {
  return window.tabGroups.activeTabGroup.activeTab
}

describe('commands', () => {
  afterEach(closeAll)

  it('are all there', async () => {
    const { packageJSON } = extensions.getExtension('concord.concord') ?? {}
    const contributed: readonly { command: string }[] = packageJSON.contributes.commands
    await concord()
    const known = await commands.getCommands(true)
    assert.deepEqual(
      contributed.map(({ command }) => command).filter((command) => !known.includes(command)),
      [],
    )
  })

  it('fix what can be fixed safely in a file, and leave the rest', async () => {
    const editor = await openFile('meridian/people/ratings-research-and-development.yaml')
    await replace(editor, '    rounding: nearest', '    roundin: nearest')
    await eventually(
      () => rulesIn(editor.document.uri),
      (rules) => assert(rules.includes('language/unknown-field')),
    )
    await commands.executeCommand('concord.fixAll')
    await eventually(
      () => editor.document.getText(),
      (text) => assert.match(text, / {4}rounding: nearest\n/),
    )
    assert.match(editor.document.getText(), /mode: forced\n/)
  })

  it('open the page of a rule inside the editor', async () => {
    await commands.executeCommand('concord.openRulePage', 'performance/forced-distribution')
    await eventually(activeTab, (tab) => {
      assert(tab?.input instanceof TabInputWebview)
      assert.match(tab.label, /forced/i)
    })
  })

  it('show a barrier in its policy', async () => {
    const { document } = await openFile('meridian/people/leaders.yaml')
    await closeAll()
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } }
    await commands.executeCommand('concord.revealBarrier', { uri: document.uri.toString(), range })
    assert.equal(window.activeTextEditor?.document.uri.toString(), document.uri.toString())
    assert.equal(window.activeTextEditor.selection.start.line, 2)
  })

  it('check the workspace, and show the output', async () => {
    await commands.executeCommand('concord.checkWorkspace')
    await commands.executeCommand('concord.showOutput')
  })

  it('start the server anew, which finds the same', async () => {
    const editor = await openFile('meridian/alliances/quillon-codevelopment.yaml')
    const { uri } = editor.document
    const before = await eventually(
      () => rulesIn(uri),
      (rules) => assert.notDeepEqual(rules, []),
    )
    await commands.executeCommand('concord.restart')
    await (await concord()).whenRunning()
    await eventually(
      () => rulesIn(uri),
      (rules) => assert.deepEqual(rules, before),
    )
    assert.equal(cursor(editor, 'kind: Partner|Agreement').line > 0, true)
  })
})
