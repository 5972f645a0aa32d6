import assert from 'node:assert/strict'
import {
  type CodeLens,
  type FoldingRange,
  type InlayHint,
  Range,
  type SelectionRange,
  type SemanticTokens,
  type TextEditor,
  workspace,
} from 'vscode'
import { ask, closeAll, cursor, eventually, everywhere, openFile } from './editing.ts'

const agreement = 'meridian/alliances/quillon-codevelopment.yaml'

function whole({ document }: TextEditor): Range {
  return new Range(document.positionAt(0), document.positionAt(document.getText().length))
}

describe('what is shown beside the text', () => {
  afterEach(closeAll)

  const lenses = async (editor: TextEditor) =>
    (await ask<readonly CodeLens[]>('vscode.executeCodeLensProvider', editor, 10)).map(
      ({ command }) => command?.title ?? '',
    )

  it('counts above a policy what refers to it, and gives its score', async () => {
    const editor = await openFile(agreement)
    await eventually(
      () => lenses(editor),
      (titles) => {
        assert.match(titles.join('\n'), /^referenced by \d+ policies$/m)
        assert.match(titles.join('\n'), /^score \d+ of 100, 2 barriers$/m)
      },
    )
  })

  it('has no lens when the setting says so, without a reload', async () => {
    const editor = await openFile(agreement)
    const settings = workspace.getConfiguration('concord')
    await eventually(
      () => lenses(editor),
      (titles) => assert.notDeepEqual(titles, []),
    )
    try {
      await settings.update('codeLens.enable', false, everywhere)
      await eventually(
        () => lenses(editor),
        (titles) => assert.deepEqual(titles, []),
      )
    } finally {
      await settings.update('codeLens.enable', undefined, everywhere)
    }
  })

  it('puts computed figures behind the values that they say something of', async () => {
    const editor = await openFile(agreement)
    const hints = await eventually(
      () => ask<readonly InlayHint[]>('vscode.executeInlayHintProvider', editor, whole(editor)),
      (answer) => assert.notDeepEqual(answer, []),
    )
    const line = cursor(editor, 'fte: 4|\n').line
    const hint = hints.find(({ position }) => position.line === line)
    const label = typeof hint?.label === 'string' ? hint.label : (hint?.label ?? []).map(({ value }) => value).join('')
    assert.match(label, /62\.5|63/)
  })

  it('folds what belongs together', async () => {
    const editor = await openFile(agreement)
    const { line } = cursor(editor, '|  commitments:\n')
    const ranges = await eventually(
      () => ask<readonly FoldingRange[]>('vscode.executeFoldingRangeProvider', editor),
      (answer) => assert(answer.some(({ start }) => start === line)),
    )
    const commitments = ranges.find(({ start }) => start === line)
    assert.match(editor.document.lineAt(commitments?.end ?? 0).text, /owner: alliance-lead-quillon/)
  })

  it('widens a selection from a word to its value, its field, its policy', async () => {
    const editor = await openFile(agreement)
    const at = cursor(editor, 'name: formulation-|scientists')
    const [inner] = await eventually(
      () => ask<readonly SelectionRange[]>('vscode.executeSelectionRangeProvider', editor, [at]),
      (answer) => assert.equal(answer.length, 1),
    )
    const texts: string[] = []
    for (let at = inner; at !== undefined; at = at.parent) texts.push(editor.document.getText(at.range))
    assert(texts.includes('formulation-scientists'))
    assert(
      texts.some(
        (text) =>
          text.startsWith('name: formulation-scientists') && text.includes('owner: head-of-process-development'),
      ),
    )
  })

  it('gives names a colour of their own', async () => {
    const editor = await openFile(agreement)
    const tokens = await eventually(
      () => ask<SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', editor),
      (answer) => assert((answer?.data.length ?? 0) > 0),
    )
    assert.equal((tokens?.data.length ?? 0) % 5, 0)
  })
})
