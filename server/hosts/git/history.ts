import { join } from 'node:path'
import type { Commit, Repository } from './repository.ts'

/** A commit, and the files that differ from the commit before it in the line of its first parents. */
export interface ChangingCommit extends Commit {
  readonly changes: readonly BlobChange[]
}

export interface BlobChange {
  readonly path: string
  /** The contents before and after; what came or has gone has one of them. */
  readonly ids: readonly string[]
}

/** As many as are asked of git at once. */
const commitsAtOnce = 200

/** The commits that lead to the present one, newest first, each merge as one step, as far as they change files of the given names. */
export function* changingCommits(
  { git, folder }: Repository,
  isWanted: (path: string) => boolean,
): Generator<ChangingCommit> {
  for (let skip = 0; ; skip += commitsAtOnce) {
    const told = git.output([
      'log',
      '--first-parent',
      '-m',
      '--raw',
      '-z',
      '--no-abbrev',
      '--no-renames',
      '--date=format:%Y-%m-%d',
      '--format=%x01%H%x01%cd%x01%s',
      `--max-count=${commitsAtOnce}`,
      `--skip=${skip}`,
      'HEAD',
    ])
    const commits = commitsIn(told.toString(), folder)
    for (const commit of commits) {
      const changes = commit.changes.filter(({ path }) => isWanted(path))
      if (changes.length > 0) yield { ...commit, changes }
    }
    if (commits.length < commitsAtOnce) return
  }
}

/** What git says is a head for each commit, then pairs of `:mode mode id id status` and path. */
function commitsIn(told: string, folder: string): readonly ChangingCommit[] {
  const commits: (Commit & { readonly changes: BlobChange[] })[] = []
  const words = told.split('\0').map((word) => word.replace(/^\n/, ''))
  for (const [index, word] of words.entries()) {
    if (word.startsWith('\x01')) {
      const [id = '', day = '', ...subject] = word.slice(1).split('\x01')
      commits.push({ id, day, subject: subject.join(' '), changes: [] })
    } else if (/^:\d{6} \d{6} /.test(word)) {
      const [, , before = '', after = ''] = word.split(' ')
      const ids = [before, after].filter((id) => !/^0*$/.test(id))
      commits.at(-1)?.changes.push({ path: join(folder, words[index + 1] ?? ''), ids })
    }
  }
  return commits
}
