import { type Figure, figureText } from '../rules/figure.ts'
import type { ExplainedFigure, Input } from '../workings/explanation.ts'
import { formulaText, numbersText, resultText } from '../workings/expression-text.ts'
import type { Origin } from '../workings/origins.ts'
import type { Step, Table } from '../workings/step.ts'
import { columns } from './columns.ts'
import type { Paint } from './paint.ts'
import { visible } from './visible.ts'
import { wrapped } from './wrap.ts'

export interface WorkingLayout {
  readonly paint: Paint
  readonly width: number
  readonly nameOf: (file: string) => string
}

/** What goes into workings: each number with where it stands, or how it is set. */
export function inputsText(inputs: readonly Input[], layout: WorkingLayout): string {
  const values = inputs.map(resultText)
  const [names, amounts] = [widest(inputs.map(({ name }) => name)), widest(values)]
  return inputs
    .map((input, at) => {
      const head = `    ${padded(visible(input.name), Math.min(names, 44))}  ${' '.repeat(amounts - columns(values[at] ?? ''))}${values[at]}`
      const origin = originText(input.origin, layout)
      if (columns(head) + 2 + columns(origin) <= layout.width) return `${head}  ${layout.paint.dim(origin)}\n`
      return `${head}\n${layout.paint.dim(wrapped(origin, layout.width, '        '))}\n`
    })
    .join('')
}

function originText({ place, says }: Origin, { nameOf }: WorkingLayout): string {
  const stands = place === undefined ? '' : `${nameOf(place.file)}:${place.line + 1} ${place.path}`
  return visible([stands, says].filter((part) => part !== '').join('; '))
}

/** The figures with their steps. A step that several figures need is shown once. */
export function figuresText(figures: readonly ExplainedFigure[], layout: WorkingLayout): string {
  const shown: Shown = { steps: new Map(), tables: new Map() }
  return figures.map((figure) => figureSteps(figure, shown, layout)).join('')
}

/** In which step something was shown first. */
interface Shown {
  readonly steps: Map<string, number>
  readonly tables: Map<Table, number>
}

function figureSteps({ figure, steps }: ExplainedFigure, shown: Shown, layout: WorkingLayout): string {
  const { bold, dim } = layout.paint
  const heading = `\n  ${bold(visible(`${figure.title}: ${figureText(figure)}`))}\n`
  if (steps.length === 0) return `${heading}    ${dim('counted in the policies')}\n`
  const made = steps.map((step) => {
    const key = `${step.title} ${numbersOf(step)} ${step.result.value}`
    const known = shown.steps.get(key)
    if (known !== undefined) return step === steps.at(-1) ? `    ${dim(`as in step ${known}`)}\n` : ''
    shown.steps.set(key, shown.steps.size + 1)
    return stepText(step, shown, layout)
  })
  return heading + made.join('')
}

function stepText(step: Step, shown: Shown, layout: WorkingLayout): string {
  const number = shown.steps.size
  const head = wrapped(visible(`${number}. ${step.title}`), layout.width, '    ')
  const tabled = step.table === undefined ? undefined : shown.tables.get(step.table)
  if (step.table !== undefined && tabled === undefined) shown.tables.set(step.table, number)
  const table =
    step.table === undefined
      ? ''
      : tabled === undefined
        ? tableText(step.table, layout)
        : `       ${layout.paint.dim(`by the table of step ${tabled}`)}\n`
  const line = (text: string): string => `${wrapped(visible(text), layout.width, '       ')}\n`
  const result = resultText(step.result)
  if (step.how.kind === 'numerically') return `${head}\n${table}${line(`${step.how.words}`)}${line(`= ${result}`)}`
  const [formula, numbers] = [formulaText(step.how), numbersText(step.how)]
  if (step.how.kind === 'given' || step.how.kind === 'number')
    return `${head}\n${table}${line(`${formula} = ${result}`)}`
  return `${head}\n${table}${line(formula)}${line(`= ${numbers}`)}${numbers === result ? '' : line(`= ${result}`)}`
}

function numbersOf({ how }: Step): string {
  return how.kind === 'numerically' ? how.words : numbersText(how)
}

/** More rows than these are cut in the middle; the JSON has all of them. */
const mostRows = 24

function tableText({ rows, by, columns: titles, cells }: Table, { paint, width }: WorkingLayout): string {
  const lines = cells.map(({ label, values }) => [
    visible(label),
    ...titles.map((column, at) => {
      const value = values[at]
      return value === undefined ? '' : resultText({ value, unit: column.unit })
    }),
  ])
  const cut = lines.length > mostRows ? [...lines.slice(0, 12), ['…'], ...lines.slice(-8)] : lines
  const all = [[rows, ...titles.map(({ title }) => visible(title))], ...cut]
  const widths = [rows, ...titles].map((_, at) => widest(all.map((line) => line[at] ?? '')))
  const text = all.map((line, row) => {
    const shown = line
      .map((cell, at) => (at === 0 ? padded(cell, widths[0] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
    return `         ${row === 0 ? paint.dim(shown) : shown}\n`
  })
  return `${text.join('')}${by === undefined ? '' : `${wrapped(visible(by), width, '       ')}\n`}`
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(columns))
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)))
}

/** What figures assume in words, such as that a question comes up at any time: the numbers stand among what goes in. */
export function assumptionsText(figures: readonly Pick<Figure, 'assumptions'>[]): readonly string[] {
  const worded = figures.flatMap(({ assumptions = [] }) => assumptions).filter(({ value }) => typeof value === 'string')
  return [...new Set(worded.map(({ name, value, from }) => `${name.replace(/-/g, ' ')}: ${value} (${from})`))]
}
