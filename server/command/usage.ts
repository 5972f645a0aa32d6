/** Wrong use of the command: one line that says what to do instead, and exit code 2. */
export class UsageError extends Error {}

export const exitCodes = { clean: 0, findings: 1, unusable: 2 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** What a command reads and writes, so that tests can stand in for the process. */
export interface Console {
  readonly cwd: string
  readonly out: (text: string | Uint8Array) => void
  readonly error: (text: string) => void
  /** Whether `out` is a terminal that shows colours. */
  readonly colours: boolean
  /** Columns of the terminal; 100 where it is none. */
  readonly width: number
  readonly readInput: () => Buffer
  /** Writes a report to a file. Throws what the operating system throws. */
  readonly write: (path: string, report: string) => void
  /** Today, as an ISO date. */
  readonly today: string
  /** Asks the user and gives the answer, without spaces around it; missing where nobody could answer. */
  readonly ask?: (question: string) => Promise<string>
  /** Says that the user wants it to end. */
  readonly interrupted?: AbortSignal
}

export const help = `Concord finds barriers to collaboration in a company's leadership policies.

Usage
  concord init [FOLDER]        write a first set of policies to begin with
  concord import WHAT FILE     bring commitments or allocations (CSV) or a calendar (iCalendar) into policies
  concord check [paths...]     check the policies in files and folders (default: this folder)
  concord scorecard [paths...] score their whole workspace, and say what each fix gains and what has changed
  concord compare REV [paths]  say what is new, gone and unchanged since a revision in git
  concord baseline [paths...]  write what is found today into a baseline, which then does not fail; later, take out what is gone
  concord waivers [paths...]   list what is put up with for a time: comments in policies, waivers in .concord.yaml
  concord config [FILE]        say which settings hold for a file or folder, and where each comes from
  concord rules                list every rule
  concord explain RULE         say what a rule finds, why it hurts, and how sure that is
  concord explain RULE --policy NAME [paths...]
                               show the arithmetic of what the rule finds in a policy, step by step
  concord schema [NAME]        list the JSON Schemas of policies, configurations and reports, or print one for other tools
  concord lsp --stdio          serve an editor that speaks the language server protocol
  concord help | --version

Options of check
  --format FORMAT[=FILE]       how to report, and to which file; may be repeated (default: text):
                               text, json, sarif, junit, github, gitlab, checkstyle, markdown
  --output FILE                write the report that has no file of its own to this one
  --fail-on error|warning|info the least severity that makes the check fail (default: error)
  --exit-zero                  succeed whatever is found
  --fix                        apply the safe fixes
  --unsafe-fixes               with --fix: also those that change what a policy says
  --diff                       with --fix: print the changes instead of making them
  --stdin-filename FILE        check the text on standard input as if it were this file
  --changed REV                only what changed since a revision in git, and what depends on it
  --cache                      remember the result in .concord-cache, and give it again while nothing has changed
  --watch                      check again whenever a policy or a configuration changes
  --today DATE                 judge as of this day, as year-month-day (default: today)
  --quiet                      only findings at or over the threshold, without scores and advice

Options of scorecard
  --format FORMAT              text, json, markdown, html (default: text)
  --output FILE                write it to a file
  --fail-under N               fail where the overall score is below N, from 0 to 100; .concord.yaml can ask for
                               this, and for the least score of each component
  --since REV                  also what has changed since a revision in git: the scores, and what is new and gone
  --direct                     with --since: compare with the revision itself, not with where this work left it
  --history N                  instead: how the scores moved over the last N commits that changed policies (text, json);
                               with html, as a chart on the page, also beside --since
  --today DATE                 judge as of this day, as year-month-day (default: today)

Options of compare
  REV is a branch, a tag or a commit. The present files are compared with where this work left it. Only what is new can fail.
  --direct                     compare with the revision itself
  --format text|json|markdown  how to report (default: text)
  --output, --fail-on, --exit-zero, --today, --quiet   as for check

Options of baseline
  --add                        put new findings into a baseline that is there already
  --today DATE

Options of waivers
  --format text|json
  --today DATE

Options of config
  --format text|json
  --all                        every rule with its options, not only those that differ from their defaults

Options of rules, and of explain with a policy
  --format text|json
  --policy NAME                with explain: the policy, as Kind/name or just its name
  --today DATE                 with explain: judge as of this day
  --test                       run the examples of the company's own rules (customRules in .concord.yaml)

Options of init                what is not said is asked
  --kind KIND                  co-development, reseller or one-company
  --company NAME, --partner NAME, --currency CODE
  --year YEAR                  the year to plan for (default: this one, from October on the next)

Options of import             WHAT is commitments, allocations or calendar
  --into NAME                  the policy to import into, where rows do not say and there are several
  --create FILE                with --into: write a new policy to this file
  --diff                       print the changes instead of making them
  --dates day-first|month-first  what 03/04/2027 means
  --decimal point|comma        the sign before fractions, where the numbers do not tell
  --column FIELD=HEADING       what a column holds, where its heading does not tell; may be repeated
  --body NAME=TITLE            whose meetings have this title in a calendar; may be repeated
  --blackouts                  make blackouts of what lasts several whole days in a calendar
  --year YEAR                  the year of a calendar to import (default: this one)

A path is checked against its whole workspace: everything below the folder whose .concord.yaml says "root: true", or else the paths given.
Exit codes: 0 nothing at or over the threshold; 1 findings; 2 wrong use, broken configuration, unreadable input or a fault of Concord.
`
