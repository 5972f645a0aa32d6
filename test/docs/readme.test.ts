import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from '../../server/command/run.ts'

const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/baseline.md',
  'docs/ci.md',
  'docs/configuration.md',
  'docs/models.md',
  'docs/over-time.md',
  'docs/explain.md',
  'docs/scorecard.md',
]

describe('the README', () => {
  it('shows what a check of the sample company really prints', () => {
    let printed = ''
    run(['check', 'samples/meridian', '--today', '2026-11-23'], {
      cwd: process.cwd(),
      out: (text) => {
        printed += text
      },
      error: assert.fail,
      colours: false,
      width: 100,
      readInput: assert.fail,
      write: assert.fail,
      today: '2026-11-23',
    })
    const excerpts = [...readFileSync('README.md', 'utf8').matchAll(/```text\n([\s\S]*?)```/g)].map(
      ([, excerpt]) => excerpt ?? '',
    )
    assert.equal(excerpts.length, 2)
    for (const excerpt of excerpts)
      assert.ok(printed.includes(excerpt.trimEnd()), `not printed any more:\n${excerpt}\nbut:\n${printed}`)
  })
})

describe('links between pages', () => {
  for (const page of pages) {
    it(`${page} leads only to files that exist`, () => {
      const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link]) => link ?? '')
      const dead = links.filter((link) => !/^https?:/.test(link) && !existsSync(join(dirname(page), link)))
      assert.deepEqual(dead, [])
    })
  }
})
