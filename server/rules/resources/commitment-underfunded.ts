import { allocationsTo, type HeldAllocation } from '../../workspace/allocations.ts'
import { type CommitmentCoverage, commitmentCoverage, coveredPercent } from '../commitment-coverage.ts'
import { coverageFigures } from '../coverage-figures.ts'
import { noRateReport, rateAssumptions } from '../exchange-rates.ts'
import { figureText } from '../figure.ts'
import { type OurCommitment, ourCommitments } from '../our-commitments.ts'
import { raiseAllocation } from '../raised-allocation.ts'
import { amountField, figureValue, perPeriod, quantityOf, timedAmountText } from '../resource-amounts.ts'
import { barrier, passed, place, rule } from '../rule.ts'
import { isOver } from '../time-spans.ts'

export default rule({
  id: 'resources/commitment-underfunded',
  title: 'A commitment to a partner is only partly resourced',
  kind: 'PartnerAgreement',
  severity: 'error',
  finds:
    'A commitment of ours to which less is allocated than was promised, month by month, in the time that the resource plans are written for. Money that is promised for a quarter, a year or the term is compared over that time. Money in another currency counts by the declared exchange rates; without one, that is said instead. Where the amount is enough and only begins too late or ends too early, `resources/allocation-starts-late` and `resources/allocation-ends-early` speak.',
  why: 'The partner plans with what was promised; what is missing shows only when the joint work falls behind.',
  evidence: ['article', 'A3', 'arithmetic'],
  certainty:
    "The share follows from the declared numbers. That too few resources hurt alliances is practitioners' experience.",
  against: 'What is promised as best effort may give way to other work, so there it is a warning.',
  fixing:
    'The fix raises an allocation so far that the promise is kept. It is offered only where the pool has room beside everything that is firm; best-effort work may then get less. Where the commitment says `class: committed` it is safe: the agreement has settled already what it does. Otherwise it changes what the resource plan says.',
  *check(agreement, { workspace, assumptions }) {
    for (const ours of ourCommitments(agreement)) {
      if (isOver(ours.span, workspace.today)) continue
      const { commitment, called, severity } = ours
      const held = allocationsTo(workspace, ours.reference)
      const found = commitmentCoverage(ours, held, assumptions.exchangeRates)
      if (found === undefined) continue
      const { on, key } = amountField(commitment)
      const related = held.map(({ policy, allocation }) =>
        place(`Allocated here: ${timedAmountText(allocation, policy)}.`, policy, allocation),
      )
      if (found.kind === 'unlike-units') {
        const why = 'Nobody can tell whether what was promised is there.'
        yield barrier(on, key, { ...noRateReport(`${called} is allocated`, found.units, why), severity, related })
      } else if (found.share >= 1 || found.outside !== undefined) yield passed()
      else {
        const fix = raiseAllocation(ours, held, found, workspace, assumptions.exchangeRates)
        const rates = rateAssumptions(unitsOf(held), found.unit, assumptions.exchangeRates, workspace)
        yield barrier(on, key, {
          ...said(ours, found),
          severity,
          figures: coverageFigures(found, rates, ours.commitment),
          related,
          fixes: fix === undefined ? [] : [fix],
        })
      }
    }
  },
})

function said(
  { commitment, called }: OurCommitment,
  found: CommitmentCoverage,
): { readonly what: string; readonly howMuch: string; readonly change: string } {
  const { uncovered } = found
  const months =
    uncovered.length === 0
      ? ''
      : uncovered.length === 1
        ? ` in ${uncovered[0]}`
        : `, in ${uncovered.length} months between ${uncovered[0]} and ${uncovered.at(-1)}`
  return {
    what: `${called} is only partly allocated: ${figureText({ value: coveredPercent(found), unit: 'percent' })} of what was promised is covered.`,
    howMuch: `The gap is up to ${figureText(figureValue({ amount: found.gap, unit: found.unit }))}${perPeriod(commitment)}${months}.`,
    change: 'Raise the allocation to what was promised, or agree a smaller promise with the partner.',
  }
}

function unitsOf(held: readonly HeldAllocation[]): readonly string[] {
  return held.flatMap(({ allocation }) => quantityOf(allocation)?.unit ?? [])
}
