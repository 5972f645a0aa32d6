import { compiledRules } from '../custom-rules/compiled-rules.ts'
import { celLibrary } from '../hosts/cel-library.ts'
import { filesOnDisk } from '../hosts/files-on-disk.ts'
import { type InputError, inputErrorOf } from '../hosts/input-error.ts'
import { type DeclaredRules, rulesDeclaredFor } from '../hosts/policy-folders.ts'
import type { Rule } from '../rules/rule.ts'
import { ruleProblem } from '../rules/rule-problem.ts'

export interface RulesHere {
  readonly rules: readonly Rule[]
  readonly placed: DeclaredRules['rules']
  readonly errors: readonly InputError[]
}

/** The custom rules that hold in a folder. */
export function customRulesHere(folder: string): RulesHere {
  const declared = rulesDeclaredFor(folder, ruleProblem, filesOnDisk)
  const { rules, problems } = compiledRules(declared.rules, celLibrary)
  return { rules, placed: declared.rules, errors: [...declared.errors, ...problems.map(inputErrorOf)] }
}
