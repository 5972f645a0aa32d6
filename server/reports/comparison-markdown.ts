import type { Finding } from '../checker/finding.ts'
import { changeText, comparedScoreText, scoreChange } from '../scorecard/shown-score.ts'
import { type Compared, configurationChangedText, outcomeText, sinceText } from './comparison-report.ts'
import { code, prose } from './markdown-cells.ts'
import { shownPlace } from './places.ts'
import { type Checked, countsOf, countsText, worstFirst } from './report.ts'

/** More would not be read, and comments have a largest size. */
const mostListed = 30

/** For a comment on a change that somebody proposes: short, what is new first, the rest folded. */
export function comparisonMarkdown({ since, comparison, now, before }: Compared): string {
  const { appeared, components, overall } = comparison
  const parts = [
    `### Concord: ${outcomeText(comparison)}`,
    `Compared with ${prose(sinceText(since))}.${since.configurationChanged ? ` ${configurationChangedText}` : ''}`,
  ]
  if (appeared.length > 0) parts.push(newOf({ comparison, now }))
  const rows = [
    ...components.map(({ component, before: was, now: is }) => row(component, was, is)),
    row('**overall**', overall.before, overall.now),
  ]
  parts.push(['| Scorecard | before | now | change |', '| --- | ---: | ---: | ---: |', ...rows].join('\n'))
  parts.push(...restOf({ comparison, now, before }))
  return parts.join('\n\n').concat('\n')
}

/** What is new. */
export function newOf({ comparison, now }: Pick<Compared, 'comparison' | 'now'>, most = mostListed): string {
  return `**New**\n\n${listed(comparison.appeared, now, true, most)}`
}

/** What is gone and what was set aside, folded. */
export function restOf({ comparison, now, before }: Omit<Compared, 'since'>): readonly string[] {
  const { gone } = comparison
  const setAside = comparison.setAside.map(({ finding }) => finding)
  return [
    ...(gone.length > 0 ? [folded(`Gone: ${countsText(countsOf(gone))}`, listed(gone, before, false))] : []),
    ...(setAside.length > 0 ? [folded(`Set aside since then: ${setAside.length}`, listed(setAside, now, false))] : []),
  ]
}

function row(name: string, before: number | undefined, now: number | undefined): string {
  return `| ${name} | ${comparedScoreText(before)} | ${comparedScoreText(now)} | ${changeText(scoreChange(before, now))} |`
}

function listed(findings: readonly Finding[], checked: Checked, withChange: boolean, most = mostListed): string {
  const shown = worstFirst(findings).slice(0, most)
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
