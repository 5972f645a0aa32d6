import { type ConfigProblem, configFileName, readConfig } from '../config/config-file.ts'
import { readCustomRules } from '../config/custom-rule-file.ts'
import type { Range } from '../language/range.ts'
import { ruleProblem } from '../rules/rule-problem.ts'

/** A fault that a search met in a configuration. */
interface FoundFault {
  readonly path: string
  readonly line?: number
  readonly column?: number
  readonly range?: Range
  readonly message: string
}

const none: readonly ConfigProblem[] = []

/**
 * Configurations that are open in the editor, and what is wrong with configurations. While one is being edited and is broken for a
 * moment, what it said last holds on: otherwise every keystroke could turn a whole workspace over.
 */
export class ConfigTexts {
  readonly #textOf: (name: string) => string | undefined
  readonly #open = new Set<string>()
  readonly #inForce = new Map<string, string>()
  #extended: ReadonlySet<string> = new Set()
  #ruleFiles: ReadonlySet<string> = new Set()
  /** What the last search met, by file. */
  #faults: ReadonlyMap<string, readonly ConfigProblem[]> = new Map()

  constructor(textOf: (name: string) => string | undefined) {
    this.#textOf = textOf
  }

  /** Texts that stand in for what is on disk, by name. */
  get inForce(): ReadonlyMap<string, string> {
    return this.#inForce
  }

  /** Whether a file is a configuration, or a part of one: by its name, or because one extends it or takes rules from it. */
  isConfig(name: string): boolean {
    return name.endsWith(`/${configFileName}`) || this.#extended.has(name) || this.#ruleFiles.has(name)
  }

  /** Takes note of what stands in an open configuration; whether that changes what is in force. */
  edit(name: string, text: string): boolean {
    this.#open.add(name)
    if (this.#problemsIn(name, text).length > 0 || this.#inForce.get(name) === text) return false
    this.#inForce.set(name, text)
    return true
  }

  close(name: string): void {
    this.#open.delete(name)
    this.#inForce.delete(name)
  }

  /** Takes note of what a search met: the files that configurations extend, and the faults of all of them. */
  found(
    errors: readonly FoundFault[],
    { extended, ruleFiles }: { readonly extended: ReadonlySet<string>; readonly ruleFiles: ReadonlySet<string> },
  ): void {
    this.#extended = extended
    this.#ruleFiles = ruleFiles
    const faults = new Map<string, ConfigProblem[]>()
    for (const { path, line = 1, column = 1, range, message } of errors) {
      if (range === undefined || !this.isConfig(path)) continue
      const problem = { message, range, position: { line: line - 1, column: column - 1 } }
      faults.set(path, [...(faults.get(path) ?? []), problem])
    }
    this.#faults = faults
  }

  /** What is wrong with each configuration that is open or was found to be broken. */
  problems(): ReadonlyMap<string, readonly ConfigProblem[]> {
    const names = [...new Set([...this.#open, ...this.#faults.keys()])]
    return new Map(
      names.flatMap((name) => {
        const problems = this.problemsOf(name)
        return problems.length === 0 ? [] : [[name, problems] as const]
      }),
    )
  }

  /** What its own text gets wrong, as it is now; of a text that is right, what the last search met: where it leads may be wrong. */
  problemsOf(name: string): readonly ConfigProblem[] {
    const faults = this.#faults.get(name) ?? none
    const text = this.#open.has(name) || faults.length > 0 ? this.#textOf(name) : undefined
    if (text === undefined) return none
    const own = this.#problemsIn(name, text)
    return own.length > 0 ? own : faults
  }

  #problemsIn(name: string, text: string): readonly ConfigProblem[] {
    const read = this.#ruleFiles.has(name) ? readCustomRules(name, text) : readConfig(text, ruleProblem)
    return 'problems' in read ? read.problems : none
  }
}
