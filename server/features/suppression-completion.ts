import { cannotBeSuppressed } from '../language/suppressions.ts'
import { lineStart } from './block-line.ts'
import type { Completion, CompletionItem } from './completion-item.ts'
import type { Place } from './place.ts'
import { escaped } from './snippet-writer.ts'
import { lastDay } from './suppress-finding.ts'

const word = 'concord-ignore'

/**
 * What may be written in a comment that suppresses a finding: the rule, first those that find something in this file, the last day and
 * the reason. Undefined outside such comments.
 */
export function suppressionCompletion(place: Place): Completion | undefined {
  const { text, offset, content, company } = place
  if (content.documents.length === 0) return undefined
  const before = text.slice(lineStart(text, offset), offset)
  const behind = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? ''
  const [, written] = /(?:^|[ \t])#[ \t]*([^#"]*)$/.exec(before) ?? []
  if (written === undefined) return undefined
  const [, said = '', current = ''] = /^(.*?)(\S*)$/.exec(written) ?? []
  const replace = { start: offset - current.length, end: offset + (/^[^\s=]*/.exec(behind)?.[0].length ?? 0) }
  const isLast = behind.trim().length === replace.end - offset
  const until = lastDay(company.workspace.today)
  const rest = `until=\${1:${until}} reason="\${2:why}"`
  const completion = (items: readonly CompletionItem[]): Completion => ({ replace, items, origins: [] })
  if (said === '') {
    if (current === '' || !word.startsWith(current)) return undefined
    return completion([item(word, 'suppresses a finding', `${word} `, undefined)])
  }
  const [, rule = '', parts = ''] = /^concord-ignore[ \t]+(?:(\S+)[ \t]+)?(.*)$/.exec(said) ?? []
  if (!said.startsWith(`${word} `)) return undefined
  if (rule === '') {
    const found = new Set(company.checker.findingsIn(place.name).map((finding) => finding.rule))
    const rules = company.rules.filter(({ id }) => !cannotBeSuppressed(id))
    return completion(
      [...rules.filter(({ id }) => found.has(id)), ...rules.filter(({ id }) => !found.has(id))].map(({ id, title }) =>
        item(id, title, id, isLast ? `${escaped(id)} ${rest}` : undefined),
      ),
    )
  }
  const all = `${parts}${behind}`
  return completion([
    ...(all.includes('until=') ? [] : [item('until=', 'the last day', `until=${until}`, undefined)]),
    ...(all.includes('reason=') ? [] : [item('reason=', 'why', 'reason="?why"', `reason="\${1:why}"`)]),
  ])
}

function item(label: string, title: string, text: string, snippet: string | undefined): CompletionItem {
  return { sort: 'value', label, title, about: '', filter: label, text, snippet, clears: undefined, asksOn: false }
}
