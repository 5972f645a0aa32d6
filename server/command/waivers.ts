import pico from 'picocolors'
import { plain } from '../reports/paint.ts'
import { waiversJson, waiversText } from '../reports/waivers.ts'
import { oneOf, parsed } from './check-options.ts'
import { pathsAndDay } from './paths-and-day.ts'
import { printErrors } from './printing.ts'
import { shownFrom } from './shown-name.ts'
import { type Console, type ExitCode, exitCodes } from './usage.ts'
import { version } from './version.ts'
import { exemptionsIn, loadWorkspaces } from './workspaces.ts'

/** `concord waivers`: lists what sets findings aside, in policies and configurations, with what has become of it. */
export function waivers(words: readonly string[], console: Console): ExitCode {
  const { values, positionals } = parsed(words, { format: { type: 'string' }, today: { type: 'string' } })
  const format = oneOf('--format', values.format, ['text', 'json'], 'text')
  const { paths, today } = pathsAndDay(positionals, values.today, console)
  const { workspaces, errors } = loadWorkspaces(paths, console.cwd, today)
  const listed = {
    exemptions: workspaces.flatMap(exemptionsIn),
    today,
    toolVersion: version,
    nameOf: shownFrom(console.cwd),
  }
  const paint = console.colours ? pico.createColors(true) : plain
  console.out(
    format === 'json' ? `${JSON.stringify(waiversJson(listed), null, 2)}\n` : waiversText(listed, paint, console.width),
  )
  printErrors(errors, console)
  return errors.length > 0 ? exitCodes.unusable : exitCodes.clean
}
