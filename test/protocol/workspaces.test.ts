import assert from 'node:assert/strict'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FileChangeType } from 'vscode-languageserver/node'
import { clean, forced, misspelt, named } from '../command/policies.ts'
import { temporaryFolder } from '../command/running.ts'
import { Client, messageOf, uriOf } from './client.ts'

const { Created, Changed, Deleted } = FileChangeType
const duplicate = 'language/duplicate-name'
const unknownField = 'language/unknown-field'

/** What is shown, by file relative to a folder. */
async function shown(client: Client, folder: string): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const all = [...(await client.allDiagnostics())]
    .filter(([, diagnostics]) => diagnostics.length > 0)
    .map(([file, diagnostics]) => [file.slice(folder.length + 1), diagnostics.map(({ code }) => code)] as const)
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)))
}

describe('what is checked together in an editor', () => {
  it('is a folder of the workspace, each for itself', async () => {
    const folder = temporaryFolder({ 'a/one.yaml': named('norms'), 'b/two.yaml': named('norms') })
    const client = await Client.start({ folders: [join(folder, 'a'), join(folder, 'b')] })
    assert.deepEqual(await shown(client, folder), {})
    await client.end()
  })
  it('is what a configuration above with root: true holds together, of which only the folders are shown', async () => {
    const folder = temporaryFolder({
      '.concord.yaml': 'root: true\n',
      'a/one.yaml': named('norms'),
      'b/two.yaml': named('norms'),
      'c/three.yaml': misspelt,
    })
    const client = await Client.start({ folders: [join(folder, 'b')] })
    assert.deepEqual(await shown(client, folder), { 'b/two.yaml': [duplicate] })
    await client.end()
  })
  it('ends at the next root: true, and each part has its own configuration', async () => {
    const folder = temporaryFolder({
      '.concord.yaml': `root: true\nrules: {${unknownField}: off}\n`,
      'one.yaml': named('norms'),
      'two.yaml': misspelt,
      'inner/.concord.yaml': 'root: true\n',
      'inner/one.yaml': named('norms'),
      'inner/two.yaml': misspelt,
    })
    const client = await Client.start({ folders: [folder] })
    assert.deepEqual(await shown(client, folder), { 'inner/two.yaml': [unknownField] })
    await client.end()
  })
  it('counts a file once where one folder lies in another', async () => {
    const folder = temporaryFolder({ 'a/one.yaml': misspelt, 'two.yaml': forced })
    const client = await Client.start({ folders: [folder, join(folder, 'a')] })
    assert.deepEqual(Object.keys(await shown(client, folder)), ['a/one.yaml', 'two.yaml'])
    await client.until('it is ready', () => client.statuses.at(-1)?.ready === true)
    assert.equal(client.statuses.at(-1)?.files, 2)
    await client.end()
  })
  it('follows the folders as they come and go', async () => {
    const folder = temporaryFolder({ 'a/one.yaml': misspelt, 'b/two.yaml': misspelt })
    const [a, b] = [join(folder, 'a'), join(folder, 'b')]
    const client = await Client.start({ folders: [a] })
    assert.deepEqual(Object.keys(await shown(client, folder)), ['a/one.yaml'])
    const event = { added: [{ uri: uriOf(b), name: 'b' }], removed: [{ uri: uriOf(a), name: 'a' }] }
    client.notify('workspace/didChangeWorkspaceFolders', { event })
    assert.deepEqual(Object.keys(await shown(client, folder)), ['b/two.yaml'])
    await client.end()
  })
  it('leaves a folder alone that is switched off, until it is switched on', async () => {
    const folder = temporaryFolder({ 'a/one.yaml': misspelt, 'b/two.yaml': misspelt })
    const off = new Set([join(folder, 'b')])
    const client = await Client.start({
      folders: [join(folder, 'a'), join(folder, 'b')],
      settings: (scope) => ({ enable: scope === undefined || !off.has(scope) }),
    })
    assert.deepEqual(Object.keys(await shown(client, folder)), ['a/one.yaml'])
    client.open(join(folder, 'b/two.yaml'), misspelt)
    assert.deepEqual(await client.rules(join(folder, 'b/two.yaml')), [])
    off.clear()
    client.notify('workspace/didChangeConfiguration', { settings: null })
    assert.deepEqual(await client.rules(join(folder, 'b/two.yaml')), [unknownField])
    await client.end()
  })

  it('is a policy alone where it lies in no folder', async () => {
    const folder = temporaryFolder({ 'a.yaml': named('norms'), 'b.yaml': named('norms') })
    const client = await Client.start()
    for (const name of ['a.yaml', 'b.yaml']) client.open(join(folder, name), named('norms'))
    assert.deepEqual(await client.rules(join(folder, 'b.yaml')), [])
    client.change(join(folder, 'b.yaml'), misspelt)
    assert.deepEqual(await client.rules(join(folder, 'b.yaml')), [unknownField])
    await client.end()
  })
  it('is the workspace of its root: true also for a policy in no folder', async () => {
    const folder = temporaryFolder({ '.concord.yaml': 'root: true\n', 'a.yaml': named('norms'), 'b.yaml': clean })
    const client = await Client.start()
    client.open(join(folder, 'b.yaml'), named('norms'))
    assert.deepEqual(await client.rules(join(folder, 'b.yaml')), [duplicate])
    assert.deepEqual(Object.keys(await shown(client, folder)), ['b.yaml'])
    client.close(join(folder, 'b.yaml'))
    assert.deepEqual(await client.rules(join(folder, 'b.yaml')), [])
    await client.end()
  })
  it('is a document alone that was never saved, from when it holds a policy', async () => {
    const client = await Client.start({ folders: [temporaryFolder({ 'a.yaml': named('norms') })] })
    client.open('untitled:Untitled-1', '')
    assert.deepEqual(await client.rules('untitled:Untitled-1'), [])
    client.change('untitled:Untitled-1', misspelt)
    assert.deepEqual(await client.rules('untitled:Untitled-1'), [unknownField])
    client.change('untitled:Untitled-1', named('norms'))
    assert.deepEqual(await client.rules('untitled:Untitled-1'), [])
    client.change('untitled:Untitled-1', 'kind: Pod\n')
    assert.deepEqual(await client.rules('untitled:Untitled-1'), [])
    client.close('untitled:Untitled-1')
    await client.end()
  })
  it('counts a new document in a folder before it is saved', async () => {
    const folder = temporaryFolder({ 'a.yaml': named('norms') })
    const client = await Client.start({ folders: [folder] })
    client.open(join(folder, 'new.yaml'), named('norms'))
    assert.deepEqual(await client.rules(join(folder, 'new.yaml')), [duplicate])
    client.close(join(folder, 'new.yaml'))
    assert.deepEqual(await shown(client, folder), {})
    await client.end()
  })
  it('counts what stands in the editor, not what is on disk', async () => {
    const folder = temporaryFolder({ 'a.yaml': named('norms'), 'b.yaml': named('other') })
    const [a, b] = [join(folder, 'a.yaml'), join(folder, 'b.yaml')]
    const client = await Client.start({ folders: [folder] })
    client.open(a, named('other'))
    assert.deepEqual(await shown(client, folder), { 'b.yaml': [duplicate] })
    writeFileSync(a, misspelt)
    client.watched([a, Changed])
    assert.deepEqual(await shown(client, folder), { 'b.yaml': [duplicate] })
    client.close(a)
    assert.deepEqual(await shown(client, folder), { 'a.yaml': [unknownField] })
    assert.deepEqual(await client.rules(b), [])
    await client.end()
  })
})

