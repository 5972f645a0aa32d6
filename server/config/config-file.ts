import { readDocuments } from '../language/document.ts'
import type { Problem } from '../language/problem.ts'
import { Lines, type Position, type Range } from '../language/range.ts'
import { schemaProblems } from '../language/schema-problems.ts'
import type { ConcordConfig } from './generated/config.ts'
import { validateConfig } from './generated/validator.js'
import { type Waiver, waiverProblem, waiversOf } from './waivers.ts'

/** The name of a configuration file. */
export const configFileName = '.concord.yaml'

const schemaFile = 'concord-config.schema.json'

/** Something wrong with a configuration, at its place. */
export interface ConfigProblem {
  readonly message: string
  readonly position: Position
  readonly range: Range
}

/** A configuration as it was read: complete, or not at all, so that no half of it is ever in force. */
export type ReadConfig =
  | { readonly config: ConcordConfig; readonly waivers: readonly Waiver[] }
  | { readonly problems: readonly ConfigProblem[] }

/** Reads the text of a configuration file; an empty one is a configuration without settings. `ruleProblem` says what is wrong with a rule's setting. */
export function readConfig(
  text: string,
  ruleProblem: (rule: string, options: readonly string[]) => string | undefined,
): ReadConfig {
  const lines = new Lines(text)
  const documents = readDocuments(text)
  const [document, second] = documents
  if (document === undefined || (document.value === null && document.problems.length === 0))
    return { config: {}, waivers: [] }
  const at = ({ message, range }: Pick<Problem, 'message' | 'range'>): ConfigProblem => ({
    message,
    position: lines.position(range.start),
    range,
  })
  if (second !== undefined)
    return {
      problems: [
        at({ message: 'A configuration is a single document; delete what follows "---".', range: second.range }),
      ],
    }
  if (document.problems.length > 0) return { problems: document.problems.map(at) }
  const { value, tree } = document
  const errors = validateConfig(value)
  const problems = schemaProblems(errors, { value, tree, schemaFile })
  if (problems.length > 0) return { problems: problems.map(at) }
  // The validator has just accepted it, which is what the type says.
  const config = value as unknown as ConcordConfig
  const unknown: ConfigProblem[] = []
  const overrides = (config.overrides ?? []).map(({ rules }, index) => ({ path: ['overrides', index, 'rules'], rules }))
  const settings = [{ path: ['rules'], rules: config.rules }, ...overrides]
  for (const { path, rules } of settings) {
    for (const [rule, setting] of Object.entries(rules ?? {})) {
      const options = typeof setting === 'object' ? Object.keys(setting.options ?? {}) : []
      const message = ruleProblem(rule, options)
      if (message !== undefined) unknown.push(at({ message, range: tree.key(tree.find([...path, rule]).node).used }))
    }
  }
  for (const [index, waiver] of (config.waivers ?? []).entries()) {
    const problem = waiverProblem(waiver, (rule) => ruleProblem(rule, []))
    if (problem === undefined) continue
    const { node } = tree.find(['waivers', index, problem.key])
    unknown.push(at({ message: problem.message, range: tree.value(node).used }))
  }
  if (config.baseline !== undefined && config.root !== true) {
    const { used } = tree.key(tree.find(['baseline']).node)
    unknown.push(at({ message: 'A baseline stands in the configuration that says root: true.', range: used }))
  }
  return unknown.length > 0 ? { problems: unknown } : { config, waivers: waiversOf(config, tree, lines) }
}
