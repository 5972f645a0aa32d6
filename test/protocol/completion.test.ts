import assert from 'node:assert/strict'
import { join } from 'node:path'
import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  CompletionTriggerKind,
  InsertTextFormat,
  InsertTextMode,
  type Position,
} from 'vscode-languageserver/node'
import { temporaryFolder } from '../command/running.ts'
import { Client, likeVsCode, plain, type Start } from './client.ts'

const roles = `apiVersion: leadership/v1
kind: OrganizationDesign
metadata:
  name: roles
  owner: head-of-alliances
spec:
  roles:
    - name: head-of-alliances
      title: Head of Alliances
`
const norms = `apiVersion: leadership/v1
kind: CulturalNorms
metadata:
  name: norms
  owner:  # in the line of 4
  title: "😀" # ü
spec:
  recognition:
    - 
`
const behindOwner = { line: 4, character: 9 }
const behindMark = { line: 8, character: 6 }

/** What VS Code can do with completions. */
const rich: ClientCapabilities = {
  ...likeVsCode,
  textDocument: {
    ...likeVsCode.textDocument,
    completion: {
      contextSupport: true,
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        resolveSupport: { properties: ['documentation'] },
        insertTextModeSupport: { valueSet: [InsertTextMode.asIs, InsertTextMode.adjustIndentation] },
      },
      completionList: { itemDefaults: ['editRange', 'data'] },
    },
  },
}

interface Asking {
  readonly client: Client
  readonly folder: string
  at(position: Position, more?: object): Promise<CompletionList | null>
  item(position: Position, label: string): Promise<CompletionItem>
  resolved(position: Position, label: string): Promise<CompletionItem>
}

/** The norms open beside the roles. */
async function asking(start: Start, text = norms, name = 'norms.yaml'): Promise<Asking> {
  const folder = temporaryFolder({ 'roles.yaml': roles, [name]: text })
  const client = await Client.start({ folders: [folder], ...start })
  const file = join(folder, name)
  client.open(file, text)
  const at = (position: Position, more: object = {}): Promise<CompletionList | null> =>
    client.at('textDocument/completion', file, position, more)
  const item = async (position: Position, label: string): Promise<CompletionItem> => {
    const list = await at(position)
    const found = list?.items.find((item) => item.label === label)
    assert.ok(found !== undefined, `"${label}" is not among: ${list?.items.map(({ label }) => label).join(', ')}`)
    // As a client does that knows what holds for all items.
    return { ...(list?.itemDefaults?.data === undefined ? {} : { data: list.itemDefaults.data }), ...found }
  }
  const resolved = async (position: Position, label: string): Promise<CompletionItem> =>
    client.request('completionItem/resolve', await item(position, label))
  return { client, folder, at, item, resolved }
}

function textOf({ documentation }: CompletionItem): string {
  return typeof documentation === 'object' ? documentation.value : (documentation ?? '')
}

