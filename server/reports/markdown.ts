import type { Finding } from '../checker/finding.ts'
import { waivedOf } from '../checker/set-aside.ts'
import { scoreText } from '../scorecard/shown-score.ts'
import { code, prose, table } from './markdown-cells.ts'
import { inputPlace, setAsideText, shownPlace } from './places.ts'
import { baselineTexts, type Checked, countsOf, countsText, worstFirst } from './report.ts'
import { withoutWaivers } from './scorecard-table.ts'

/** The report as Markdown, for the summary of a job or a comment on a change: the findings as a table, worst first. */
export function markdownReport(checked: Checked): string {
  const { findings, policies, files } = checked
  const where = `${policies} ${policies === 1 ? 'policy' : 'policies'} (${files} ${files === 1 ? 'file' : 'files'})`
  const blocks = [
    `## Concord: ${countsText(countsOf(findings))} in ${where}`,
    table(
      ['Severity', 'Where', 'What', 'Change', 'Rule'],
      worstFirst(findings).map((finding) => row(finding, checked)),
    ),
    list(
      'Could not be used',
      checked.unusable.map((input) => `${code(inputPlace(input, checked))} ${prose(input.message)}`),
    ),
    list(
      'Set aside',
      waivedOf(checked.setAside).map(
        (waived) =>
          `${code(shownPlace(waived.finding.place, checked))} ${code(waived.finding.rule)}: ${prose(setAsideText(waived))}`,
      ),
    ),
    baselineTexts(checked.baseline).join('; '),
    score(checked),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function row({ severity, place, text, rule }: Finding, checked: Checked): readonly string[] {
  const told = [text.what, text.howMuch].filter((part) => part !== '').join(' ')
  return [severity, code(shownPlace(place, checked)), prose(told), prose(text.change), code(rule)]
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `### ${title}\n\n${items.map((item) => `- ${item}`).join('\n')}`
}

function score(checked: Checked): string {
  const { overall, waived, coverage, components } = checked.scorecard()
  if (overall === undefined) return ''
  return `Scorecard: ${scoreText(overall)} of 100${withoutWaivers(overall, waived)}, over the components described: ${coverage} of ${components.length}.`
}
