import { type Finding, messageOf } from '../checker/finding.ts'
import type { Severity } from '../rules/rule.ts'
import { inputPlace, shownPlace } from './places.ts'
import { baselineTexts, type Checked, countsOf, countsText, worstFirst } from './report.ts'
import { visible } from './visible.ts'

/** GitHub shows so many annotations of each severity in a step; what comes after them is dropped without a word. */
const mostAnnotations = 10

const commands: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
}

/**
 * The report as workflow commands, which GitHub shows as annotations beside the lines: the worst first, as many as it takes, and the
 * others as lines of text, with a word that there are more.
 */
export function githubReport(checked: Checked): string {
  const annotations: string[] = []
  const others: string[] = []
  const counts = { error: 0, warning: 0, info: 0 }
  const say = (severity: Severity, command: string, text: string): void => {
    if (++counts[severity] <= mostAnnotations) annotations.push(command)
    else others.push(text)
  }
  for (const input of checked.unusable) {
    const { path, line, column, message } = input
    const properties = { file: checked.nameOf(path), line, col: column, title: 'Concord' }
    say('error', workflowCommand('error', properties, message), `error ${inputPlace(input, checked)} ${message}`)
  }
  for (const finding of worstFirst(checked.findings)) {
    const { severity, rule, place, text } = finding
    say(severity, annotation(finding, checked), `${severity} ${rule} ${shownPlace(place, checked)} ${text.what}`)
  }
  const more =
    others.length === 0
      ? []
      : [
          `GitHub shows ${mostAnnotations} annotations of each severity in a step; ${others.length} more ${others.length === 1 ? 'is' : 'are'} only listed here:`,
          ...others.map(plainLine),
        ]
  return [...annotations, ...more, summary(checked)].join('\n').concat('\n')
}

function annotation(finding: Finding, { nameOf }: Checked): string {
  const { rule, severity, place } = finding
  const { file, start, end } = place
  // GitHub counts the last column in, and takes columns only within a line.
  const columns =
    start.line === end.line ? { col: start.column + 1, endColumn: Math.max(end.column, start.column + 1) } : {}
  const properties = { file: nameOf(file), line: start.line + 1, endLine: end.line + 1, ...columns, title: rule }
  return workflowCommand(commands[severity], properties, messageOf(finding))
}

function summary({ findings, policies, files, baseline }: Checked): string {
  const total = `Concord: ${countsText(countsOf(findings))} in ${policies} ${policies === 1 ? 'policy' : 'policies'} (${files} ${files === 1 ? 'file' : 'files'})`
  return [total, ...baselineTexts(baseline)].join('; ')
}

/** `::error file=a.yaml,line=1::message`, with what would end a message, a property or a line written as GitHub reads it. */
function workflowCommand(
  command: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapedProperty(String(value))}`],
  )
  return `::${command} ${given.join(',')}::${escapedMessage(message)}`
}

function escapedMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapedProperty(text: string): string {
  return escapedMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** A line of the log that is no command: those of the older kind may begin anywhere in it. */
function plainLine(text: string): string {
  return visible(text).replaceAll('##[', '## [')
}
