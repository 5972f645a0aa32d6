import pico from 'picocolors'
import { configuredSettings } from '../checker/configured.ts'
import { nearest } from '../language/did-you-mean.ts'
import { explanationJson } from '../reports/explanation-json.ts'
import { explanationText } from '../reports/explanation-text.ts'
import { plain } from '../reports/paint.ts'
import { visible } from '../reports/visible.ts'
import type { Rule } from '../rules/rule.ts'
import { explainPolicy } from '../workings/policy-explanation.ts'
import type { PolicyEntry } from '../workspace/policy-entry.ts'
import { shownFrom } from './shown-name.ts'
import { type Console, type ExitCode, exitCodes, UsageError } from './usage.ts'
import { version } from './version.ts'
import { type CheckedWorkspace, isAsked, loadWorkspaces } from './workspaces.ts'

/** What is asked for: a rule, in a policy that is looked for below these paths. */
interface Question {
  readonly rule: Rule
  /** `Kind/name`, or the name alone. */
  readonly policy: string
  readonly paths: readonly string[]
  readonly format: 'text' | 'json'
  readonly today: string
}

/** `concord explain RULE --policy NAME`: the arithmetic of what the rule finds there. @throws UsageError where no single policy is meant. */
export function explainInPolicy({ rule, policy, paths, format, today }: Question, console: Console): ExitCode {
  const { workspaces, errors } = loadWorkspaces(paths.length > 0 ? paths : ['.'], console.cwd, today)
  const nameOf = shownFrom(console.cwd)
  for (const error of errors) console.error(`concord: ${visible(`${nameOf(error.path)}: ${error.message}`)}\n`)
  const { entry, checked } = policyCalled(policy, workspaces, nameOf)
  const { kinds } = rule
  if (kinds !== undefined && !kinds.includes(entry.kind))
    throw new UsageError(`${rule.id} judges ${kinds.join(' and ')}; ${entry.name} is a ${entry.kind}.`)
  const { workspace, checker, folder } = checked
  const explanation = explainPolicy(rule, entry, { workspace, checker, settings: configuredSettings(folder.chain) })
  if (format === 'json')
    console.out(`${JSON.stringify(explanationJson(explanation, { nameOf, toolVersion: version, today }), null, 2)}\n`)
  else {
    const paint = console.colours ? pico.createColors(true) : plain
    console.out(explanationText(explanation, { paint, width: console.width, nameOf }))
  }
  const failed = errors.length > 0 || explanation.findings.some(({ finding }) => finding.internal)
  return failed ? exitCodes.unusable : exitCodes.clean
}

interface Called {
  readonly entry: PolicyEntry
  readonly checked: CheckedWorkspace
}

/** The one policy of that name below the paths. */
function policyCalled(name: string, workspaces: readonly CheckedWorkspace[], nameOf: (file: string) => string): Called {
  const all = workspaces.flatMap((checked) =>
    checked.workspace.entries.flatMap((entry) => (isAsked(entry.file, checked.folder) ? [{ entry, checked }] : [])),
  )
  const called = all.filter(({ entry }) => entry.name === name || `${entry.kind}/${entry.name}` === name)
  const [first, second] = called
  if (first === undefined) throw new UsageError(nothingCalled(name, all))
  if (second === undefined) return first
  const each = called.map(({ entry }) => `${entry.kind}/${entry.name} (${nameOf(entry.file)})`)
  const kinds = new Set(called.map(({ entry }) => entry.kind))
  const how = kinds.size === called.length ? 'Say which, as Kind/name' : 'Say which, by its path'
  throw new UsageError(`${called.length} policies are called "${name}": ${each.join(', ')}. ${how}.`)
}

function nothingCalled(name: string, all: readonly Called[]): string {
  if (all.length === 0) return 'There are no policies here.'
  const names = new Set(all.flatMap(({ entry }) => [entry.name, `${entry.kind}/${entry.name}`]))
  const meant = nearest(name, names)
  const help =
    meant === undefined ? '"concord check --format json" names those that have findings.' : `Did you mean "${meant}"?`
  return `There is no policy "${name}" here. ${help}`
}
