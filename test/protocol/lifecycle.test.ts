import assert from 'node:assert/strict'
import { misspelt } from '../command/policies.ts'
import { temporaryFolder } from '../command/running.ts'
import { Client, likeVsCode, plain } from './client.ts'

describe('the language server', () => {
  it('ends with 0 when it is told goodbye', async () => {
    const client = await Client.start()
    assert.equal(await client.end(), 0)
  })
  it('ends with 1 when the client is gone without a goodbye', async () => {
    const client = await Client.start()
    assert.equal(await client.hangUp(), 1)
  })
  it('says who it is, and what it can do', async () => {
    const client = await Client.start()
    assert.equal(client.result.serverInfo?.name, 'concord')
    const { capabilities } = client.result
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: { includeText: false } })
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'concord',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    })
    await client.end()
  })
  it('offers no diagnostics to be asked for to a client that cannot ask', async () => {
    const client = await Client.start({ capabilities: plain })
    assert.equal(client.result.capabilities.diagnosticProvider, undefined)
    await client.end()
  })
  it('takes the first position encoding of the client that it knows, or UTF-16', async () => {
    const chosen = async (positionEncodings?: string[]): Promise<string | undefined> => {
      const general = positionEncodings === undefined ? {} : { positionEncodings }
      const client = await Client.start({ capabilities: { ...likeVsCode, general } })
      await client.end()
      return client.result.capabilities.positionEncoding
    }
    assert.equal(await chosen(), 'utf-16')
    assert.equal(await chosen(['utf-16', 'utf-8']), 'utf-16')
    assert.equal(await chosen(['utf-32', 'utf-8', 'utf-16']), 'utf-8')
    assert.equal(await chosen(['utf-32']), 'utf-16')
  })
  it('shows that it reads many files for the first time', async () => {
    const files = Array.from({ length: 60 }, (_, index) => [
      `${index}.yaml`,
      misspelt.replace('misspelt', `p-${index}`),
    ])
    const client = await Client.start({ folders: [temporaryFolder(Object.fromEntries(files))] })
    await client.until('progress has ended', () => client.progress.at(-1) === 'end')
    assert.equal(client.progress[0], 'begin')
    await client.until('it is ready', () => client.statuses.at(-1)?.ready === true)
    assert.equal(client.statuses[0]?.ready, false)
    const { state, ...status } = client.statuses.at(-1) ?? assert.fail('there is no status')
    assert.ok(state > 0)
    assert.deepEqual(status, {
      folders: 1,
      files: 60,
      policies: 60,
      counts: { error: 60, warning: 0, info: 0 },
      inBaseline: 0,
      configProblems: 0,
      ready: true,
    })
    await client.end()
  })
  it('answers what it does not know with an error, and goes on', async () => {
    const client = await Client.start()
    assert.equal((await client.refused('textDocument/moniker', {})).code, -32601)
    await client.end()
  })
})
