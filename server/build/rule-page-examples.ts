import { type Finding, messageOf } from '../checker/finding.ts'
import type { Rule } from '../rules/rule.ts'
import { check, type Example, type ExampleFile, usualDay } from './rule-examples.ts'

/** The files of an example as Markdown; each is named where there are several. */
export function blocks(files: readonly ExampleFile[]): string {
  const named = files.length > 1
  return files
    .map(({ name, text }) => `${named ? `\`${name}\`\n\n` : ''}\`\`\`yaml\n${text.trimEnd()}\n\`\`\``)
    .join('\n\n')
}

/** What the example presupposes, where that is not the usual. */
export function conditions({ today, options, assumptions }: Example): string {
  const set = Object.entries({ ...options, ...assumptions }).map(([name, value]) => `\`${name}: ${value}\``)
  const parts = [today === usualDay ? [] : [`on ${today}`], set.length === 0 ? [] : [`with ${set.join(', ')}`]].flat()
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

/** The findings of an example, as the rule makes them, each with the words that it points at. */
export function concordSays(example: Example, rule: Rule): string {
  const { findings } = check(example, example.files, [rule])
  return findings
    .map((finding) => `> **${finding.severity}** at ${pointedAt(finding, example)}: ${escaped(messageOf(finding))}`)
    .join('\n>\n')
}

function pointedAt({ place }: Finding, { files }: Example): string {
  const file = files.find(({ name }) => name === place.file)
  const words = file?.text.slice(place.range.start, place.range.end).split('\n')[0] ?? ''
  const where = files.length > 1 ? ` of \`${place.file}\`` : ''
  return `${words === '' ? 'the end' : `\`${words.replaceAll('`', "'")}\``} in line ${place.start.line + 1}${where}`
}

function escaped(message: string): string {
  return message.replace(/[\\*_<`[\]]/g, '\\$&')
}
