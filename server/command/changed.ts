import { resolve } from 'node:path'
import equal from 'fast-deep-equal'
import type { Run } from '../checker/checker.ts'
import type { Finding, PolicyName } from '../checker/finding.ts'
import type { Files } from '../hosts/files.ts'
import { filesOnDisk } from '../hosts/files-on-disk.ts'
import { isObject } from '../hosts/git/objects.ts'
import { findPolicies } from '../hosts/policy-folders.ts'
import { withConfigurationsOf } from '../hosts/present-configurations.ts'
import { largestBytes, readPolicyFiles } from '../hosts/text-file.ts'
import type { PolicyDocument, PolicyFile } from '../language/policy-file.ts'
import { sinceText } from '../reports/comparison-report.ts'
import { ruleProblem } from '../rules/rule-problem.ts'
import { repositoryOf, revisionOf, sinceOf } from './revision.ts'
import { type CheckedWorkspace, type Loaded, loadWorkspaces } from './workspaces.ts'

/**
 * Loads the present policies so that only findings are reported in policies that have changed since a revision, and those elsewhere
 * that a change may have made, or made different: their rules read something that has changed.
 *
 * Everything is judged as it was before, then what has changed is put in: what runs again for it is what depends on it. So the cost is
 * that of a check of everything, and the findings are exactly those of it. @throws UsageError, GitFault
 */
export function loadChanged(
  name: string,
  paths: readonly string[],
  cwd: string,
  today: string,
  given: ReadonlyMap<string, Buffer>,
): Loaded {
  const repository = repositoryOf(paths, cwd)
  const revision = revisionOf(repository, name, false)
  const runs: Run[] = []
  const loaded = loadWorkspaces(paths, cwd, today, { given, onRun: (run) => runs.push(run) })
  const since = sinceOf(revision, loaded)
  const from = `since ${sinceText(since)}`
  if (since.configurationChanged)
    return { ...loaded, narrowed: `The configuration has changed ${from}, so all findings are reported.` }
  const { files: then } = revision
  const known = paths.filter((path) => then.standing(resolve(cwd, path)) !== undefined)
  const before = findPolicies(known, cwd, ruleProblem, { files: withConfigurationsOf(filesOnDisk, then) })
  const workspaces = loaded.workspaces.map((checked) => {
    const files = before.folders.find(({ root }) => root === checked.folder.root)?.files ?? []
    return narrowed(checked, files, then, given, runs)
  })
  return {
    ...loaded,
    workspaces,
    narrowed: `Only findings are reported that concern what has changed ${from}.`,
  }
}

function narrowed(
  checked: CheckedWorkspace,
  filesThen: readonly string[],
  then: Files,
  given: ReadonlyMap<string, Buffer>,
  runs: Run[],
): CheckedWorkspace {
  const { workspace, checker, folder } = checked
  const changed = changedFiles(folder.files, filesThen, then, given)
  const now = new Map([...changed].map((file) => [file, workspace.file(file)?.content]))
  const before = contentsThen(
    filesThen.filter((file) => changed.has(file)),
    then,
  )
  const put = (contents: ReadonlyMap<string, PolicyFile | undefined>): void =>
    workspace.change(() => {
      for (const file of changed) {
        const content = contents.get(file)
        if (content === undefined) workspace.remove(file)
        else workspace.replace(file, content)
      }
    })
  put(before)
  const known = new Set(checker.findings().map(shownAs))
  runs.splice(0)
  put(now)
  const findings = checker.findings()
  const ranAgain = new Set(runs.splice(0).map(({ rule, policy }) => `${rule} ${policy}`))
  const policies = new Set([...now].flatMap(([file, content]) => changedPolicies(file, before.get(file), content)))
  const all = new Set(findings.map(shownAs))
  const concerned = new Set(
    findings
      .filter(
        (finding) =>
          policies.has(keyOf(finding.place.file, finding.policy)) ||
          ranAgain.has(`${finding.rule} ${finding.policy.kind}/${finding.policy.name}`) ||
          !known.has(shownAs(finding)),
      )
      .map(shownAs),
  )
  // What comes only later, by fixes, is new as well.
  return { ...checked, concerns: (finding) => concerned.has(shownAs(finding)) || !all.has(shownAs(finding)) }
}

/** The files that differ from what they were, came, or have gone. */
function changedFiles(
  now: readonly string[],
  filesThen: readonly string[],
  then: Files,
  given: ReadonlyMap<string, Buffer>,
): ReadonlySet<string> {
  const gone = new Set(filesThen)
  const changed = new Set<string>()
  const compare = (path: string, bytes: Buffer | undefined): void => {
    const id = gone.delete(path) ? then.contentId(path) : undefined
    if (id === undefined || bytes === undefined || !isObject(id, bytes)) changed.add(path)
  }
  for (const [path, bytes] of given) if (now.includes(path)) compare(path, bytes)
  const others = now.filter((path) => !given.has(path))
  for (const read of filesOnDisk.contents(others, largestBytes))
    compare(read.path, 'bytes' in read ? read.bytes : undefined)
  return new Set([...changed, ...gone])
}

function contentsThen(files: readonly string[], then: Files): ReadonlyMap<string, PolicyFile> {
  const contents = new Map<string, PolicyFile>()
  for (const read of readPolicyFiles(then, files))
    if ('content' in read && read.content.documents.length > 0) contents.set(read.path, read.content)
  return contents
}

/** The policies of a file that do not say the same as before; text that is only laid out anew is no change. */
function changedPolicies(file: string, before: PolicyFile | undefined, now: PolicyFile | undefined): readonly string[] {
  const known = [...(before?.documents ?? [])]
  return (now?.documents ?? []).flatMap((document) => {
    const same = known.findIndex((other) => saysTheSame(other, document))
    if (same < 0) return [keyOf(file, document)]
    known.splice(same, 1)
    return []
  })
}

function saysTheSame(a: PolicyDocument, b: PolicyDocument): boolean {
  const [said, says] = [a, b].map(({ kind, name, policy, symbols, problems, suppressions }) => ({
    kind,
    name,
    policy,
    symbols,
    problems: problems.map(({ rule, message }) => [rule, message]),
    suppressions: suppressions.map(({ rule, until, reason, fault }) => [rule, until, reason, fault]),
  }))
  return a.policy !== undefined && equal(said, says)
}

function keyOf(file: string, { kind, name }: PolicyName): string {
  return `${file}\n${kind}/${name}`
}

function shownAs({ fingerprint, severity, text, place: { file } }: Finding): string {
  return JSON.stringify([file, fingerprint, severity, text])
}
