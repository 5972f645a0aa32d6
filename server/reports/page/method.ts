import { weights } from '../../scorecard/tallies.ts'
import type { ScorecardReport } from '../scorecard-report.ts'
import { html, type Markup } from './markup.ts'

/** How the points come about, and what they do not say; docs/scorecard.md tells it at length. */
export function methodSection({ card: { version } }: ScorecardReport): Markup {
  return html`<h2>Method and caveats</h2>
<h3>How the points come about</h3>
<p>Concord reads policies and judges them by rules. A rule looks at one or several things in a policy, such as each commitment to a partner; each is passed or is a barrier. A rule counts only where the policies say what it needs.</p>
<p>A rule weighs ${weights.error} where it is an error, ${weights.warning} as a warning, ${weights.info} as information. Each barrier takes an equal share of its rule’s weight, less where it is milder than its rule. The score of a component is what is left of the weights, in percent; the overall score is the mean of the components that have one. This is version ${version} of the formula; scores of different versions cannot be compared.</p>
<p>What a barrier costs is exactly what fixing it alone gains, as long as the same thing is still looked at and nothing else changes. Barriers that are set aside, with a reason and a last day, cost nothing until then; their points are shown apart.</p>
<p>A partner’s score is the same formula over what was judged in the agreement, in the policies that refer to it, and by the rules whose findings point into it. A policy that serves several partners counts for each.</p>
<h3>What they do not say</h3>
<ul class="plain">
<li>How people work together: it is the form of the policies that is measured. Clean policies do not make good partners by themselves.</li>
<li>How much a barrier hurts: its own figures say that, where it can be computed. A high score can hold a barrier that breaks a partnership, which is why errors are counted beside it.</li>
<li>What is not written: partial policies are judged on what they say. The number of components described belongs to the score.</li>
<li>How one company compares with another: a company that describes more is looked at more often. Compare a company with itself.</li>
</ul>
<p>Figures in percent, days or money rest on what the policies say and, where they do not, on the assumptions that stand beside them. Each rule’s evidence and how sure it is: “concord explain” with the rule’s name.</p>`
}