describe('a request for completion', () => {
  it('is offered with the signs that ask for it', async () => {
    const { client } = await asking({ capabilities: plain })
    const { completionProvider } = client.result.capabilities
    assert.equal(completionProvider?.resolveProvider, true)
    assert.ok(completionProvider.triggerCharacters?.includes(' '))
    assert.ok(!completionProvider.triggerCharacters?.includes(':'), 'Return behind a colon must break the line.')
    await client.end()
  })
  it('is answered with names from other files at once, and explains them when they are shown', async () => {
    const { client, at, resolved } = await asking({ capabilities: rich })
    const list = await at(behindOwner)
    const item = list?.items.find(({ label }) => label === 'head-of-alliances')
    assert.deepEqual(list?.itemDefaults?.editRange, { start: behindOwner, end: behindOwner })
    assert.equal(item?.textEditText, 'head-of-alliances')
    assert.equal(item?.kind, CompletionItemKind.Reference)
    assert.deepEqual(item?.labelDetails, { detail: ' Head of Alliances', description: 'role in roles.yaml' })
    assert.deepEqual([item?.documentation, item?.data, item?.textEdit], [undefined, undefined, undefined])
    const { documentation } = await resolved(behindOwner, 'head-of-alliances')
    assert.ok(typeof documentation === 'object' && documentation.kind === 'markdown')
    assert.match(documentation.value, /\*\*Head of Alliances\*\*[\s\S]*Declared in `roles\.yaml`/)
    await client.end()
  })
  it('is answered with everything in each item where the client knows no better', async () => {
    const { client, item, at } = await asking({ capabilities: plain })
    const found = await item(behindOwner, 'head-of-alliances')
    const range = { start: behindOwner, end: behindOwner }
    assert.deepEqual(found.textEdit, { range, newText: 'head-of-alliances' })
    assert.equal(found.detail, 'Head of Alliances, role in roles.yaml')
    assert.ok(typeof found.documentation === 'object' && found.documentation.kind === 'plaintext')
    assert.match(found.documentation.value, /^Head of Alliances, a role: head-of-alliances/)
    const list = await at(behindMark)
    assert.ok(list !== null && list.items.length > 0)
    assert.equal(list.itemDefaults, undefined)
    for (const { insertTextFormat, textEdit } of list.items) {
      assert.notEqual(insertTextFormat, InsertTextFormat.Snippet)
      assert.ok(
        textEdit !== undefined && textEdit.newText !== '' && !/\$\{|\n/.test(textEdit.newText),
        textEdit?.newText,
      )
    }
    await client.end()
  })
  it('is answered with snippets where the client fills them in', async () => {
    const { client, item } = await asking({ capabilities: rich })
    const group = await item(behindMark, 'Recognition')
    assert.equal(group.insertTextFormat, InsertTextFormat.Snippet)
    assert.equal(group.insertTextMode, InsertTextMode.adjustIndentation)
    assert.equal(group.kind, CompletionItemKind.Snippet)
    assert.match(group.textEditText ?? '', /^name: \$\{1:\?name\}\n {2}\w+: /)
    await client.end()
  })
  it('explains fields in the order in which they are needed', async () => {
    const { client, at, resolved } = await asking({ capabilities: rich })
    const list = await at(behindMark)
    const sorted = list?.items.map(({ sortText }) => sortText)
    assert.deepEqual(sorted, [...(sorted ?? [])].sort())
    const name = await resolved(behindMark, 'name')
    assert.match(textOf(name), /\*\*Name\*\* \(required\)/)
    assert.equal(name.labelDetails?.description, 'required')
    await client.end()
  })
  it('asks on where something can be chosen next and the client has a command for it', async () => {
    const suggest = 'editor.action.triggerSuggest'
    const owner = norms.replace('  owner:  # in the line of 4\n', '  o\n')
    const behind = { line: 4, character: 3 }
    const able = await asking({ capabilities: rich, initializationOptions: { commands: [suggest] } }, owner)
    assert.equal((await able.item(behind, 'owner')).command?.command, suggest)
    assert.equal((await able.item(behind, 'description')).command, undefined)
    await able.client.end()
    const unable = await asking({ capabilities: rich }, owner)
    assert.equal((await unable.item(behind, 'owner')).command, undefined)
    await unable.client.end()
  })
  it('is answered with the whole word as range, counted as the client counts', async () => {
    const text = norms.replace('"😀" # ü', '{ ü: 😀, o: ?x }').replace('owner:  # in the line of 4', 'owner: "?a"')
    const utf8 = { ...rich, general: { positionEncodings: ['utf-8' as const] } }
    const { client, at } = await asking({ capabilities: utf8 }, `# ü\n${text}`)
    const list = await at({ line: 5, character: 12 })
    const range = { start: { line: 5, character: 9 }, end: { line: 5, character: 13 } }
    assert.deepEqual(list?.itemDefaults?.editRange, range)
    const item = list?.items[0]
    assert.deepEqual([item?.textEditText, item?.filterText], ['"head-of-alliances"', '"?a" head-of-alliances'])
    await client.end()
  })
  it('is answered with nothing in comments, in other YAML, and for spaces that begin nothing', async () => {
    const { client, at } = await asking({ capabilities: rich })
    const typed = { context: { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: ' ' } }
    assert.equal(await at({ line: 4, character: 20 }), null)
    assert.ok((await at({ line: 4, character: 10 }, typed)) === null, 'A second space.')
    assert.ok((await at(behindOwner, typed)) !== null)
    assert.ok((await at(behindMark, typed)) !== null)
    await client.end()
    const other = await asking({ capabilities: rich }, 'services:\n  \n', 'compose.yaml')
    assert.equal(await other.at({ line: 1, character: 2 }), null)
    await other.client.end()
  })
  it('is answered in a configuration', async () => {
    const text = 'root: true\nrules:\n  \n'
    const { client, item, resolved } = await asking({ capabilities: rich }, text, '.concord.yaml')
    const position = { line: 2, character: 2 }
    const { labelDetails } = await item(position, 'performance/forced-distribution')
    assert.notEqual(labelDetails?.detail, undefined)
    assert.notEqual(textOf(await resolved(position, 'performance/forced-distribution')), '')
    await client.end()
  })
  it('is answered with whole policies in an empty document, in and outside of folders', async () => {
    const { client, item } = await asking({ capabilities: plain }, '\n', 'new-agreement.yaml')
    const { textEdit } = await item({ line: 0, character: 0 }, 'PartnerAgreement')
    assert.match(
      textEdit?.newText ?? '',
      /^apiVersion: leadership\/v1\nkind: PartnerAgreement\nmetadata:\n {2}name: new-agreement\n/,
    )
    client.open('untitled:Untitled-1', '')
    const list = await client.at<CompletionList>('textDocument/completion', 'untitled:Untitled-1', {
      line: 0,
      character: 0,
    })
    assert.ok(list.items.some(({ label }) => label === 'PartnerAgreement'))
    await client.end()
  })
  it('knows a name as soon as it is typed in another file', async () => {
    const { client, at, folder } = await asking({ capabilities: rich })
    const file = join(folder, 'roles.yaml')
    client.open(file, roles)
    await at(behindOwner)
    client.change(file, `${roles}    - name: head-of-quality\n`)
    const list = await at(behindOwner)
    assert.ok(list?.items.some(({ label }) => label === 'head-of-quality'))
    await client.end()
  })
})
