import type { Finding } from '../checker/finding.ts'
import { changeText, comparedScoreText, scoreChange } from '../scorecard/shown-score.ts'
import { type Compared, sinceText } from './comparison-report.ts'
import { code, prose } from './markdown-cells.ts'
import { shownPlace } from './places.ts'
import { type Checked, countsOf, countsText, worstFirst } from './report.ts'

/** More would not be read, and comments have a largest size. */
const mostListed = 30

/** For a comment on a change that somebody proposes: short, what is new first, the rest folded. */
export function comparisonMarkdown({ since, comparison, now, before }: Compared): string {
  const { appeared, gone, unchanged, setAside, components, overall } = comparison
  const news = appeared.length === 0 ? 'nothing new' : `${appeared.length} new (${countsText(countsOf(appeared))})`
  const parts = [
    `### Concord: ${news}, ${gone.length} gone, ${unchanged.length} unchanged`,
    `Compared with ${prose(sinceText(since))}.${since.configurationChanged ? ' The configuration has changed since then; both states are judged by the present one.' : ''}`,
  ]
  if (appeared.length > 0) parts.push('**New**', listed(appeared, now, true))
  const rows = [
    ...components.map(({ component, before: was, now: is }) => row(component, was, is)),
    row('**overall**', overall.before, overall.now),
  ]
  parts.push(['| Scorecard | before | now | change |', '| --- | ---: | ---: | ---: |', ...rows].join('\n'))
  if (gone.length > 0) parts.push(folded(`Gone: ${countsText(countsOf(gone))}`, listed(gone, before, false)))
  if (setAside.length > 0)
    parts.push(
      folded(
        `Set aside since then: ${setAside.length}`,
        listed(
          setAside.map(({ finding }) => finding),
          now,
          false,
        ),
      ),
    )
  return parts.join('\n\n').concat('\n')
}

function row(name: string, before: number | undefined, now: number | undefined): string {
  return `| ${name} | ${comparedScoreText(before)} | ${comparedScoreText(now)} | ${changeText(scoreChange(before, now))} |`
}

function listed(findings: readonly Finding[], checked: Checked, withChange: boolean): string {
  const shown = worstFirst(findings).slice(0, mostListed)
  const lines = shown.map(({ severity, rule, place, text }) => {
    const change = withChange && text.change !== '' ? ` *${prose(text.change)}*` : ''
    return `- **${severity}** ${code(rule)} in ${code(shownPlace(place, checked))}: ${prose(text.what)}${change}`
  })
  const left = findings.length - shown.length
  return [...lines, ...(left > 0 ? [`- and ${left} more`] : [])].join('\n')
}

function folded(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`
}
