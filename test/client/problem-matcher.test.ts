import assert from 'node:assert/strict'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import manifest from '../../package.json' with { type: 'json' }
import { concord, findingsOf } from '../command/running.ts'

const samples = fileURLToPath(new URL('../../samples', import.meta.url))

/** Reads an output as VS Code does with a pattern of several lines: a match of all of them, one behind the other. */
function matched(output: string): readonly { readonly file: string; readonly at: string; readonly message: string }[] {
  const [matcher] = manifest.contributes.problemMatchers
  assert.ok(matcher)
  const [head, message] = matcher.pattern.map(({ regexp }) => new RegExp(regexp))
  const lines = output.split('\n')
  return lines.flatMap((line, index) => {
    const place = head?.exec(line)
    const words = message?.exec(lines[index + 1] ?? '')
    if (!place || !words) return []
    const [, severity, rule, file = '', row, column] = place
    return [{ file, at: `${severity} ${rule} ${row}:${column}`, message: words[1] ?? '' }]
  })
}

describe('the problem matcher of the extension', () => {
  it('finds every finding in the output of a check, with its place and its words', () => {
    const found = matched(concord(samples, ['check', 'meridian']).out)
    const { report } = findingsOf(samples, ['meridian'])
    const expected = report.findings.map(
      ({ severity, rule, file, line, column }) => `${join(file)} ${severity} ${rule} ${line}:${column}`,
    )
    assert(expected.length > 0)
    assert.deepEqual(found.map(({ file, at }) => `${join(file)} ${at}`).sort(), expected.sort())
    for (const { message } of found) assert(message.length > 20, message)
  })
})
