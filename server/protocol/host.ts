import type { Cel } from '../custom-rules/cel.ts'
import type { CommittedFile, LastCommit } from '../hosts/git/last-commit.ts'
import type { Found } from '../hosts/policy-folders.ts'
import type { PolicyFile } from '../language/policy-file.ts'

/** What a file that could not be read gives instead: why, in words. */
export interface Unreadable {
  readonly unreadable: string
}

/** What the server needs of the machine that it runs on. Names are those of `nameOfUri`. */
export interface Host {
  /** The day, as an ISO date. */
  today(): string
  /**
   * Finds the policies for folders and files. Paths that no configuration with `root: true` holds together are workspaces of their
   * own. `given` names files that are open and need not exist; `configs` holds texts that stand in for configurations on disk.
   */
  findPolicies(
    paths: readonly string[],
    given: ReadonlySet<string>,
    configs: ReadonlyMap<string, string>,
  ): Promise<Found>
  /**
   * The last commit of the repository that a file or folder lies in; undefined where there is no git, no repository, or no commit yet.
   * @param known those of repositories that have just been asked
   */
  lastCommit(name: string, known: readonly LastCommit[]): LastCommit | undefined
  /** The policies below a file or folder as they stood in a commit, one file at a time. @throws GitFault */
  committed(commit: LastCommit, name: string, configs: ReadonlyMap<string, string>): Iterable<CommittedFile>
  /** The library for the expressions of custom rules. */
  cel(): Cel
  /** What a file holds; undefined when there is no such file. */
  read(name: string): Promise<PolicyFile | Unreadable | undefined>
  /** A file's text without a byte order mark; undefined when it cannot be read. */
  text(name: string): string | undefined
}
