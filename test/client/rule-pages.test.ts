import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { commandLinks, rulePagePath, ruleTitles } from '../../client/rule-page.ts'
import { rules } from '../../server/rules/generated/registry.ts'

const pages = new Map(Object.entries<string>(JSON.parse(readFileSync('dist/rule-pages.json', 'utf8'))))

describe('The rule pages that the extension brings along', () => {
  it('are there for every rule', () => {
    assert.deepEqual(
      ruleTitles(pages)
        .map(({ rule }) => rule)
        .sort(),
      rules.map(({ id }) => id).sort(),
    )
  })
  it('are picked by the title of the rule', () => {
    const titles = new Map(ruleTitles(pages).map(({ rule, title }) => [rule, title]))
    for (const { id, title } of rules) assert.equal(titles.get(id), title)
  })
  it('stand where links from diagnostics lead', () => {
    assert.match(pages.get(rulePagePath('performance/zero-sum-pool')) ?? '', /^# /)
  })
  it('link to nothing that is not there', () => {
    for (const [path, text] of pages) {
      for (const [, target] of text.matchAll(/\]\(([^)#:]+\.md)(?:#[^)]*)?\)/g)) {
        const leads = posix.join(posix.dirname(path), target ?? '')
        assert.ok(pages.has(leads), `${path} links to ${leads}`)
      }
    }
  })
})

describe('A hover', () => {
  it('opens a rule page by a command, since it opens no link of an unknown scheme', () => {
    assert.equal(
      commandLinks('See [the rule](concord-rule:/rules/performance/zero-sum-pool.md).'),
      'See [the rule](command:concord.openRulePage?%5B%22performance/zero-sum-pool%22%5D).',
    )
  })
  it('keeps every other link', () => {
    const text = '[a](https://example.org/rules/x/y.md) [b](concord-rule:/rules/x/"y.md)'
    assert.equal(commandLinks(text), text)
  })
})
