import assert from 'node:assert/strict'
import { type CodeAction, CodeActionKind, commands, type Position, Range, type TextEditor, workspace } from 'vscode'
import { closeAll, cursor, eventually, findingsIn, openFile, ruleOf, rulesIn } from '../editing.ts'

const ratings = 'meridian/people/ratings-research-and-development.yaml'
const plan = 'meridian/resources/people-and-money-2027.yaml'

/** The actions that Concord offers, their edits made out. */
async function actionsAt(editor: TextEditor, at: Position, kind?: CodeActionKind): Promise<readonly CodeAction[]> {
  const { uri } = editor.document
  const range = new Range(at, at)
  return commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind?.value, 20)
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
    await eventually(
      () => rulesIn(editor.document.uri),
      (rules) => assert(rules.includes('performance/forced-distribution')),
    )
    const actions = await eventually(
      () => actionsAt(editor, cursor(editor, 'mode: for|ced')),
      (found) => titled(found, /^Make the distribution a benchmark/),
    )
    const fix = titled(actions, /^Make the distribution a benchmark/)
    assert.match(fix.title, /changes what the policy says/)
    assert(fix.kind?.value.startsWith(CodeActionKind.QuickFix.value))
    assert.equal(fix.isPreferred ?? false, false)
    assert.deepEqual(fix.diagnostics?.map(ruleOf), ['performance/forced-distribution'])
    assert(fix.edit)
    assert(await workspace.applyEdit(fix.edit))
    assert.match(editor.document.getText(), /mode: expected\n/)
    await eventually(
      () => rulesIn(editor.document.uri),
      (rules) => assert(!rules.includes('performance/forced-distribution')),
    )
  })

  it('mend a barrier in the file that causes it', async () => {
    const editor = await openFile('meridian/alliances/quillon-codevelopment.yaml')
    const [finding] = await eventually(
      () => findingsIn(editor.document.uri),
      (findings) => assert.notDeepEqual(findings, []),
    )
    assert(finding)
    const actions = await eventually(
      () => actionsAt(editor, finding.range.start),
      (found) => titled(found, /^Raise "formulation-for-quillon"/),
    )
    const fix = titled(actions, /^Raise "formulation-for-quillon"/)
    assert.equal(fix.isPreferred, true)
    assert(fix.edit)
    assert(await workspace.applyEdit(fix.edit))
    const other = await openFile(plan)
    assert.match(other.document.getText(), /quillon-codevelopment\/formulation-scientists\n.*\n {6}fte: 4\n/)
    await eventually(
      () => rulesIn(editor.document.uri),
      (rules) => assert(!rules.includes('resources/commitment-underfunded')),
    )
  })

  it('suppress a finding with a reason and a day', async () => {
    const editor = await openFile(ratings)
    const actions = await eventually(
      () => actionsAt(editor, cursor(editor, 'mode: for|ced')),
      (found) => titled(found, /ignore|suppress/i),
    )
    const { edit } = titled(actions, /ignore|suppress/i)
    assert(edit)
    assert(await workspace.applyEdit(edit))
    assert.match(
      editor.document.getText(),
      /# concord-ignore performance\/forced-distribution until=\d{4}-\d\d-\d\d reason="/,
    )
  })

  it('offer nothing where there is no barrier', async () => {
    const editor = await openFile(ratings)
    await eventually(
      () => actionsAt(editor, cursor(editor, 'mode: for|ced')),
      (found) => assert.notDeepEqual(found, []),
    )
    const actions = await actionsAt(editor, cursor(editor, 'tooNewToRate|Months'), CodeActionKind.QuickFix)
    assert.deepEqual(actions, [])
  })
})
