import assert from 'node:assert/strict'
import { shownValue } from '../../server/workings/expression.ts'
import { numbersText } from '../../server/workings/expression-text.ts'
import type { Step } from '../../server/workings/step.ts'
import { calculated } from './arithmetic.ts'
import { findingsInExamples, findingsInSample, type Sample } from './every-finding.ts'

/** Figures that only say how many of something there are, which anybody can count at the places that the finding names. */
const counted: ReadonlySet<string> = new Set([
  'agreements-to-manage',
  'classes-ended-by-one',
  'commitments-of-one',
  'consulted',
  'deciders',
  'functions-on-goal',
  'goal-owners',
  'goals-serving-purpose',
  'handoffs',
  'largest-comparison',
  'layers',
  'levels-apart',
  'levels-below',
  'levels-below-top',
  'lines-for-partner',
  'newcomers',
  'people-compared-in-team',
  'rivals-in-team',
  'sponsored-alliances',
  'units-not-paid',
])

const corpora: readonly (readonly [name: string, samples: readonly Sample[]])[] = [
  ['the sample company', findingsInSample('samples/meridian')],
  ['the same company without its barriers', findingsInSample('samples/meridian-after')],
  ['what companies published', findingsInSample('samples/published')],
  ['the examples of the rules', await findingsInExamples()],
]

interface WorkedStep {
  readonly where: string
  readonly step: Step
}

for (const [name, samples] of corpora) {
  describe(`workings of ${name}`, () => {
    const figures = samples.flatMap(({ where, finding, figures }) =>
      figures.map(({ figure, steps }) => ({ where: `${where} (${finding.rule}, ${figure.name})`, figure, steps })),
    )
    const steps: readonly WorkedStep[] = figures.flatMap(({ where, steps }) =>
      steps.map((step) => ({ where: `${where}: ${step.title}`, step })),
    )

    it('end with the figure that the finding says', () => {
      for (const { where, figure, steps } of figures) {
        const last = steps.at(-1)
        if (last === undefined) continue
        const value = shownValue(last.result)
        const off = Math.abs(value - figure.value)
        assert.ok(
          off <= 1e-7 * Math.max(1, Math.abs(figure.value)),
          `${where}: worked out ${value}, said ${figure.value}`,
        )
        assert.equal(last.result.currency, figure.currency, where)
      }
    })

    it('are there for every figure that is more than a count', () => {
      const without = figures.filter(({ steps }) => steps.length === 0)
      for (const { where, figure } of without)
        assert.ok(figure.unit === 'count' && counted.has(figure.name), `${where} has no working.`)
    })

    it('can be calculated again from the printed numbers alone', () => {
      for (const { where, step } of steps) {
        if (step.how.kind === 'numerically') continue
        const line = numbersText(step.how)
        const value = calculated(line)
        const { result } = step
        assert.ok(
          Math.abs(value - result.value) <= 2e-4 * Math.max(0.01, Math.abs(result.value)),
          `${where}: ${line} is ${value}, not ${result.value}`,
        )
      }
    })

    it('add up the columns of their tables', () => {
      for (const { where, step } of steps) {
        const { table, how } = step
        if (table === undefined || how.kind !== 'total') continue
        const sums = table.columns.map((_, at) => table.cells.reduce((sum, { values }) => sum + (values[at] ?? 0), 0))
        const sum = how.terms.reduce((all, term) => all + term, 0)
        const isColumn = sums.some((one) => Math.abs(one - sum) < 1e-9 * Math.max(1, Math.abs(sum)))
        assert.ok(
          isColumn || how.name === 'months that fall short',
          `${where}: ${sum} is the sum of no column (${sums.join(', ')})`,
        )
      }
    })
  })
}

describe('the corpus of workings', () => {
  it('shows every sort of arithmetic', () => {
    const all = corpora.flatMap(([, samples]) =>
      samples.flatMap(({ figures }) => figures.flatMap(({ steps }) => steps)),
    )
    const words = all.flatMap(({ how }) => (how.kind === 'numerically' ? [how.words] : []))
    const lines = all.flatMap(({ how }) => (how.kind === 'numerically' ? [] : [numbersText(how)]))
    assert.ok(all.length > 500)
    assert.ok(words.some((text) => text.includes('quadrature')))
    assert.ok(words.some((text) => text.includes('bivariate normal')))
    for (const sign of ['choose(', 'rounded', 'the larger of', '²', '^', '%'])
      assert.ok(
        lines.some((line) => line.includes(sign)),
        sign,
      )
  })
})
