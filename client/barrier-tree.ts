import type { Barrier, Barriers, ComponentBarriers, Place, PolicyBarriers, Severity } from './messages.ts'
import { countWords, heading, kindWords, severityWord, worst } from './words.ts'

/** A row of the tree, in plain data: what it shows, what a screen reader says, and what stands below it. */
export interface BarrierNode {
  readonly type: 'component' | 'policy' | 'barrier'
  /** Stays the same while the row means the same, so that it stays open and selected. */
  readonly id: string
  readonly label: string
  readonly description: string
  readonly tooltip: string
  readonly spoken: string
  readonly severity: Severity | undefined
  readonly children: readonly BarrierNode[]
  /** Where a click leads. */
  readonly place: Place | undefined
  readonly rule: string | undefined
}

/** The rows of the tree: components, their policies, and the barriers in each. */
export function barrierTree({ components }: Pick<Barriers, 'components'>): readonly BarrierNode[] {
  const seen = new Map<string, number>()
  return components.map((component) => withDistinctIds(componentNode(component), seen))
}

/** Two policies may have one name while somebody writes; VS Code refuses a tree in which two rows have one id. */
function withDistinctIds(node: BarrierNode, seen: Map<string, number>): BarrierNode {
  const nth = (seen.get(node.id) ?? 0) + 1
  seen.set(node.id, nth)
  const children = node.children.map((child) => withDistinctIds(child, seen))
  return { ...node, id: nth === 1 ? node.id : `${node.id}#${nth}`, children }
}

function componentNode({ component, counts, policies }: ComponentBarriers): BarrierNode {
  const label = heading(component)
  const description = countWords(counts)
  return {
    type: 'component',
    id: component,
    label,
    description,
    tooltip: `${label}: ${description}`,
    spoken: `${label}, ${description}`,
    severity: worst(counts),
    children: policies.map((policy) => policyNode(component, policy)),
    place: undefined,
    rule: undefined,
  }
}

function policyNode(component: string, { kind, name, uri, range, counts, barriers }: PolicyBarriers): BarrierNode {
  const id = `${component}|${uri}|${kind ?? ''}|${name}`
  const words = countWords(counts)
  return {
    type: 'policy',
    id,
    label: name,
    description: kindWords(kind),
    tooltip: `${kindWords(kind)} ${name}: ${words}`,
    spoken: `${kindWords(kind)} ${name}, ${words}`,
    severity: worst(counts),
    children: barriers.map((barrier) => barrierNode(id, barrier)),
    place: { uri, range },
    rule: undefined,
  }
}

function barrierNode(
  policy: string,
  { rule, title, severity, message, uri, range, fingerprint }: Barrier,
): BarrierNode {
  const line = range.start.line + 1
  return {
    type: 'barrier',
    id: `${policy}|${fingerprint}`,
    label: title,
    description: `line ${line}`,
    tooltip: message,
    spoken: `${heading(severityWord(severity))}: ${title}, line ${line}. ${message}`,
    severity,
    children: [],
    place: { uri, range },
    rule,
  }
}
