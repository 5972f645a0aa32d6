import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FileChangeType } from 'vscode-languageserver/node'
import { forced, misspelt } from '../command/policies.ts'
import { concord, temporaryFolder } from '../command/running.ts'
import { Client, messageOf } from './client.ts'

const { Created, Changed, Deleted } = FileChangeType

describe('a baseline in an editor', () => {
  it('holds back what it holds back in a check, and its count is said', async () => {
    const folder = temporaryFolder({ '.concord.yaml': 'root: true\n', 'a.yaml': misspelt })
    concord(folder, ['baseline'])
    writeFileSync(join(folder, 'b.yaml'), forced)
    const client = await Client.start({ folders: [folder] })
    const { findings } = JSON.parse(concord(folder, ['check', '--format', 'json']).out)
    const all = await client.allDiagnostics()
    assert.deepEqual(all.get(join(folder, 'a.yaml')) ?? [], [])
    assert.equal(all.get(join(folder, 'b.yaml'))?.length, findings.length)
    await client.until('everything is judged', () => client.statuses.at(-1)?.ready === true)
    assert.equal(client.statuses.at(-1)?.inBaseline, 1)
    await client.end()
  })
  it('holds without a reload when it is written, changed and deleted', async () => {
    const folder = temporaryFolder({ '.concord.yaml': 'root: true\n', 'a.yaml': misspelt })
    const [file, baseline] = [join(folder, 'a.yaml'), join(folder, '.concord-baseline.json')]
    const client = await Client.start({ folders: [folder] })
    client.open(file, misspelt)
    assert.equal((await client.diagnostics(file)).length, 1)
    concord(folder, ['baseline'])
    client.watched([baseline, Created])
    assert.deepEqual(await client.diagnostics(file), [])
    writeFileSync(baseline, '{"version": 1, "findings": []}')
    client.watched([baseline, Changed])
    assert.equal((await client.diagnostics(file)).length, 1)
    rmSync(baseline)
    concord(folder, ['baseline'])
    client.watched([baseline, Changed])
    assert.deepEqual(await client.diagnostics(file), [])
    rmSync(baseline)
    client.watched([baseline, Deleted])
    assert.equal((await client.diagnostics(file)).length, 1)
    await client.end()
  })
  it('shows what is wrong with it, and holds nothing back', async () => {
    const folder = temporaryFolder({
      '.concord.yaml': 'root: true\n',
      'a.yaml': misspelt,
      '.concord-baseline.json': '{',
    })
    const client = await Client.start({ folders: [folder] })
    const all = await client.allDiagnostics()
    assert.match(messageOf(all.get(join(folder, '.concord-baseline.json'))?.[0]), /This baseline is not JSON/)
    assert.equal(all.get(join(folder, 'a.yaml'))?.length, 1)
    await client.end()
  })
})
