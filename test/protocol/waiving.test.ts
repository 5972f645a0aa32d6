import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CodeAction, FileChangeType, TextDocumentEdit } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { forced } from '../command/policies.ts'
import { temporaryFolder } from '../command/running.ts'
import { Client, likeVsCode, plain, type Start, uriOf } from './client.ts'

const rule = 'performance/forced-distribution'
const config = 'root: true # stays\n'

describe('waiving a finding in an editor', () => {
  /** The action at the finding, in a company with a configuration. */
  const offered = async (start: Start = {}, files: Readonly<Record<string, string>> = { '.concord.yaml': config }) => {
    const folder = temporaryFolder({ 'in/a.yaml': forced, ...files })
    const client = await Client.start({ folders: [folder], ...start })
    const policy = join(folder, 'in/a.yaml')
    client.open(policy, forced)
    const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } }
    const context = { diagnostics: [], only: ['quickfix'] }
    const actions = await client.of<CodeAction[]>('textDocument/codeAction', policy, { range, context })
    const waive = actions.find(({ title }) => title.startsWith(`Waive ${rule} `))
    return { client, policy, configuration: join(folder, '.concord.yaml'), actions, waive }
  }

  it('writes a waiver into the configuration, and shows where its owner is to be filled in', async () => {
    const initializationOptions = { commands: ['concord.revealBarrier'] }
    const { client, policy, configuration, actions, waive } = await offered({ initializationOptions })
    assert.equal(actions.at(-1), waive, 'after everything that mends')
    const { edit, command } = await client.request<CodeAction>('codeAction/resolve', waive ?? {})
    const [change, ...others] = edit?.documentChanges ?? []
    assert.ok(TextDocumentEdit.is(change) && others.length === 0)
    assert.deepEqual(change.textDocument, { uri: uriOf(configuration), version: null })
    const edits = change.edits.map((each) => ('newText' in each ? each : assert.fail()))
    const written = TextDocument.applyEdits(TextDocument.create('', '', 0, config), edits)
    assert.match(written, /^root: true # stays\nwaivers:\n {2}- rule: performance\/forced-distribution\n {4}policy: /)
    assert.equal(command?.command, 'concord.revealBarrier')
    const [place] = command?.arguments ?? []
    assert.equal(place.uri, uriOf(configuration))
    assert.equal(TextDocument.create('', '', 0, written).getText(place.range).replaceAll('"', ''), '?role-or-team')

    client.open(configuration, config)
    client.change(configuration, written)
    assert.match(JSON.stringify(await client.diagnostics(configuration)), /role-or-team|filled in/)
    assert.ok((await client.rules(policy)).includes(rule), 'it waives nothing yet')
    client.change(
      configuration,
      written.replace('?role-or-team', 'head-of-people').replace('?why', 'replaced in March'),
    )
    assert.ok(!(await client.rules(policy)).includes(rule))
    await client.end()
  })
  it('is made out at once, without a command, for a client that can do little', async () => {
    const { client, configuration, waive } = await offered({ capabilities: plain })
    const [edit] = waive?.edit?.changes?.[uriOf(configuration)] ?? []
    assert.match(edit?.newText ?? '', /waivers:/)
    assert.deepEqual([waive?.command, waive?.data], [undefined, undefined])
    await client.end()
  })
  it('goes into what is open of the configuration, also where that is not saved', async () => {
    const { client, policy, configuration } = await offered()
    client.open(configuration, config)
    client.change(configuration, `${config}baseline: known.json\n`)
    const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } }
    const context = { diagnostics: [], only: ['quickfix'] }
    const actions = await client.of<CodeAction[]>('textDocument/codeAction', policy, { range, context })
    const waive = actions.find(({ title }) => title.startsWith('Waive ')) ?? {}
    const { edit } = await client.request<CodeAction>('codeAction/resolve', waive)
    const [change] = edit?.documentChanges ?? []
    assert.ok(TextDocumentEdit.is(change))
    assert.equal(change.textDocument.version, 2)
    assert.ok(change.edits.every((each) => 'range' in each && each.range.start.line >= 1))
    await client.end()
  })
  it('is offered for the configuration nearest to the policy, and nowhere without one', async () => {
    const nearer = await offered({}, { '.concord.yaml': config, 'in/.concord.yaml': 'rules: {}\n' })
    const { edit } = await nearer.client.request<CodeAction>('codeAction/resolve', nearer.waive ?? {})
    assert.match(JSON.stringify(edit), /in\/\.concord\.yaml/)
    await nearer.client.end()
    const none = await offered({}, {})
    assert.equal(none.waive, undefined)
    await none.client.end()
  })
  it('is refused in words once the configuration cannot take it', async () => {
    const { client, configuration, waive } = await offered({ capabilities: likeVsCode })
    assert.equal(readFileSync(configuration, 'utf8'), config)
    writeFileSync(configuration, 'root: [true\n')
    client.watched([configuration, FileChangeType.Changed])
    const { message } = await client.refused('codeAction/resolve', waive ?? {})
    assert.match(message, /cannot be made: the text has changed/)
    await client.end()
  })
})
