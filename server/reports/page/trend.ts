import { scaleLinear, scalePoint } from 'd3-scale'
import { area, line } from 'd3-shape'
import { type Component, components } from '../../rules/rule.ts'
import type { HistoryPoint } from '../../scorecard/history.ts'
import { changeText, comparedScoreText, scoreChange } from '../../scorecard/shown-score.ts'
import type { ScorecardReport } from '../scorecard-report.ts'
import { html, type Markup, nothing } from './markup.ts'
import { componentWords, counted, dayText } from './words.ts'

type Score = number | undefined

/** How the scores moved over the last commits that changed policies: as pictures, and every number in tables beside them. */
export function trendSection({ history: points }: ScorecardReport): Markup {
  const [first] = points ?? []
  const last = points?.at(-1)
  if (points === undefined || first === undefined || last === undefined) return nothing
  if (points.length === 1)
    return html`<h2 class="follows">Over time</h2><p>There is one state so far, so there is no trend to show.</p>`
  const overall = points.map(({ scorecard }) => scorecard.overall)
  const lowest = floorOf(points.flatMap(({ scorecard }) => scorecard.components.map(({ score }) => score)))
  const inCommits = points.filter(({ commit }) => commit !== undefined).length
  const notYet = inCommits === points.length ? '' : ', and as the policies are now'
  return html`<div class="together"><h2 class="follows">Over time</h2>
<p>The overall score after each of the last ${counted(inCommits, 'commit that changed policies', 'commits that changed policies')}${notYet}.</p>
${trendChart(points)}</div>
<table class="trends"><caption>From ${dayText(first.day)} to ${dayText(last.day)}</caption><thead><tr><th scope="col">Component</th><th scope="col"><span class="soft">Trend</span></th><th scope="col" class="number wide">First</th><th scope="col" class="number">Last</th><th scope="col" class="number">Change</th></tr></thead><tbody>${components.map(
    (component) => trendRow(componentWords[component].title, points.map(scoreOf(component)), lowest),
  )}</tbody><tbody class="all">${trendRow('Overall', overall, lowest)}</tbody></table>
<table class="commits"><caption>Each state, the oldest first</caption><thead><tr><th scope="col">Day</th><th scope="col" class="number">Overall</th><th scope="col" class="number wide">Errors</th><th scope="col" class="number wide">Warnings</th><th scope="col">What the commit says</th></tr></thead><tbody>${points.map(
    ({ commit, day, subject, scorecard, findings }) =>
      html`<tr><th scope="row">${day}</th><td class="number score">${comparedScoreText(scorecard.overall)}</td><td class="number wide">${findings.error}</td><td class="number wide">${findings.warning}</td><td>${
        commit === undefined
          ? html`<span class="soft">as it is now</span>`
          : html`${subject} <span class="place">${commit.slice(0, 7)}</span>`
      }</td></tr>`,
  )}</tbody></table>
<p class="soft after">All of it is judged by the present rules and configuration, so that a step in the line is a step in the policies.</p>`
}

function scoreOf(component: Component): (point: HistoryPoint) => Score {
  return ({ scorecard }) => scorecard.components.find((other) => other.component === component)?.score
}

function trendRow(name: string, scores: readonly Score[], lowest: number): Markup {
  const [first, last] = [scores[0], scores.at(-1)]
  return html`<tr><th scope="row">${name}</th><td class="picture">${spark(scores, lowest)}</td><td class="number wide">${comparedScoreText(first)}</td><td class="number">${comparedScoreText(last)}</td><td class="number score">${changeText(scoreChange(first, last))}</td></tr>`
}

/** The lowest ten that holds all of some scores. */
function floorOf(scores: readonly Score[]): number {
  return Math.min(90, ...scores.map((score) => Math.floor((score ?? 100) / 10) * 10))
}

const size = { width: 640, height: 250, left: 40, right: 20, top: 30, bottom: 36 }

/** The overall score over the commits. The table beside it holds the numbers. */
function trendChart(points: readonly HistoryPoint[]): Markup {
  const scores = points.map(({ scorecard }) => scorecard.overall)
  const steps = points.map((_, at) => at)
  const x = scalePoint(steps, [size.left, size.width - size.right])
  const y = scaleLinear([floorOf(scores), 100], [size.height - size.bottom, size.top])
  const across = (_: Score, at: number): number => x(at) ?? 0
  const up = (score: Score): number => y(score ?? 0)
  const isThere = (score: Score): boolean => score !== undefined
  const curve = line<Score>(across, up).defined(isThere)(scores) ?? ''
  const below = area<Score>(across, y(floorOf(scores)), up).defined(isThere)(scores) ?? ''
  const grid = y.ticks(4).map((tick) => {
    const at = y(tick).toFixed(1)
    return html`<line class="grid" x1="${size.left}" x2="${size.width - size.right}" y1="${at}" y2="${at}"/><text x="${size.left - 8}" y="${at}" dy=".32em" text-anchor="end">${tick}</text>`
  })
  // More dots than these would be a thick line.
  const dots =
    scores.length > 40
      ? []
      : scores.flatMap((score, at) => (score === undefined ? [] : [dot(across(score, at), up(score))]))
  const [first, last] = [points[0], points.at(-1)]
  const ends = [first, last].map((point) => dayText(point?.day ?? ''))
  const figures = [first, last].map((point) => comparedScoreText(point?.scorecard.overall))
  const label = `The overall score went from ${figures.join(' to ')}, from ${ends.join(' to ')}`
  const base = size.height - 10
  const end = scores.at(-1)
  const shown =
    end === undefined
      ? nothing
      : html`<text class="last" x="${size.width - size.right}" y="${(up(end) - 11).toFixed(1)}" text-anchor="end">${figures[1] ?? ''}</text>`
  return html`<svg class="trend" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${label}">${grid}<path class="below" d="${below}"/><path class="line" d="${curve}"/>${dots}${shown}<text x="${size.left}" y="${base}">${ends[0] ?? ''}</text><text x="${size.width - size.right}" y="${base}" text-anchor="end">${ends[1] ?? ''}</text></svg>`
}

function dot(x: number, y: number): Markup {
  return html`<circle class="dot" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3"/>`
}

/** The line of one component without any numbers: those stand beside it. All lines begin at the same lowest score. */
function spark(scores: readonly Score[], lowest: number): Markup {
  const x = scaleLinear([0, Math.max(1, scores.length - 1)], [2, 198])
  const y = scaleLinear([lowest, 100], [26, 2])
  const curve =
    line<Score>(
      (_, at) => x(at),
      (score) => y(score ?? 0),
    ).defined((score) => score !== undefined)(scores) ?? ''
  return html`<svg class="spark" viewBox="0 0 200 28" preserveAspectRatio="none" aria-hidden="true" focusable="false"><line class="ceiling" x1="0" x2="200" y1="2" y2="2"/><path class="line" d="${curve}"/></svg>`
}
