import type { ResourceAllocation } from '../language/generated/policies.ts'
import { allocationsTo, type HeldAllocation } from '../workspace/allocations.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { ExchangeRate } from './assumptions.ts'
import { coverageWith, givesAsPromised } from './changed-allocations.ts'
import { type CommitmentCoverage, commitmentCoverage, coveredPercent } from './commitment-coverage.ts'
import { coverageFigures } from './coverage-figures.ts'
import { figureText } from './figure.ts'
import { type Fix, set } from './fix.ts'
import { commitmentsServed, type OurCommitment } from './our-commitments.ts'
import { barrier, type Outcome, passed, place, type RelatedPlace, type Report, titled } from './rule.ts'
import { isOver, sharedSpan, spanOfAll, spanWithin } from './time-spans.ts'

/** The end of an allocation's time that is in question. */
type End = 'from' | 'to'

/** Judges the dates of each outermost allocation of a plan: a barrier where it is out of step at that end, at its date or its name. */
export function* datesJudged(
  plan: ResourceAllocation,
  end: End,
  workspace: Workspace,
  rates: readonly ExchangeRate[],
): Iterable<Outcome> {
  for (const dated of outermostAllocations(plan, end, workspace, rates)) {
    const { allocation } = dated.held
    const key = allocation[end] === undefined ? 'name' : end
    yield dated.outOfStep ? barrier(allocation, key, outOfStepReport(dated, end, workspace, rates)) : passed()
  }
}

/** The allocation to a commitment that begins first, or ends last, held against what was promised month by month. */
interface OutermostAllocation {
  readonly ours: OurCommitment
  readonly held: HeldAllocation
  readonly found: CommitmentCoverage
  /** The amount is enough, and the promise is unkept only because nothing is allocated before, or after. */
  readonly outOfStep: boolean
  /** The day on which it should begin or end: the promise's, as far as the resource plans reach. */
  readonly due: string | undefined
  readonly related: readonly RelatedPlace[]
}

/** For each commitment that is not over and whose outermost allocation stands in this plan, and is not past already. */
function outermostAllocations(
  plan: ResourceAllocation,
  end: End,
  workspace: Workspace,
  rates: readonly ExchangeRate[],
): readonly OutermostAllocation[] {
  return commitmentsServed(plan.spec.allocations ?? [], workspace).flatMap(({ agreement, ours }) => {
    if (isOver(ours.span, workspace.today)) return []
    const all = allocationsTo(workspace, ours.reference)
    const found = commitmentCoverage(ours, all, rates)
    if (found?.kind !== 'computed') return []
    const day = found.allocated[end]
    const held = all.find(({ policy, allocation }) => spanWithin(allocation, policy)[end] === day)
    // A start that has passed cannot be made earlier any more.
    if (held?.policy !== plan || (end === 'from' && day !== undefined && day <= workspace.today)) return []
    const planned = spanOfAll(all.map(({ policy }) => spanWithin({}, policy)))
    const due = sharedSpan(ours.span, planned)?.[end]
    const related = place(
      `Promised ${end} ${ours.span[end] ?? 'the first day to the last'}.`,
      agreement,
      ours.commitment,
      ours.commitment[end] === undefined ? 'name' : end,
    )
    return [{ ours, held, found, outOfStep: isOutside(found, end), due, related: [related] }]
  })
}

/** What is said of an allocation that begins too late or ends too early. */
function outOfStepReport(
  dated: OutermostAllocation,
  end: End,
  workspace: Workspace,
  rates: readonly ExchangeRate[],
): Report {
  const { ours, held, found, due, related } = dated
  const { uncovered } = found
  const percent = coveredPercent(found)
  const [first, last] = [uncovered[0], uncovered.at(-1)]
  const months = first === last ? `${first} falls` : `${uncovered.length} months between ${first} and ${last} fall`
  const fix = moveEnd(dated, end, workspace, rates)
  const verb = end === 'from' ? 'begins' : 'ends'
  return {
    what: `The allocation "${titled(held.allocation)}" ${verb} on ${found.allocated[end]}${due === undefined ? '' : ` instead of ${due}`}. ${ours.called} is allocated in full, but not for the whole time.`,
    howMuch: `${figureText({ value: percent, unit: 'percent' })} of what was promised is covered; ${months} short.`,
    change: `Let it ${end === 'from' ? 'begin' : 'end'} when the promise does, or agree another day with the partner.`,
    severity: ours.severity,
    figures: coverageFigures(found),
    related,
    fixes: fix === undefined ? [] : [fix],
  }
}

/** Moves the day to where it is due, where the pool has room beside all that is firm and the promise is then kept at that end. */
function moveEnd(
  { ours, held, due }: OutermostAllocation,
  end: End,
  workspace: Workspace,
  rates: readonly ExchangeRate[],
): Fix | undefined {
  const { allocation } = held
  if (due === undefined || (end === 'from' && due <= workspace.today)) return undefined
  const covered = coverageWith({ ...allocation, [end]: due }, held, ours, workspace, rates)
  if (covered === undefined || isOutside(covered, end)) return undefined
  const title = `Let "${allocation.name}" ${end === 'from' ? 'begin' : 'end'} on ${due}, as promised`
  return givesAsPromised(ours, title, set(allocation, end, due))
}

function isOutside({ outside }: CommitmentCoverage, end: End): boolean {
  return outside === 'both' || outside === (end === 'from' ? 'before' : 'after')
}
