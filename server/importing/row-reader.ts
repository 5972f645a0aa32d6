import { looksLikePerson } from '../language/person-names.ts'
import type { Value } from '../language/source-document.ts'
import { currencyIn, nameOf, type Read, readDate, readNumber, type Writing } from './cells.ts'
import type { Columns } from './columns.ts'
import type { Row, RowProblem } from './table.ts'

/** Reads the cells of one row as the fields of an item, and remembers what is wrong with them. */
export class RowReader<Field extends string> {
  readonly problems: RowProblem[] = []
  readonly #row: Row
  readonly #columns: Columns<Field>
  readonly #writing: Writing

  constructor(row: Row, columns: Columns<Field>, writing: Writing) {
    this.#row = row
    this.#columns = columns
    this.#writing = writing
  }

  get line(): number {
    return this.#row.line
  }

  /** The cell as it stands there; undefined for an empty one, and for none. */
  text(field: Field): string | undefined {
    const heading = this.#columns.of.get(field)
    const cell = heading === undefined ? undefined : this.#row.cells.get(heading)
    return cell === '' || cell === undefined ? undefined : cell
  }

  /** The cell as a name of a policy: `Head of Research` becomes `head-of-research`. */
  name(field: Field): string | undefined {
    const text = this.text(field)
    const name = text === undefined ? undefined : nameOf(text)
    if (name === '') this.fault(field, `"${text}" cannot be made a name`)
    return name
  }

  /** The same for a role; a person is refused. */
  role(field: Field): string | undefined {
    const text = this.text(field)
    if (text !== undefined && looksLikePerson(text) !== undefined) {
      this.fault(field, `"${text}" looks like a person; name the role, such as head-of-research`)
      return undefined
    }
    return this.name(field)
  }

  number(field: Field, most = Number.POSITIVE_INFINITY): number | undefined {
    const read = this.#read(field, (text) => readNumber(text, this.#writing))
    if (read === undefined || read <= most) return read
    this.fault(field, `${read} is more than ${most}`)
    return undefined
  }

  date(field: Field, which: 'first' | 'last'): string | undefined {
    return this.#read(field, (text) => readDate(text, which, this.#writing))
  }

  /** One of the words that a field takes, whatever else people call it. */
  oneOf<Word extends string>(field: Field, words: Readonly<Record<Word, readonly string[]>>): Word | undefined {
    return this.#read(field, (text) => {
      const plain = text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
      const all = Object.keys(words).filter((word): word is Word => Object.hasOwn(words, word))
      const found = all.find((word) => word.replaceAll('-', ' ') === plain || words[word].includes(plain))
      return found === undefined ? { problem: `"${text}" is none of ${all.join(', ')}` } : { value: found }
    })
  }

  /** An amount of money with its currency, from the cell or from the column of currencies. */
  money(field: Field, currencyField: Field): Value | undefined {
    const text = this.text(field)
    const amount = this.number(field)
    if (text === undefined || amount === undefined) return undefined
    const currency = currencyIn(text) ?? this.text(currencyField)?.toUpperCase()
    if (currency !== undefined && /^[A-Z]{3}$/.test(currency)) return { amount, currency }
    this.fault(field, `"${text}" has no currency; name it there or in a column, as in EUR or USD`)
    return undefined
  }

  /** The fields that there are, in this order. */
  item(fields: Readonly<Record<string, Value | undefined>>): { readonly [key: string]: Value } {
    const present = Object.entries(fields).flatMap(([field, value]) =>
      value === undefined ? [] : [[field, value] as const],
    )
    return Object.fromEntries(present)
  }

  fault(field: Field | undefined, message: string): void {
    const heading = field === undefined ? undefined : this.#columns.of.get(field)
    this.problems.push({ line: this.line, message: `${heading === undefined ? '' : `${heading}: `}${message}.` })
  }

  #read<T>(field: Field, reader: (text: string) => Read<T>): T | undefined {
    const text = this.text(field)
    if (text === undefined) return undefined
    const read = reader(text)
    if ('value' in read) return read.value
    this.fault(field, read.problem)
    return undefined
  }
}

/** What reads those fields that several sorts of rows have. */
export type Cells<Field extends string> = Pick<
  RowReader<Field>,
  'text' | 'number' | 'date' | 'oneOf' | 'money' | 'fault' | 'problems'
>
