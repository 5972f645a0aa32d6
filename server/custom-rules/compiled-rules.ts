import type { ConfigProblem } from '../config/config-file.ts'
import type { PlacedRule } from '../config/custom-rule-file.ts'
import type { Rule } from '../rules/rule.ts'
import type { Cel } from './cel.ts'
import { compiled } from './custom-rule.ts'

export interface CompiledRules {
  readonly rules: readonly Rule[]
  readonly problems: readonly (ConfigProblem & { readonly file: string })[]
}

/** Makes rules of all that are written; one that cannot be used takes no other with it. Without any, the library is not even loaded. */
export function compiledRules(placed: readonly PlacedRule[], cel: () => Cel): CompiledRules {
  const rules: Rule[] = []
  const problems: (ConfigProblem & { readonly file: string })[] = []
  const ids = new Set<string>()
  for (const rule of placed) {
    // Of two with the same id, the second is reported where it stands.
    if (ids.has(rule.definition.id)) continue
    ids.add(rule.definition.id)
    const result = compiled(rule, cel())
    if ('rule' in result) rules.push(result.rule)
    else problems.push(...result.problems.map((problem) => ({ ...problem, file: rule.file })))
  }
  return { rules, problems }
}
