import { dirname } from 'node:path'

/** Why git cannot give what was asked of it: one line in plain words, which says what to do instead. */
export class GitFault extends Error {}

/**
 * Hooks and other programs run by git are told by these which repository, index and objects they are about; here it is always the
 * repository that a folder lies in. What `git -c` and CI set as configuration stays: it may say which owners are trusted.
 */
const aboutOneRepository: ReadonlySet<string> = new Set([
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_DIR',
  'GIT_GLOB_PATHSPECS',
  'GIT_GRAFT_FILE',
  'GIT_ICASE_PATHSPECS',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_LITERAL_PATHSPECS',
  'GIT_NAMESPACE',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_NO_REPLACE_OBJECTS',
  'GIT_OBJECT_DIRECTORY',
  'GIT_PREFIX',
  'GIT_REPLACE_REF_BASE',
  'GIT_SHALLOW_FILE',
  'GIT_WORK_TREE',
])

/** Nothing is asked, locked, written, or fetched, and messages come in the language that this program knows. */
const quiet: Readonly<Record<string, string>> = {
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
}

/** No hook, no pager and no other program, whatever the repository's configuration says. */
const alone = ['--no-pager', '--literal-pathspecs', '-c', 'core.fsmonitor=false', '-c', 'log.showSignature=false']

/** What git said: its output, or its complaint when it did not succeed. */
export type Answer = { readonly output: Buffer } | { readonly complaint: string }

/** Runs the git program in a folder, without a shell. @throws GitFault where there is no git, or it does not trust the repository. */
export class Git {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  ask(words: readonly string[], input?: string): Answer {
    // Starting other programs is loaded when it is needed: a check of today's files does not pay for it.
    const { spawnSync } = process.getBuiltinModule('node:child_process')
    const { error, status, stdout, stderr } = spawnSync('git', ['-C', this.folder, ...alone, ...words], {
      // Windows looks for a program in the present folder first, and a repository may hold one that is called git.
      cwd: dirname(process.execPath),
      env: surroundings(),
      maxBuffer: Number.POSITIVE_INFINITY,
      windowsHide: true,
      ...(input === undefined ? {} : { input }),
    })
    if (error !== undefined) throw new GitFault(cannotStart(error))
    if (status === 0) return { output: stdout }
    const complaint = complaintIn(stderr.toString())
    if (complaint.includes('dubious ownership'))
      throw new GitFault(
        `Git does not trust the repository at ${this.folder}, because it belongs to another user. If it is yours, run: git config --global --add safe.directory "${this.folder}"`,
      )
    if (/promisor remote|lazy fetch/.test(complaint))
      throw new GitFault(
        'This clone is partial: it lacks texts of that revision, and Concord fetches nothing. Clone without --filter, or check that revision out once.',
      )
    return { complaint }
  }

  /** What git answers as text, without the line break at its end; undefined when it does not succeed. */
  line(words: readonly string[]): string | undefined {
    const answer = this.ask(words)
    return 'output' in answer ? answer.output.toString().replace(/\r?\n$/, '') : undefined
  }

  /** @throws GitFault with what git complained about. */
  output(words: readonly string[], input?: string): Buffer {
    const answer = this.ask(words, input)
    if ('output' in answer) return answer.output
    throw new GitFault(`Git cannot read this repository: ${answer.complaint}`)
  }
}

function surroundings(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !aboutOneRepository.has(name))
  return { ...Object.fromEntries(kept), ...quiet }
}

function cannotStart(error: Error): string {
  return 'code' in error && error.code === 'ENOENT'
    ? 'Comparing with another revision needs the program git, which is not found here. Install it (https://git-scm.com), or make sure that PATH names its folder.'
    : `Git cannot be started: ${error.message}.`
}

function complaintIn(said: string): string {
  const lines = said.split('\n').filter((line) => line !== '')
  return (lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines[0] ?? 'no reason given').replace(
    /^(?:fatal|error): /,
    '',
  )
}
