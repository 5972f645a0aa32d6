import type { Compared } from '../reports/comparison-report.ts'
import { comparison } from '../scorecard/comparison.ts'
import { foundBefore, foundIn, scoredTogether } from '../scorecard/sides.ts'
import { reportOf } from './check.ts'
import { errorText } from './printing.ts'
import { loadRevision, repositoryOf, revisionOf, sinceOf } from './revision.ts'
import { shownFrom } from './shown-name.ts'
import type { Console } from './usage.ts'
import { isAsked, type Loaded, loadWorkspaces } from './workspaces.ts'

/** What the present policies are compared with. */
export interface ComparedWith {
  /** A revision in git, as it was named. */
  readonly revision: string
  /** Whether with the revision itself, and not with where the present work left it. */
  readonly direct: boolean
  /** Whether what became of findings is told of the whole workspaces, and not only of the paths. */
  readonly whole: boolean
}

interface ComparedState {
  readonly compared: Compared
  readonly now: Loaded
  /** What could not be read, in lines. */
  readonly errors: readonly string[]
}

/** The present policies of some paths beside those of a revision. @throws UsageError and GitFault for what cannot be compared. */
export function comparedSince(
  { revision: name, direct, whole }: ComparedWith,
  paths: readonly string[],
  today: string,
  console: Console,
): ComparedState {
  const { cwd } = console
  const repository = repositoryOf(paths, cwd)
  const revision = revisionOf(repository, name, direct)
  const now = loadWorkspaces(paths, cwd, today)
  const load = (these: readonly string[]): Loaded => loadRevision(revision, repository, these, cwd, today, now)
  const before = load(whole ? wholeOf(now, paths) : paths)
  // Scores are those of whole workspaces, also where nothing that was asked about was there then.
  const roots = before.workspaces.map(({ folder }) => folder.root)
  const isThere = now.workspaces.every(({ folder }) => roots.includes(folder.root))
  const scored = isThere ? before : load(wholeOf(now, paths))
  const shown = shownFrom(cwd)
  // A path that has gone since, or came later, is there on one side.
  const isMissing = ({ path, message }: { readonly path: string; readonly message: string }): boolean =>
    message === 'There is no such file or folder.' && revision.files.standing(path) !== undefined
  const errors = [
    ...now.errors.filter((error) => !isMissing(error)).map((error) => errorText(error, shown)),
    ...before.errors.map((error) => `at ${name}: ${errorText(error, shown)}`),
  ]
  const asked =
    ({ workspaces }: Loaded) =>
    (file: string): boolean =>
      whole || workspaces.some(({ folder }) => isAsked(file, folder))
  const compared: Compared = {
    since: sinceOf(revision, now),
    comparison: comparison(
      {
        ...foundBefore(before.workspaces, revision.commit.day, asked(before)),
        scorecard: scoredTogether(scored.workspaces),
      },
      { ...foundIn(now.workspaces, asked(now)), scorecard: scoredTogether(now.workspaces) },
    ),
    now: reportOf(now.workspaces, [], { today }, console),
    before: reportOf(before.workspaces, [], { today }, console),
  }
  return { compared, now, errors }
}

/** The roots of workspaces that have one: a path that was asked about may not have been there then. */
function wholeOf({ workspaces }: Loaded, paths: readonly string[]): readonly string[] {
  const roots = workspaces.map(({ folder }) => folder.root)
  return roots.length > 0 && roots.every((root) => root !== undefined) ? roots : paths
}
