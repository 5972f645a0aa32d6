import pico from 'picocolors'
import { plain } from '../reports/paint.ts'
import { wrapped } from '../reports/wrap.ts'
import type { RulesHere } from './custom-rules-here.ts'
import { exampleFault } from './rule-examples.ts'
import { shownFrom } from './shown-name.ts'
import { type Console, type ExitCode, exitCodes, UsageError } from './usage.ts'

/** `concord rules --test`: runs the examples of the custom rules. */
export function testRules({ rules, placed, errors }: RulesHere, console: Console): ExitCode {
  if (placed.length === 0 && errors.length === 0)
    throw new UsageError('There are no custom rules here: customRules in .concord.yaml names the files that hold them.')
  const { bold, dim } = console.colours ? pico.createColors(true) : plain
  const name = shownFrom(console.cwd)
  let failed = 0
  let run = 0
  for (const rule of rules) {
    const one = placed.find(({ definition }) => definition.id === rule.id)
    const examples = one?.definition.examples ?? []
    console.out(`${bold(rule.id)}${examples.length === 0 ? dim('  no examples') : ''}\n`)
    for (const [index, example] of examples.entries()) {
      run++
      const fault = exampleFault(rule, example)
      const kind = Object.keys(example).find((key) => key !== 'today') ?? 'example'
      if (fault === undefined) {
        console.out(`  ok      ${kind}\n`)
        continue
      }
      failed++
      const place = one === undefined ? '' : placeText(one, index, name)
      console.out(`  failed  ${kind}  ${dim(place)}\n${wrapped(fault, console.width, '          ')}\n`)
    }
  }
  console.out(`\n${run} examples of ${rules.length} rules, ${failed} failed.\n`)
  return errors.length > 0 ? exitCodes.unusable : failed > 0 ? exitCodes.findings : exitCodes.clean
}

function placeText(
  { file, places, path }: RulesHere['placed'][number],
  index: number,
  name: (file: string) => string,
): string {
  return `${name(file)}:${places.positionOf([...path, 'examples', index]).line + 1}`
}
