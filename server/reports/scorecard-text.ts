import type { Finding } from '../checker/finding.ts'
import { number } from '../rules/figure.ts'
import type { LostPoints } from '../scorecard/lost-points.ts'
import type { Shortfall } from '../scorecard/minimums.ts'
import { gainText, scoreText } from '../scorecard/shown-score.ts'
import { configurationChangedText, sinceText } from './comparison-report.ts'
import { briefText, paintedOutcome, scoreChanges } from './comparison-text.ts'
import type { Paint } from './paint.ts'
import { policyText, setAsideText, shownPlace } from './places.ts'
import { type Checked, countsOf, countsText, worstFirst } from './report.ts'
import type { ScorecardReport } from './scorecard-report.ts'
import { barriersText, scoreBar, scorecardText, withoutWaivers } from './scorecard-table.ts'
import { visible } from './visible.ts'
import { wrapped } from './wrap.ts'

/** How many gains and policies are shown; the other formats hold all. */
const most = 7
const mostPolicies = 5
const mostChanges = 10

/** The scorecard for a terminal: the components at a glance, the largest gains, partners, the policies that are lowest. */
export function scorecardTextReport(report: ScorecardReport, paint: Paint, width: number): string {
  const { card, shortfalls } = report
  const blocks = [
    scorecardText(card, paint),
    changes(report, paint, width),
    gains(report, paint, width),
    setAside(report, paint, width),
    partners(report, paint),
    policies(report, paint),
    unscored(report),
    shortfalls.map((shortfall) => paint.red(shortfallText(shortfall))).join('\n'),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

/** `performance is 69.7, below 75`. A score that is rounded to the minimum is shown as lower, as it is. */
export function shortfallText({ of, minimum, score }: Shortfall): string {
  const name = of === 'overall' ? 'The overall score' : `The score of ${of}`
  if (score === undefined)
    return `${name} is missing, because nothing is described or judged; at least ${minimum} is asked.`
  const shown = Math.min(Number(score.toFixed(1)), Math.floor(score * 10) / 10)
  return `${name} is ${number(shown, 1)}, below ${number(minimum, 1)}.`
}

function changes({ since: compared }: ScorecardReport, paint: Paint, width: number): string {
  if (compared === undefined) return ''
  const { since, comparison, now, before } = compared
  const options = { paint, width, quiet: false }
  const list = (title: string, findings: readonly Finding[], checked: Checked): readonly string[] => {
    if (findings.length === 0) return []
    const shown = worstFirst(findings).slice(0, mostChanges)
    const left = findings.length - shown.length
    return [
      '',
      paint.bold(`${title}: ${countsText(countsOf(findings))}`),
      ...shown.flatMap((finding) => briefText(finding, checked, options)),
      ...(left > 0 ? [paint.dim(`  and ${left} more, each in --format json or html.`)] : []),
    ]
  }
  const setAside = comparison.setAside.map(({ finding }) => finding)
  return [
    paint.bold(`What has changed since ${visible(sinceText(since))}`),
    ...(since.configurationChanged ? [configurationChangedText] : []),
    scoreChanges(comparison, paint),
    `  ${paintedOutcome(comparison, paint)}`,
    ...list('New', comparison.appeared, now),
    ...list('Gone', comparison.gone, before),
    ...list('Set aside since then', setAside, now),
  ].join('\n')
}

function gains({ card: { lost }, ...report }: ScorecardReport, paint: Paint, width: number): string {
  if (lost.length === 0) return ''
  const rows = lost.slice(0, most).map((one) => gainRow(one, report, paint, width))
  const left = lost.length - rows.length
  const more = left === 0 ? [] : [paint.dim(`  ${left} more, each with its gain: --format json or html.`)]
  return [
    paint.bold('Largest gains: what fixing one barrier adds to the overall score, and to its component'),
    ...rows,
    ...more,
  ].join('\n')
}

function gainRow(
  { finding, component, gain }: LostPoints,
  report: Pick<ScorecardReport, 'nameOf'>,
  { bold, dim }: Paint,
  width: number,
): string {
  const head = `  ${bold(gainText(gain.overall).padStart(5))}  ${component} ${gainText(gain.component)}  ${dim(finding.rule)}`
  const { what, change } = finding.text
  const said = [what, change === '' ? '' : `Change: ${change}`].filter((text) => text !== '')
  return [
    head,
    `         ${visible(shownPlace(finding.place, report))}`,
    ...said.map((text) => wrapped(visible(text), width, '         ')),
  ].join('\n')
}

function setAside({ card: { waivers }, ...report }: ScorecardReport, paint: Paint, width: number): string {
  if (waivers.length === 0) return ''
  const rows = waivers.map(({ setAside, component, points }) => {
    const { place, rule } = setAside.finding
    const head = `  ${number(points.overall, 1).padStart(5)}  ${component} ${number(points.component, 1)}  ${paint.dim(rule)}`
    const said = wrapped(visible(setAsideText(setAside)), width, '         ')
    return `${head}\n         ${visible(shownPlace(place, report))}\n${said}`
  })
  return [
    paint.bold('Set aside: points that the scores hold only because of that, overall and in the component'),
    ...rows,
  ].join('\n')
}

function partners({ partners }: ScorecardReport, paint: Paint): string {
  if (partners.length === 0) return ''
  const rows = partners.map(({ title, card }) => {
    const { overall, waived, components } = card
    if (overall === undefined) return `  ${paint.dim('nothing to judge yet')}  ${visible(title)}`
    const scored = components.flatMap(({ component, score }) => (score === undefined ? [] : [{ component, score }]))
    const [lowest] = scored.toSorted((a, b) => a.score - b.score)
    const least =
      lowest === undefined || lowest.score === 100 ? '' : `; lowest: ${lowest.component} ${scoreText(lowest.score)}`
    const barriers = components.reduce((sum, { barriers }) => sum + barriers, 0)
    const severities = {
      error: components.reduce((sum, { severities }) => sum + severities.error, 0),
      warning: 0,
      info: 0,
    }
    const counted = `${barriersText({ barriers, severities })}${least}${withoutWaivers(overall, waived)}`
    return `  ${scoreBar(overall)} ${scoreText(overall).padStart(3)}   ${visible(title)}\n${' '.repeat(19)}${paint.dim(counted)}`
  })
  return [paint.bold('Partners: how well the policies serve each agreement'), ...rows].join('\n')
}

function policies({ policies, nameOf }: ScorecardReport, paint: Paint): string {
  const lowest = policies
    .filter(({ card }) => (card.overall ?? 100) < 100)
    .toSorted((a, b) => (a.card.overall ?? 0) - (b.card.overall ?? 0))
    .slice(0, mostPolicies)
  if (lowest.length === 0) return ''
  const rows = lowest.map(
    (policy) =>
      `  ${scoreText(policy.card.overall).padStart(5)}  ${visible(policyText(policy))}  ${paint.dim(visible(nameOf(policy.file)))}`,
  )
  return [paint.bold('Policies with the lowest scores'), ...rows].join('\n')
}

function unscored({ card: { unscored } }: ScorecardReport): string {
  const { length } = unscored
  if (length === 0) return ''
  return `${length} ${length === 1 ? 'finding costs' : 'findings cost'} no points: about the text itself, or in a component that is not described. "concord check" shows them.`
}
