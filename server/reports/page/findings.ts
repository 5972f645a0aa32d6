import type { Finding } from '../../checker/finding.ts'
import { figureText } from '../../rules/figure.ts'
import type { LostPoints, RuleGain } from '../../scorecard/lost-points.ts'
import { gainText } from '../../scorecard/shown-score.ts'
import { shownPlace } from '../places.ts'
import type { ScorecardReport } from '../scorecard-report.ts'
import { html, type Markup, nothing } from './markup.ts'
import { counted, saidOf, severityWords } from './words.ts'

/** Where each barrier stands in the page, so that others can lead to it. */
export type Anchors = ReadonlyMap<Finding, string>

/** By rule, the largest gain first: the reason once, then each barrier with its figures and its change. */
export function findingsOf(
  rules: readonly RuleGain[],
  lost: readonly LostPoints[],
  anchors: Anchors,
  report: ScorecardReport,
): readonly Markup[] {
  return rules.map((rule) => {
    const own = lost.filter(({ finding }) => finding.rule === rule.rule)
    const title = report.rules.find(({ id }) => id === rule.rule)?.title ?? rule.rule
    const whys = new Set(own.map(({ finding }) => finding.text.why))
    const [why = ''] = whys
    const all =
      own.length === 1 ? '' : ` Fixing all ${own.length} of them gains ${rule.gain.component.toFixed(1)} points here.`
    return html`<section class="rule"><h4>${title}</h4>${
      whys.size === 1 ? html`<p>${why}${all}</p>` : html`<p>${all.trim()}</p>`
    }${own.map((one) => findingOf(one, whys.size > 1, anchors, report))}</section>`
  })
}

function findingOf({ finding, gain }: LostPoints, withWhy: boolean, anchors: Anchors, report: ScorecardReport): Markup {
  const { text, severity, figures, policy } = finding
  const place = html`<p class="place">${shownPlace(finding.place, report)} · ${policy.kind ?? 'policy'}/${policy.name}</p>`
  return html`<div class="finding" id="${anchors.get(finding) ?? ''}"><div class="points">${gainText(gain.component)}<span class="severity">${severityWords[severity]}</span></div><div>${saidOf(
    finding,
  ).map(
    (part) => html`<p>${part}</p>`,
  )}${withWhy && text.why !== '' ? html`<p>${text.why}</p>` : nothing}${figuresOf(figures)}${
    text.change === '' ? nothing : html`<p class="change">${text.change}</p>`
  }${text.note === '' ? nothing : html`<p class="soft">${text.note}</p>`}${place}</div></div>`
}

function figuresOf(figures: Finding['figures']): Markup {
  if (figures.length === 0) return nothing
  return html`<dl class="figures">${figures.map((figure) => {
    const assumed = (figure.assumptions ?? []).map(({ name, value, from }) => `${name} ${value}, ${from}`).join('; ')
    return html`<div><dt>${figure.title}</dt> <dd>${figureText(figure)}</dd>${
      assumed === '' ? nothing : html` <dd class="soft">(assumed: ${assumed})</dd>`
    }</div>`
  })}</dl>`
}

/** The largest gains of all, each leading to its barrier. */
export function largestGains(lost: readonly LostPoints[], most: number, anchors: Anchors): Markup {
  return html`<ol class="gains">${lost
    .slice(0, most)
    .map(
      ({ finding, gain, component }) =>
        html`<li><div class="gain">${gainText(gain.overall)}</div><div><p><strong>${finding.text.what}</strong></p><p>${finding.text.change}</p><p class="soft"><a href="#${anchors.get(finding) ?? ''}">${finding.policy.kind ?? 'Policy'}/${finding.policy.name}</a> · ${gainText(gain.component)} in ${component}</p></div></li>`,
    )}</ol>${lost.length > most ? html`<p class="soft">${counted(lost.length - most, 'more barrier costs', 'more barriers cost')} points; all stand below, by component.</p>` : nothing}`
}
