import { RuleFault } from '../rules/rule-fault.ts'
import type { Environment, Node } from './cel.ts'

/** So many steps the expressions of a rule may take on one policy: a hundred times what a rule needs, a fraction of a second. */
const mostSteps = 500_000

const stepsOfFault = 50

interface Evaluator {
  run(node: Node, context: unknown): unknown
}

/** Parts of an expression that make new texts, lists and groups, which may be as large as the expression wants. */
const making: ReadonlySet<string> = new Set(['list', 'map', '+', 'call', 'rcall'])

/**
 * Counts the steps of expressions, and ends them when there are too many. Each part of an expression that is evaluated is a step; one that
 * yields something large counts for more, so that nothing can grow beyond what the steps allow.
 */
export class Budget {
  #left = mostSteps
  /** How large the things are that expressions made: what is in them counts each time that it is in there. */
  readonly #sizes = new WeakMap<object, number>()
  readonly #fault = new RuleFault(
    `its expressions take more than ${mostSteps.toLocaleString('en')} steps on one policy`,
  )

  /** Begins anew, for another policy. */
  renew(): void {
    this.#left = mostSteps
  }

  /** Whether the steps are used up. An expression may have gone on without what failed for it. */
  check(): void {
    if (this.#left <= 0) throw this.#fault
  }

  /** Has every part that an environment evaluates counted here. */
  watch(env: Environment): void {
    let evaluator: unknown
    // The library hands its evaluator to functions, and asks it to run every part but the outermost.
    env.registerFunction('evaluatorOfConcord(): bool', function (this: unknown) {
      evaluator = this
      return true
    })
    env.evaluate('evaluatorOfConcord()')
    if (!isEvaluator(evaluator))
      throw new Error('The library for expressions evaluates in another way than Concord knows.')
    const budget = this
    const run = evaluator.run
    evaluator.run = function (this: Evaluator, node, context) {
      budget.check()
      try {
        const value = run.call(this, node, context)
        budget.#spend(node, value)
        return value
      } catch (error) {
        // A fault that the expression goes on after is dear: it is made with everything that explains it.
        budget.#left -= stepsOfFault
        throw error
      }
    }
  }

  #spend({ op }: Node, value: unknown): void {
    this.#left -= 1
    if (typeof value === 'string') this.#left -= value.length >> 3
    else if (typeof value === 'object' && value !== null) {
      if (making.has(op)) this.#weigh(value)
      this.#left -= this.#sizeOf(value) >> 2
    }
    this.check()
  }

  #weigh(value: object): void {
    if (this.#sizes.has(value)) return
    let size = 1
    for (const inner of Object.values(value)) {
      size += this.#sizeOf(inner)
      if (size > mostSteps * 4) break
    }
    this.#sizes.set(value, size)
  }

  /** What policies hold is as large as it is; only what expressions make can hold the same thing over and over. */
  #sizeOf(value: unknown): number {
    if (typeof value === 'string') return 1 + (value.length >> 3)
    if (typeof value !== 'object' || value === null) return 1
    return this.#sizes.get(value) ?? (Array.isArray(value) ? 1 + value.length : 1)
  }
}

function isEvaluator(value: unknown): value is Evaluator {
  return typeof value === 'object' && value !== null && 'run' in value && typeof value.run === 'function'
}
