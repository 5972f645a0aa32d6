import assert from 'node:assert/strict'
import { commands, type Tab, TabInputCustom, type TextDocument, window, workspace } from 'vscode'
import { concord } from './concord.ts'
import { closeAll, eventually, openFile, rulesIn, uriOf } from './editing.ts'

function activeTab(): Tab | undefined {
  return window.tabGroups.activeTabGroup.activeTab
}

/** What an output channel shows, as a document. */
function output(name: string): TextDocument | undefined {
  return workspace.textDocuments.find(({ uri }) => uri.scheme === 'output' && uri.path.endsWith(`${name}.log`))
}

describe('commands', () => {
  afterEach(closeAll)

  it('open the page of a rule inside the editor', async () => {
    await commands.executeCommand('concord.openRulePage', 'performance/forced-distribution')
    await eventually(activeTab, (tab) => {
      assert(tab?.input instanceof TabInputCustom)
      assert.equal(tab.input.uri.toString(), 'concord-rule:/rules/performance/forced-distribution.md')
      assert.equal(tab.input.viewType, 'vscode.markdown.preview.editor')
    })
  })

  it('hold the page of every rule that is found, as a file that nobody can change', async () => {
    const { document } = await openFile('meridian/alliances/quillon-codevelopment.yaml')
    const [rule] = await eventually(
      () => rulesIn(document.uri),
      (rules) => assert.notDeepEqual(rules, []),
    )
    const page = document.uri.with({ scheme: 'concord-rule', authority: '', path: `/rules/${rule}.md` })
    const text = new TextDecoder().decode(await workspace.fs.readFile(page))
    assert.match(text, /^# .+/)
    assert(text.includes(`\`${rule}\``))
    await assert.rejects(async () => workspace.fs.writeFile(page, new Uint8Array()))
  })

  it('show a barrier in its policy', async () => {
    const uri = uriOf('meridian/people/leaders.yaml')
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } }
    await commands.executeCommand('concord.revealBarrier', { uri: uri.toString(), range })
    assert.equal(window.activeTextEditor?.document.uri.toString(), uri.toString())
    assert.equal(window.activeTextEditor.selection.start.line, 2)
  })

  it('check the workspace', async () => {
    await commands.executeCommand('concord.checkWorkspace')
    assert.equal((await concord()).state(), 'running')
  })

  it('show the output, which says why the server was started', async () => {
    await commands.executeCommand('concord.showOutput')
    await eventually(
      () => output('Concord'),
      (shown) => assert.match(shown?.getText() ?? '', /Starts because of /),
    )
  })

  it('start the server anew, which finds the same', async () => {
    const uri = uriOf('meridian/alliances/quillon-codevelopment.yaml')
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
  })
})

describe('the tree of barriers', () => {
  it('holds every finding, by component and policy', async () => {
    const { barriers } = await concord()
    const components = await eventually(barriers, (rows) => assert(rows.length >= 7))
    assert.deepEqual(
      components.map(({ label }) => label),
      [
        'Performance',
        'Incentives',
        'Resources',
        'Decision-making',
        'Leaders',
        'Accountability',
        'Organization',
        'Culture',
      ].filter((label) => components.some((component) => component.label === label)),
    )
    const policies = components.find(({ label }) => label === 'Performance')?.children ?? []
    const ratings = policies.filter(({ label }) => label === 'ratings-research-and-development')
    // Once in each company.
    assert.equal(ratings.length, 2)
    const forced = ratings[0]?.children.find(({ rule }) => rule === 'performance/forced-distribution')
    assert.match(forced?.place?.uri ?? '', /ratings-research-and-development\.yaml$/)
    assert.match(forced?.description ?? '', /^line \d+$/)
  })
})
