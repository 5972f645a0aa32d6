import type { Finding } from '../checker/finding.ts'
import type { Comparison } from '../scorecard/comparison.ts'
import { changeText, comparedScoreText, scoreChange } from '../scorecard/shown-score.ts'
import { type Compared, configurationChangedText, newsText, outcomeText, sinceText } from './comparison-report.ts'
import type { Paint } from './paint.ts'
import { type Checked, countsOf, countsText, worstFirst } from './report.ts'
import { colour, findingText, paragraph, placeName, type TextOptions } from './text.ts'
import { visible } from './visible.ts'

/** What is new in full, what is gone in a line each, then how the scores moved. */
export function comparisonText(compared: Compared, options: TextOptions): string {
  const { comparison, now, before, since } = compared
  const { appeared, gone, setAside } = comparison
  const { paint, quiet } = options
  const parts = [`Compared with ${visible(sinceText(since))}`]
  if (since.configurationChanged) parts.push(configurationChangedText)
  if (appeared.length > 0)
    parts.push(
      paint.bold(`New: ${countsText(countsOf(appeared))}`),
      ...worstFirst(appeared).map((finding) => findingText(finding, now, options)),
    )
  if (!quiet && gone.length > 0)
    parts.push(
      [
        paint.bold(`Gone: ${countsText(countsOf(gone))}`),
        ...worstFirst(gone).flatMap((finding) => briefText(finding, before, options)),
      ].join('\n'),
    )
  if (!quiet && setAside.length > 0)
    parts.push(
      [
        paint.bold(`Set aside since then: ${setAside.length}`),
        ...setAside.flatMap(({ finding }) => briefText(finding, now, options)),
      ].join('\n'),
    )
  if (!quiet) parts.push(scoreChanges(comparison, paint))
  parts.push(paintedOutcome(comparison, paint))
  return parts.join('\n\n').concat('\n')
}

/** How much became of the findings, what is new in red. */
export function paintedOutcome(comparison: Comparison, paint: Paint): string {
  const news = newsText(comparison)
  const painted = comparison.appeared.length === 0 ? paint.green(news) : paint.red(news)
  return painted + outcomeText(comparison).slice(news.length)
}

/** A finding in a line, and what it says. */
export function briefText(finding: Finding, checked: Checked, options: TextOptions): readonly string[] {
  const { paint } = options
  const { rule, severity, place, text } = finding
  return [
    `  ${colour(severity, paint)(severity)} ${paint.dim(rule)}  ${placeName(place, checked)}`,
    ...paragraph('', text.what, options).map((line) => `  ${line}`),
  ]
}

/** How the scores moved. */
export function scoreChanges({ components, overall }: Comparison, paint: Paint): string {
  const row = (name: string, before: number | undefined, now: number | undefined): string => {
    const change = scoreChange(before, now)
    const colours = change === undefined || change === 0 ? paint.dim : change > 0 ? paint.green : paint.red
    return `  ${name.padEnd(16)}${comparedScoreText(before).padStart(6)}  ${comparedScoreText(now).padStart(5)}  ${colours(changeText(change).padStart(5))}`.trimEnd()
  }
  return [
    paint.bold(`  ${'Scorecard'.padEnd(16)}before    now`),
    ...components.map(({ component, before, now }) => row(component, before, now)),
    row('overall', overall.before, overall.now),
  ].join('\n')
}
