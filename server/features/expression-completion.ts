import { configSchemaFile, customRulesSchemaFile } from '../config/config-file.ts'
import type { Cel } from '../custom-rules/cel.ts'
import { namesOffered, type RuleInPart } from '../custom-rules/offered-names.ts'
import { partsOfTemplate } from '../custom-rules/template.ts'
import { readDocuments } from '../language/document.ts'
import type { Path } from '../language/path.ts'
import { valueAt } from '../language/schema-problems.ts'
import { spotsAt } from './block-spot.ts'
import type { Completion } from './completion-item.ts'
import type { Place } from './place.ts'

/** The list of rules in each file that may hold some. */
const lists: Readonly<Record<string, string>> = { [configSchemaFile]: 'customRules', [customRulesSchemaFile]: 'rules' }

const expressions: ReadonlySet<unknown> = new Set(['forEach', 'when', 'passes', 'let'])
const sentences: ReadonlySet<unknown> = new Set(['what', 'howMuch', 'change'])

/**
 * The names that may be written at a cursor in an expression of a custom rule, and in its sentences between `${` and `}`. Undefined
 * elsewhere.
 */
export function expressionCompletion(place: Place, cel: () => Cel): Completion | undefined {
  const list = lists[place.company.configSchemaOf(place.name) ?? '']
  if (list === undefined) return undefined
  const { text, offset } = place
  const field = fieldAt(place)
  if (field === undefined || field.path[0] !== list || typeof field.path[1] !== 'number') return undefined
  const [, index, name, letName] = field.path
  const before = expressionBefore(name, written(text.slice(field.start, offset)))
  const rule = before === undefined ? undefined : ruleIn(text, [list, index])
  if (before === undefined || rule === undefined) return undefined
  const offered = namesOffered(rule, before, name === 'let' ? String(letName) : undefined, cel())
  const word = /\w*$/.exec(text.slice(field.start, offset))?.[0].length ?? 0
  const behind = /^\w*/.exec(text.slice(offset))?.[0].length ?? 0
  const items = offered.map(({ name: label, title, about, isFunction }) => ({
    sort: isFunction ? ('value' as const) : ('name' as const),
    label,
    title,
    about,
    filter: label,
    text: label,
    snippet: isFunction ? `${label}(\${1})` : undefined,
    clears: undefined,
    asksOn: false,
  }))
  return { replace: { start: offset - word, end: offset + behind }, items, origins: [] }
}

/** The value that the cursor is in, and where it begins. */
function fieldAt({ text, offset }: Place): { readonly path: Path; readonly start: number } | undefined {
  const spot = spotsAt(text, offset).find(({ at }) => at !== 'key')
  if (spot !== undefined) return { path: spot.path, start: spot.replace.start }
  const tree = readDocuments(text)[0]?.tree
  const found = tree?.nodeAt(offset)
  if (tree === undefined || found === undefined || found.onKey || tree.hasChildren(found.node)) return undefined
  return { path: tree.pathOf(found.node), start: tree.value(found.node).used.start }
}

/** A value without what YAML writes in front of it: a quote, or the head of a block. */
function written(value: string): string {
  return value.replace(/^(?:["']|[|>][^\n]*\n)/, '')
}

/** The beginning of the expression that ends at the cursor; undefined where a sentence is in its own words. */
function expressionBefore(field: Path[number] | undefined, value: string): string | undefined {
  if (expressions.has(field)) return value
  // The way to the marked field begins at the thing looked at.
  if (field === 'at') return `item.${value}`
  if (!sentences.has(field)) return undefined
  const parts = partsOfTemplate(value)
  return 'unclosed' in parts ? value.slice(parts.unclosed + 2) : undefined
}

/** What is written of a rule so far. */
function ruleIn(text: string, path: Path): RuleInPart | undefined {
  const value = valueAt(readDocuments(text)[0]?.value ?? null, path)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  // Of the parts, the check of the file says what is wrong with them; here they only have to be of their kind.
  const { kind, forEach, let: names, options } = value as Readonly<Record<string, unknown>>
  const group = (given: unknown): given is object =>
    typeof given === 'object' && given !== null && !Array.isArray(given)
  return {
    ...(kind === undefined || kind === null ? {} : { kind }),
    ...(typeof forEach === 'string' ? { forEach } : {}),
    ...(group(names) ? { let: names } : {}),
    ...(group(options) ? { options } : {}),
  } as RuleInPart
}
