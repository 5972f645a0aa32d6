import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { concord } from '../command/running.ts'

const repository = fileURLToPath(new URL('../../', import.meta.url))

describe('the page on checking a figure by hand', () => {
  it('shows what the command really prints', () => {
    const page = readFileSync(`${repository}/docs/explain.md`, 'utf8')
    const [, shown] = page.match(/```text\n([\s\S]*?)```/) ?? []
    const words = ['explain', 'zero-sum-pool', '--policy', 'research-and-development-bonus', 'samples/meridian']
    assert.equal(concord(repository, words).out, shown)
  })
})
