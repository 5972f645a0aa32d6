import { writeFileSync } from 'node:fs'
import { type Baseline, neverInBaseline, withAdded, without } from '../checker/baseline.ts'
import { baselineText } from '../checker/baseline-file.ts'
import type { Finding } from '../checker/finding.ts'
import type { FoundBaseline } from '../hosts/policy-folders.ts'
import { reason } from '../hosts/reason.ts'
import { policyText } from '../reports/places.ts'
import { visible } from '../reports/visible.ts'
import { parsed } from './check-options.ts'
import { pathsAndDay } from './paths-and-day.ts'
import { printErrors } from './printing.ts'
import { shownFrom } from './shown-name.ts'
import { type Console, type ExitCode, exitCodes, UsageError } from './usage.ts'
import { type CheckedWorkspace, goneFromBaseline, holdsConfig, loadWorkspaces, reportedFindings } from './workspaces.ts'

/**
 * `concord baseline`: writes the findings that there are into a baseline where there is none, and takes those out that are gone where
 * there is one. It grows with `--add` only: whoever runs it to clean up never lets new findings in.
 */
export function baseline(words: readonly string[], console: Console): ExitCode {
  const { values, positionals } = parsed(words, { add: { type: 'boolean' }, today: { type: 'string' } })
  const { paths, today } = pathsAndDay(positionals, values.today, console)
  const { workspaces: found, errors } = loadWorkspaces(paths, console.cwd, today)
  // Around workspaces there may be a folder without a policy of its own.
  const workspaces = found.filter(({ folder, workspace }) => folder.root !== undefined || workspace.entries.length > 0)
  const withoutPlace = workspaces.find(({ folder }) => folder.root === undefined)
  printErrors(errors, console)
  if (errors.length > 0) throw new UsageError('The baseline was left as it is, since not everything could be checked.')
  if (withoutPlace !== undefined)
    throw new UsageError(
      'A baseline stands beside a file .concord.yaml that says "root: true", and there is none at or above these policies. Write one in the folder that holds all of them, with that line in it.',
    )
  if (workspaces.every(({ workspace }) => workspace.entries.length === 0))
    throw new UsageError('There are no policies here that a baseline could be about.')
  const failed = workspaces.flatMap(reportedFindings).find(({ internal }) => internal)
  if (failed !== undefined)
    throw new UsageError(
      `The baseline was left as it is: the rule ${failed.rule} failed, so its findings are not known.`,
    )
  for (const checked of workspaces) update(checked, values.add === true, console)
  return exitCodes.clean
}

function update(checked: CheckedWorkspace, add: boolean, console: Console): void {
  const { baseline: found } = checked.folder
  if (found === undefined) return
  const name = visible(shownFrom(console.cwd)(found.file))
  const fresh = reportedFindings(checked).filter(({ place }) => !holdsConfig(checked.folder, place.file))
  const able = fresh.filter(({ rule }) => !neverInBaseline(rule))
  const gone = goneFromBaseline(checked)
  const kept = without(found.entries ?? [], gone)
  const isNew = !found.exists
  const next = isNew || add ? withAdded(kept, able.map(entryOf)) : kept
  const count = sum(next)
  if (isNew && count === 0) {
    console.out(`Nothing was found that a baseline would be for, so ${name} was not written.\n`)
    return
  }
  write(found, next)
  const added = isNew || add ? able.length : 0
  const said = [
    `${name}: ${counted(count)} in the baseline`,
    ...(isNew ? [] : [`${added} added`, `${sum(gone)} gone and taken out`]),
  ]
  console.out(`${said.join(', ')}.\n`)
  if (!isNew && !add && able.length > 0)
    console.out(
      `${counted(able.length)} ${able.length === 1 ? 'is' : 'are'} not in it and still ${able.length === 1 ? 'shows' : 'show'}; "concord baseline --add" would put ${able.length === 1 ? 'it' : 'them'} in.\n`,
    )
  const never = fresh.length - able.length
  if (never > 0)
    console.out(
      `${counted(never)} cannot be in a baseline: text that could not be read, and what is wrong with comments.\n`,
    )
}

function write(found: FoundBaseline, next: Baseline): void {
  try {
    writeFileSync(found.file, baselineText(next))
  } catch (error) {
    throw new UsageError(`The baseline cannot be written to ${found.file}: ${reason(error)}.`)
  }
}

function entryOf({ fingerprint, rule, policy, text }: Finding) {
  return { fingerprint, rule, policy: policyText(policy), what: text.what }
}

function sum(entries: Baseline): number {
  return entries.reduce((total, { count }) => total + count, 0)
}

function counted(count: number): string {
  return `${count} ${count === 1 ? 'finding' : 'findings'}`
}
