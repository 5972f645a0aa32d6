import type { Finding } from '../checker/finding.ts'
import { changeText, comparedScoreText, scoreChange } from '../scorecard/shown-score.ts'
import { type Compared, sinceText } from './comparison-report.ts'
import type { Paint } from './paint.ts'
import { type Checked, countsOf, countsText, worstFirst } from './report.ts'
import { colour, findingText, paragraph, placeName, type TextOptions } from './text.ts'
import { visible } from './visible.ts'

/** What is new in full, what is gone in a line each, then how the scores moved. */
export function comparisonText(compared: Compared, options: TextOptions): string {
  const { comparison, now, before, since } = compared
  const { appeared, gone, unchanged, setAside } = comparison
  const { paint, quiet } = options
  const parts = [`Compared with ${visible(sinceText(since))}`]
  if (since.configurationChanged)
    parts.push('The configuration has changed since then; both states are judged by the present one.')
  if (appeared.length > 0)
    parts.push(
      paint.bold(`New: ${countsText(countsOf(appeared))}`),
      ...worstFirst(appeared).map((finding) => findingText(finding, now, options)),
    )
  if (!quiet && gone.length > 0)
    parts.push(
      [
        paint.bold(`Gone: ${countsText(countsOf(gone))}`),
        ...worstFirst(gone).flatMap((finding) => goneText(finding, before, options)),
      ].join('\n'),
    )
  if (!quiet && setAside.length > 0)
    parts.push(
      [
        paint.bold(`Set aside since then: ${setAside.length}`),
        ...setAside.flatMap(({ finding }) => goneText(finding, now, options)),
      ].join('\n'),
    )
  if (!quiet) parts.push(scores(compared, paint))
  const news = appeared.length === 0 ? 'nothing new' : `${appeared.length} new (${countsText(countsOf(appeared))})`
  const headline = appeared.length === 0 ? paint.green(news) : paint.red(news)
  parts.push(`${headline}, ${gone.length} gone, ${unchanged.length} unchanged`)
  return parts.join('\n\n').concat('\n')
}

function goneText(finding: Finding, checked: Checked, options: TextOptions): readonly string[] {
  const { paint } = options
  const { rule, severity, place, text } = finding
  return [
    `  ${colour(severity, paint)(severity)} ${paint.dim(rule)}  ${placeName(place, checked)}`,
    ...paragraph('', text.what, options).map((line) => `  ${line}`),
  ]
}

function scores({ comparison }: Compared, paint: Paint): string {
  const { components, overall } = comparison
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
