import { readFileSync } from 'node:fs'
import { components } from '../../server/rules/rule.ts'

/** What a run of everything goes through one after the other, so that what is done stays known when it is stopped. */
export const parts: readonly string[] = [
  'server/models',
  'server/rules/*.ts',
  ...[...components, 'language'].map((component) => `server/rules/${component}`),
]

/** What StrykerJS mutates for a part. */
export function patternOf(part: string): string {
  return part.endsWith('.ts') ? part : `${part}/**`
}

/** As far as this reads StrykerJS's report: https://github.com/stryker-mutator/mutation-testing-elements (report schema) */
interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>
}

type Mutants = Report['files'][string]['mutants']

/** A line for each part that was run, now or earlier, and one for all: how many changes there were, how many survived, and the score. */
export function scores(reportFile: string): string {
  const files = Object.entries((JSON.parse(readFileSync(reportFile, 'utf8')) as Report).files)
  const rows = parts.flatMap((part) => {
    const mutants = files.flatMap(([file, held]) => (partOf(file) === part ? held.mutants : []))
    return mutants.length === 0 ? [] : [row(part, mutants)]
  })
  const all = files.flatMap(([, { mutants }]) => mutants)
  return [cells('part', 'changes', 'survived', 'score'), ...rows, row('in all', all)].join('\n')
}

function partOf(file: string): string {
  const folder = file.slice(0, file.lastIndexOf('/'))
  return folder === 'server/rules' ? 'server/rules/*.ts' : folder
}

function row(part: string, mutants: Mutants): string {
  const count = (...statuses: readonly string[]) => mutants.filter(({ status }) => statuses.includes(status)).length
  // What ends in a loop without end is noticed; what no test reaches is not.
  const [noticed, survived] = [count('Killed', 'Timeout'), count('Survived', 'NoCoverage')]
  const changes = noticed + survived
  return cells(part, `${changes}`, `${survived}`, changes === 0 ? '' : `${((100 * noticed) / changes).toFixed(1)} %`)
}

function cells(part: string, ...values: readonly string[]): string {
  return `${part.padEnd(32)}${values.map((value) => value.padStart(10)).join('')}`
}
