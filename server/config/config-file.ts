import { readDocuments } from '../language/document.ts'
import type { Path } from '../language/path.ts'
import type { Problem } from '../language/problem.ts'
import { Lines, type Position, type Range } from '../language/range.ts'
import { schemaProblems } from '../language/schema-problems.ts'
import type { SourceTree } from '../language/source-tree.ts'
import { extendedNames, nameProblem } from './extended-names.ts'
import type { ConcordConfig } from './generated/config.ts'
import { validateConfig } from './generated/validator.js'
import { sourceOffsets } from './text-offsets.ts'
import { type Waiver, waiverProblem, waiversOf } from './waivers.ts'

/** The name of a configuration file. */
export const configFileName = '.concord.yaml'

/** The schema that describes it. */
export const configSchemaFile = 'concord-config.schema.json'

/** The schema that describes files with custom rules. */
export const customRulesSchemaFile = 'custom-rules.schema.json'

/** Something wrong with a configuration, at its place. */
export interface ConfigProblem {
  readonly message: string
  readonly position: Position
  readonly range: Range
}

/** Says what is wrong with a rule's setting; undefined when it is a known rule with known options. */
export type RuleProblem = (rule: string, options: readonly string[]) => string | undefined

/** Where the parts of a configuration stand in its text. */
export class ConfigPlaces {
  readonly #tree: SourceTree | undefined
  readonly #lines: Lines
  readonly #text: string

  constructor(tree: SourceTree | undefined, lines: Lines, text: string) {
    this.#tree = tree
    this.#lines = lines
    this.#text = text
  }

  /** A problem with the value at a path. */
  problemAt(path: Path, message: string): ConfigProblem {
    return this.#problem(message, this.#rangeOf(path))
  }

  /** A problem with a part of the text at a path, whose value is `value`. */
  problemWithin(path: Path, value: string, { start, end }: Range, message: string): ConfigProblem {
    const whole = this.#rangeOf(path)
    const offsets = sourceOffsets(this.#text.slice(whole.start, whole.end), value)
    const from = whole.start + (offsets[Math.min(start, value.length)] ?? 0)
    const to = whole.start + (offsets[Math.min(Math.max(end - 1, start), value.length)] ?? 0) + 1
    return this.#problem(message, { start: from, end: Math.max(from, Math.min(to, whole.end)) })
  }

  /** A problem with the key at the end of a path. */
  problemAtKey(path: Path, message: string): ConfigProblem {
    return this.#problem(message, this.#tree?.key(this.#tree.find(path).node).used ?? { start: 0, end: 0 })
  }

  /** Where the key of a part stands, or else its value; for the whole configuration, the first line. */
  positionOf(path: Path): Position {
    const key = this.#tree?.key(this.#tree.find(path).node).used
    return this.#lines.position(path.length === 0 ? 0 : (key ?? this.#rangeOf(path)).start)
  }

  #rangeOf(path: Path): Range {
    return this.#tree?.value(this.#tree.find(path).node).used ?? { start: 0, end: 0 }
  }

  #problem(message: string, range: Range): ConfigProblem {
    return { message, position: this.#lines.position(range.start), range }
  }
}

/** A configuration as it was read: complete, or not at all, so that no half of it is ever in force. */
export type ReadConfig =
  | { readonly config: ConcordConfig; readonly places: ConfigPlaces; readonly waivers: readonly Waiver[] }
  | { readonly problems: readonly ConfigProblem[] }

/** Reads the text of a configuration file by itself; an empty one is a configuration without settings. */
export function readConfig(text: string, ruleProblem: RuleProblem): ReadConfig {
  const lines = new Lines(text)
  const documents = readDocuments(text)
  const [document, second] = documents
  if (document === undefined || (document.value === null && document.problems.length === 0))
    return { config: {}, places: new ConfigPlaces(undefined, lines, text), waivers: [] }
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
  const problems = schemaProblems(errors, { value, tree, schemaFile: configSchemaFile })
  if (problems.length > 0) return { problems: problems.map(at) }
  // The validator has just accepted it, which is what the type says.
  const config = value as unknown as ConcordConfig
  const places = new ConfigPlaces(tree, lines, text)
  const unusable = extendedNames(config).flatMap(({ name, path }) => {
    const message = nameProblem(name)
    return message === undefined ? [] : [places.problemAt(path, message)]
  })
  const wrongWaivers = (config.waivers ?? []).flatMap((waiver, index) => {
    const problem = waiverProblem(waiver, (rule) => ruleProblem(rule, []))
    return problem === undefined ? [] : [places.problemAt(['waivers', index, problem.key], problem.message)]
  })
  const strayBaseline =
    config.baseline === undefined || config.root === true
      ? []
      : [places.problemAtKey(['baseline'], 'A baseline stands in the configuration that says root: true.')]
  const wrong = [...unusable, ...unknownRules(config, places, ruleProblem), ...wrongWaivers, ...strayBaseline]
  return wrong.length > 0 ? { problems: wrong } : { config, places, waivers: waiversOf(config, tree, lines) }
}

function unknownRules(config: ConcordConfig, places: ConfigPlaces, ruleProblem: RuleProblem): readonly ConfigProblem[] {
  const overrides = (config.overrides ?? []).map(({ rules }, index) => ({ path: ['overrides', index, 'rules'], rules }))
  return [{ path: ['rules'], rules: config.rules }, ...overrides].flatMap(({ path, rules }) =>
    Object.entries(rules ?? {}).flatMap(([rule, setting]) => {
      const options = typeof setting === 'object' ? Object.keys(setting.options ?? {}) : []
      const message = ruleProblem(rule, options)
      return message === undefined ? [] : [places.problemAtKey([...path, rule], message)]
    }),
  )
}
