import { scoreText } from '../server/scorecard/shown-score.ts'
import type { Gain, ScorecardView } from './messages.ts'
import { counted, countWords, heading, severityWord } from './words.ts'

/** How many gains are shown of all components together, and of one that is chosen. */
const shownOfAll = 10
const shownOfEach = 20

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
<p class="overall"><span class="number">${scoreText(overall)}</span> of 100</p>
${bar(overall)}
<p class="note">The mean of the components described: ${coverage} of ${components.length}.${waivedWords(view.waived)} It measures the form of the policies, not how people work together.</p>
</header>
<table>
<caption>Scores by component, 0–100</caption>
<thead><tr><th scope="col">Component</th><th scope="col">Score</th><th scope="col">Barriers</th></tr></thead>
<tbody>
${components.map(row).join('\n')}
</tbody>
</table>
${gains(view)}`
}

function row({ component, described, score, waived, barriers, severities }: ComponentView): string {
  const said = score === null ? (described ? 'nothing to judge yet' : 'not described') : scoreText(score)
  const found = barriers === 0 ? 'none' : countWords(severities)
  const name =
    barriers === 0
      ? `<span>${heading(component)}</span>`
      : `<button id="component-${component}" data-component="${component}" aria-pressed="false" title="Show only what holds this component back">${heading(component)}</button>`
  const tip = waived > 0.5 ? ` title="${gainWords(waived)} of these points are waived"` : ''
  return `<tr class="${score === null ? 'unscored' : ''}"><th scope="row">${name}</th><td class="score"${tip}>${said}</td><td class="found">${found}</td>
<td class="bar" aria-hidden="true">${score === null ? '' : bar(score)}</td></tr>`
}

/** A picture beside the number: nothing that the number does not say. */
function bar(score: number): string {
  const level = score >= 90 ? 'high' : score >= 70 ? 'middle' : 'low'
  return `<svg class="${level}" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="100" height="4"/><rect class="part" width="${Math.max(0, Math.min(100, score)).toFixed(1)}" height="4"/></svg>`
}

function gains({ gains }: ScorecardView): string {
  if (gains.length === 0) return '<p>No barrier was found.</p>'
  const seen = new Map<string, number>()
  const items = gains.flatMap((gain, rank) => {
    const nth = seen.get(gain.component) ?? 0
    seen.set(gain.component, nth + 1)
    return rank < shownOfAll || nth < shownOfEach ? [item(gain, rank)] : []
  })
  const rest = gains.length - shownOfAll
  return `<h2 id="gains">What fixing gains</h2>
<ol aria-labelledby="gains">
${items.join('\n')}
</ol>
${rest > 0 ? `<p class="note more">${counted(rest, 'smaller one')}: choose a component, or see the barriers below.</p>` : ''}`
}

function item(gain: Gain, rank: number): string {
  const { component, rule, title, what, policy, severity, fingerprint, fixable } = gain
  const id = escaped(fingerprint)
  const place = `data-uri="${escaped(gain.uri)}" data-range="${escaped(JSON.stringify(gain.range))}" data-rule="${escaped(rule)}"`
  const fix = fixable
    ? `<button class="fix" id="fix-${id}" data-does="fix" ${place} aria-label="Fix: ${escaped(title)}, in ${escaped(policy)}">Fix</button>`
    : ''
  return `<li data-component="${component}" data-rank="${rank < shownOfAll ? 'first' : 'later'}"><button class="gain" id="gain-${id}" data-does="show" ${place} title="${escaped(what)}"><span class="points">+${gainWords(gain.gain)}</span> <span class="title">${escaped(title)}</span> <span class="policy">${severityWord(severity)} in ${escaped(policy)}</span></button>${fix}</li>`
}

function waivedWords(waived: number): string {
  return waived < 0.05 ? '' : ` ${gainWords(waived)} of these points are waived.`
}

function gainWords(gain: number): string {
  return gain < 0.05 ? 'under 0.1' : gain.toFixed(1)
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
