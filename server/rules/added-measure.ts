import type { IncentiveMeasure, IncentivePlan } from '../language/generated/policies.ts'
import { number } from './figure.ts'
import { append, type Fix, placeholder, set, weightFromOthers } from './fix.ts'

type NewMeasure = Omit<IncentiveMeasure, 'payout' | 'accelerators' | 'title'> & { readonly description: string }

/**
 * Adds a measure to a plan, with what is left to fill in. Its weight comes out of the heaviest measure of own results;
 * where none can spare it, or no weight is wanted, a person has to say where it comes from.
 *
 * @param on what the measure is on, for the title: `a shared result`
 */
export function addedMeasure({ spec }: IncentivePlan, on: string, wanted: NewMeasure, weight?: number): Fix {
  const measures = spec.measures ?? []
  const measure = { ...wanted, name: freeName(wanted.name, measures) }
  const from = weight === undefined ? undefined : heaviestOwn(measures, weight)
  if (weight === undefined || from === undefined) {
    const weighed = weight === undefined ? measure : { ...measure, weight: weightFromOthers }
    return placeholder(`Add a measure on ${on}`, append(spec, 'measures', weighed))
  }
  return placeholder(
    `Add a measure on ${on} with a weight of ${number(weight, 2)} %, taken from ${from.measure.name} (${number(from.before, 2)} to ${number(from.left, 2)} %)`,
    set(from.measure, 'weight', from.left),
    append(spec, 'measures', { ...measure, weight }),
  )
}

/** The heaviest measure of own results, where it can spare a weight. */
export function heaviestOwn(
  measures: readonly IncentiveMeasure[],
  weight: number,
): { readonly measure: IncentiveMeasure; readonly before: number; readonly left: number } | undefined {
  const own = measures.filter(({ scope }) => scope === 'individual')
  const [measure] = own.sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
  const before = measure?.weight ?? 0
  if (measure === undefined || before <= weight) return undefined
  return { measure, before, left: Math.round((before - weight) * 100) / 100 }
}

function freeName(wanted: string, measures: readonly IncentiveMeasure[]): string {
  return measures.some(({ name }) => name === wanted) ? `${wanted}-2` : wanted
}
