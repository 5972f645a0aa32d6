import type { HistoryPoint } from '../scorecard/history.ts'
import { changeText, comparedScoreText, scoreChange } from '../scorecard/shown-score.ts'
import type { Paint } from './paint.ts'
import { visible } from './visible.ts'

/** A row for each commit, oldest first, then a line for each component that rises and falls with its score. */
export function historyText(points: readonly HistoryPoint[], paint: Paint, width: number): string {
  const [first] = points
  const last = points.at(-1)
  if (first === undefined || last === undefined) return 'No commit changed policies here.\n'
  const rows = points.map(({ commit, day, subject, scorecard, findings }) => {
    const figures = [comparedScoreText(scorecard.overall), String(findings.error), String(findings.warning)]
    const told = visible(commit === undefined ? 'as it is now' : subject)
    const head = `  ${day}  ${(commit?.slice(0, 7) ?? '').padEnd(7)}${figures.map((figure) => figure.padStart(9)).join('')}  `
    return `${head}${told.length > width - head.length ? `${told.slice(0, Math.max(10, width - head.length - 1))}…` : told}`.trimEnd()
  })
  const scores = points.flatMap(({ scorecard }) => scorecard.components.flatMap(({ score }) => score ?? []))
  const lowest = Math.floor(Math.min(100, ...scores) / 10) * 10
  const line = (name: string, of: (point: HistoryPoint) => number | undefined): string => {
    const change = changeText(scoreChange(of(first), of(last)))
    const ends = `${comparedScoreText(of(first)).padStart(5)} → ${comparedScoreText(of(last)).padStart(5)}  ${change.padStart(5)}`
    return `  ${name.padEnd(16)}${points.map((point) => blockFor(of(point), lowest)).join('')}  ${ends}`.trimEnd()
  }
  return [
    paint.bold(`  ${'day'.padEnd(10)}  ${'commit'.padEnd(7)}  overall   errors warnings  what the commit says`),
    ...rows,
    '',
    paint.bold(`Scores, each commit one column, from ${lowest} at the bottom to 100 at the top`),
    ...last.scorecard.components.map(({ component }) =>
      line(component, ({ scorecard }) => scorecard.components.find((other) => other.component === component)?.score),
    ),
    line('overall', ({ scorecard }) => scorecard.overall),
    '',
    paint.dim(`All of it judged by the present rules and configuration. Formula version ${last.scorecard.version}.`),
    '',
  ].join('\n')
}

const blocks = '▁▂▃▄▅▆▇█'

function blockFor(score: number | undefined, lowest: number): string {
  if (score === undefined) return '·'
  const share = lowest >= 100 ? 1 : (score - lowest) / (100 - lowest)
  return blocks[Math.min(blocks.length - 1, Math.max(0, Math.floor(share * blocks.length)))] ?? ''
}
