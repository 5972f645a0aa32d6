import type { Finding } from '../checker/finding.ts'
import type { Settings } from '../checker/settings.ts'
import type { Figure } from '../rules/figure.ts'
import type { Rule } from '../rules/rule.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { Amount, Given } from './expression.ts'
import { type Origin, originOf } from './origins.ts'
import { givensOf, type Step } from './step.ts'
import { workedFigures } from './workings.ts'

/** A number that the workings of a finding begin with, and where it comes from. */
export interface Input extends Amount {
  readonly name: string
  readonly origin: Origin
}

/** A finding with the arithmetic of its figures. */
export interface ExplainedFinding {
  readonly finding: Finding
  readonly inputs: readonly Input[]
  readonly figures: readonly ExplainedFigure[]
}

export interface ExplainedFigure {
  readonly figure: Figure
  /** None where the figure just counts things. */
  readonly steps: readonly Step[]
}

/** Works out the figures of a finding, and gathers what they begin with, each number once. */
export function explained(finding: Finding, rule: Rule, workspace: Workspace, settings: Settings): ExplainedFinding {
  const figures = workedFigures(finding, rule, { workspace, settings })
  return {
    finding,
    figures,
    inputs: inputsOf(
      figures.flatMap(({ steps }) => steps),
      rule,
      workspace,
      settings,
      finding.place.file,
    ),
  }
}

/** The numbers that steps begin with, each once, in the order in which they come up. */
export function inputsOf(
  steps: readonly Step[],
  rule: Rule,
  workspace: Workspace,
  settings: Settings,
  file: string,
): readonly Input[] {
  const options = settings.forFile(file).options(rule)
  const isSet = (option: string): boolean => options[option] !== undefined
  const known = new Set<string>()
  return steps.flatMap(givensOf).flatMap((given) => {
    const origin = originOf(given.source, { workspace, rule, isSet })
    const { name, value, unit, currency } = given
    const key = `${name} ${value} ${placeKey(given, origin)}`
    if (known.has(key)) return []
    known.add(key)
    return [{ name, value, unit, currency, origin }]
  })
}

function placeKey({ source }: Given, { place, says }: Origin): string {
  return place === undefined ? `${source.from} ${says}` : `${place.file} ${place.path}`
}