describe('changes outside of the editor', () => {
  it('are watched by the client', async () => {
    const client = await Client.start({ folders: [temporaryFolder({ 'a.yaml': clean })] })
    await client.until('it watches', () => client.registrations.size >= 2)
    const methods = [...client.registrations.values()].map(({ method }) => method).sort()
    assert.deepEqual(methods, ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles'])
    await client.end()
  })
  it('are watched above the folder, too, where its workspace begins there', async () => {
    const folder = temporaryFolder({ '.concord.yaml': 'root: true\n', 'a/one.yaml': clean })
    const client = await Client.start({ folders: [join(folder, 'a')] })
    const watched = (): string => JSON.stringify([...client.registrations.values()])
    await client.until('it watches above', () => watched().includes(`"baseUri":"${uriOf(folder)}"`))
    await client.end()
  })
  it('of a file are seen: created, changed, deleted', async () => {
    const folder = temporaryFolder({ 'a.yaml': clean })
    const file = join(folder, 'b.yaml')
    const client = await Client.start({ folders: [folder] })
    assert.deepEqual(await shown(client, folder), {})
    writeFileSync(file, misspelt)
    client.watched([file, Created])
    assert.deepEqual(await shown(client, folder), { 'b.yaml': [unknownField] })
    writeFileSync(file, named('norms'))
    client.watched([file, Changed])
    assert.deepEqual(await shown(client, folder), { 'b.yaml': [duplicate] })
    rmSync(file)
    client.watched([file, Deleted])
    assert.deepEqual(await shown(client, folder), {})
    await client.end()
  })
  it('of a folder are seen: renamed, deleted', async () => {
    const folder = temporaryFolder({ 'old/a.yaml': misspelt, 'old/b.yaml': forced })
    const [before, after] = [join(folder, 'old'), join(folder, 'new')]
    const client = await Client.start({ folders: [folder] })
    assert.deepEqual(Object.keys(await shown(client, folder)), ['old/a.yaml', 'old/b.yaml'])
    renameSync(before, after)
    client.watched([before, Deleted], [after, Created])
    assert.deepEqual(Object.keys(await shown(client, folder)), ['new/a.yaml', 'new/b.yaml'])
    rmSync(after, { recursive: true })
    client.watched([after, Deleted])
    assert.deepEqual(await shown(client, folder), {})
    await client.end()
  })
  it('of an open file count when it is closed', async () => {
    const folder = temporaryFolder({ 'a.yaml': misspelt })
    const file = join(folder, 'a.yaml')
    const client = await Client.start({ folders: [folder] })
    client.open(file, misspelt)
    rmSync(file)
    client.watched([file, Deleted])
    assert.deepEqual(await client.rules(file), [unknownField])
    client.close(file)
    assert.deepEqual(await shown(client, folder), {})
    await client.end()
  })
  it('of a file that was renamed leave nothing behind', async () => {
    const folder = temporaryFolder({ 'a.yaml': misspelt })
    const [before, after] = [join(folder, 'a.yaml'), join(folder, 'b.yaml')]
    const client = await Client.start({ folders: [folder] })
    client.open(before, misspelt)
    assert.deepEqual(await client.rules(before), [unknownField])
    renameSync(before, after)
    client.close(before)
    client.open(after, misspelt)
    client.watched([before, Deleted], [after, Created])
    assert.deepEqual(await shown(client, folder), { 'b.yaml': [unknownField] })
    assert.deepEqual(await client.rules(before), [])
    await client.end()
  })
})

describe('configurations in an editor', () => {
  it('hold without a reload when they are created, changed and deleted', async () => {
    const folder = temporaryFolder({ 'a.yaml': misspelt, 'drafts/b.yaml': misspelt.replace('misspelt', 'draft') })
    const config = join(folder, '.concord.yaml')
    const client = await Client.start({ folders: [folder] })
    assert.deepEqual(Object.keys(await shown(client, folder)), ['a.yaml', 'drafts/b.yaml'])
    writeFileSync(config, 'ignore: [drafts]\n')
    client.watched([config, Created])
    assert.deepEqual(Object.keys(await shown(client, folder)), ['a.yaml'])
    writeFileSync(config, `rules: {${unknownField}: warning}\n`)
    client.watched([config, Changed])
    const found = [...(await client.allDiagnostics()).values()].flat().filter(({ code }) => code === unknownField)
    assert.deepEqual(
      found.map(({ severity }) => severity),
      [2, 2],
    )
    rmSync(config)
    client.watched([config, Deleted])
    assert.deepEqual(Object.keys(await shown(client, folder)), ['a.yaml', 'drafts/b.yaml'])
    await client.end()
  })
  it('hold as they stand in the editor, and on disk again when they are closed', async () => {
    const folder = temporaryFolder({ 'a.yaml': misspelt, '.concord.yaml': 'root: true\n' })
    const config = join(folder, '.concord.yaml')
    const client = await Client.start({ folders: [folder] })
    client.open(config, 'root: true\n')
    client.change(config, `root: true\nrules: {${unknownField}: off}\n`)
    assert.deepEqual(await shown(client, folder), {})
    client.close(config)
    assert.deepEqual(await shown(client, folder), { 'a.yaml': [unknownField] })
    await client.end()
  })
  it('say what is wrong with them while they are edited, and hold as they were last', async () => {
    const folder = temporaryFolder({ 'a.yaml': misspelt, '.concord.yaml': `rules: {${unknownField}: off}\n` })
    const config = join(folder, '.concord.yaml')
    const client = await Client.start({ folders: [folder] })
    client.open(config, `rules: {${unknownField}: off}\n`)
    assert.deepEqual(await shown(client, folder), {})
    client.change(config, `rules: {${unknownField}: of}\n`)
    const [problem] = await client.diagnostics(config)
    assert.match(messageOf(problem), /Did you mean "off"\?/)
    assert.deepEqual(Object.keys(await shown(client, folder)), ['.concord.yaml'])
    client.change(config, 'rules: {no/such-rule: off}\n')
    const [unknown] = await client.diagnostics(config)
    assert.match(messageOf(unknown), /There is no rule "no\/such-rule"/)
    client.change(config, 'rules: {}\n')
    assert.deepEqual(await client.diagnostics(config), [])
    assert.deepEqual(Object.keys(await shown(client, folder)), ['a.yaml'])
    await client.end()
  })
  it('waive findings as in a check, and say in them what has become of the waivers', async () => {
    const waivers = (until: string): string =>
      `waivers:\n  - {rule: ${unknownField}, policy: CulturalNorms/misspelt, owner: people-team, reason: later, until: ${until}}\n`
    const folder = temporaryFolder({ 'a.yaml': misspelt, '.concord.yaml': waivers('2099-12-31') })
    const [file, config] = [join(folder, 'a.yaml'), join(folder, '.concord.yaml')]
    const client = await Client.start({ folders: [folder] })
    client.open(file, misspelt)
    client.open(config, waivers('2099-12-31'))
    assert.deepEqual(await shown(client, folder), {})
    client.change(config, waivers('2020-12-31'))
    const expired = 'language/suppression-expired'
    assert.deepEqual(await shown(client, folder), { '.concord.yaml': [expired], 'a.yaml': [unknownField] })
    const [problem] = await client.diagnostics(config)
    assert.deepEqual(problem?.range.start, {
      line: 1,
      character: waivers('2020-12-31').split('\n')[1]?.indexOf('2020'),
    })
    client.change(file, clean)
    assert.deepEqual(await shown(client, folder), { '.concord.yaml': ['language/suppression-unused'] })
    await client.end()
  })
  it('leave out open documents, too, and take them in again', async () => {
    const folder = temporaryFolder({ 'a.yaml': misspelt, '.concord.yaml': 'ignore: [a.yaml]\n' })
    const [file, config] = [join(folder, 'a.yaml'), join(folder, '.concord.yaml')]
    const client = await Client.start({ folders: [folder] })
    client.open(file, misspelt)
    assert.deepEqual(await client.rules(file), [])
    writeFileSync(config, 'ignore: []\n')
    client.watched([config, Changed])
    assert.deepEqual(await client.rules(file), [unknownField])
    writeFileSync(config, 'ignore: [a.yaml]\n')
    client.watched([config, Changed])
    assert.deepEqual(await client.rules(file), [])
    await client.end()
  })
  it('divide a folder when one with root: true appears in it', async () => {
    const folder = temporaryFolder({ 'one.yaml': named('norms'), 'inner/two.yaml': named('norms') })
    const config = join(folder, 'inner/.concord.yaml')
    const client = await Client.start({ folders: [folder] })
    assert.deepEqual(await shown(client, folder), { 'one.yaml': [duplicate] })
    mkdirSync(join(folder, 'inner'), { recursive: true })
    writeFileSync(config, 'root: true\n')
    client.watched([config, Created])
    assert.deepEqual(await shown(client, folder), {})
    await client.end()
  })
})
