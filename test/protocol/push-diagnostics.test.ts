import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FileChangeType } from 'vscode-languageserver/node'
import { clean, misspelt, named } from '../command/policies.ts'
import { temporaryFolder } from '../command/running.ts'
import { Client, messageOf, plain } from './client.ts'

describe('diagnostics that are sent to a client that does not ask', () => {
  const count = (client: Client, file: string): number | undefined => client.lastPublished(file)?.length

  it('come for files that were never opened, and for nothing else', async () => {
    const folder = temporaryFolder({ 'a.yaml': misspelt, 'b.yaml': clean })
    const client = await Client.start({ folders: [folder], capabilities: plain })
    await client.until('a.yaml has one', () => count(client, join(folder, 'a.yaml')) === 1)
    assert.deepEqual([...client.published.keys()], [join(folder, 'a.yaml')])
    await client.end()
  })
  it('follow edits, with the version that they are about, and are sent only when they change', async () => {
    const folder = temporaryFolder({ 'a.yaml': misspelt, 'b.yaml': named('norms'), 'c.yaml': named('other') })
    const [a, b, c] = [join(folder, 'a.yaml'), join(folder, 'b.yaml'), join(folder, 'c.yaml')]
    const client = await Client.start({ folders: [folder], capabilities: plain })
    client.open(a, misspelt)
    client.open(b, named('norms'))
    await client.until('a.yaml has one', () => count(client, a) === 1)
    client.change(b, named('other'))
    await client.until('c.yaml has one', () => count(client, c) === 1)
    assert.equal(client.published.get(a)?.length, 1)
    client.change(a, clean)
    await client.until('a.yaml has none', () => count(client, a) === 0)
    assert.equal(client.published.get(a)?.at(-1)?.version, 2)
    await client.end()
  })
  it('are gone when the file is', async () => {
    const folder = temporaryFolder({ 'a.yaml': misspelt })
    const file = join(folder, 'a.yaml')
    const client = await Client.start({ folders: [folder], capabilities: plain })
    await client.until('a.yaml has one', () => count(client, file) === 1)
    rmSync(file)
    client.watched([file, FileChangeType.Deleted])
    await client.until('a.yaml has none', () => count(client, file) === 0)
    await client.end()
  })
  it('are those of the file on disk again when a document is closed', async () => {
    const folder = temporaryFolder({ 'a.yaml': misspelt })
    const file = join(folder, 'a.yaml')
    const client = await Client.start({ folders: [folder], capabilities: plain })
    client.open(file, clean)
    writeFileSync(file, misspelt.replace('titel', 'ttle'))
    client.close(file)
    await client.until('a.yaml has one', () => /ttle/.test(messageOf(client.lastPublished(file)?.[0])))
    await client.end()
  })
  it('are gone when a document outside of all folders is closed', async () => {
    const file = join(temporaryFolder({ 'a.yaml': misspelt }), 'a.yaml')
    const client = await Client.start({ capabilities: plain })
    client.open(file, misspelt)
    await client.until('a.yaml has one', () => count(client, file) === 1)
    client.close(file)
    await client.until('a.yaml has none', () => count(client, file) === 0)
    await client.end()
  })
})
