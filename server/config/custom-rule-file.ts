import { readDocuments } from '../language/document.ts'
import type { Path } from '../language/path.ts'
import type { Problem } from '../language/problem.ts'
import { Lines } from '../language/range.ts'
import { schemaProblems } from '../language/schema-problems.ts'
import { ConfigPlaces, type ConfigProblem, customRulesSchemaFile } from './config-file.ts'
import type { CustomRule, CustomRules } from './generated/config.ts'
import { validateCustomRules } from './generated/validator.js'

/** A rule as it is written, with its place. */
export interface PlacedRule {
  readonly definition: CustomRule
  readonly file: string
  readonly places: ConfigPlaces
  /** The way to the rule in its file. */
  readonly path: Path
}

export type ReadCustomRules =
  | { readonly rules: readonly PlacedRule[] }
  | { readonly problems: readonly ConfigProblem[] }

/** Reads the text of a file with custom rules; what their expressions say is looked at later. */
export function readCustomRules(file: string, text: string): ReadCustomRules {
  const lines = new Lines(text)
  const [document, second] = readDocuments(text)
  const at = ({ message, range }: Pick<Problem, 'message' | 'range'>): ConfigProblem => ({
    message,
    position: lines.position(range.start),
    range,
  })
  if (document === undefined || (document.value === null && document.problems.length === 0)) return { rules: [] }
  if (second !== undefined)
    return {
      problems: [at({ message: 'Rules stand in a single document; delete what follows "---".', range: second.range })],
    }
  if (document.problems.length > 0) return { problems: document.problems.map(at) }
  const { value, tree } = document
  const problems = schemaProblems(validateCustomRules(value), { value, tree, schemaFile: customRulesSchemaFile })
  if (problems.length > 0) return { problems: problems.map(at) }
  // The validator has just accepted it, which is what the type says.
  const { rules } = value as unknown as CustomRules
  const places = new ConfigPlaces(tree, lines, text)
  return { rules: rules.map((definition, index) => ({ definition, file, places, path: ['rules', index] })) }
}
