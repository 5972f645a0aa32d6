import type { IncentiveMeasure, IncentivePlan, PartnerAgreement } from '../language/generated/policies.ts'

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
