import { number } from '../rules/figure.ts'
import { type Component, components } from '../rules/rule.ts'
import type { Comparison } from '../scorecard/comparison.ts'
import type { Scorecard } from '../scorecard/scorecard.ts'
import { changeText, gainText, scoreChange, scoreText } from '../scorecard/shown-score.ts'
import { newOf, restOf } from './comparison-markdown.ts'
import { type Compared, configurationChangedText, outcomeText, sinceText } from './comparison-report.ts'
import { code, prose, table } from './markdown-cells.ts'
import { setAsideText, shownPlace } from './places.ts'
import type { ScorecardReport } from './scorecard-report.ts'
import { barriersText, withoutWaivers } from './scorecard-table.ts'
import { shortfallText } from './scorecard-text.ts'

/** A comment on a change is read at a glance: a few gains are enough, and of what is new the worst. */
const most = 5
const mostNew = 10

/** The scorecard as Markdown, short, for a comment on a change. */
export function scorecardMarkdown(report: ScorecardReport): string {
  const { card, partners, shortfalls, since } = report
  const blocks = [
    `## Leadership scorecard: ${card.overall === undefined ? 'no score' : `${scoreText(card.overall)} of 100`}${changed(report)}`,
    since === undefined ? '' : sinceThen(since),
    since === undefined || since.comparison.appeared.length === 0 ? '' : newOf(since, mostNew),
    shortfalls.map((shortfall) => `- **${shortfallText(shortfall)}**`).join('\n'),
    `${card.coverage} of ${components.length} components are described${card.overall === undefined ? '' : withoutWaivers(card.overall, card.waived)}.`,
    componentTable(card, since?.comparison),
    ...(since === undefined ? [] : restOf(since)),
    gains(report),
    partners.length === 0
      ? ''
      : `### Partners\n\n${partners
          .map(
            ({ title, card }) =>
              `- ${prose(title)}: ${card.overall === undefined ? 'no score' : scoreText(card.overall)}`,
          )
          .join('\n')}`,
    card.waivers.length === 0
      ? ''
      : `### Set aside\n\n${card.waivers
          .map(
            ({ setAside, points }) =>
              `- ${number(points.overall, 1)} points, ${code(setAside.finding.rule)} in ${code(shownPlace(setAside.finding.place, report))}: ${prose(setAsideText(setAside))}`,
          )
          .join('\n')}`,
    `It measures the form of the policies, not how people work together. Formula version ${card.version}.`,
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

/** How the overall score has changed, in brackets. */
function changed({ since }: ScorecardReport): string {
  if (since === undefined) return ''
  const { before, now } = since.comparison.overall
  const change = changeText(scoreChange(before, now))
  return change === '' ? '' : ` (${change})`
}

function sinceThen({ since, comparison }: Compared): string {
  const told = since.configurationChanged ? ` ${configurationChangedText}` : ''
  return `Since ${prose(sinceText(since))}: ${outcomeText(comparison)}.${told}`
}

function componentTable({ components }: Scorecard, comparison: Comparison | undefined): string {
  const changeOf = (component: Component): readonly string[] => {
    if (comparison === undefined) return []
    const change = comparison.components.find((other) => other.component === component)
    return [changeText(scoreChange(change?.before, change?.now))]
  }
  return table(
    ['Component', 'Score', ...(comparison === undefined ? [] : ['Change']), 'Passed', 'Barriers', 'Set aside'],
    components.map(({ component, described, score, waived, passed, setAside, ...counts }) => [
      component,
      score === undefined
        ? described
          ? 'nothing to judge yet'
          : 'not described'
        : `${scoreText(score)}${withoutWaivers(score, waived)}`,
      ...changeOf(component),
      `${passed}`,
      barriersText(counts),
      `${setAside}`,
    ]),
  )
}

function gains({ card: { lost }, ...report }: ScorecardReport): string {
  if (lost.length === 0) return ''
  const shown = lost.slice(0, most)
  const left = lost.length - shown.length
  const items = shown.map(({ finding: { rule, place, text }, component, gain }) => {
    const change = text.change === '' ? '' : ` *${prose(text.change)}*`
    const points = `**${gainText(gain.overall)}** overall, ${gainText(gain.component)} in ${component}`
    return `- ${points}: ${code(rule)} in ${code(shownPlace(place, report))}: ${prose(text.what)}${change}`
  })
  const more = left === 0 ? [] : [`- and ${left} more`]
  return `### Largest gains\n\n${[...items, ...more].join('\n')}`
}
