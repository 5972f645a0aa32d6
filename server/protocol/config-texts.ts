import { type ConfigProblem, configFileName, readConfig } from '../config/config-file.ts'
import { ruleProblem } from '../rules/rule-problem.ts'

/**
 * Configurations that are open in the editor, and what is wrong with configurations. While one is being edited and is broken for a
 * moment, what it said last holds on: otherwise every keystroke could turn a whole workspace over.
 */
export class ConfigTexts {
  readonly #textOf: (name: string) => string | undefined
  readonly #open = new Set<string>()
  readonly #inForce = new Map<string, string>()
  #broken: ReadonlySet<string> = new Set()

  constructor(textOf: (name: string) => string | undefined) {
    this.#textOf = textOf
  }

  /** Texts that stand in for what is on disk, by name. */
  get inForce(): ReadonlyMap<string, string> {
    return this.#inForce
  }

  /** Takes note of what stands in an open configuration; whether that changes what is in force. */
  edit(name: string, text: string): boolean {
    this.#open.add(name)
    if (problemsIn(text).length > 0 || this.#inForce.get(name) === text) return false
    this.#inForce.set(name, text)
    return true
  }

  close(name: string): void {
    this.#open.delete(name)
    this.#inForce.delete(name)
  }

  /** Takes note of the faults that a search met. */
  found(errors: readonly { readonly path: string }[]): void {
    this.#broken = new Set(errors.map(({ path }) => path).filter((path) => path.endsWith(`/${configFileName}`)))
  }

  /** What is wrong with each configuration that is open or was found to be broken. */
  problems(): ReadonlyMap<string, readonly ConfigProblem[]> {
    const names = [...new Set([...this.#open, ...this.#broken])]
    return new Map(
      names.flatMap((name) => {
        const problems = this.problemsOf(name)
        return problems.length === 0 ? [] : [[name, problems] as const]
      }),
    )
  }

  problemsOf(name: string): readonly ConfigProblem[] {
    const text = this.#open.has(name) || this.#broken.has(name) ? this.#textOf(name) : undefined
    return text === undefined ? [] : problemsIn(text)
  }
}

function problemsIn(text: string): readonly ConfigProblem[] {
  const read = readConfig(text, ruleProblem)
  return 'problems' in read ? read.problems : []
}
