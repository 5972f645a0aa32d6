import assert from 'node:assert/strict'
import { defaultSettings } from '../../server/checker/settings.ts'
import { barrier, passed, rule } from '../../server/rules/rule.ts'
import { findingsIn } from './checked-texts.ts'
import { textsBelow } from './policy-texts.ts'

const facts = {
  title: 'x',
  finds: 'x',
  why: 'Because.',
  evidence: ['arithmetic'],
  certainty: 'x',
  fixing: 'x',
} as const

const plan = (spec: string, name = 'plan'): ReadonlyMap<string, string> =>
  new Map([
    [`${name}.yaml`, `apiVersion: leadership/v1\nkind: IncentivePlan\nmetadata: {name: ${name}}\nspec:\n${spec}`],
  ])

const smallWeights = rule({
  ...facts,
  id: 'performance/small-weight',
  kind: 'IncentivePlan',
  severity: { pooled: 'info', sequential: 'warning', reciprocal: 'error', undeclared: 'warning' },
  *check({ spec }) {
    for (const measure of spec.measures ?? []) {
      if ((measure.weight ?? 100) >= 10) yield passed()
      else yield barrier(measure, 'weight', { what: `${measure.name} is small.`, change: 'Raise it.' })
    }
  },
})

const faulty = rule({
  ...facts,
  id: 'performance/faulty',
  kind: 'IncentivePlan',
  severity: 'warning',
  // biome-ignore lint/correctness/useYield: it throws before it can.
  *check() {
    throw new Error('division by a colleague')
  },
})

const check = (texts: ReadonlyMap<string, string>) => findingsIn(texts, defaultSettings, [smallWeights])

describe('a finding', () => {
  const spec = '  measures:\n    - {name: a, scope: team, weight: 5}\n    - {name: b, scope: team, weight: 95}\n'

  it('stands at the value, and says what, why and what to change', () => {
    const [finding, ...others] = check(plan(spec))
    assert.deepEqual(others, [])
    assert.deepEqual(finding?.place.start, { line: 5, column: 37 })
    assert.deepEqual(finding?.path, ['spec', 'measures', 0, 'weight'])
    assert.equal(finding?.text.what, 'a is small.')
    assert.equal(finding?.text.why, 'Because.')
  })

  it('is as severe as the declared interdependence makes it', () => {
    const severities = ['pooled', 'sequential', 'reciprocal'].map(
      (degree) => check(plan(`  interdependence: ${degree}\n${spec}`))[0]?.severity,
    )
    assert.deepEqual(severities, ['info', 'warning', 'error'])
  })
  it('says so when nothing is declared, and takes the middle course', () => {
    const [finding] = check(plan(spec))
    assert.equal(finding?.severity, 'warning')
    assert.match(finding?.text.note ?? '', /No interdependence is declared/)
  })
  it('takes the interdependence of the leadership system where the policy says none', () => {
    const system = [
      'system.yaml',
      'apiVersion: leadership/v1\nkind: LeadershipSystem\nmetadata: {name: us}\nspec: {interdependence: reciprocal}\n',
    ] as const
    const [finding] = check(new Map([...plan(spec), system]))
    assert.equal(finding?.severity, 'error')
    assert.equal(finding?.text.note, '')
  })

  describe('has a fingerprint that', () => {
    const fingerprints = (text: string): readonly string[] => check(plan(text)).map(({ fingerprint }) => fingerprint)
    const [original] = fingerprints(spec)
    it('starts with its version', () => assert.match(original ?? '', /^1:[0-9a-f]{20}$/))
    it('does not depend on lines, layout or the order of lists', () => {
      const moved =
        '  # a remark\n\n  measures:\n    - name: b\n      scope: team\n      weight: 95\n    - name: a   # moved down\n      scope: team\n      weight: 5.0\n'
      assert.deepEqual(fingerprints(moved), [original])
    })
    it('changes with the value, and with what the value belongs to', () => {
      assert.notDeepEqual(fingerprints(spec.replace('weight: 5', 'weight: 6')), [original])
      assert.notDeepEqual(fingerprints(spec.replace('name: a', 'name: c')), [original])
      assert.notDeepEqual(
        check(plan(spec, 'other')).map(({ fingerprint }) => fingerprint),
        [original],
      )
    })
    it('is unique', () => {
      for (const folder of ['samples/meridian', 'samples/tarnfield', 'samples/published']) {
        const all = findingsIn(textsBelow(folder)).map(({ fingerprint }) => fingerprint)
        assert.equal(new Set(all).size, all.length)
      }
      const twice = '  measures:\n    - {name: a, scope: team, weight: 5}\n    - {name: a, scope: team, weight: 5}\n'
      assert.equal(new Set(fingerprints(twice)).size, 2)
    })
  })

  it('stands where an alias is used, and leads to where the value is written', () => {
    const aliased = '  measures:\n    - &first {name: a, scope: team, weight: 5}\n    - {<<: *first, name: b}\n'
    const [, merged] = check(plan(aliased))
    const text = [...plan(aliased).values()][0] ?? ''
    assert.equal(text.slice(merged?.place.range.start, merged?.place.range.end), '*first')
    assert.deepEqual(
      merged?.related.map(({ range, message }) => [text.slice(range.start, range.end), message]),
      [['5', 'The value is written here.']],
    )
  })

  it('is made of a rule that throws, so that its failure is not taken for silence', () => {
    const findings = findingsIn(plan(spec), defaultSettings, [faulty, smallWeights])
    const internal = findings.filter((finding) => finding.internal)
    assert.equal(internal.length, 1)
    assert.equal(internal[0]?.severity, 'error')
    assert.match(internal[0]?.text.why ?? '', /division by a colleague/)
    assert.equal(findings.length, 2)
  })

  it('is not made for policies that are no longer in force', () => {
    const old = plan(spec)
    const texts = new Map(
      [...old].map(([name, text]) => [name, text.replace('{name: plan}', '{name: plan, effective: {to: 2026-11-22}}')]),
    )
    assert.deepEqual(check(texts), [])
    const lastDay = new Map(
      [...old].map(([name, text]) => [name, text.replace('{name: plan}', '{name: plan, effective: {to: 2026-11-23}}')]),
    )
    assert.equal(check(lastDay).length, 1)
  })
})
