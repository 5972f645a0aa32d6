import assert from 'node:assert/strict'
import {
  commands,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type Location,
  type LocationLink,
  type Position,
  type Range,
  type SymbolInformation,
  type TextEditor,
  type WorkspaceEdit,
  workspace,
} from 'vscode'
import {
  ask,
  closeAll,
  cursor,
  eventually,
  openFile,
  openText,
  order,
  pathOf,
  replace,
  rulesIn,
  uriOf,
} from './editing.ts'

const agreement = 'meridian/alliances/quillon-codevelopment.yaml'
const plan = 'meridian/resources/people-and-money-2027.yaml'
const reference = 'quillon-codevelopment/formulation-scien|tists'

async function textAt(path: string, range: Range): Promise<string> {
  return (await workspace.openTextDocument(uriOf(path))).getText(range)
}

/** The paths and texts of places, in order. */
async function places(found: readonly Location[]): Promise<readonly string[]> {
  const texts = await Promise.all(
    found.map(async ({ uri, range }) => `${pathOf(uri)} ${await textAt(pathOf(uri), range)}`),
  )
  return texts.sort(order)
}

describe('definition', () => {
  afterEach(closeAll)

  it('leads from a reference to what declares it in another file', async () => {
    const editor = await openFile(plan)
    const [found] = await eventually(
      () =>
        ask<readonly (Location | LocationLink)[]>(
          'vscode.executeDefinitionProvider',
          editor,
          cursor(editor, reference),
        ),
      (answer) => assert.equal(answer.length, 1),
    )
    assert(found)
    const [uri, range] = 'targetUri' in found ? [found.targetUri, found.targetSelectionRange] : [found.uri, found.range]
    assert(range)
    assert.equal(pathOf(uri), agreement)
    assert.equal(await textAt(agreement, range), 'formulation-scientists')
  })

  it('leads nowhere from a plain word', async () => {
    const editor = await openFile(plan)
    await eventually(
      () => ask<readonly unknown[]>('vscode.executeDefinitionProvider', editor, cursor(editor, reference)),
      (answer) => assert.equal(answer.length, 1),
    )
    assert.deepEqual(
      await ask('vscode.executeDefinitionProvider', editor, cursor(editor, 'title: People |and money 2027')),
      [],
    )
  })
})

describe('references', () => {
  afterEach(closeAll)

  it('are found in all files of the folder, and in no other folder', async () => {
    const editor = await openFile(agreement)
    const at = cursor(editor, 'name: formulation-|scientists')
    const found = await eventually(
      () => ask<readonly Location[]>('vscode.executeReferenceProvider', editor, at),
      (answer) => assert(answer.length >= 2),
    )
    assert.deepEqual(await places(found), [`${agreement} formulation-scientists`, `${plan} formulation-scientists`])
  })

  it('are highlighted in the file itself', async () => {
    const editor = await openFile(agreement)
    const found = await eventually(
      () =>
        ask<readonly DocumentHighlight[]>(
          'vscode.executeDocumentHighlights',
          editor,
          cursor(editor, 'body: joint-project|-team'),
        ),
      (answer) => assert.equal(answer.length, 2),
    )
    for (const { range } of found) assert.equal(editor.document.getText(range), 'joint-project-team')
  })
})

describe('rename', () => {
  afterEach(closeAll)

  const rename = (editor: TextEditor, at: Position, name: string) =>
    ask<WorkspaceEdit>('vscode.executeDocumentRenameProvider', editor, at, name)

  it('changes a name in every file that uses it, and leaves no reference open', async () => {
    const editor = await openFile(plan)
    const edit = await eventually(
      () => rename(editor, cursor(editor, reference), 'formulation-experts'),
      (answer) =>
        assert.deepEqual(
          answer
            .entries()
            .map(([uri]) => pathOf(uri))
            .sort(order),
          [agreement, plan],
        ),
    )
    assert(await workspace.applyEdit(edit))
    assert.match(editor.document.getText(), /commitment: quillon-codevelopment\/formulation-experts\n/)
    const other = await openFile(agreement)
    assert.match(other.document.getText(), /- name: formulation-experts\n/)
    await eventually(
      () => rulesIn(other.document.uri),
      (rules) => assert(rules.includes('resources/commitment-underfunded')),
    )
    assert(!rulesIn(editor.document.uri).includes('language/unresolved-reference'))
  })

  it('says what it would replace, and why it cannot', async () => {
    const editor = await openFile(plan)
    const prepared = await eventually(() =>
      ask<{ range: Range; placeholder: string }>('vscode.prepareRename', editor, cursor(editor, reference)),
    )
    assert.equal(prepared.placeholder, 'formulation-scientists')
    assert.equal(editor.document.getText(prepared.range), 'formulation-scientists')
    await assert.rejects(
      async () => ask('vscode.prepareRename', editor, cursor(editor, 'title: People |and money 2027')),
      /no name to rename|can't be renamed/i,
    )
    await assert.rejects(
      async () => rename(editor, cursor(editor, reference), 'Formulation Experts'),
      /formulation-experts/,
    )
  })
})

describe('symbols and links', () => {
  afterEach(closeAll)

  it('outline a policy, half-typed as well', async () => {
    const editor = await openFile(agreement)
    await replace(editor, '  term:\n', '  term: [\n')
    const [policy] = await eventually(
      () => ask<readonly DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', editor),
      (answer) => assert.equal(answer[0]?.name, 'quillon-codevelopment'),
    )
    assert(policy?.children.some(({ name }) => name === 'partner'))
  })

  it('find what any file declares', async () => {
    await eventually(
      () =>
        commands.executeCommand<readonly SymbolInformation[]>(
          'vscode.executeWorkspaceSymbolProvider',
          'bioanalytical-scientists',
        ),
      (answer) => {
        const found = answer.find(({ location }) => pathOf(location.uri) === agreement)
        assert.match(found?.name ?? '', /^bioanalytical-scientists/)
        assert.equal(found?.containerName, 'commitment in quillon-codevelopment')
      },
    )
  })

  it('open an address that a policy gives', async () => {
    const editor = await openText(
      'apiVersion: leadership/v1\nkind: LeadershipSystem\nmetadata:\n  name: own\n  description: See https://example.com/values.\n',
    )
    await eventually(
      () => ask<readonly DocumentLink[]>('vscode.executeLinkProvider', editor, 10),
      (answer) =>
        assert.deepEqual(
          answer.map(({ target }) => target?.toString()),
          ['https://example.com/values'],
        ),
    )
  })
})
