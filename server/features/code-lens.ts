import type { Range } from '../language/range.ts'
import { judgedInFile } from '../scorecard/judged.ts'
import { policyScores } from '../scorecard/policy-scores.ts'
import type { Scorecard } from '../scorecard/scorecard.ts'
import { scoreText } from '../scorecard/shown-score.ts'
import type { PolicyEntry } from '../workspace/policy-entry.ts'
import { referrersOf } from '../workspace/referrers.ts'
import type { FileRange, OpenFile } from './place.ts'
import { isReferable, referringPlaces } from './referrers.ts'

/** A line of words above a policy. */
export interface CodeLens {
  /** What makes the document a policy: the first of its version and its kind. */
  readonly range: Range
  readonly title: string
  /** Which document of the file it is about. */
  readonly document: number
  readonly about: 'references' | 'score'
}

/** For each policy of a file, how many others refer to it, and how much of what was looked at in it is free of barriers. */
export function codeLenses(file: OpenFile): readonly CodeLens[] {
  const policies = policiesIn(file)
  const { checker, workspace } = file.company
  const scores = policies.length === 0 ? [] : policyScores(judgedInFile(checker, workspace, file.name))
  return policies.flatMap(({ entry, range }) => {
    const place = { range, document: entry.document.index }
    const score = scores.find(({ document }) => document === entry.document.index)
    const lenses: CodeLens[] = []
    if (isReferable(entry)) {
      const count = referrersOf(entry, workspace).length
      lenses.push({ ...place, title: referencesText(count), about: 'references' })
    }
    if (score !== undefined) lenses.push({ ...place, title: scoredText(score.card), about: 'score' })
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

/** The policies of the company that stand in the file, with where their heads begin in its text as it is now. */
function policiesIn({ company, name, content }: OpenFile): readonly PolicyInFile[] {
  const entries = company.workspace.file(name)?.entries ?? []
  return entries.flatMap((entry) => {
    const tree = content.documents.find(({ index }) => index === entry.document.index)?.tree
    if (tree === undefined) return []
    const [first] = ['apiVersion', 'kind']
      .map((key) => tree.find([key]))
      .flatMap(({ node, complete }) => (complete ? tree.key(node).used : []))
      .sort((a, b) => a.start - b.start)
    return first === undefined ? [] : [{ entry, range: first }]
  })
}

function referencesText(policies: number): string {
  return policies === 0 ? 'not referenced' : `referenced by ${policies} ${policies === 1 ? 'policy' : 'policies'}`
}

function scoredText({ overall, components }: Scorecard): string {
  const count = (of: 'barriers' | 'setAside'): number => components.reduce((sum, component) => sum + component[of], 0)
  const barriers = count('barriers')
  const setAside = count('setAside')
  const counted = barriers === 0 ? 'no barriers' : `${barriers} ${barriers === 1 ? 'barrier' : 'barriers'}`
  return `score ${scoreText(overall)} of 100, ${counted}${setAside === 0 ? '' : `, ${setAside} set aside`}`
}
