import { Checker } from '../checker/checker.ts'
import type { Finding } from '../checker/finding.ts'
import { defaultSettings } from '../checker/settings.ts'
import type { CustomRule } from '../config/generated/config.ts'
import { readPolicyFile } from '../language/policy-file.ts'
import { Lines } from '../language/range.ts'
import type { Rule } from '../rules/rule.ts'
import { anyChange } from '../workspace/tracking.ts'
import { Workspace } from '../workspace/workspace.ts'

type Example = NonNullable<CustomRule['examples']>[number]

/** The day on which examples are judged that name none. */
const usualDay = '2027-01-15'

const file = 'example.yaml'

/** What is wrong with an example of a rule; undefined when the rule does what the example says. */
export function exampleFault(rule: Rule, example: Example): string | undefined {
  const { barrier, passes, silent, today = usualDay } = example
  const given = [barrier, passes, silent].filter((text) => text !== undefined)
  const [text, second] = given
  if (text === undefined || second !== undefined) return 'It says one of "barrier", "passes" and "silent".'
  const { plain, marks } = unmarked(text)
  if (barrier === undefined && marks.length > 0) return 'Only a barrier has places marked with « and ».'
  if (barrier !== undefined && marks.length === 0) return 'Mark what the rule finds: «value».'
  const workspace = new Workspace(today, anyChange())
  workspace.replace(file, readPolicyFile(plain))
  const [broken] = workspace.files.flatMap(({ content }) => content.documents.flatMap(({ problems }) => problems))
  const lines = new Lines(plain)
  const at = (offset: number): string => {
    const { line, column } = lines.position(offset)
    return `line ${line + 1}, column ${column + 1}`
  }
  if (broken !== undefined) return `Its policy is not right, in ${at(broken.range.start)}: ${broken.message}`
  if (workspace.entries.length === 0) return 'It holds no policy: a policy begins with "apiVersion: leadership/v1".'
  const checker = new Checker(workspace, [rule], defaultSettings)
  const found: readonly Finding[] = checker.findings()
  const failed = found.find(({ internal }) => internal)
  if (failed !== undefined) return failed.text.what
  const missing = marks.filter(
    (mark) => !found.some(({ place }) => place.range.start === mark.start && place.range.end === mark.end),
  )
  const unexpected = found.filter(
    ({ place }) => !marks.some((mark) => mark.start === place.range.start && mark.end === place.range.end),
  )
  const parts = [
    ...missing.map(({ start, end }) => `Nothing is found at "${plain.slice(start, end)}" (${at(start)}).`),
    ...unexpected.map(
      ({ place: { range }, text }) =>
        `It finds "${plain.slice(range.start, range.end)}" (${at(range.start)}): ${text.what}`,
    ),
  ]
  if (parts.length > 0) return parts.join(' ')
  const looked = checker.judgements.length > 0
  if (passes !== undefined && !looked) return 'The rule looks at nothing here; an example of that is called "silent".'
  return silent !== undefined && looked
    ? 'The rule looks at something here and finds it right; an example of that is called "passes".'
    : undefined
}

/** A text without its marks, and the ranges that they enclosed. */
function unmarked(text: string): {
  readonly plain: string
  readonly marks: readonly { readonly start: number; readonly end: number }[]
} {
  const marks: { start: number; end: number }[] = []
  let plain = ''
  for (const letter of text.split('')) {
    if (letter === '«') marks.push({ start: plain.length, end: plain.length })
    else if (letter === '»') {
      const open = marks.at(-1)
      if (open !== undefined) open.end = plain.length
    } else plain += letter
  }
  return { plain, marks }
}
