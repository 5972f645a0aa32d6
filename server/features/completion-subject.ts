import { schemaFileOf } from '../language/field.ts'
import { type Kind, kinds } from '../language/generated/policies.ts'
import type { PolicyDocument } from '../language/policy-file.ts'
import type { Range } from '../language/range.ts'
import { lineStart } from './block-line.ts'
import { documentAt, documentRange } from './cursor.ts'
import type { Place } from './place.ts'
import type { Spot } from './spot.ts'

/** What a document is about: whose fields may be written in it. */
export type Subject =
  | { readonly is: 'config'; readonly schemaFile: string }
  | {
      readonly is: 'policy'
      /** Of a policy that does not say its kind yet, what all kinds share. */
      readonly schemaFile: string
      readonly kind: Kind | undefined
      readonly document: PolicyDocument | undefined
      /** Nothing is written yet, or only the version. */
      readonly isNew: boolean
    }

/** The fields that every policy consists of. */
const policyKeys: readonly string[] = ['apiVersion', 'kind', 'metadata', 'spec']

export const apiVersion = 'leadership/v1'

/** The subject of the document at a cursor; undefined in YAML that is something else. */
export function subjectAt(place: Place, spots: readonly Spot[]): Subject | undefined {
  const configSchema = place.company.configSchemaOf(place.name)
  if (configSchema !== undefined) return { is: 'config', schemaFile: configSchema }
  const { text, offset } = place
  const range = documentRange(text, offset)
  const document = documentAt(place)
  const heads = headsIn(text, range)
  const keys = new Set([...heads.keys(), ...spots.flatMap(({ path, taken }) => (path.length === 0 ? [...taken] : []))])
  if (document === undefined && !mayBecomePolicy(keys, heads.get('apiVersion') ?? '')) return undefined
  const kind = document?.kind ?? kinds.find((known) => known === heads.get('kind'))
  const isNew = [...keys].every((key) => key === 'apiVersion') && isBlankBeside(text, range, offset)
  return { is: 'policy', schemaFile: schemaFileOf(kind ?? 'LeadershipSystem'), kind, document, isNew }
}

function mayBecomePolicy(keys: ReadonlySet<string>, version: string): boolean {
  return [...keys].every((key) => policyKeys.includes(key)) && apiVersion.startsWith(version)
}

const headPattern = /^(["']?)([A-Za-z][\w.-]*)\1[ \t]*:(?:[ \t]+["']?([^\s"'#]*)|$)/gm

/** The keys in the first column of a document, with what they say in their line; told without a parser, which may have given up. */
function headsIn(text: string, { start, end }: Range): ReadonlyMap<string, string> {
  const heads = new Map<string, string>()
  headPattern.lastIndex = start
  for (let match = headPattern.exec(text); match !== null && match.index < end; match = headPattern.exec(text))
    heads.set(match[2] ?? '', match[3] ?? '')
  return heads
}

/** Whether nothing but comments and the version stands in a document outside the line of the cursor. */
function isBlankBeside(text: string, { start, end }: Range, offset: number): boolean {
  const from = Math.max(start, lineStart(text, offset))
  const next = text.indexOf('\n', offset)
  const others = text.slice(start, from) + (next < 0 ? '' : text.slice(next, end))
  return !/^(?!apiVersion:)[ \t]*[^\s#]/m.test(others)
}
