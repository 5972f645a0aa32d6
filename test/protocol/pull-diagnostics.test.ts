import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { FileChangeType, type WorkspaceDiagnosticReport } from 'vscode-languageserver/node'
import { clean, forced, misspelt, named } from '../command/policies.ts'
import { temporaryFolder } from '../command/running.ts'
import { Client, fileOf, likeVsCode, messageOf, uriOf } from './client.ts'

const unknownField = 'language/unknown-field'

describe('diagnostics that a client asks for', () => {
  it('say what the findings say', async () => {
    const folder = temporaryFolder({ 'a.yaml': misspelt })
    const file = join(folder, 'a.yaml')
    const client = await Client.start({
      folders: [folder],
      initializationOptions: { rulePageUri: 'concord-rule:/rules/{rule}.md' },
    })
    client.open(file, misspelt)
    const [diagnostic, ...others] = await client.diagnostics(file)
    assert.deepEqual(others, [])
    assert.ok(diagnostic !== undefined)
    assert.deepEqual(diagnostic.range, { start: { line: 4, character: 2 }, end: { line: 4, character: 7 } })
    assert.equal(diagnostic.severity, 1)
    assert.equal(diagnostic.code, unknownField)
    assert.equal(diagnostic.source, 'concord')
    assert.match(messageOf(diagnostic), /"titel" is not a field .* Did you mean "title"\?/)
    assert.deepEqual(diagnostic.codeDescription, { href: 'concord-rule:/rules/language/unknown-field.md' })
    assert.match((diagnostic.data as { readonly fingerprint: string }).fingerprint, /^1:[0-9a-f]{20}$/)
    await client.end()
  })
  it('are said to be unchanged while they are', async () => {
    const folder = temporaryFolder({ 'a.yaml': misspelt })
    const file = join(folder, 'a.yaml')
    const client = await Client.start({ folders: [folder] })
    client.open(file, misspelt)
    const { resultId } = await client.report(file)
    assert.deepEqual(await client.report(file, resultId), { kind: 'unchanged', resultId })
    client.change(file, `${misspelt}# a remark\n`)
    assert.deepEqual(await client.report(file, resultId), { kind: 'unchanged', resultId })
    client.change(file, `# a remark\n${misspelt}`)
    const moved = await client.report(file, resultId)
    assert.equal(moved.kind, 'full')
    assert.notEqual(moved.resultId, resultId)
    client.change(file, clean)
    assert.deepEqual((await client.report(file, moved.resultId)).kind, 'full')
    await client.end()
  })
  it('follow each edit, also of a part of a line', async () => {
    const folder = temporaryFolder({ 'a.yaml': misspelt })
    const file = join(folder, 'a.yaml')
    const client = await Client.start({ folders: [folder] })
    client.open(file, misspelt)
    assert.deepEqual(await client.rules(file), [unknownField])
    client.change(file, 'le', { start: { line: 4, character: 5 }, end: { line: 4, character: 7 } })
    assert.deepEqual(await client.rules(file), [])
    client.change(file, 'x', { start: { line: 4, character: 7 }, end: { line: 4, character: 7 } })
    assert.deepEqual(await client.rules(file), [unknownField])
    await client.end()
  })
  it('point into other files', async () => {
    const folder = temporaryFolder({ 'a.yaml': named('norms'), 'b.yaml': `\n${named('norms')}` })
    const client = await Client.start({ folders: [folder] })
    client.open(join(folder, 'b.yaml'), `\n${named('norms')}`)
    const [duplicate] = await client.diagnostics(join(folder, 'b.yaml'))
    assert.equal(duplicate?.code, 'language/duplicate-name')
    assert.deepEqual(
      duplicate.relatedInformation?.map(({ location }) => location),
      [
        {
          uri: uriOf(join(folder, 'a.yaml')),
          range: { start: { line: 3, character: 8 }, end: { line: 3, character: 13 } },
        },
      ],
    )
    await client.end()
  })
  it('are there for files that were never opened, and for configurations', async () => {
    const folder = temporaryFolder({ 'a.yaml': misspelt, 'b.yaml': clean, '.concord.yaml': 'roots: true\n' })
    const client = await Client.start({ folders: [folder] })
    const all = await client.allDiagnostics()
    assert.deepEqual([...all.keys()].sort(), [join(folder, '.concord.yaml'), join(folder, 'a.yaml')])
    const [problem] = all.get(join(folder, '.concord.yaml')) ?? []
    assert.match(messageOf(problem), /"roots" is not a field/)
    assert.deepEqual(problem?.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } })
    await client.end()
  })
  it('of the workspace wait for news where the client can wait', async () => {
    const folder = temporaryFolder({ 'a.yaml': misspelt, 'b.yaml': forced })
    const [a, b] = [join(folder, 'a.yaml'), join(folder, 'b.yaml')]
    const client = await Client.start({ folders: [folder] })
    const first = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] })
    const previousResultIds = first.items.map(({ uri, resultId }) => ({ uri, value: resultId }))
    assert.deepEqual(
      (await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds })).items.map(
        ({ kind }) => kind,
      ),
      ['unchanged', 'unchanged'],
    )
    const waiting = client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds,
      partialResultToken: 1,
    })
    client.open(a, misspelt)
    client.change(a, clean)
    const { items } = await waiting
    assert.deepEqual(
      items.map(({ uri, kind, version }) => [fileOf(uri), kind, version]),
      [[a, 'full', 2]],
    )
    assert.ok(items.every((item) => item.kind === 'full' && item.items.length === 0))
    assert.ok(!items.some(({ uri }) => fileOf(uri) === b))
    await client.end()
  })
  it('of a file that is deleted go, though the client has forgotten what it was told of it', async () => {
    const folder = temporaryFolder({ 'a.yaml': misspelt, 'b.yaml': clean })
    const file = join(folder, 'a.yaml')
    const client = await Client.start({ folders: [folder] })
    client.open(file, misspelt)
    assert.deepEqual(await client.rules(file), [unknownField])
    client.close(file)
    rmSync(file)
    client.watched([file, FileChangeType.Deleted])
    const ask = () => client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] })
    const { items } = await ask()
    assert.deepEqual(
      items.map((item) => [fileOf(item.uri), item.kind === 'full' && item.items.length]),
      [[file, 0]],
    )
    assert.deepEqual((await ask()).items, [])
    await client.end()
  })
  it('of the workspace come in parts where there are many', async () => {
    const files = Array.from({ length: 450 }, (_, at) => [`${at}.yaml`, misspelt.replace('misspelt', `p-${at}`)])
    const client = await Client.start({ folders: [temporaryFolder(Object.fromEntries(files))] })
    const parts: number[] = []
    client.connection.onUnhandledProgress(({ token, value }) => {
      if (token === 'parts') parts.push((value as WorkspaceDiagnosticReport).items.length)
    })
    const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
      partialResultToken: 'parts',
    })
    assert.deepEqual([...parts, items.length], [200, 200, 50])
    await client.end()
  })
  it('of an open document are asked for again when another one changed them', async () => {
    const folder = temporaryFolder({ 'a.yaml': named('norms'), 'b.yaml': named('norms') })
    const [a, b] = [join(folder, 'a.yaml'), join(folder, 'b.yaml')]
    const client = await Client.start({ folders: [folder] })
    client.open(a, named('norms'))
    client.open(b, named('norms'))
    assert.deepEqual(await client.rules(a), [])
    assert.deepEqual(await client.rules(b), ['language/duplicate-name'])
    client.change(a, named('other'))
    await client.until('the client is to ask again', () => client.received.includes('workspace/diagnostic/refresh'))
    assert.deepEqual(await client.rules(b), [])
    await client.end()
  })
  it('leave out what a client cannot show', async () => {
    const folder = temporaryFolder({ 'a.yaml': named('norms'), 'b.yaml': named('norms') })
    const client = await Client.start({
      folders: [folder],
      capabilities: { ...likeVsCode, textDocument: { diagnostic: {} } },
      initializationOptions: { rulePageUri: 'concord-rule:/{rule}.md' },
    })
    const all = await client.allDiagnostics()
    const [duplicate] = all.get(join(folder, 'b.yaml')) ?? []
    assert.equal(duplicate?.relatedInformation, undefined)
    assert.equal(duplicate?.codeDescription, undefined)
    await client.end()
  })
})
