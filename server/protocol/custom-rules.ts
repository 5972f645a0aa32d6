import type { PlacedRule } from '../config/custom-rule-file.ts'
import type { Cel } from '../custom-rules/cel.ts'
import { type CompiledRules, compiledRules } from '../custom-rules/compiled-rules.ts'

const none: CompiledRules = { rules: [], problems: [] }

/** The custom rules of each company, made anew only when what is written has changed. */
export class CompanyRules {
  readonly #cel: () => Cel
  readonly #known = new Map<string, { readonly written: string; readonly compiled: CompiledRules }>()

  constructor(cel: () => Cel) {
    this.#cel = cel
  }

  of(base: string, placed: readonly PlacedRule[]): CompiledRules {
    if (placed.length === 0) {
      this.#known.delete(base)
      return none
    }
    // Where a rule stands is a part of it: problems are shown there.
    const written = JSON.stringify(
      placed.map(({ definition, file, places, path }) => [definition, file, places.positionOf(path), path]),
    )
    const known = this.#known.get(base)
    if (known?.written === written) return known.compiled
    const compiled = compiledRules(placed, this.#cel)
    this.#known.set(base, { written, compiled })
    return compiled
  }
}
