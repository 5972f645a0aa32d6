import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { linkedScorecard } from '../../server/scorecard/lost-points.ts'
import { scorecardVersion } from '../../server/scorecard/scorecard.ts'
import { costOf, talliesOf } from '../../server/scorecard/tallies.ts'
import { judgedTexts } from './judged-texts.ts'

const page = readFileSync('docs/scorecard.md', 'utf8')

function tableAfter(words: string): readonly (readonly string[])[] {
  const from = page.slice(page.indexOf(words))
  const [table = ''] = from.slice(from.indexOf('\n|')).trimStart().split('\n\n')
  const rows = table.split('\n').slice(2)
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  )
}

const one = (value: number): string => value.toFixed(1)

describe('the worked example of docs/scorecard.md', () => {
  const [, text = ''] = page.match(/```yaml\n([\s\S]*?)```/) ?? []
  const { judged } = judgedTexts(new Map([['example.yaml', text]]))
  const card = linkedScorecard(judged)
  const tallies = talliesOf(judged)
  const scoreOf = (component: string): number =>
    card.components.find((score) => score.component === component)?.score ?? assert.fail(component)

  it('counts what each rule looks at', () =>
    assert.deepEqual(
      tableAfter('Four rules find something'),
      tallies.map((tally) => {
        const { rule, weight, passed, findings, setAside } = tally
        const checks = passed + findings.length + setAside.length
        const kept = findings.reduce((left, finding) => left - costOf(finding, tally), weight)
        const sum = `${weight} − ${findings.length} × ${weight} ÷ ${checks} = ${kept}`
        return [rule, `${weight}`, `${passed}`, `${findings.length}`, `${setAside.length}`, sum]
      }),
    ))
  it('has the scores that it says', () => {
    const said = [...page.matchAll(/\*\*(\d+\.\d)\*\*/g)].map(([, number]) => number)
    assert.deepEqual(said, [one(scoreOf('performance')), one(scoreOf('resources')), one(card.overall ?? 0)])
    assert.ok(page.includes(`over ${card.coverage} of 7 components`))
  })
  it('waives what it says', () => {
    const waived = card.components.find(({ component }) => component === 'resources')?.waived ?? 0
    assert.ok(
      page.includes(
        `= ${one(waived)} points are\n  waived, and without that the score would be ${one(scoreOf('resources') - waived)}.`,
      ),
    )
  })
  it('gains what it says', () =>
    assert.deepEqual(
      tableAfter('- Overall: ').map(([rule, own = '', overall]) => [rule, own.split(' = ')[1], overall]),
      card.rules.map(({ rule, gain }) => [rule, one(gain.component), one(gain.overall)]),
    ))
  it('is about this version of the formula', () => {
    assert.ok(page.includes(`This is version ${scorecardVersion}.`))
    assert.equal(tableAfter('## Versions')[0]?.[0], `${scorecardVersion}`)
  })
})
