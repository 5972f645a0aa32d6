import { nameOf } from '../importing/cells.ts'
import { readDocuments } from '../language/document.ts'
import { applyEdits, editsFor, type Operation } from '../language/edit.ts'
import type { Path } from '../language/path.ts'
import type { Value } from '../language/source-document.ts'

/** Whom a starter set is for. */
export interface Company {
  readonly company: string
  readonly partner: string
  /** ISO 4217. */
  readonly currency: string
  /** The first year that the policies are for. */
  readonly year: number
}

/** The years and names that stand in samples/starters. */
const written = {
  company: 'Example Company',
  partner: 'First Partner',
  name: 'first-partner',
  year: 2027,
  currency: 'EUR',
}

/** The files of a starter set with the company's own names in them, by path. */
export function starterFor(set: Readonly<Record<string, string>>, company: Company): Map<string, string> {
  const plain = (text: string): string =>
    text
      .replaceAll(written.name, nameOf(company.partner))
      .replaceAll(/\b202[78]\b/g, (year) => String(company.year + Number(year) - written.year))
      .replaceAll(new RegExp(`\\b${written.currency}\\b`, 'g'), company.currency)
  return new Map(Object.entries(set).map(([path, text]) => [plain(path), withTitles(plain(text), company)]))
}

/** Titles may be anything that people write, so they are set as values; in comments they stand as they are, on one line. */
function withTitles(text: string, { company, partner }: Company): string {
  const titled = (words: string): string =>
    words.replaceAll(written.company, () => company).replaceAll(written.partner, () => partner)
  const oneLine = (words: string): string => titled(words).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
  const commented = text.replace(/^ *#.*$/gm, oneLine)
  const operations = readDocuments(commented).flatMap(({ value }) => changes(value, [], titled))
  return applyEdits(commented, editsFor(commented, 0, operations) ?? [])
}

function changes(value: Value, path: Path, titled: (words: string) => string): readonly Operation[] {
  if (typeof value === 'string') {
    const changed = titled(value)
    return changed === value ? [] : [{ op: 'set', path, value: changed }]
  }
  if (typeof value !== 'object' || value === null) return []
  const items = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return items.flatMap(([key, item]) => changes(item as Value, [...path, key], titled))
}
