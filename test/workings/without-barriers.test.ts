import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Checker } from '../../server/checker/checker.ts'
import { defaultSettings } from '../../server/checker/settings.ts'
import { readPolicyFile } from '../../server/language/policy-file.ts'
import { rules } from '../../server/rules/generated/registry.ts'
import { numbersText } from '../../server/workings/expression-text.ts'
import { explainPolicy } from '../../server/workings/policy-explanation.ts'
import { Workspace } from '../../server/workspace/workspace.ts'
import { calculated } from './arithmetic.ts'

const folder = fileURLToPath(new URL('../../samples/meridian-after', import.meta.url))

describe('figures of what passes, in the company without barriers', () => {
  const workspace = new Workspace('2027-03-31')
  workspace.change(() => {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.yaml')) workspace.replace(name, readPolicyFile(readFileSync(join(folder, name), 'utf8')))
  })
  const checker = new Checker(workspace, rules, defaultSettings)
  const explanations = checker.judgements
    .filter(({ barriers }) => barriers.length === 0)
    .map(({ rule, entry }) => explainPolicy(rule, entry, { workspace, checker, settings: defaultSettings }))
  const lookedAt = explanations.flatMap(({ rule, lookedAt }) => lookedAt.map((one) => ({ rule: rule.id, ...one })))

  it('are worked out for the rules that judge by the larger models', () => {
    const worked = new Set<string>(lookedAt.map(({ rule }) => rule))
    for (const rule of [
      'decision-making/calendar-misaligned',
      'decision-making/latency-exceeds-obligation',
      'performance/negative-cross-payoff',
      'resources/capacity-overcommitted',
      'resources/commitment-underfunded',
    ])
      assert.ok(worked.has(rule), rule)
  })

  it('show that it passes: nothing is uncovered, too full, or against colleagues', () => {
    const values = (rule: string, name: string) =>
      lookedAt.flatMap((one) =>
        one.rule === rule ? one.figures.flatMap(({ figure }) => (figure.name === name ? [figure.value] : [])) : [],
      )
    assert.ok(values('resources/commitment-underfunded', 'coverage').every((value) => value >= 99.9))
    assert.ok(values('resources/capacity-overcommitted', 'load').every((value) => value <= 100))
    assert.ok(values('performance/negative-cross-payoff', 'cross-payoff').every((value) => value >= 0))
  })

  it('can be calculated again from the printed numbers', () => {
    const steps = lookedAt.flatMap(({ figures }) => figures.flatMap((figure) => figure.steps))
    assert.ok(steps.length > 50)
    for (const { title, how, result } of steps) {
      if (how.kind === 'numerically') continue
      const line = numbersText(how)
      const off = Math.abs(calculated(line) - result.value)
      assert.ok(off <= 2e-4 * Math.max(0.01, Math.abs(result.value)), `${title}: ${line} is not ${result.value}`)
    }
  })
})
