import assert from 'node:assert/strict'
import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Position,
  Range,
  type TextEditor,
  window,
  workspace,
} from 'vscode'
import {
  closeAll,
  cursor,
  eventually,
  everywhere,
  findingsIn,
  openFile,
  read,
  replace,
  untilFound,
  untilGone,
  write,
} from './editing.ts'

const ratings = 'meridian/people/ratings-research-and-development.yaml'
const leaders = 'meridian/people/leaders.yaml'
const agreement = 'meridian/alliances/quillon-codevelopment.yaml'
const plan = 'meridian/resources/people-and-money-2027.yaml'
const forced = 'performance/forced-distribution'

/** The actions that Concord offers, their edits made out. */
async function actionsAt(editor: TextEditor, at: Position, kind?: CodeActionKind): Promise<readonly CodeAction[]> {
  const { uri } = editor.document
  const range = new Range(at, at)
  return commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind?.value, 20)
}

/** Waits until an action is offered. */
async function action(editor: TextEditor, at: Position, title: RegExp): Promise<CodeAction> {
  return eventually(async () => titled(await actionsAt(editor, at), title))
}

function titled(actions: readonly CodeAction[], title: RegExp): CodeAction {
  const found = actions.find((action) => title.test(action.title))
  assert(found, `None of these is ${title}: ${actions.map((action) => action.title).join('; ')}`)
  return found
}

describe('actions', () => {
  afterEach(closeAll)

  it('mend a barrier where it stands, and say when that changes what the policy says', async () => {
    const editor = await openFile(ratings)
    await untilFound(editor.document.uri, forced)
    const fix = await action(editor, cursor(editor, 'mode: for|ced'), /^Make the distribution a benchmark/)
    assert.match(fix.title, /changes what the policy says/)
    assert(fix.kind?.value.startsWith(CodeActionKind.QuickFix.value))
    assert.equal(fix.isPreferred ?? false, false)
    assert(fix.edit)
    assert(await workspace.applyEdit(fix.edit))
    assert.match(editor.document.getText(), /mode: expected\n/)
    await untilGone(editor.document.uri, forced)
  })

  it('go to what they leave to fill in, wherever it is', async () => {
    const editor = await openFile(leaders)
    await untilFound(editor.document.uri, 'leaders/competency-not-in-promotion')
    const fix = await action(
      editor,
      cursor(editor, 'leads-ac|ross-units\n      title'),
      /^Ask for "Leads across units"/,
    )
    assert(fix.edit && fix.command)
    assert(await workspace.applyEdit(fix.edit))
    await commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []))
    const { document, selection } = window.activeTextEditor ?? assert.fail()
    assert.equal(document.getText(selection), '"? its weight, taken from the others"')
    await untilFound(document.uri, 'language/placeholder')
  })

  it('mend a barrier in the file that causes it', async () => {
    const editor = await openFile(agreement)
    const [finding] = await eventually(
      () => findingsIn(editor.document.uri),
      (findings) => assert.notDeepEqual(findings, []),
    )
    assert(finding)
    const fix = await action(editor, finding.range.start, /^Raise "formulation-for-quillon"/)
    assert.equal(fix.isPreferred, true)
    assert(fix.edit)
    assert(await workspace.applyEdit(fix.edit))
    const other = await openFile(plan)
    assert.match(other.document.getText(), /quillon-codevelopment\/formulation-scientists\n.*\n {6}fte: 4\n/)
    await untilGone(editor.document.uri, 'resources/commitment-underfunded')
  })

  it('suppress a finding until a day, and leave the reason to the author', async () => {
    const editor = await openFile(ratings)
    const { edit } = await action(
      editor,
      cursor(editor, 'mode: for|ced'),
      /^Suppress performance\/forced-distribution /,
    )
    assert(edit)
    assert(await workspace.applyEdit(edit))
    assert.match(
      editor.document.getText(),
      /# concord-ignore performance\/forced-distribution until=\d{4}-\d\d-\d\d reason="/,
    )
  })

  it('waive a finding in the configuration, and show where the owner is to be filled in', async () => {
    const editor = await openFile(ratings)
    const waive = await action(
      editor,
      cursor(editor, 'mode: for|ced'),
      /^Waive performance\/forced-distribution for this policy in \.concord\.yaml/,
    )
    assert(waive.edit && waive.command)
    assert(await workspace.applyEdit(waive.edit))
    await commands.executeCommand(waive.command.command, ...(waive.command.arguments ?? []))
    const { document, selection } = await eventually(() => {
      const active = window.activeTextEditor
      assert(active)
      assert(active.document.uri.path.endsWith('/.concord.yaml'))
      return active
    })
    assert.match(document.getText(), /rule: performance\/forced-distribution\n +policy: PerformanceCalibration\//)
    assert.match(document.getText(selection), /^"?\?role-or-team"?$/)
    assert(document.isDirty, 'nothing is saved unasked')
  })

  it('offer nothing where there is no barrier', async () => {
    const editor = await openFile(ratings)
    await action(editor, cursor(editor, 'mode: for|ced'), /^Make the distribution a benchmark/)
    const actions = await actionsAt(editor, cursor(editor, 'tooNewToRate|Months'), CodeActionKind.QuickFix)
    assert.deepEqual(actions, [])
  })
})

describe('what can be fixed safely', () => {
  afterEach(closeAll)

  it('is fixed in a file by a command, and the rest is left', async () => {
    const editor = await openFile(ratings)
    await replace(editor, '    rounding: nearest', '    roundin: nearest')
    await untilFound(editor.document.uri, 'language/unknown-field')
    await eventually(
      // Like every command that asks for code actions, it may find none while the editor is still busy with the edit.
      async () => {
        await commands.executeCommand('concord.fixAll')
        return editor.document.getText()
      },
      (text) => assert.match(text, / {4}rounding: nearest\n/),
    )
    assert.match(editor.document.getText(), /mode: forced\n/)
  })

  it('is fixed on save, where the setting says so', async () => {
    const before = read(ratings)
    const settings = workspace.getConfiguration('editor')
    await settings.update('codeActionsOnSave', { 'source.fixAll.concord': 'explicit' }, everywhere)
    try {
      const editor = await openFile(ratings)
      await replace(editor, '    rounding: nearest', '    roundin: nearest')
      await untilFound(editor.document.uri, 'language/unknown-field')
      assert(await editor.document.save())
      assert.equal(read(ratings), before)
    } finally {
      await settings.update('codeActionsOnSave', undefined, everywhere)
      write(ratings, before)
    }
  })

  it('is left alone in other YAML', async () => {
    const editor = await openFile('plain/services.yaml')
    const actions = await actionsAt(editor, cursor(editor, '|services:'), CodeActionKind.SourceFixAll)
    assert.deepEqual(actions, [])
  })
})
