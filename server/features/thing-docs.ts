import { fieldIn, schemaFileOf } from '../language/field.ts'
import { codeText, plainText } from '../language/markdown.ts'
import { isList, type Path } from '../language/path.ts'
import type { PolicyDocument } from '../language/policy-file.ts'
import { moneyText } from '../rules/resource-amounts.ts'
import { sortInWords } from '../rules/sorts-in-words.ts'
import { declarationAt } from './cursor.ts'
import { fieldsAround, isFields } from './declared-things.ts'

/** So many facts fit a popup. */
const mostFacts = 9

/** Where a thing is declared: the path of its name. */
export interface DeclaredIn {
  readonly file: string
  readonly document: PolicyDocument
  readonly path: Path
}

/** A thing that is referred to, as Markdown: what it is, what is said of it, its key facts, and where it is declared. */
export function thingDocs(sort: string, { file, document, path }: DeclaredIn, from: string): string {
  const fields = fieldsAround(document, path) ?? {}
  const name = declarationAt(document, path)?.name ?? document.name
  const title = text(fields['title'])
  const what = plainText(sortInWords(sort).replace(/ \(.*\)$/, ''))
  return [
    title === '' ? `**${plainText(name)}**, ${what}` : `**${plainText(title)}**, ${what}: ${codeText(name)}`,
    plainText(text(fields['description'])),
    factsOf(document, path, fields)
      .map((fact) => `- ${plainText(fact.title)}: ${plainText(fact.value)}`)
      .join('\n'),
    `Declared in ${codeText(shownFile(file, from))}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** A file's name as seen from another one: without the folders that both stand in. */
export function shownFile(file: string, from: string): string {
  const own = file.split('/')
  const other = from.split('/')
  let shared = 0
  while (shared < own.length - 1 && shared < other.length - 1 && own[shared] === other[shared]) shared++
  return own.slice(shared).join('/')
}

interface Fact {
  readonly title: string
  readonly value: string
}

/** The short values beside a name, in the order of the schema; of a policy also what its specification says at once. */
function factsOf(document: PolicyDocument, path: Path, fields: Readonly<Record<string, unknown>>): readonly Fact[] {
  if (document.kind === undefined) return []
  const file = schemaFileOf(document.kind)
  const spec = path[0] === 'metadata' ? fieldsAround(document, ['spec', '']) : undefined
  const facts = [...shortFields(file, path.slice(0, -1), fields), ...shortFields(file, ['spec'], spec ?? {})]
  return facts.slice(0, mostFacts)
}

function shortFields(file: string, path: Path, fields: Readonly<Record<string, unknown>>): readonly Fact[] {
  const known = fieldIn(file, path)?.properties ?? []
  return known.flatMap((key) => {
    if (key === 'name' || key === 'title' || key === 'description') return []
    const value = shortValue(fields[key])
    const title = fieldIn(file, [...path, key])?.title ?? key
    return value === '' ? [] : [{ title, value }]
  })
}

/** A plain value, an amount of money, a time, or a short list in words; empty for anything that is more. */
function shortValue(value: unknown): string {
  if (typeof value !== 'object' || value === null) return text(value)
  if (isList(value))
    return value.length <= 6 && value.every((item) => typeof item !== 'object') ? value.map(text).join(', ') : ''
  if (!isFields(value)) return ''
  const { amount, currency, from, to, ...others } = value
  if (Object.keys(others).length > 0) return ''
  if (typeof amount === 'number' && typeof currency === 'string') return moneyText({ amount, currency })
  const [first, last] = [text(from), text(to)]
  return first === '' && last === '' ? '' : `${first === '' ? '…' : first} to ${last === '' ? '…' : last}`
}

function text(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
