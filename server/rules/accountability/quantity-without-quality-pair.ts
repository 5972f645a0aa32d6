import type { AccountabilityMeasure, AccountabilitySpec } from '../../language/generated/policies.ts'
import { fillIn, placeholder, set } from '../fix.ts'
import { barrier, passed, rule } from '../rule.ts'
import { metricsCalled } from '../unit-metrics.ts'

export default rule({
  id: 'accountability/quantity-without-quality-pair',
  title: 'A volume is measured without a quality beside it',
  kind: 'Accountability',
  severity: 'info',
  finds:
    'A measure of volume that is paired with no measure, or with another volume (`pairedWith`), while no quality measure has the same owner and none belongs to one of its goals.',
  why: 'The figure grows fastest by passing on what is not finished, and the next unit or the customer repairs it.',
  evidence: ['R18', 'C8'],
  certainty: 'A review of examples and one well-known case show what happens; how often has not been measured.',
  against: 'Not every count can be gamed: a number of sites opened is what it is.',
  fixing: 'The fix adds a measure to pair it with; which one has to be filled in.',
  *check({ spec }, { workspace }) {
    for (const measure of spec.measures ?? []) {
      if (measure.quantity !== 'volume' || measure.weight === 0) continue
      const { pairedWith, title, name } = measure
      const [pair] = pairedWith === undefined ? [] : metricsCalled(workspace, [pairedWith])
      const alsoVolume = pair !== undefined && 'quantity' in pair.measure && pair.measure.quantity === 'volume'
      if ((pairedWith !== undefined && !alsoVolume) || hasQualityBeside(measure, spec)) yield passed()
      else {
        yield barrier(measure, pairedWith === undefined ? 'quantity' : 'pairedWith', {
          what: `"${title ?? name}" counts how many${alsoVolume ? ', so does the measure that it is paired with,' : ''} and nothing beside it says how good.`,
          change: 'Name a quality measure that keeps it honest, best one that those who receive the work judge.',
          fixes: [
            placeholder(
              `Pair "${title ?? name}" with a quality measure`,
              set(measure, 'pairedWith', fillIn('a measure of quality for the same work')),
            ),
          ],
        })
      }
    }
  },
})

/** Whether a quality measure has the same owner or stands in the same goal. */
function hasQualityBeside(
  { name, owner }: AccountabilityMeasure,
  { goals = [], measures = [] }: AccountabilitySpec,
): boolean {
  const beside = new Set(goals.flatMap((goal) => (goal.measures?.includes(name) === true ? goal.measures : [])))
  return measures.some(
    (other) =>
      other.quantity === 'quality' && (beside.has(other.name) || (owner !== undefined && other.owner === owner)),
  )
}
