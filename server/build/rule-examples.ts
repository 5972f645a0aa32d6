import { Checker } from '../checker/checker.ts'
import type { Finding } from '../checker/finding.ts'
import type { Settings } from '../checker/settings.ts'
import { readPolicyFile } from '../language/policy-file.ts'
import type { AssumptionName } from '../rules/assumptions.ts'
import personNamed from '../rules/language/person-named.ts'
import type { Rule, Severity } from '../rules/rule.ts'
import { Workspace } from '../workspace/workspace.ts'

/** The day on which examples are checked that name no other. */
export const usualDay = '2026-11-23'

export type ExampleKind = 'Barrier' | 'Passes' | 'Near miss'

/** A finding that an example expects: under the carets, so severe, and with this text somewhere in its message. */
export interface Mark {
  /** Of the text without markers, from 0. */
  readonly line: number
  readonly start: number
  readonly end: number
  readonly severity: Severity
  readonly message: string
}

/** One file of an example, with its markers taken out. */
export interface ExampleFile {
  readonly name: string
  readonly text: string
  readonly marks: readonly Mark[]
}

/** What an example's files say once the fix of this title is applied. */
export interface After {
  readonly title: string
  readonly files: readonly ExampleFile[]
}

export interface Example {
  /** The id of the rule that it is an example of. */
  readonly rule: string
  readonly kind: ExampleKind
  readonly title: string
  /** Where its heading stands in the examples file, from 1. */
  readonly line: number
  readonly today: string
  readonly options: Readonly<Record<string, number | boolean>>
  readonly assumptions: Partial<Record<AssumptionName, number>>
  readonly files: readonly ExampleFile[]
  readonly afters: readonly After[]
}

export interface RuleExamples {
  readonly rule: string
  readonly examples: readonly Example[]
  /** What in the file is not understood, in words. */
  readonly problems: readonly string[]
}

interface OpenExample extends Example {
  today: string
  readonly options: Record<string, number | boolean>
  readonly assumptions: Partial<Record<string, number>>
  readonly files: ExampleFile[]
  readonly afters: OpenAfter[]
}

interface OpenAfter extends After {
  readonly files: ExampleFile[]
}

/** Reads an examples file: its headings, the lines that set something, and its YAML blocks. Other text is for people. */
export function parseExamples(markdown: string): RuleExamples {
  const lines = markdown.replaceAll('\r\n', '\n').split('\n')
  const examples: OpenExample[] = []
  const problems: string[] = []
  let rule = ''
  let example: OpenExample | undefined
  let after: OpenAfter | undefined
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const fence = /^(`{3,})ya?ml\s*$/.exec(line)?.[1]
    if (fence !== undefined) {
      const end = lines.indexOf(fence, at + 1)
      const files = after?.files ?? example?.files
      if (end < 0 || files === undefined) {
        problems.push(`line ${at + 1}: this block ${end < 0 ? 'is not closed' : 'belongs to no example'}`)
        break
      }
      files.push(unmarked(`example-${files.length + 1}.yaml`, lines.slice(at + 1, end)))
      at = end
      continue
    }
    const heading = /^(#{1,3}) +(.*?)\s*$/.exec(line)
    const level = heading?.[1]?.length
    const title = heading?.[2] ?? ''
    if (level === 1) rule = title
    else if (level === 2) {
      const [, kind, name] = /^(Barrier|Passes|Near miss): (.+)$/.exec(title) ?? []
      if (kind === undefined || name === undefined)
        problems.push(`line ${at + 1}: "${title}" is no Barrier, Passes or Near miss with a title`)
      example = {
        rule,
        // The expression above lets nothing else through; a heading that it refuses is reported.
        kind: (kind ?? 'Barrier') as ExampleKind,
        title: name ?? title,
        line: at + 1,
        today: usualDay,
        options: {},
        assumptions: {},
        files: [],
        afters: [],
      }
      examples.push(example)
      after = undefined
    } else if (level === 3) {
      const name = /^After: (.+)$/.exec(title)?.[1]
      if (name === undefined || example === undefined)
        problems.push(`line ${at + 1}: "${title}" is no After of an example`)
      after = { title: name ?? title, files: [] }
      example?.afters.push(after)
    } else if (example !== undefined) set(example, line)
  }
  return { rule, examples, problems }
}

/** `Today: 2027-02-01`, `Option: name = value`, `Assumption: name = value` */
function set(example: OpenExample, line: string): void {
  const today = /^Today: (\d{4}-\d{2}-\d{2})\s*$/.exec(line)?.[1]
  if (today !== undefined) example.today = today
  const [, sort, name, value] = /^(Option|Assumption): ([\w-]+) = (\S+)\s*$/.exec(line) ?? []
  if (name === undefined) return
  if (sort === 'Option') example.options[name] = value === 'true' ? true : value === 'false' ? false : Number(value)
  else example.assumptions[name] = Number(value)
}

const marker = /^(\s*#\s*)(\^+)\s+(error|warning|info)(?::\s*(.*?))?\s*$/
/** For a range that begins where the marker's own "#" would have to stand. */
const markerAtStart = /^(\s*)#<(\^+)\s+(error|warning|info)(?::\s*(.*?))?\s*$/

/** Takes the markers out of a block; each belongs to the last line above it that is none. */
function unmarked(name: string, lines: readonly string[]): ExampleFile {
  const kept: string[] = []
  const marks: Mark[] = []
  for (const line of lines) {
    const usual = marker.exec(line)
    const found = usual ?? markerAtStart.exec(line)
    if (found === null) {
      kept.push(line)
      continue
    }
    const start = found[1]?.length ?? 0
    const severity = found[3]
    marks.push({
      line: kept.length - 1,
      start,
      end: start + (found[2]?.length ?? 0),
      severity: severity === 'warning' || severity === 'info' ? severity : 'error',
      message: found[4] ?? '',
    })
  }
  return { name, text: `${kept.join('\n')}\n`, marks }
}

type Files = readonly Pick<ExampleFile, 'name' | 'text'>[]

/** A workspace that holds files as an example gives them, on the example's day. */
function workspaceOf({ today }: Pick<Example, 'today'>, files: Files): Workspace {
  const workspace = new Workspace(today)
  workspace.change(() => {
    for (const { name, text } of files) workspace.replace(name, readPolicyFile(text))
  })
  return workspace
}

/**
 * Checks files as an example gives them, by these rules, with the options and assumptions of the example. Examples of suppressions
 * suppress what another rule finds, which is checked with them.
 */
export function check(
  example: Example,
  files: Files,
  rules: readonly Rule[],
): { readonly findings: readonly Finding[]; readonly passed: number } {
  const settings: Settings = {
    forFile: () => ({ severity: () => undefined, options: ({ id }) => (id === example.rule ? example.options : {}) }),
    assumptions: example.assumptions,
    exchangeRates: [],
  }
  const suppressible =
    example.rule.startsWith('language/suppression-') && !rules.includes(personNamed) ? [personNamed] : []
  const checker = new Checker(workspaceOf(example, files), [...rules, ...suppressible], settings)
  return {
    findings: checker.findings().filter(({ rule }) => rules.some(({ id }) => id === rule)),
    passed: checker.judgements.reduce((sum, judgement) => sum + judgement.passed, 0),
  }
}
