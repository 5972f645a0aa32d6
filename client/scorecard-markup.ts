import { changeText, gainText, scoreText, shownScore } from '../server/scorecard/shown-score.ts'
import type { Gain, ScorecardView } from './messages.ts'
import { counted, countWords, heading, severityWord } from './words.ts'

type ComponentView = ScorecardView['components'][number]

/**
 * What the view of the scorecard shows, as markup without scripts and styles. Everything that can be chosen has an id that stays the same
 * while it means the same, so that the keyboard stays where it is when the scores change.
 */
export function scorecardMarkup(view: ScorecardView): string {
  const { overall, coverage, components } = view
  if (overall === null)
    return '<p>There is nothing to score yet: no policy here says enough for a rule to judge it.</p>'
  return `<header>
<p class="overall"><span class="number">${scoreText(overall)}</span> of 100, over ${coverage} of ${components.length} components</p>
${bar(overall)}
${sinceWords(view)}</header>
<table>
<caption>Scores by component, 0–100</caption>
<thead><tr><th scope="col">Component</th>${view.since === null ? '' : '<th scope="col">Since the last commit</th>'}<th scope="col">Score</th><th scope="col">Barriers</th></tr></thead>
<tbody>
${components.map((component) => row(component, view.since !== null)).join('\n')}
</tbody>
</table>
<p class="note">The mean of the components described.${waivedWords(view.waived)} It measures the form of the policies, not how people work together.</p>
${gains(view)}`
}

function row(
  { component, described, score, waived, barriers, severities, change }: ComponentView,
  isCompared: boolean,
): string {
  const said = score === null ? (described ? 'nothing to judge yet' : 'not described') : scoreText(score)
  const found = barriers === 0 ? 'none' : countWords(severities)
  const name =
    barriers === 0
      ? `<span>${heading(component)}</span>`
      : `<button id="component-${component}" data-component="${component}" aria-pressed="false" title="Show only what holds this component back">${heading(component)}</button>`
  const tip = waived > 0.5 ? ` title="${waived.toFixed(1)} of these points are waived"` : ''
  return `<tr class="${score === null ? 'unscored' : ''}"><th scope="row">${name}</th>${isCompared ? `<td class="change">${change === 0 ? '' : changeText(change ?? undefined)}</td>` : ''}<td class="score"${tip}>${said}</td><td class="found" title="${found}">${found}</td>
<td class="bar" aria-hidden="true">${score === null ? '' : bar(score)}</td></tr>`
}

/** A picture beside the number: nothing that the number does not say. */
function bar(score: number): string {
  const shown = shownScore(score)
  const level = shown >= 90 ? 'high' : shown >= 70 ? 'middle' : 'low'
  return `<svg class="${level}" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="100" height="4"/><rect class="part" width="${Math.max(0, Math.min(100, score)).toFixed(1)}" height="4"/></svg>`
}

/** How the score has moved, and a button that leaves only what is new. */
function sinceWords({ since }: ScorecardView): string {
  if (since === null) return ''
  const { commits, change, appeared, gone } = since
  const told = commits.map(({ commit, day, subject }) => `${commit.slice(0, 7)} of ${day}: ${subject}`).join('\n')
  const last = commits.length === 1 ? 'the last commit' : 'the last commits'
  const moved = change === null || change === 0 ? `Since ${last}` : `<b>${changeText(change)}</b> since ${last}`
  const news = `<button id="new" data-new="" aria-pressed="false" title="Show only what is new">${appeared} new</button>`
  const found = [appeared === 0 ? '' : news, gone === 0 ? '' : `${gone} gone`].filter((part) => part !== '')
  const outcome = found.length > 0 ? `${moved}: ${found.join(', ')}` : change === 0 ? `No change since ${last}` : moved
  return `<p class="since" title="${escaped(told)}">${outcome}.</p>
`
}

function gains({ gains, costing }: ScorecardView): string {
  if (gains.length === 0) return '<p>No barrier was found.</p>'
  const rest = costing - gains.filter(({ isFirst }) => isFirst).length
  return `<h2 id="gains">What fixing gains</h2>
<ol aria-labelledby="gains">
${gains.map(item).join('\n')}
</ol>
${rest > 0 ? `<p class="note more">${counted(rest, 'smaller one')}: choose a component, or see the barriers below.</p>` : ''}`
}

function item(gain: Gain): string {
  const { component, rule, title, what, policy, severity, fingerprint, fixable, isNew, isFirst } = gain
  const id = escaped(fingerprint)
  const place = `data-uri="${escaped(gain.uri)}" data-range="${escaped(JSON.stringify(gain.range))}" data-rule="${escaped(rule)}"`
  const fix = fixable
    ? `<button class="fix" id="fix-${id}" data-does="fix" ${place} aria-label="Fix: ${escaped(title)}, in ${escaped(policy)}">Fix</button>`
    : ''
  return `<li data-component="${component}"${isNew ? ' data-new=""' : ''} data-rank="${isFirst ? 'first' : 'later'}"><button class="gain" id="gain-${id}" data-does="show" ${place} title="${escaped(what)}"><span class="points">${escaped(gainText(gain.gain))}</span> <span class="title">${isNew ? '<span class="badge">new</span> ' : ''}${escaped(title)}</span> <span class="policy">${severityWord(severity)} in ${escaped(policy)}</span></button>${fix}</li>`
}

function waivedWords(waived: number): string {
  return waived < 0.05 ? '' : ` ${waived.toFixed(1)} of these points are waived.`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
