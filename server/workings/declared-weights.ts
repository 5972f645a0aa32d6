import { type Given, plus } from './expression.ts'
import { field, given, percentage, step, type Table, taken, type Worked } from './step.ts'

/** Something that may have a weight, as many things in policies do. */
export interface Weighed {
  readonly name?: string | undefined
  readonly title?: string | undefined
  readonly weight?: number | undefined
}

/** The weights of those of some things that count, added up: each with its field, and the others in the table with nothing. */
export function weightsAdded<W extends Weighed>(
  figure: string,
  title: string,
  things: readonly W[],
  counts: (thing: W) => boolean,
): Worked {
  const counted = things.filter(counts)
  const added = counted.flatMap((thing) => (thing.weight === undefined ? [] : [weightOf(thing)]))
  const table: Table = {
    rows: 'what has a weight',
    columns: [
      { title: 'weight', unit: 'percent' },
      { title: 'counts here', unit: 'percent' },
    ],
    cells: things.map((thing) => ({
      label: thing.title ?? thing.name ?? '',
      values: [
        thing.weight === undefined ? undefined : thing.weight / 100,
        counts(thing) ? (thing.weight ?? 0) / 100 : 0,
      ],
    })),
  }
  const sum = added.length === 0 ? nothing : plus(...added)
  return { figure, steps: [step(title, sum, 'percent', things.length === 0 ? undefined : table)] }
}

function weightOf(thing: Weighed): Given {
  const source = thing.weight === undefined ? taken('no weight is declared') : field(thing, 'weight')
  return percentage(`weight of "${thing.title ?? thing.name ?? ''}"`, thing.weight ?? 0, source)
}

const nothing = given('weight of what counts', 0, 'percent', taken('nothing in the list counts here'))
