import type { IncentiveMeasure, IncentivePlan, PartnerAgreement } from '../language/generated/policies.ts'
import { addedMeasure } from './added-measure.ts'
import { type Fix, fillIn } from './fix.ts'

/** Whether a plan pays for an agreement's result. Without weight declared, a measure counts: how much it pays is another question. */
export function paysForAgreement(agreement: PartnerAgreement, { spec }: IncentivePlan): boolean {
  const measured = (spec.measures ?? []).some((measure) => measure.weight !== 0 && looksAtAgreement(measure, agreement))
  return (
    measured ||
    (spec.pools ?? []).some(
      ({ funding, weight }) => weight !== 0 && funding.basis === 'results' && funding.scope === 'alliance',
    )
  )
}

export function looksAtAgreement(
  { agreement: about, scope, outcome }: IncentiveMeasure,
  agreement: PartnerAgreement,
): boolean {
  return about === undefined ? scope === 'alliance' || outcome === 'partner-result' : about === agreement.metadata.name
}

/** Adds a measure of an agreement's result to a plan; without one, of the results with all partners. */
export function addResultMeasure(plan: IncentivePlan, agreement?: PartnerAgreement): Fix {
  const name = agreement?.metadata.name
  const about = { scope: 'alliance', about: 'partnering', outcome: 'partner-result' } as const
  const what = name === undefined ? 'which results with partners are' : 'which result with the partner is'
  const description = fillIn(`${what} measured, against what target, and with what weight`)
  return name === undefined
    ? addedMeasure(plan, 'results with partners', { name: 'results-with-partners', description, ...about })
    : addedMeasure(plan, name, { name: `${name}-result`, description, ...about, agreement: name })
}
