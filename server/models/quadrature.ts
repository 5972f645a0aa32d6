// Gauss–Legendre quadrature: integrals of smooth functions, deterministic, with the nodes computed once.

/** One node of a rule on [-1, 1] and its weight; the weights of a rule sum to 2. */
export interface QuadratureNode {
  readonly at: number
  readonly weight: number
}

/**
 * The Gauss–Legendre rule with `count` nodes on [-1, 1], exact for polynomials up to degree 2·count − 1.
 * The nodes are the roots of the Legendre polynomial, found by Newton's method from Tricomi's estimate
 * (Abramowitz & Stegun 25.4.29).
 * @throws RangeError unless count is a whole number from 1
 */
export function gaussLegendre(count: number): readonly QuadratureNode[] {
  let nodes = known.get(count)
  if (nodes === undefined) {
    nodes = computed(count)
    known.set(count, nodes)
  }
  return nodes
}

const known = new Map<number, readonly QuadratureNode[]>()

function computed(count: number): readonly QuadratureNode[] {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`a quadrature rule needs a whole number of nodes, at least 1, got ${count}`)
  }
  return Array.from({ length: count }, (_, index) => {
    let root = Math.cos((Math.PI * (index + 0.75)) / (count + 0.5))
    let slope = legendre(count, root).slope
    for (let step = 0; step < 20; step++) {
      const polynomial = legendre(count, root)
      slope = polynomial.slope
      const move = polynomial.value / slope
      root -= move
      if (Math.abs(move) < 1e-16) break
    }
    return { at: root, weight: 2 / ((1 - root * root) * slope * slope) }
  })
}

function legendre(degree: number, x: number): { value: number; slope: number } {
  let previous = 1
  let value = x
  for (let k = 2; k <= degree; k++) {
    const next = ((2 * k - 1) * x * value - (k - 1) * previous) / k
    previous = value
    value = next
  }
  return { value, slope: (degree * (x * value - previous)) / (x * x - 1) }
}

/**
 * The ends of panels that cover [from, to], break at every one of `breaks` that lies inside, and are no wider
 * than `widest`: an integrand that has its kinks and jumps at the breaks is smooth on every panel.
 */
export function panelEdges(from: number, to: number, breaks: readonly number[], widest: number): readonly number[] {
  const inside = breaks.filter((at) => at > from && at < to).sort((a, b) => a - b)
  const edges = [from]
  let left = from
  for (const right of [...inside, to]) {
    if (right <= left) continue
    const panels = Math.ceil((right - left) / widest)
    for (let panel = 1; panel < panels; panel++) edges.push(left + ((right - left) * panel) / panels)
    edges.push(right)
    left = right
  }
  return edges
}

/** The integral of `f` over the panels between `edges`, by `rule` on each of them. */
export function integrate(f: (x: number) => number, edges: readonly number[], rule: readonly QuadratureNode[]): number {
  let sum = 0
  edges.forEach((left, index) => {
    const right = edges[index + 1]
    if (right === undefined) return
    const half = (right - left) / 2
    const middle = (right + left) / 2
    for (const { at, weight } of rule) sum += f(middle + half * at) * weight * half
  })
  return sum
}
