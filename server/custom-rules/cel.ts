import type { ASTNode, Environment } from '@marcbachmann/cel-js'

/** The library that reads and evaluates expressions. It is handed in, so that it is loaded only where there is a custom rule. */
export interface Cel {
  readonly Environment: typeof Environment
}

export type { Environment }

/** A part of an expression. */
export type Node = ASTNode

/** How large an expression may be; none that a person writes comes near. */
export const limits = { maxAstNodes: 1000, maxDepth: 50, maxListElements: 200, maxMapEntries: 100, maxCallArguments: 8 }

/** The parts directly below a part. */
export function partsOf(node: Node): readonly Node[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return []
    case '.':
    case '.?':
      return [node.args[0]]
    case 'call':
      return node.args[1]
    case 'rcall':
      return [node.args[1], ...node.args[2]]
    case 'list':
      return node.args
    case 'map':
      return node.args.flat()
    case '!_':
    case '-_':
      return [node.args]
    default:
      return node.args
  }
}

/** The type that the check found for a part, as the library names it. */
export function typeOf(node: Node): string {
  if (!('checkedType' in node)) return 'dyn'
  const { checkedType } = node
  return typeof checkedType === 'object' && checkedType !== null && 'name' in checkedType
    ? String(checkedType.name)
    : 'dyn'
}
