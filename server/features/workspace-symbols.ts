import { placesOf } from './name-places.ts'
import { declarationsIn, type Mention } from './names.ts'
import type { Company, FileRange } from './place.ts'
import { matchScore } from './subsequence.ts'

/** A thing that a company's policies declare, found by its name or title. */
export interface WorkspaceSymbol extends FileRange {
  readonly name: string
  /** What people call it; empty where the policy does not say. */
  readonly title: string
  /** What it is: `role`, `commitment`; the kind for a policy. */
  readonly sort: string
  /** The policy that declares it; empty for a policy. */
  readonly container: string
}

interface Match {
  readonly declaration: Mention
  readonly title: string
  readonly score: number
}

/** The declared things whose name or title holds the letters of the query in their order: the best `limit` of them, best first. */
export function workspaceSymbols(company: Company, query: string, limit: number): readonly WorkspaceSymbol[] {
  const matches: Match[] = []
  for (const file of company.workspace.files) {
    for (const document of file.content.documents) {
      for (const declaration of declarationsIn(file, document)) {
        const title = titleOf(declaration)
        const score = Math.max(matchScore(query, declaration.text), matchScore(query, title))
        if (score > 0) matches.push({ declaration, title, score })
      }
    }
  }
  const best = matches
    .sort((a, b) => b.score - a.score || order(a.declaration.text, b.declaration.text))
    .slice(0, limit)
  const places = placesOf(
    best.map(({ declaration }) => declaration),
    (name) => company.textOf(name),
  )
  const shown = new Map(places.map(({ mention, shown }) => [mention, shown]))
  return best.flatMap(({ declaration, title }) => {
    const { file, document, text, path, things } = declaration
    const range = shown.get(declaration)
    const container = path[0] === 'metadata' ? '' : document.name
    return range === undefined
      ? []
      : [{ file: file.name, range, name: text, title, sort: things[0]?.sort ?? '', container }]
  })
}

/** The title beside a declared name. Where something was left out of a policy, positions in it are not those of the text. */
function titleOf({ document: { policy, positions }, path }: Mention): string {
  if (positions.size > 0 && path.some((step) => typeof step === 'number')) return ''
  let at: unknown = policy
  for (const step of path.slice(0, -1)) {
    if (typeof at !== 'object' || at === null) return ''
    at = (at as Readonly<Record<string | number, unknown>>)[step]
  }
  return typeof at === 'object' && at !== null && 'title' in at && typeof at.title === 'string' ? at.title : ''
}

/** By code units, the same on every machine and in every language. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
