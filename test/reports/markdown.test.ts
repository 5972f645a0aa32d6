import assert from 'node:assert/strict'
import { clean, forced, misspelt, suppressed, unfinished } from '../command/policies.ts'
import { concord, type Files, temporaryFolder } from '../command/running.ts'
import { installed } from '../tools/install.ts'
import { hostile } from './hostile.ts'

interface MarkdownIt {
  render(markdown: string): string
}

const report = (files: Files): string => concord(temporaryFolder(files), ['check', '--format', 'markdown']).out

/** As a reader of GitHub's Markdown makes HTML of it, with raw HTML taken as it is. */
function rendered(files: Files): string {
  const MarkdownIt: new (options: object) => MarkdownIt = installed('tools')('markdown-it')
  return new MarkdownIt({ html: true, linkify: true }).render(report(files))
}

describe('the Markdown report', function () {
  this.timeout(120_000)
  it('says how much there is, and shows the findings as a table, worst first', () => {
    const text = report({ 'a.yaml': unfinished, 'b.yaml': misspelt })
    assert.match(text, /^## Concord: 1 error, 1 warning in 2 policies \(2 files\)\n\n\| Severity \| Where \|/)
    assert.match(text, /\n\| error \| `b\.yaml:5:3` \| "titel" is not [^\n]*\n\| warning \| `a\.yaml:5:10` \|/)
  })
  it('has no table where nothing was found', () =>
    assert.equal(report({ 'a.yaml': clean }).split('\n')[0], '## Concord: no findings in 1 policy (1 file)'))
  it('says what is set aside, until when and why', () =>
    assert.match(
      report({ 'a.yaml': suppressed }),
      /### Set aside\n\n- `a\.yaml:6:3` `language\/unknown-field`: Set aside by a comment until 2099-12-31: the old name/,
    ))
  it('says what could not be checked', () =>
    assert.match(
      report({ 'a.yaml': forced, '.concord.yaml': 'root: perhaps\n' }),
      /### Could not be used\n\n- `\.concord\.yaml:1:7` "root" is "perhaps"/,
    ))
  it('shows texts that try to be something else as the text that they are', () => {
    const html = rendered(hostile)
    assert.doesNotMatch(html, /<(?:script|b|a|em|img)\b/)
    assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/)
    const rows = html.match(/<tr>[\s\S]*?<\/tr>/g) ?? []
    assert.ok(rows.length > 5)
    for (const row of rows) assert.equal(row.match(/<t[hd]>/g)?.length, 5, row)
  })
})
