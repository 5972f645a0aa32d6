import { components } from '../../rules/rule.ts'
import type { LinkedScorecard } from '../../scorecard/lost-points.ts'
import type { ComponentScore } from '../../scorecard/scorecard.ts'
import { scoreText } from '../../scorecard/shown-score.ts'
import type { ScorecardReport } from '../scorecard-report.ts'
import { bar, hundred, lostIn } from './charts.ts'
import { type Anchors, findingsOf } from './findings.ts'
import { html, type Markup, nothing } from './markup.ts'
import { componentWords, counted, partnerWords } from './words.ts'

/** The seven components with a bar each. */
export function componentTable(card: LinkedScorecard, of: 'company' | 'partner'): Markup {
  const caption =
    of === 'company' ? 'Of 100 points in each component' : 'Of 100 points each, over what concerns this agreement'
  return html`<table><caption>${caption}</caption><thead><tr><th scope="col">Component</th><th scope="col"><span aria-hidden="true"></span><span class="soft">Points</span></th><th scope="col" class="number">Score</th><th scope="col" class="number wide">Passed</th><th scope="col" class="number">Barriers</th><th scope="col" class="number wide">Set aside</th></tr></thead><tbody>${card.components.map(
    (component) => componentRow(component, card, of),
  )}</tbody></table>`
}

function componentRow(component: ComponentScore, { lost }: LinkedScorecard, of: 'company' | 'partner'): Markup {
  const { score, waived, passed, barriers, setAside, severities, described } = component
  const name = of === 'company' ? componentWords[component.component].title : partnerWords[component.component]
  const head = html`<th scope="row">${name}</th>`
  if (score === undefined)
    return html`<tr>${head}<td class="soft" colspan="5">${described ? 'Nothing to judge yet' : 'Not described'}</td></tr>`
  const points = hundred(score, waived, lostIn(component.component, lost))
  return html`<tr>${head}<td class="picture">${bar(points)}</td><td class="number score">${scoreText(score)}</td><td class="number wide">${passed}</td><td class="number">${barriers}${
    severities.error === 0
      ? nothing
      : html` <span class="soft">(${counted(severities.error, 'error', 'errors')})</span>`
  }</td><td class="number wide">${setAside === 0 ? '–' : `${setAside} (${waived.toFixed(1)} points)`}</td></tr>`
}

/** Each component with its barriers and the reasons for them. */
export function componentSections(report: ScorecardReport, anchors: Anchors): readonly Markup[] {
  const { card } = report
  return components.flatMap((name) => {
    const component = card.components.find((one) => one.component === name)
    if (component?.score === undefined) return []
    const { title, about } = componentWords[name]
    const lost = lostIn(name, card.lost)
    const rules = card.rules.filter((rule) => rule.component === name)
    const head = html`<div class="start"><div class="component"><h3>${title}</h3><span class="of-component">${scoreText(component.score)}</span></div><p class="soft">${about}</p>${bar(hundred(component.score, component.waived, lost))}</div>`
    const what =
      lost.length === 0
        ? html`<p>No barrier was found in ${counted(component.passed, 'thing', 'things')} that ${component.passed === 1 ? 'was' : 'were'} looked at${component.setAside === 0 ? '' : `; ${component.setAside} set aside`}.</p>`
        : nothing
    return [html`<section aria-label="${title}">${head}${what}${findingsOf(rules, lost, anchors, report)}</section>`]
  })
}
