import type { Finding } from '../../checker/finding.ts'
import type { ScoreChange } from '../../scorecard/comparison.ts'
import { changeText, comparedScoreText, scoreChange } from '../../scorecard/shown-score.ts'
import { type Compared, configurationChangedText } from '../comparison-report.ts'
import { policyText } from '../places.ts'
import { worstFirst } from '../report.ts'
import type { ScorecardReport } from '../scorecard-report.ts'
import type { Anchors } from './findings.ts'
import { html, type Markup, nothing } from './markup.ts'
import { componentWords, counted, dayText, severityWords } from './words.ts'

/** How many findings of a sort are told of; the first are the worst. */
const most = 12

/** What has changed since a revision: the scores, what is new and what is gone. */
export function changesSection({ since: compared }: ScorecardReport, anchors: Anchors): Markup {
  if (compared === undefined) return nothing
  const { since, comparison } = compared
  const { appeared, gone, unchanged } = comparison
  const setAside = comparison.setAside.map(({ finding }) => finding)
  const from = since.left ? `where this work left “${since.revision}”` : `“${since.revision}”`
  const configuration = since.configurationChanged ? ` ${configurationChangedText}` : ''
  return html`<div class="together"><h2 class="follows">What has changed</h2>
<p>Since ${dayText(since.day)}: ${counted(appeared.length, 'barrier is', 'barriers are')} new, ${gone.length} gone, ${unchanged.length} unchanged${setAside.length === 0 ? '' : `, ${setAside.length} set aside`}.</p>
<p class="soft">Compared with ${from}, commit ${since.commit.slice(0, 7)}: “${since.subject}”.${configuration}</p>
${changeTable(compared)}</div>
${listOf('New', appeared, anchors)}${listOf('Gone', gone, anchors)}${listOf('Set aside since then', setAside, anchors)}`
}

function changeTable({ comparison: { components, overall } }: Compared): Markup {
  return html`<table class="changes"><caption>Scores then and now</caption><thead><tr><th scope="col">Component</th><th scope="col" class="number">Then</th><th scope="col" class="number">Now</th><th scope="col" class="number">Change</th></tr></thead><tbody>${components.map(
    (change) => changeRow(componentWords[change.component].title, change),
  )}</tbody><tbody class="all">${changeRow('Overall', overall)}</tbody></table>`
}

function changeRow(name: string, { before, now }: Omit<ScoreChange, 'component'>): Markup {
  return html`<tr><th scope="row">${name}</th><td class="number">${comparedScoreText(before)}</td><td class="number">${comparedScoreText(now)}</td><td class="number score">${changeText(scoreChange(before, now))}</td></tr>`
}

/** Worst first. What is still there stands below with its reason and its place, and what is gone has none any more. */
function listOf(title: string, findings: readonly Finding[], anchors: Anchors): Markup {
  if (findings.length === 0) return nothing
  const shown = worstFirst(findings).slice(0, most)
  const left = findings.length - shown.length
  return html`<h3>${title}</h3><ul class="plain">${shown.map((finding) => {
    const { severity, text, policy } = finding
    const anchor = anchors.get(finding)
    const name = policyText(policy)
    return html`<li>${text.what} <span class="soft">${severityWords[severity]} in ${
      anchor === undefined ? name : html`<a href="#${anchor}">${name}</a>`
    }</span></li>`
  })}</ul>${left === 0 ? nothing : html`<p class="soft">And ${left} more; “concord compare” lists them all.</p>`}`
}
