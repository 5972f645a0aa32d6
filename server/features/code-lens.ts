import { kinds } from '../language/generated/policies.ts'
import type { Range } from '../language/range.ts'
import { number } from '../rules/figure.ts'
import type { WeighedJudgement } from '../scorecard/scorecard.ts'
import { scorecard } from '../scorecard/scorecard.ts'
import type { PolicyEntry } from '../workspace/policy-entry.ts'
import { grouped } from './grouped.ts'
import type { FileRange, OpenFile } from './place.ts'
import { isReferable, referrersOf, referringPlaces } from './referrers.ts'

/** A line of words above a policy. */
export interface CodeLens {
  /** The policy's kind, in whose line it stands. */
  readonly range: Range
  readonly title: string
  /** Which document of the file it is about. */
  readonly document: number
  readonly about: 'references' | 'score'
}

/** For each policy of a file, how many others refer to it, and how much of what was looked at in it is free of barriers. */
export function codeLenses(file: OpenFile): readonly CodeLens[] {
  const policies = policiesIn(file)
  const weighed = grouped(
    policies.length === 0 ? [] : file.company.checker.weighed(),
    ({ judgement }) => judgement.entry,
  )
  return policies.flatMap(({ entry, range }) => {
    const place = { range, document: entry.document.index }
    const score = scoreText(weighed.get(entry) ?? [])
    const lenses: CodeLens[] = []
    if (isReferable(entry)) {
      const count = referrersOf(entry, file.company).length
      lenses.push({ ...place, title: referencesText(count), about: 'references' })
    }
    if (score !== undefined) lenses.push({ ...place, title: score, about: 'score' })
    return lenses
  })
}

/** The places that the lens about a document's references counts the policies of. */
export function referencesOfLens(file: OpenFile, document: number): readonly FileRange[] {
  const found = policiesIn(file).find(({ entry }) => entry.document.index === document)
  return found === undefined ? [] : referringPlaces(found.entry, file.company)
}

interface PolicyInFile {
  readonly entry: PolicyEntry
  readonly range: Range
}

/** The policies of the company that stand in the file, with where their kind stands in its text as it is now. */
function policiesIn({ company, name, content }: OpenFile): readonly PolicyInFile[] {
  const entries = company.workspace.file(name)?.entries ?? []
  return entries.flatMap((entry) => {
    const tree = content.documents.find(({ index }) => index === entry.document.index)?.tree
    if (tree === undefined) return []
    const { node, complete } = tree.find(['kind'])
    return complete ? [{ entry, range: tree.key(node).used }] : []
  })
}

function referencesText(policies: number): string {
  return policies === 0 ? 'not referenced' : `referenced by ${policies} ${policies === 1 ? 'policy' : 'policies'}`
}

/** Undefined where no rule found anything to judge. A policy is scored on all components that its rules belong to, whether others describe them or not. */
function scoreText(weighed: readonly WeighedJudgement[]): string | undefined {
  const { overall, components } = scorecard(weighed, new Set(kinds))
  if (overall === undefined) return undefined
  const barriers = components.reduce((sum, component) => sum + component.barriers, 0)
  const counted = barriers === 0 ? 'no barriers' : `${barriers} ${barriers === 1 ? 'barrier' : 'barriers'}`
  return `score ${number(overall, 0)} of 100, ${counted}`
}
