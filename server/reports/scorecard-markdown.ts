import { number } from '../rules/figure.ts'
import { components } from '../rules/rule.ts'
import type { Scorecard } from '../scorecard/scorecard.ts'
import { scoreText } from '../scorecard/shown-score.ts'
import { code, prose, table } from './markdown-cells.ts'
import { setAsideText } from './places.ts'
import { placeText, type ScorecardReport } from './scorecard-report.ts'
import { barriersText, withoutWaivers } from './scorecard-table.ts'
import { gainText, shortfallText } from './scorecard-text.ts'

/** A comment on a change is read at a glance: a few gains are enough. */
const most = 5

/** The scorecard as Markdown, short, for a comment on a change. */
export function scorecardMarkdown(report: ScorecardReport): string {
  const { card, partners, shortfalls } = report
  const blocks = [
    `## Leadership scorecard: ${card.overall === undefined ? 'no score' : `${scoreText(card.overall)} of 100`}`,
    shortfalls.map((shortfall) => `- **${shortfallText(shortfall)}**`).join('\n'),
    `${card.coverage} of ${components.length} components are described${card.overall === undefined ? '' : withoutWaivers(card.overall, card.waived)}.`,
    componentTable(card),
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
              `- ${number(points.overall, 1)} points, ${code(setAside.finding.rule)} in ${code(placeText(setAside.finding.place, report))}: ${prose(setAsideText(setAside))}`,
          )
          .join('\n')}`,
    `It measures the form of the policies, not how people work together. Formula version ${card.version}.`,
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function componentTable({ components }: Scorecard): string {
  return table(
    ['Component', 'Score', 'Passed', 'Barriers', 'Set aside'],
    components.map(({ component, described, score, waived, passed, setAside, ...counts }) => [
      component,
      score === undefined
        ? described
          ? 'nothing to judge yet'
          : 'not described'
        : `${scoreText(score)}${withoutWaivers(score, waived)}`,
      `${passed}`,
      barriersText(counts),
      `${setAside}`,
    ]),
  )
}

function gains({ card: { lost }, ...report }: ScorecardReport): string {
  const rows = lost
    .slice(0, most)
    .map(({ finding, component, gain }) => [
      gainText(gain.overall),
      `${component} ${gainText(gain.component)}`,
      code(placeText(finding.place, report)),
      prose(finding.text.what),
      prose(finding.text.change),
      code(finding.rule),
    ])
  if (rows.length === 0) return ''
  const left = lost.length - rows.length
  const more = left === 0 ? '' : `\n\n${left} more ${left === 1 ? 'barrier costs' : 'barriers cost'} points.`
  return `### Largest gains\n\n${table(['Overall', 'Component', 'Where', 'What', 'Change', 'Rule'], rows)}${more}`
}
