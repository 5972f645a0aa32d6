import assert from 'node:assert/strict'
import { type PartnerScore, partnerScores } from '../../server/scorecard/partner-scores.ts'
import { textsBelow } from '../checker/policy-texts.ts'
import { judgedTexts } from './judged-texts.ts'

function partners(texts: ReadonlyMap<string, string>): ReadonlyMap<string, PartnerScore> {
  const { judged, workspace } = judgedTexts(texts)
  return new Map(partnerScores(judged, workspace).map((partner) => [partner.agreement, partner]))
}

describe('the scorecard of a partner', () => {
  const meridian = partners(textsBelow('samples/meridian'))
  const lost = (agreement: string): readonly string[] =>
    (meridian.get(agreement)?.card.lost ?? []).map(
      ({ finding: { rule, policy } }) => `${rule} in ${policy.kind}/${policy.name}`,
    )
  const nordhaven = lost('nordhaven-distribution')
  const quillon = lost('quillon-codevelopment')

  it('stands for each agreement in force', () =>
    assert.deepEqual(
      [...meridian.values()].map(({ partner, title }) => [partner, title]),
      [
        ['Nordhaven Medical', 'Distribution of the Sentry test by Nordhaven Medical'],
        ['Quillon Biologics', 'Co-development of MT-417 with Quillon Biologics'],
      ],
    ))
  it('counts what is wrong with the agreement itself', () =>
    assert.ok(quillon.includes('resources/commitment-unallocated in PartnerAgreement/quillon-codevelopment')))
  it('counts what is wrong with a policy that refers to it', () =>
    assert.ok(nordhaven.includes('accountability/one-sided-scorecard in Accountability/alliance-scorecards-2027')))
  it('counts a finding elsewhere that points into it', () =>
    assert.ok(nordhaven.includes('performance/spiff-against-partner in IncentivePlan/diagnostics-sales')))
  it('leaves out what is wrong with another agreement', () =>
    assert.ok(!quillon.some((finding) => finding.endsWith('nordhaven-distribution'))))
  it('leaves out findings that point into another agreement only', () => {
    const step = 'decision-making/no-internal-escalation-path in DecisionRights/alliance-positions'
    assert.ok(nordhaven.includes(step) && !quillon.includes(step))
  })
  it('leaves out policies that have nothing to do with it', () =>
    assert.ok(![...nordhaven, ...quillon].some((finding) => finding.endsWith('CulturalNorms/values-and-norms'))))
  it('is the same wherever the agreement stands', () => {
    const moved = new Map([...textsBelow('samples/meridian')].map(([name, text]) => [`company/${name}`, text]))
    const scores = (of: ReadonlyMap<string, PartnerScore>) => [...of.values()].map(({ card }) => card.overall)
    assert.deepEqual(scores(partners(moved)), scores(meridian))
  })
  it('is full for a company without barriers', () =>
    assert.deepEqual(
      [...partners(textsBelow('samples/meridian-after')).values()].map(({ card }) => card.overall),
      [100, 100],
    ))
})
