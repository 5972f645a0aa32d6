import {
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
  visit,
  type Document as YamlDocument,
} from 'yaml'

export interface Omission {
  /** What is left out, such as `spec.bodies.0.chair`. */
  readonly what: string
  /** The file without it. */
  readonly text: string
}

/** A file of policies without one key or list item of a `spec`, for each of them; none of a file that is broken as YAML. */
export function omissions(text: string): readonly Omission[] {
  const documents = [...parseAllDocuments(text)].flatMap((document) => ('contents' in document ? [document] : []))
  if (documents.some(({ errors }) => errors.length > 0)) return []
  return documents.flatMap((document, at) =>
    pathsIn(document).map((path) => {
      const left = document.clone()
      left.deleteIn(path)
      return {
        what: path.join('.'),
        text: documents.map((each, index) => String(index === at ? left : each)).join('---\n'),
      }
    }),
  )
}

type Path = readonly (string | number)[]

function pathsIn(document: YamlDocument): readonly Path[] {
  const paths: Path[] = []
  visit(document, {
    Pair(_, pair, above) {
      paths.push(pathOf([...above, pair]))
    },
    Node(key, item, above) {
      if (typeof key === 'number') paths.push(pathOf([...above, item]))
    },
  })
  return paths.filter(([first]) => first === 'spec')
}

function pathOf(nodes: readonly (YamlDocument | Node | Pair)[]): Path {
  return nodes.flatMap((node, at): Path => {
    if (isPair(node)) return isScalar(node.key) ? [String(node.key.value)] : []
    const child = nodes[at + 1]
    return isSeq(node) && child !== undefined ? [node.items.indexOf(child)] : []
  })
}
