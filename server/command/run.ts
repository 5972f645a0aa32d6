import { GitFault } from '../hosts/git/git.ts'
import { nearest } from '../language/did-you-mean.ts'
import { visible } from '../reports/visible.ts'
import { baseline } from './baseline.ts'
import { check } from './check.ts'
import { compare } from './compare.ts'
import { config } from './config.ts'
import { explain } from './explain.ts'
import { lsp } from './lsp.ts'
import { listRules } from './rules.ts'
import { schema } from './schema.ts'
import { scorecardCommand } from './scorecard.ts'
import { type Console, type ExitCode, exitCodes, help, UsageError } from './usage.ts'
import { version } from './version.ts'
import { waivers } from './waivers.ts'

type Command = (words: readonly string[], console: Console) => ExitCode | Promise<ExitCode>

const commands: Readonly<Record<string, Command>> = {
  check,
  compare,
  scorecard: scorecardCommand,
  init: async (words, console) => (await import('./init.ts')).init(words, console),
  // What reads spreadsheets and calendars is loaded when it is wanted.
  import: async (words, console) => (await import('./import.ts')).importInto(words, console),
  rules: listRules,
  baseline,
  waivers,
  explain,
  config,
  schema,
  lsp,
  help: (_, console) => {
    console.out(help)
    return exitCodes.clean
  },
}

/** Runs the command that the words name. Never throws: what goes wrong is one line, and exit code 2. */
export function run(words: readonly string[], console: Console): ExitCode | Promise<ExitCode> {
  try {
    const [name, ...rest] = words
    if (name === '--version' || name === '-V') {
      console.out(`concord ${version}\n`)
      return exitCodes.clean
    }
    if (name === undefined || name === '--help' || name === '-h' || rest.includes('--help') || rest.includes('-h')) {
      console.out(help)
      return exitCodes.clean
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command === undefined) {
      const meant = nearest(name, Object.keys(commands))
      throw new UsageError(
        `There is no command "${name}". ${meant === undefined ? '"concord help" lists them.' : `Did you mean "concord ${meant}"?`}`,
      )
    }
    const code = command(rest, console)
    return typeof code === 'number' ? code : code.catch((error: unknown) => failed(error, console))
  } catch (error) {
    return failed(error, console)
  }
}

function failed(error: unknown, console: Console): ExitCode {
  const fault =
    error instanceof UsageError || error instanceof GitFault
      ? visible(error.message)
      : `Concord failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  console.error(`concord: ${fault}\n`)
  return exitCodes.unusable
}
