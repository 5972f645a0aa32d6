import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type CodeAction,
  type CodeLens,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type Location,
  type LocationLink,
  type Position,
  type SelectionRange,
  type SemanticTokens,
  type SymbolInformation,
  TextDocumentEdit,
  type WorkspaceEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Barriers } from '../../server/protocol/barriers.ts'
import type { ScorecardView } from '../../server/protocol/scorecard.ts'
import type { JsonReport } from '../../server/reports/json.ts'
import { forced, misspelt } from '../command/policies.ts'
import { concordProcess, temporaryFolder } from '../command/running.ts'
import { Client, fileOf, likeVsCode, plain, type Start, uriOf } from './client.ts'

const meridian = join(process.cwd(), 'samples/meridian')
const agreement = join(meridian, 'alliances/nordhaven-distribution.yaml')
const text = readFileSync(agreement, 'utf8')

/** Where a piece of a text begins. */
function at(piece: string, within = text): Position {
  const offset = within.indexOf(piece)
  assert.ok(offset >= 0, piece)
  return TextDocument.create('', '', 0, within).positionAt(offset)
}

/** The samples, with the agreement open. */
async function inMeridian(start: Start = {}): Promise<Client> {
  const client = await Client.start({ folders: [meridian], ...start })
  client.open(agreement, text)
  return client
}

function edited(before: string, { documentChanges = [] }: WorkspaceEdit): string {
  const edits = documentChanges.filter((change) => TextDocumentEdit.is(change)).flatMap((change) => change.edits)
  return TextDocument.applyEdits(
    TextDocument.create('', '', 0, before),
    edits.map((edit) => ('newText' in edit ? edit : assert.fail())),
  )
}

