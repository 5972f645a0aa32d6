import type { FilePlace, Finding, FindingFix } from '../checker/finding.ts'
import { canBeMade } from '../checker/fix-edits.ts'
import { fixToMake, leavesChoice } from '../checker/fixing.ts'
import { waivedOf } from '../checker/set-aside.ts'
import type { Severity } from '../rules/rule.ts'
import { columns, columnsOf } from './columns.ts'
import type { Paint } from './paint.ts'
import { baselineTexts, type Checked, countsOf, countsText, worstFirst } from './report.ts'
import { scorecardText } from './scorecard-table.ts'
import { visible } from './visible.ts'
import { wrapped } from './wrap.ts'

export interface TextOptions {
  readonly paint: Paint
  /** Columns of the terminal. */
  readonly width: number
  /** Only the findings: no scores, no advice on what to do next. */
  readonly quiet: boolean
}

/** Findings as people read them, worst first: the place with its lines, what, why, how much, what to change; then the summary. */
export function textReport(checked: Checked, options: TextOptions): string {
  const findings = worstFirst(checked.findings).map((finding) => findingText(finding, checked, options))
  return [...findings, summary(checked, options)].join('\n\n').concat('\n')
}

export function findingText(finding: Finding, checked: Checked, options: TextOptions): string {
  const { paint } = options
  const { place, text, related, fixes } = finding
  const lines = [
    `${colour(finding.severity, paint)(finding.severity)} ${paint.dim(finding.rule)}  ${paint.bold(placeName(place, checked))}`,
  ]
  lines.push(...paragraph('', text.what, options))
  const excerpt = excerptOf(place, checked, options, colour(finding.severity, paint))
  if (excerpt.length > 0) lines.push('', ...excerpt, '')
  lines.push(
    ...paragraph('Why: ', text.why, options),
    ...paragraph('How much: ', text.howMuch, options),
    ...paragraph('Change: ', text.change, options),
  )
  lines.push(...paragraph('Note: ', text.note, options))
  for (const other of related)
    lines.push(...paragraph('See: ', `${placeName(other, checked)}  ${other.message}`, options))
  for (const fix of fixes)
    lines.push(...paragraph('Fix: ', `${fix.title} (${applicabilityOf(fix, finding, checked)})`, options))
  return lines.join('\n')
}

/** How a fix is made, or why it is not. */
function applicabilityOf(fix: FindingFix, finding: Finding, checked: Checked): string {
  if (!canBeMade(fix, checked)) return 'by hand: another place shares the value, by & and *, and would change with it'
  if (fix.applicability === 'unsafe' && leavesChoice(finding))
    return 'changes what the policy says; one of several, so choose in the editor'
  return applicabilityText[fix.applicability]
}

const applicabilityText = {
  safe: 'safe: concord check --fix',
  unsafe: 'changes what the policy says: concord check --fix --unsafe-fixes',
  placeholder: 'leaves something to fill in; apply it in the editor',
} as const

export function colour(severity: Severity, paint: Paint): (text: string) => string {
  return severity === 'error' ? paint.red : severity === 'warning' ? paint.yellow : paint.blue
}

export function placeName({ file, start }: FilePlace, { nameOf }: Checked): string {
  return `${visible(nameOf(file))}:${start.line + 1}:${start.column + 1}`
}

/** The line before and the line of a place, numbered, with the place underlined; long lines are cut around it. */
function excerptOf(
  { file, range, start, end }: FilePlace,
  { textOf, linesOf }: Checked,
  { width, paint }: TextOptions,
  mark: (text: string) => string,
): readonly string[] {
  const text = textOf(file)
  const lines = linesOf(file)
  if (text === undefined || text === '' || lines === undefined) return []
  const numberWidth = String(start.line + 1).length + 2
  const room = Math.max(20, width - numberWidth - 5)
  // A line can be a whole file; nothing of it is looked at beyond what could fit.
  const most = room * 20
  const lineOf = (offset: number, length: number): string =>
    visible(/^[^\r\n]*/.exec(text.slice(offset, offset + length))?.[0] ?? '')
  const lineStart = lines.startOf(start.line)
  const before = visible(text.slice(Math.max(lineStart, range.start - most), range.start))
  const marked = lineOf(range.start, end.line === start.line ? Math.min(range.end - range.start, most) : most)
  const fits = start.column <= most && columns(before) + Math.min(columns(marked), room / 2) <= room
  const cut = fits ? 0 : Math.max(0, start.column - Math.floor(room / 3))
  const shown = (offset: number): string => clip(lineOf(offset + cut, most), room)
  const row = (label: string, content: string): string =>
    `${paint.dim(`${label.padStart(numberWidth)} |`)} ${content}`.trimEnd()
  const rows: string[] = []
  const above = start.line > 0 && cut === 0 ? shown(lines.startOf(start.line - 1)) : ''
  if (above.trim() !== '') rows.push(row(String(start.line), above))
  rows.push(row(String(start.line + 1), shown(lineStart)))
  const indented = columns(cut === 0 ? before : visible(text.slice(lineStart + cut, range.start)))
  const underline = mark('^'.repeat(Math.max(1, Math.min(columns(marked), room - indented))))
  rows.push(row('', `${' '.repeat(indented)}${underline}`))
  return rows
}

function clip(text: string, width: number): string {
  if (columns(text) <= width) return text
  let kept = ''
  let taken = 0
  for (const character of text) {
    taken += columnsOf(character)
    if (taken > width - 1) break
    kept += character
  }
  return `${kept}…`
}

const indent = '  '

/** A label and a text, wrapped to the width; nothing for an empty text. */
export function paragraph(label: string, text: string, { width, paint }: TextOptions): readonly string[] {
  if (text === '') return []
  const rows = wrapped(label + visible(text.replace(/\s+/g, ' ')), width - indent.length, '').split('\n')
  return rows.map(
    (line, index) => indent + (index === 0 && label !== '' ? paint.bold(label) + line.slice(label.length) : line),
  )
}

function summary(checked: Checked, { paint, quiet }: TextOptions): string {
  const { findings, files, policies } = checked
  const counts = countsOf(findings)
  const total = `${countsText(counts)} in ${policies} ${policies === 1 ? 'policy' : 'policies'} (${files} ${files === 1 ? 'file' : 'files'})`
  const headline = counts.error > 0 ? paint.red(total) : counts.warning > 0 ? paint.yellow(total) : paint.green(total)
  const { length } = waivedOf(checked.setAside)
  const suppressed = length === 0 ? '' : `${length} set aside for a time`
  if (quiet) return [headline, ...baselineTexts(checked.baseline)].join('; ')
  const fixed = findings.map((finding) => fixToMake(finding, ['safe', 'unsafe'])).filter((fix) => fix !== undefined)
  const able = fixed.filter((fix) => canBeMade(fix, checked))
  const safely = able.filter(({ applicability }) => applicability === 'safe').length
  const unsafely = able.length - safely
  const choices = findings.filter(leavesChoice).length
  const offers = [
    suppressed,
    ...baselineTexts(checked.baseline),
    safely > 0 ? `${safely} can be fixed safely (--fix)` : '',
    unsafely > 0 ? `${unsafely} by changing what a policy says (--fix --unsafe-fixes)` : '',
    choices > 0 ? `${choices} by one of several changes (choose in the editor)` : '',
  ].filter((part) => part !== '')
  return [scorecardText(checked.scorecard(), paint), [headline, ...offers].join('; ')].join('\n\n')
}
