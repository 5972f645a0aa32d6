import { gainText, scoreText } from '../../scorecard/shown-score.ts'
import type { ScorecardReport } from '../scorecard-report.ts'
import { componentTable } from './components.ts'
import type { Anchors } from './findings.ts'
import { html, type Markup, nothing } from './markup.ts'
import { counted } from './words.ts'

/** How many barriers of a partner are named here; all of them stand with their components. */
const most = 8

/** How well the policies serve each agreement, and what holds that back. */
export function partnerSections({ partners }: ScorecardReport, anchors: Anchors): Markup {
  if (partners.length === 0) return nothing
  return html`<h2>Partners</h2><p>How well the leadership system serves each agreement in force: what was judged in the agreement itself, in the policies that refer to it, and wherever a finding points into it. The points are on each partner’s own scale.</p>${partners.map(
    ({ title, partner, referring, card }) => {
      const gains = card.lost.slice(0, most)
      const score = card.overall === undefined ? 'no score' : scoreText(card.overall)
      return html`<section aria-label="${title}"><div class="component"><h3>${title}</h3><span class="of-component">${score}</span></div><p class="soft">${partner} · ${counted(referring, 'other policy refers', 'other policies refer')} to the agreement</p>${componentTable(card, 'partner')}${
        gains.length === 0
          ? html`<p>No barrier concerns this agreement.</p>`
          : html`<h4>What holds it back most</h4><ol class="gains">${gains.map(
              ({ finding, gain }) =>
                html`<li><div class="gain">${gainText(gain.overall)}</div><div><p>${finding.text.what}</p><p class="soft">${
                  anchors.has(finding)
                    ? html`<a href="#${anchors.get(finding) ?? ''}">${finding.policy.kind ?? 'Policy'}/${finding.policy.name}</a>`
                    : html`${finding.policy.kind ?? 'Policy'}/${finding.policy.name}`
                }</p></div></li>`,
            )}</ol>${card.lost.length > most ? html`<p class="soft">${counted(card.lost.length - most, 'more barrier', 'more barriers')}.</p>` : nothing}`
      }</section>`
    },
  )}`
}