describe('a request', () => {
  it('for a hover is answered with Markdown at a range', async () => {
    const client = await inMeridian({ initializationOptions: { rulePageUri: 'concord-rule:/{rule}.md' } })
    const hover = await client.at<Hover>('textDocument/hover', agreement, at('interdependence: sequential'))
    assert.deepEqual(hover.range?.start, at('interdependence: sequential'))
    assert.ok(typeof hover.contents === 'object' && 'kind' in hover.contents)
    assert.equal(hover.contents.kind, 'markdown')
    assert.match(hover.contents.value, /Interdependence/)
    assert.equal(await client.at('textDocument/hover', agreement, { line: 12, character: 0 }), null)
    await client.end()
  })
  it('for a hover is answered without marks where the client shows no Markdown', async () => {
    const capabilities = { ...likeVsCode, textDocument: { hover: { contentFormat: ['plaintext' as const] } } }
    const client = await inMeridian({ capabilities })
    const hover = await client.at<Hover>('textDocument/hover', agreement, at('interdependence: sequential'))
    assert.ok(typeof hover.contents === 'object' && 'kind' in hover.contents)
    assert.equal(hover.contents.kind, 'plaintext')
    assert.doesNotMatch(hover.contents.value, /\*\*|`/)
    await client.end()
  })
  it('for a definition leads to another file', async () => {
    const client = await inMeridian()
    const position = at('chief-commercial-officer')
    const [link] = await client.at<LocationLink[]>('textDocument/definition', agreement, position)
    assert.ok(link !== undefined)
    assert.equal(fileOf(link.targetUri), join(meridian, 'organization/roles.yaml'))
    assert.deepEqual(link.originSelectionRange?.start, position)
    await client.end()
  })
  it('for a definition is answered with places where the client takes no links', async () => {
    const client = await inMeridian({ capabilities: plain })
    const [place] = await client.at<Location[]>('textDocument/definition', agreement, at('chief-commercial-officer'))
    assert.equal(fileOf(place?.uri ?? ''), join(meridian, 'organization/roles.yaml'))
    await client.end()
  })
  it('for references finds those in files that were never opened', async () => {
    const client = await inMeridian()
    const context = { includeDeclaration: true }
    const found = await client.at<Location[]>('textDocument/references', agreement, at('channel-partner-manager'), {
      context,
    })
    const files = new Set(found.map(({ uri }) => fileOf(uri)))
    assert.ok(files.has(agreement) && files.has(join(meridian, 'organization/roles.yaml')), [...files].join('\n'))
    await client.end()
  })
  it('for highlights is answered with what is read and written', async () => {
    const client = await inMeridian()
    const found = await client.at<{ kind: number }[]>(
      'textDocument/documentHighlight',
      agreement,
      at('launch-marketing'),
    )
    assert.ok(found.some(({ kind }) => kind === 3))
    await client.end()
  })
  it('for a rename is prepared, carried out in all files, or refused in words', async () => {
    const client = await inMeridian()
    const position = at('launch-marketing')
    const prepared = await client.at<{ placeholder: string }>('textDocument/prepareRename', agreement, position)
    assert.equal(prepared.placeholder, 'launch-marketing')
    const edit = await client.at<WorkspaceEdit>('textDocument/rename', agreement, position, { newName: 'launch' })
    const changes = (edit.documentChanges ?? []).filter((change) => TextDocumentEdit.is(change))
    assert.ok(changes.length > 1)
    assert.equal(changes.find(({ textDocument: { uri } }) => fileOf(uri) === agreement)?.textDocument.version, 1)
    const refused = await client.refused('textDocument/prepareRename', {
      textDocument: { uri: uriOf(agreement) },
      position: { line: 0, character: 3 },
    })
    assert.equal(refused.code, -32803)
    assert.notEqual(refused.message, '')
    await client.end()
  })
  it('for symbols is answered with a tree, or a list where the client shows no trees', async () => {
    const client = await inMeridian()
    const [policy] = await client.of<DocumentSymbol[]>('textDocument/documentSymbol', agreement)
    assert.equal(policy?.name, 'nordhaven-distribution')
    assert.ok((policy.children?.length ?? 0) > 3)
    await client.end()
    const simple = await inMeridian({ capabilities: plain })
    const list = await simple.of<SymbolInformation[]>('textDocument/documentSymbol', agreement)
    assert.ok(list.some(({ name, location }) => name === 'launch-marketing' && fileOf(location.uri) === agreement))
    await simple.end()
  })
  it('for symbols of the workspace finds names in files that were never opened', async () => {
    const client = await Client.start({ folders: [meridian] })
    const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'launch-marketing' })
    assert.equal(fileOf(found[0]?.location.uri ?? ''), agreement)
    await client.end()
  })
  it('for folds, selections and links is answered', async () => {
    const client = await inMeridian()
    const folds = await client.of<FoldingRange[]>('textDocument/foldingRange', agreement)
    assert.ok(folds.some(({ startLine }) => startLine === at('  commitments:').line))
    const positions = [at('launch-marketing'), at('sequential')]
    const selections = await client.of<SelectionRange[]>('textDocument/selectionRange', agreement, { positions })
    assert.equal(selections.length, 2)
    assert.deepEqual(selections[0]?.range.start, at('launch-marketing'))
    assert.ok(selections[0]?.parent !== undefined)
    assert.deepEqual(await client.of('textDocument/documentLink', agreement), [])
    await client.end()
  })
  it('for semantic tokens is answered for a whole document and for a part of it', async () => {
    const client = await inMeridian()
    const { data } = await client.of<SemanticTokens>('textDocument/semanticTokens/full', agreement)
    assert.ok(data.length > 100 && data.length % 5 === 0)
    const range = { start: { line: 0, character: 0 }, end: at('  sponsors:') }
    const part = await client.of<SemanticTokens>('textDocument/semanticTokens/range', agreement, { range })
    assert.ok(part.data.length > 0 && part.data.length < data.length)
    assert.deepEqual(part.data, data.slice(0, part.data.length))
    await client.end()
  })
  it('for code lenses is answered with the score and with who refers to it, whose places are found when it is shown', async () => {
    const client = await inMeridian({ initializationOptions: { commands: ['concord.showReferences'] } })
    const lenses = await client.of<CodeLens[]>('textDocument/codeLens', agreement)
    const unresolved = lenses.find(({ command }) => command === undefined)
    assert.ok(unresolved !== undefined)
    const { command } = await client.request<CodeLens>('codeLens/resolve', unresolved)
    assert.equal(command?.command, 'concord.showReferences')
    const [uri, position, locations] = command.arguments ?? []
    assert.deepEqual([uri, position], [uriOf(agreement), unresolved.range.start])
    assert.ok((locations as Location[]).length > 0)
    await client.end()
  })
  it('for code lenses and inlay hints is answered with nothing where they are switched off', async () => {
    const off = { codeLens: { enable: false }, inlayHints: { enable: false } }
    const client = await inMeridian({ settings: () => off })
    const range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } }
    assert.deepEqual(await client.of('textDocument/codeLens', agreement), [])
    assert.deepEqual(await client.of('textDocument/inlayHint', agreement, { range }), [])
    await client.end()
  })
  it('for inlay hints is answered with figures behind values', async () => {
    const client = await inMeridian()
    const range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } }
    const hints = await client.of<InlayHint[]>('textDocument/inlayHint', agreement, { range })
    assert.ok(hints.length > 0)
    assert.equal(hints[0]?.paddingLeft, true)
    await client.end()
  })
  it('for barriers is answered by component and policy', async () => {
    const folder = temporaryFolder({ 'a.yaml': misspelt, 'b.yaml': forced })
    const client = await Client.start({ folders: [folder] })
    const all = await client.request<Barriers>('concord/barriers', {})
    assert.deepEqual(
      all.components.map(({ component, policies }) => [component, policies.map(({ name }) => name)]),
      [
        ['performance', ['ratings']],
        ['language', ['misspelt', 'ratings']],
      ],
    )
    const one = await client.request<Barriers>('concord/barriers', { uri: uriOf(join(folder, 'a.yaml')) })
    assert.deepEqual(one.counts, { error: 1, warning: 0, info: 0 })
    assert.deepEqual(one.components[0]?.policies[0]?.range.start, { line: 3, character: 8 })
    await client.end()
  })
  it('for the scorecard is answered with what the command says', async () => {
    const client = await inMeridian()
    const { components, overall, gains } = await client.request<ScorecardView>('concord/scorecard', {})
    const { out } = concordProcess(meridian, ['check', '--format', 'json', '--exit-zero'])
    const { scorecard } = JSON.parse(out) as JsonReport
    assert.equal(overall, scorecard.overall)
    assert.deepEqual(
      components.map(({ component, score }) => [component, score]),
      scorecard.components.map(({ component, score }) => [component, score]),
    )
    const lost = gains.reduce((sum, { gain }) => sum + gain, 0)
    assert.ok(Math.abs(100 - (overall ?? 0) - lost) < 1e-6)
    await client.end()
  })
})

describe('a request for code actions', () => {
  const open = async (start: Start = {}): Promise<{ client: Client; file: string }> => {
    const folder = temporaryFolder({ 'a.yaml': forced })
    const file = join(folder, 'a.yaml')
    const client = await Client.start({ folders: [folder], ...start })
    client.open(file, forced)
    return { client, file }
  }
  const everything = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } }

  it('is answered with fixes whose edits are made when one is chosen', async () => {
    const { client, file } = await open()
    const diagnostics = [...(await client.diagnostics(file))]
    const context = { diagnostics, only: ['quickfix'] }
    const actions = await client.of<CodeAction[]>('textDocument/codeAction', file, { range: everything, context })
    const rename = actions.find(({ title }) => title.includes('description'))
    assert.ok(rename !== undefined && rename.edit === undefined)
    assert.equal(rename.isPreferred, true)
    assert.deepEqual(
      rename.diagnostics?.map(({ code }) => code),
      ['language/unknown-field'],
    )
    const { edit } = await client.request<CodeAction>('codeAction/resolve', rename)
    assert.equal(edited(forced, edit ?? {}), forced.replace('descripton', 'description'))
    await client.end()
  })
  it('is answered with the edits at once where the client does not ask for them', async () => {
    const { client, file } = await open({ capabilities: plain })
    const context = { diagnostics: [] }
    const actions = await client.of<CodeAction[]>('textDocument/codeAction', file, { range: everything, context })
    assert.ok(actions.length > 0)
    for (const { edit, data } of actions) assert.ok(edit?.changes?.[uriOf(file)] !== undefined && data === undefined)
    await client.end()
  })
  it('is answered with everything that is safe at once when that is asked for', async () => {
    const { client, file } = await open()
    const context = { diagnostics: [], only: ['source.fixAll'] }
    const [fixAll, ...others] = await client.of<CodeAction[]>('textDocument/codeAction', file, {
      range: everything,
      context,
    })
    assert.deepEqual(others, [])
    assert.equal(fixAll?.kind, 'source.fixAll.concord')
    const { edit } = await client.request<CodeAction>('codeAction/resolve', fixAll)
    assert.equal(edited(forced, edit ?? {}), forced.replace('descripton', 'description'))
    await client.end()
  })
  it('offers to suppress each finding for three months, and asks for the reason where the client can', async () => {
    const withSnippets = { ...likeVsCode.workspace, workspaceEdit: { documentChanges: true, snippetEditSupport: true } }
    const { client, file } = await open({ capabilities: { ...likeVsCode, workspace: withSnippets } })
    const [finding] = await client.diagnostics(file)
    assert.ok(finding !== undefined)
    const actions = await client.of<CodeAction[]>('textDocument/codeAction', file, {
      range: finding.range,
      context: { diagnostics: [finding], only: ['quickfix'] },
    })
    const suppress = actions.find(({ title }) => title.startsWith(`Suppress ${finding.code} `))
    assert.deepEqual(suppress?.diagnostics, [finding])
    assert.equal(actions.at(-1), suppress, 'after every fix')
    const { edit } = await client.request<CodeAction>('codeAction/resolve', suppress)
    const [change] = edit?.documentChanges ?? []
    assert.ok(TextDocumentEdit.is(change))
    const [comment] = change.edits
    assert.ok(comment !== undefined && 'snippet' in comment)
    assert.deepEqual(comment.range.start, { line: finding.range.start.line, character: 0 })
    assert.match(comment.snippet.value, /^ *# concord-ignore \S+ until=\d{4}-\d\d-\d\d reason="\$\{1:why\}"\n$/)
    await client.end()
  })
  it('suppresses with a "?" for the reason elsewhere, which suppresses nothing until it is filled in', async () => {
    const { client, file } = await open()
    const [finding] = await client.diagnostics(file)
    const context = { diagnostics: [], only: ['quickfix'] }
    const actions = await client.of<CodeAction[]>('textDocument/codeAction', file, { range: everything, context })
    const suppress = actions.find(({ title }) => title.startsWith(`Suppress ${finding?.code} `))
    const { edit } = await client.request<CodeAction>('codeAction/resolve', suppress ?? {})
    const suppressed = edited(forced, edit ?? {})
    client.change(file, suppressed)
    const still = (await client.diagnostics(file)).map(({ code }) => code)
    assert.ok(still.includes('language/suppression-malformed') && still.includes(finding?.code), still.join())
    client.change(file, suppressed.replace('?why', 'replaced in March'))
    const left = (await client.diagnostics(file)).map(({ code }) => code)
    assert.ok(!left.includes('language/suppression-malformed') && !left.includes(finding?.code), left.join())
    await client.end()
  })
  it('that has become stale is refused in words', async () => {
    const { client, file } = await open()
    const context = { diagnostics: [], only: ['quickfix'] }
    const actions = await client.of<CodeAction[]>('textDocument/codeAction', file, { range: everything, context })
    client.change(file, forced.replace('descripton', 'description'))
    const rename = actions.find(({ title }) => title.includes('description'))
    const { message } = await client.refused('codeAction/resolve', rename ?? {})
    assert.match(message, /cannot be made: the text has changed/)
    await client.end()
  })
})
