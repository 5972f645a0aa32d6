import assert from 'node:assert/strict'
import {
  type CompletionItem,
  type CompletionList,
  commands,
  type Hover,
  MarkdownString,
  type Position,
  type TextEditor,
} from 'vscode'
import { closeAll, cursor, eventually, openFile, openText, replace } from './editing.ts'

const ratings = 'meridian/people/ratings-research-and-development.yaml'
const agreement = 'meridian/alliances/quillon-codevelopment.yaml'

async function hoverText(editor: TextEditor, at: Position): Promise<string> {
  const hovers: readonly Hover[] = await commands.executeCommand('vscode.executeHoverProvider', editor.document.uri, at)
  const contents = hovers.flatMap((hover) => hover.contents)
  return contents.map((content) => (content instanceof MarkdownString ? content.value : String(content))).join('\n')
}

async function completionsAt(editor: TextEditor, at: Position): Promise<readonly CompletionItem[]> {
  const list: CompletionList = await commands.executeCommand(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    at,
    undefined,
    50,
  )
  return list.items
}

function labels(items: readonly CompletionItem[]): readonly string[] {
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label))
}

function includes(items: readonly CompletionItem[], ...expected: readonly string[]): void {
  const found = labels(items)
  for (const label of expected) assert(found.includes(label), `${label} is not among ${found.join(', ')}`)
}

describe('hover', () => {
  afterEach(closeAll)

  it('tells what a field is for, and what its value means', async () => {
    const editor = await openFile(ratings)
    await eventually(
      () => hoverText(editor, cursor(editor, '  round|ing: nearest')),
      (text) => assert.match(text, /round/i),
    )
  })

  it('shows what a name refers to in another file', async () => {
    const editor = await openFile('meridian/resources/people-and-money-2027.yaml')
    await eventually(
      () => hoverText(editor, cursor(editor, 'quillon-codevelopment/formulation-scien|tists')),
      (text) => assert.match(text, /Formulation scientists/),
    )
  })

  it('gives the figures of a barrier, and what they rest on', async () => {
    const editor = await openFile(ratings)
    await eventually(
      () => hoverText(editor, cursor(editor, 'mode: for|ced')),
      (text) => assert.match(text, /performance\/forced-distribution/),
    )
  })
})

describe('completion', () => {
  afterEach(closeAll)

  it('offers the kinds of policies in a new document', async () => {
    const editor = await openText('apiVersion: leadership/v1\nkind: \n')
    await eventually(
      () => completionsAt(editor, cursor(editor, 'kind: |\n')),
      (items) => includes(items, 'LeadershipSystem', 'PartnerAgreement', 'CulturalNorms'),
    )
  })

  it('offers the fields that are not there yet', async () => {
    const editor = await openFile(agreement)
    await replace(editor, '  stage: working-together\n', '  stage: working-together\n  \n')
    const items = await eventually(
      () => completionsAt(editor, cursor(editor, 'stage: working-together\n  |\n')),
      (found) => includes(found, 'dealRegistration'),
    )
    assert(!labels(items).includes('northStar'), 'northStar is there already')
  })

  it('offers the values of a field', async () => {
    const editor = await openFile(ratings)
    await replace(editor, 'mode: forced', 'mode: ')
    await eventually(
      () => completionsAt(editor, cursor(editor, '    mode: |\n')),
      (items) => includes(items, 'forced', 'expected', 'none'),
    )
  })

  it('offers what other files declare, inside flow style too', async () => {
    const editor = await openFile(agreement)
    await replace(editor, 'ourMembers: [chief-scientific-officer, chief-operating-officer]', 'ourMembers: [chief-]')
    await eventually(
      () => completionsAt(editor, cursor(editor, 'ourMembers: [chief-|]')),
      (items) => includes(items, 'chief-executive', 'chief-medical-officer'),
    )
  })
})
