import type { IncentiveGate, IncentivePlan, Scope } from '../../language/generated/policies.ts'
import type { Assumptions } from '../assumptions.ts'
import { asksForConduct } from '../conduct-gates.ts'
import { colleaguePayoff, crossPayoffOf, payoffIf, payText } from '../cross-payoff-of.ts'
import { figure, number } from '../figure.ts'
import { remove, set, unsafe } from '../fix.ts'
import { blockedParts, gateLooksAt, isWider } from '../pay-gates.ts'
import { barrier, passed, type Report, rule, titled } from '../rule.ts'

export default rule({
  id: 'performance/own-unit-gate',
  title: 'A gate on the own unit blocks pay for shared results',
  kind: 'IncentivePlan',
  severity: 'warning',
  finds:
    "A gate on one's own result, the team's, the function's or one unit's, which blocks a measure or pool that follows a wider result: that of a larger part of the company, of the whole, or of an alliance. A gate that blocks only pay for the same result, or one on the company, passes, and so does one on conduct, safety or working with others (`about`).",
  why: 'What was reached together is paid only when the own unit does well, so in a hard year everyone sees to their own first.',
  evidence: ['arithmetic', 'article'],
  certainty:
    "That the gate stands before shared pay is a fact about the plan, and what it takes away follows from the plan's own numbers. What people then do is practitioners' experience.",
  against:
    'A gate on money asks that there is something to pay from, which the company has or has not. One on conduct or safety is something else, and can say so: `about: conduct`.',
  fixing:
    "The fix moves the gate to the company's result (`scope: company`), at the same height. It changes what the policy says.",
  *check(plan, { assumptions }) {
    for (const gate of plan.spec.gates ?? []) {
      const { scope, key } = gateLooksAt(gate, plan)
      if (scope === undefined) continue
      const blocked = blockedParts(gate, plan)
      const shared = asksForConduct(gate, plan.spec) ? [] : blocked.filter((part) => isWider(part.scope, scope))
      if (shared.length === 0) {
        if (blocked.length > 0) yield passed()
        continue
      }
      const weight = shared.reduce((sum, part) => sum + (part.weight ?? 0), 0)
      const title = titled(gate)
      yield barrier(gate, key, {
        what: `The gate "${title}" looks at ${whose[scope]} and blocks ${shared.map((part) => `"${part.title}"`).join(', ')}, which ${shared.length === 1 ? 'follows' : 'follow'} a wider result.`,
        ...takenAway(plan, gate, weight, assumptions),
        change: "Put the gate on the company's result (scope: company), or take shared pay off what it blocks.",
        fixes: [
          unsafe(
            `Put the gate "${title}" on the company's result: scope: company`,
            set(gate, 'scope', 'company'),
            ...(['measure', 'unit'] as const).flatMap((one) => (gate[one] === undefined ? [] : [remove(gate, one)])),
          ),
        ],
      })
    }
  },
})

const whose: Readonly<Record<Scope, string>> = {
  individual: "one's own result",
  team: "the team's result",
  function: "the own function's or unit's result",
  company: "the company's result",
  alliance: "an alliance's result",
}

/** What the gate takes from pay for a colleague's success, where the plan says enough to compute it. */
function takenAway(
  plan: IncentivePlan,
  gate: IncentiveGate,
  weight: number,
  assumptions: Assumptions,
): Pick<Report, 'howMuch' | 'figures'> {
  const blocked = weight > 0 ? `${number(weight, 2)} % of target pay for wider results stands behind it.` : ''
  const gated = crossPayoffOf(plan, assumptions)
  const open = payoffIf(plan, { gates: (plan.spec.gates ?? []).filter((one) => one !== gate) }, assumptions)
  if (gated === undefined || open === undefined || open.colleague <= gated.colleague)
    return blocked === '' ? {} : { howMuch: blocked }
  const shown = [open, gated].map(({ colleague, in: unit }) => payText(colleague, unit))
  return {
    howMuch:
      `${blocked} It lowers what a close colleague's result brings, from zero to target, from ${shown.join(' to ')}.`.trim(),
    figures: [
      colleaguePayoff(gated),
      figure('colleague-payoff-ungated', 'The same without the gate', open.colleague, open.in, open.assumptions),
    ],
  }
}
