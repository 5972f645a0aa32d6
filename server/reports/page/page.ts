import type { Finding } from '../../checker/finding.ts'
import { number } from '../../rules/figure.ts'
import { components } from '../../rules/rule.ts'
import { scoreText } from '../../scorecard/shown-score.ts'
import { policyText, setAsideText, shownPlace } from '../places.ts'
import type { ScorecardReport } from '../scorecard-report.ts'
import { shortfallText } from '../scorecard-text.ts'
import { changesSection } from './changes.ts'
import { legend, overallHundred, patterns, ring } from './charts.ts'
import { componentSections, componentTable } from './components.ts'
import { type Anchors, largestGains } from './findings.ts'
import { html, Markup, nothing } from './markup.ts'
import { methodSection } from './method.ts'
import { partnerSections } from './partners.ts'
import { style } from './style.ts'
import { trendSection } from './trend.ts'
import { counted, dayText } from './words.ts'

/** The scorecard as one page that needs nothing else, for reading and for paper. */
export function scorecardPage(report: ScorecardReport): string {
  const { card, counts, today } = report
  const anchors: Anchors = new Map(
    card.lost.map(({ finding }, at): [Finding, string] => [finding, `barrier-${at + 1}`]),
  )
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Leadership scorecard, ${dayText(today)}</title>
<style>${new Markup(style)}</style>
</head>
<body>
${patterns}
<main>
<header>
<p class="eyebrow">Concord</p>
<h1>Leadership scorecard</h1>
<p class="soft">${counted(counts.policies, 'policy', 'policies')} in ${counted(counts.files, 'file', 'files')}, judged on ${dayText(today)}</p>
</header>
${summary(report)}
${componentTable(card, 'company')}
${legend(card.waivers.length > 0)}
${trendSection(report)}
${changesSection(report, anchors)}
${
  card.lost.length === 0
    ? nothing
    : html`<h2 class="follows">Largest gains</h2><p>What fixing one barrier adds to the overall score.</p>${largestGains(card.lost, 5, anchors)}`
}
${partnerSections(report, anchors)}
<h2>Components</h2>
<p>Each barrier with its reason, its figures and the smallest change that helps. The points are those of the component.</p>
${componentSections(report, anchors)}
${setAside(report)}
${unscored(report)}
${policies(report)}
${methodSection(report)}
</main>
<footer>Made by Concord ${report.toolVersion}. Formula version ${card.version}.</footer>
</body>
</html>
`
  return page.html
}

function summary({ card, shortfalls }: ScorecardReport): Markup {
  const { overall, waived, coverage, lost } = card
  const below =
    shortfalls.length === 0
      ? nothing
      : html`<div class="below">${shortfalls.map((shortfall) => html`<p>${shortfallText(shortfall)}</p>`)}</div>`
  if (overall === undefined)
    return html`${below}<p class="lead">There is no score yet: no rule found anything to judge. ${coverage} of ${components.length} components are described.</p>`
  const errors = lost.filter(({ finding }) => finding.severity === 'error').length
  const barriers =
    lost.length === 0
      ? 'No barrier costs points.'
      : `${counted(lost.length, 'barrier costs', 'barriers cost')} points, ${errors === 0 ? 'none' : errors} of them ${errors < 2 ? 'an error' : 'errors'}.`
  const aside =
    waived === 0
      ? ''
      : ` ${number(waived, 1)} points are there only because barriers are set aside; without that it would be ${scoreText(overall - waived)}.`
  const described =
    coverage === components.length
      ? 'All seven components are described.'
      : `${coverage} of ${components.length} components are described; the others have no score.`
  return html`${below}<div class="summary">${ring(overallHundred(card, lost), scoreText(overall))}<div><p class="lead">${scoreText(overall)} of every 100 points that the policies could have are free of barriers to collaboration.${aside}</p><p>${barriers} ${described}</p><p class="soft">It measures the form of the policies, not how people work together.</p></div></div>`
}

function setAside({ card: { waivers }, ...report }: ScorecardReport): Markup {
  if (waivers.length === 0) return nothing
  return html`<h2>Set aside</h2><p>Barriers that somebody decided to leave for a time. They cost no points until then.</p><table><caption>Points that the overall score holds only because of that</caption><thead><tr><th scope="col">Barrier</th><th scope="col">Reason</th><th scope="col" class="number">Points</th></tr></thead><tbody>${waivers.map(
    ({ setAside, points }) =>
      html`<tr><td>${setAside.finding.text.what}<br><span class="place">${shownPlace(setAside.finding.place, report)}</span></td><td>${setAsideText(setAside)}</td><td class="number">${points.overall.toFixed(1)}</td></tr>`,
  )}</tbody></table>`
}

function unscored({ card: { unscored }, ...report }: ScorecardReport): Markup {
  if (unscored.length === 0) return nothing
  return html`<h2>Findings without points</h2><p>About the text itself, or in a component that no policy describes.</p><ul class="plain">${unscored.map(
    (finding) => html`<li>${finding.text.what} <span class="place">${shownPlace(finding.place, report)}</span></li>`,
  )}</ul>`
}

function policies({ policies, nameOf }: ScorecardReport): Markup {
  if (policies.length === 0) return nothing
  const sorted = policies.toSorted((a, b) => (a.card.overall ?? 0) - (b.card.overall ?? 0))
  return html`<h2>Policies</h2><table class="policies"><caption>The score of each policy, the lowest first</caption><thead><tr><th scope="col">Policy</th><th scope="col" class="wide">File</th><th scope="col" class="number">Barriers</th><th scope="col" class="number">Score</th></tr></thead><tbody>${sorted.map(
    (policy) =>
      html`<tr><th scope="row">${policyText(policy)}</th><td class="place wide">${nameOf(policy.file)}</td><td class="number">${policy.card.components.reduce((sum, { barriers }) => sum + barriers, 0)}</td><td class="number score">${scoreText(policy.card.overall)}</td></tr>`,
  )}</tbody></table>`
}
