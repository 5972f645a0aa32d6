import assert from 'node:assert/strict'
import { join } from 'node:path'
import {
  CancellationTokenSource,
  type DocumentSymbol,
  type Hover,
  LSPErrorCodes,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node'
import { clean, misspelt, named } from '../command/policies.ts'
import { temporaryFolder } from '../command/running.ts'
import { Client, plain, uriOf } from './client.ts'

/** So many policies that reading them takes a moment. */
function manyPolicies(): string {
  const files = Array.from({ length: 400 }, (_, at) => [`${at}.yaml`, misspelt.replace('misspelt', `p-${at}`)])
  return temporaryFolder({ ...Object.fromEntries(files), 'open.yaml': misspelt })
}

describe('requests and edits in any order', () => {
  it('are answered about the text as it was when they were asked', async () => {
    const folder = temporaryFolder({ 'a.yaml': clean })
    const file = join(folder, 'a.yaml')
    const client = await Client.start({ folders: [folder] })
    await client.until('it is ready', () => client.statuses.at(-1)?.ready === true)
    client.open(file, named('n0'))
    const answers: Promise<DocumentSymbol[]>[] = []
    for (let version = 1; version <= 50; version++) {
      client.change(file, named(`n${version}`))
      answers.push(client.of<DocumentSymbol[]>('textDocument/documentSymbol', file))
    }
    const names = (await Promise.all(answers)).map(([policy]) => policy?.name)
    assert.deepEqual(
      names,
      Array.from({ length: 50 }, (_, at) => `n${at + 1}`),
    )
    await client.end()
  })
  it('are checked far less often than edits come, and last for the last one', async () => {
    const folder = temporaryFolder({ 'a.yaml': clean })
    const file = join(folder, 'a.yaml')
    const client = await Client.start({ folders: [folder], capabilities: plain })
    await client.until('it is ready', () => client.statuses.at(-1)?.ready === true)
    client.open(file, clean)
    for (let edit = 0; edit < 200; edit++) client.change(file, edit % 2 === 0 ? misspelt : clean)
    client.change(file, misspelt)
    const versions = (): readonly number[] => client.published.get(file)?.map(({ version = 0 }) => version) ?? []
    await client.until('the last edit is checked', () => versions().at(-1) === 202)
    assert.equal(client.lastPublished(file)?.length, 1)
    assert.deepEqual(
      versions(),
      [...new Set(versions())].sort((a, b) => a - b),
    )
    // How many edits arrive together is up to the operating system.
    assert(versions().length < 50, `checked ${versions().length} times for 201 edits`)
    await client.end()
  })
  it('about the document alone are answered while the workspace is still being read', async () => {
    const folder = manyPolicies()
    const file = join(folder, 'open.yaml')
    const client = await Client.start({ folders: [folder] })
    client.open(file, misspelt)
    const done: string[] = []
    await Promise.all([
      client.report(file).then(() => done.push('diagnostics')),
      client.of('textDocument/documentSymbol', file).then(() => done.push('symbols')),
    ])
    assert.deepEqual(done, ['symbols', 'diagnostics'])
    await client.end()
  })
  it('that were cancelled are answered as cancelled, also while the workspace is still being read', async () => {
    const folder = manyPolicies()
    const file = join(folder, 'open.yaml')
    const client = await Client.start({ folders: [folder] })
    client.open(file, misspelt)
    const source = new CancellationTokenSource()
    const params = { textDocument: { uri: uriOf(file) } }
    const asked = client.request('textDocument/diagnostic', params, source.token).then(
      () => 'answered',
      ({ code }) => code,
    )
    source.cancel()
    assert.equal(await asked, LSPErrorCodes.RequestCancelled)
    assert.equal((await client.diagnostics(file)).length, 1)
    await client.end()
  })
  it('that wait for news end when they are cancelled, or when the server does', async () => {
    const folder = temporaryFolder({ 'a.yaml': clean })
    const client = await Client.start({ folders: [folder] })
    const source = new CancellationTokenSource()
    const params = { previousResultIds: [], partialResultToken: 1 }
    const cancelled = client.request('workspace/diagnostic', params, source.token).then(
      () => 'answered',
      ({ code }) => code,
    )
    const waiting = client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', params)
    await client.until('it is ready', () => client.statuses.at(-1)?.ready === true)
    source.cancel()
    assert.equal(await cancelled, LSPErrorCodes.RequestCancelled)
    const ended = client.end()
    assert.deepEqual(await waiting, { items: [] })
    assert.equal(await ended, 0)
  })
  it('that wait are refused when the document has changed in the meantime', async () => {
    const folder = manyPolicies()
    const file = join(folder, 'open.yaml')
    const client = await Client.start({ folders: [folder] })
    client.open(file, misspelt)
    const hover = client.at<Hover>('textDocument/hover', file, { line: 4, character: 3 }).then(
      () => 'answered',
      ({ code }) => code,
    )
    client.change(file, `\n\n${misspelt}`)
    assert.equal(await hover, LSPErrorCodes.ContentModified)
    assert.deepEqual(
      (await client.diagnostics(file)).map(({ range }) => range.start.line),
      [6],
    )
    await client.end()
  })
  it('about documents that are not open do no harm', async () => {
    const folder = temporaryFolder({ 'a.yaml': misspelt })
    const file = join(folder, 'a.yaml')
    const client = await Client.start({ folders: [folder] })
    assert.equal(await client.at('textDocument/hover', file, { line: 4, character: 3 }), null)
    client.change(file, 'x', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } })
    client.close(file)
    assert.equal((await client.diagnostics(file)).length, 1)
    await client.end()
  })
  it('that make the server fail are answered with an error and logged, and it goes on', async () => {
    const folder = temporaryFolder({ 'a.yaml': misspelt })
    const file = join(folder, 'a.yaml')
    const client = await Client.start({ folders: [folder] })
    client.open(file, misspelt)
    const { code } = await client.refused('textDocument/selectionRange', { textDocument: { uri: uriOf(file) } })
    assert.equal(code, -32603)
    await client.until('it is logged', () => client.logged.some((line) => line.includes('TypeError')))
    assert.equal((await client.diagnostics(file)).length, 1)
    await client.end()
  })
})
