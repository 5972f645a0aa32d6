import type { Path } from '../language/path.ts'
import type { Policy } from '../language/policy-file.ts'
import type { Range } from '../language/range.ts'
import type { SourceTree } from '../language/source-tree.ts'
import { Assumptions } from '../rules/assumptions.ts'
import { type Assumption, number } from '../rules/figure.ts'
import type { PolicyEntry } from '../workspace/policy-entry.ts'
import { type ComputedFigure, computedFigures } from './computed-figures.ts'
import { nodesAt } from './name-places.ts'
import { objectPaths } from './object-paths.ts'
import type { OpenFile } from './place.ts'

/** A number that an editor shows between the words of a policy. */
export interface InlayHint {
  readonly offset: number
  readonly label: string
  /** What the number means, and then what was assumed to get it; plain text, a line each. */
  readonly tooltip: string
}

/** The computed figures of the policies in a part of a file, each behind the value that it says something of. */
export function inlayHints({ company, name, text, content }: OpenFile, within: Range): readonly InlayHint[] {
  const { workspace, settings } = company
  const assumptions = new Assumptions(workspace, settings.assumptions, settings.exchangeRates)
  const hints: InlayHint[] = []
  for (const entry of workspace.file(name)?.entries ?? []) {
    const tree = content.documents.find(({ index }) => index === entry.document.index)?.tree
    const policy = workspace.policyOf(entry)
    if (tree === undefined || policy === undefined || !touches(tree.value(0).used, within)) continue
    const figures = computedFigures(policy, { workspace, assumptions })
    const paths = pathsOf(figures, entry, policy)
    const nodes = nodesAt(tree, [...paths.values()])
    for (const [figure, path] of paths) {
      const node = nodes.get(path)
      const offset = node === undefined ? undefined : offsetBehind(tree, node, text)
      if (offset === undefined || offset < within.start || offset > within.end) continue
      const { label, meaning, assumptions } = figure
      hints.push({ offset, label, tooltip: [meaning, ...assumptions.map(assumptionText)].join('\n') })
    }
  }
  return hints.sort((a, b) => a.offset - b.offset)
}

function pathsOf(
  figures: readonly ComputedFigure[],
  { document }: PolicyEntry,
  policy: Policy,
): ReadonlyMap<ComputedFigure, Path> {
  const objects = objectPaths(policy, document, new Set(figures.map(({ on }) => on)))
  const paths = new Map<ComputedFigure, Path>()
  for (const figure of figures) {
    const path = objects.get(figure.on)
    if (path !== undefined) paths.set(figure, [...path, figure.key])
  }
  return paths
}

/** Behind a value of one line, else behind its key; undefined for an item without one. */
function offsetBehind(tree: SourceTree, node: number, text: string): number | undefined {
  const [key, value] = [tree.key(node).used, tree.value(node).used]
  const isOneLine = !/[\r\n]/.test(text.slice(value.start, value.end))
  if (isOneLine && value.end > value.start) return value.end
  if (key.start === value.start) return undefined
  const colon = /^[ \t]*:/.exec(text.slice(key.end, key.end + 100))
  return key.end + (colon?.[0].length ?? 0)
}

/** `Assumed: lowPerformers = 10 (default).` */
function assumptionText({ name, value, from }: Assumption): string {
  return `Assumed: ${name} = ${typeof value === 'number' ? number(value, 4) : value} (${from}).`
}

function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end
}
