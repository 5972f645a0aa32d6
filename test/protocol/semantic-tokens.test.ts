import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InitializeResult, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver/node'
import { forced } from '../command/policies.ts'
import { temporaryFolder } from '../command/running.ts'
import { Client } from './client.ts'

/** An editor that holds the tokens of one file, and takes over what it is told has changed of them. */
class TokensOfFile {
  readonly client: Client
  readonly file: string
  data: readonly number[] = []
  #id: string | undefined

  constructor(client: Client, file: string) {
    this.client = client
    this.file = file
  }

  async whole(): Promise<readonly number[]> {
    const { data, resultId } = await this.client.of<SemanticTokens>('textDocument/semanticTokens/full', this.file)
    this.#id = resultId
    this.data = data
    return data
  }

  /** How many numbers were sent. */
  async update(previousResultId = this.#id): Promise<number> {
    const answer = await this.client.of<SemanticTokens | SemanticTokensDelta>(
      'textDocument/semanticTokens/full/delta',
      this.file,
      { previousResultId },
    )
    this.#id = answer.resultId
    if ('data' in answer) {
      this.data = answer.data
      return answer.data.length
    }
    const data = [...this.data]
    for (const { start, deleteCount, data: put = [] } of [...answer.edits].sort((a, b) => b.start - a.start))
      data.splice(start, deleteCount, ...put)
    this.data = data
    return answer.edits.reduce((sum, { data: put = [] }) => sum + put.length, 0)
  }
}

async function opened(): Promise<TokensOfFile> {
  const file = join(temporaryFolder(), 'ratings.yaml')
  writeFileSync(file, forced)
  const client = await Client.start({ folders: [join(file, '..')] })
  client.open(file, forced)
  return new TokensOfFile(client, file)
}

const at = (line: number, character: number) => ({
  start: { line, character },
  end: { line, character },
})

describe('changes of semantic tokens', () => {
  it('make of the tokens before what the tokens are now', async () => {
    const tokens = await opened()
    await tokens.whole()
    const edits = [
      ['# one line more\n', at(0, 0)],
      ['  purpose: forced\n', at(6, 0)],
      ['x', at(4, 8)],
      ['\n# concord-ignore a/b until=2027-01-01\n', at(0, 0)],
      ['kind: [', at(3, 0)],
    ] as const
    for (const [text, range] of edits) {
      tokens.client.change(tokens.file, text, range)
      await tokens.update()
      const updated = tokens.data
      assert.deepEqual(updated, await tokens.whole())
    }
    await tokens.client.end()
  })
  it('are small where little has changed, and nothing where nothing has', async () => {
    const tokens = await opened()
    const all = await tokens.whole()
    assert.ok(all.length >= 20)
    assert.equal(await tokens.update(), 0)
    tokens.client.change(tokens.file, '# one line more\n', at(0, 0))
    assert.ok((await tokens.update()) <= 5)
    await tokens.client.end()
  })
  it('are all tokens for who names tokens that were never sent, or has opened the file anew', async () => {
    const tokens = await opened()
    const all = await tokens.whole()
    assert.equal(await tokens.update('never'), all.length)
    tokens.client.close(tokens.file)
    tokens.client.open(tokens.file, forced)
    assert.equal(await tokens.update(), all.length)
    await tokens.client.end()
  })
  it('are announced', async () => {
    const { client } = await opened()
    const { capabilities }: InitializeResult = client.result
    assert.deepEqual(capabilities.semanticTokensProvider?.full, { delta: true })
    await client.end()
  })
})
