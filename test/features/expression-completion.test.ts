import assert from 'node:assert/strict'
import * as cel from '@marcbachmann/cel-js'
import { configSchemaFile, customRulesSchemaFile } from '../../server/config/config-file.ts'
import { completion } from '../../server/features/completion.ts'
import { applyEdits } from '../../server/language/edit.ts'
import { opened, withCursor } from './opened-files.ts'

/** What is offered at the cursor of a file with rules. */
function offeredIn(marked: string, schemaFile = customRulesSchemaFile) {
  const { text, offset } = withCursor(marked)
  const file = opened(new Map([['rules.yaml', text]]), 'rules.yaml')
  const place = { ...file, offset, company: { ...file.company, configSchemaOf: () => schemaFile } }
  const found = completion(place, () => cel)
  const labels = found?.items.map(({ label }) => label) ?? []
  const chosen = (label: string): string => {
    const item = found?.items.find((each) => each.label === label)
    return found === undefined || item === undefined
      ? assert.fail(`${label} is not among ${labels.join(', ')}`)
      : applyEdits(text, [{ range: found.replace, text: item.text ?? '' }])
  }
  return { labels, items: found?.items ?? [], chosen }
}

/** A rule about agreements with these lines in it. */
const rule = (...lines: readonly string[]): string =>
  [
    'rules:',
    '  - id: custom/leaders/tried',
    '    kind: PartnerAgreement',
    ...lines.map((line) => `    ${line}`),
    '',
  ].join('\n')

const each = 'forEach: policy.spec.commitments'

describe('completion in an expression of a custom rule', () => {
  it('offers what expressions see, with the names that were given before', () => {
    const { labels } = offeredIn(
      rule(each, 'let:', '  who: role(item.owner)', '  size: |', '  later: "1"', 'passes: "true"'),
    )
    for (const name of [
      'policy',
      'item',
      'options',
      'today',
      'interdependence',
      'assumptions',
      'who',
      'role',
      'find',
      'PartnerAgreement',
    ])
      assert.ok(labels.includes(name), name)
    assert.ok(!labels.includes('later'), 'what comes later is not known yet')
  })
  const fields: readonly (readonly [string, readonly string[], string])[] = [
    ['the kind', ['passes: policy.spec.|'], 'commitments'],
    ['the items', [each, 'when: item.|'], 'fte'],
    ['what a function yields', [each, 'passes: role(item.owner).|'], 'lineManager'],
    ['a name that was given', [each, 'let: { who: role(item.owner) }', 'passes: who.| < 3'], 'level'],
    ['the options', ['options: { most: { default: 3, description: x } }', 'passes: 1 < options.|'], 'most'],
    ['another kind', ['passes: size(all(IncentivePlan)[0].spec.|) > 1'], 'spiffs'],
    ['the items of a list that is gone through', ['passes: policy.spec.commitments.all(c, c.|)'], 'fte'],
    ['a sentence', [each, `what: The commitment "\${item.|}" is large.`], 'fte'],
    ['a sentence of several lines', [each, 'what: >', '  The commitment', '  ${item.|'], 'fte'],
    ['an expression in quotes', [each, 'passes: "item.|"'], 'fte'],
    ['the field that a finding marks', [each, 'at: |'], 'fte'],
  ]
  for (const [what, lines, field] of fields)
    it(`offers the fields of ${what}`, () => {
      const { labels } = offeredIn(rule(...lines))
      assert.ok(labels.includes(field), labels.join(', '))
      assert.ok(!labels.includes('policy'), 'nothing but them')
    })
  it('says what a field is', () => {
    const fte = offeredIn(rule(each, 'passes: item.|')).items.find(({ label }) => label === 'fte')
    assert.deepEqual([fte?.title !== '', fte?.about], [true, 'a number'])
  })
  it('offers what can be asked of a list and of a text', () => {
    assert.ok(offeredIn(rule('passes: policy.spec.commitments.|')).labels.includes('exists'))
    assert.ok(offeredIn(rule('passes: policy.metadata.name.|')).labels.includes('startsWith'))
  })
  it('offers of several kinds what they have in common', () => {
    const both = rule('passes: policy.spec.|').replace('PartnerAgreement', '[PartnerAgreement, IncentivePlan]')
    assert.deepEqual(offeredIn(both).labels, ['interdependence'])
  })
  it('replaces the whole word', () => {
    const text = rule(each, 'passes: item.ow|nr == "x"')
    assert.equal(offeredIn(text).chosen('owner'), rule(each, 'passes: item.owner == "x"'))
  })
  it('works for rules that stand in the configuration itself', () => {
    const inside = rule('passes: policy.spec.|').replace('rules:', 'customRules:')
    assert.ok(offeredIn(inside, configSchemaFile).labels.includes('commitments'))
  })
  it('offers nothing in texts, and nothing for a rule without a kind', () => {
    assert.deepEqual(offeredIn(rule(each, 'passes: item.name == "po|"')).labels, [])
    assert.deepEqual(offeredIn(rule('passes: policy.|').replace('    kind: PartnerAgreement\n', '')).labels, [])
    assert.ok(!offeredIn(rule('what: The policy |')).labels.includes('policy'))
  })
  it('stays calm in what is half written', () => {
    for (const lines of [
      ['let: who', 'passes: |'],
      ['let: { true: 1 }', 'options: [1]', 'passes: |'],
      ['forEach: policy.', 'passes: item.|'],
      ['forEach: 3', 'options: { a: }', 'passes: )(.|'],
      ['passes: "|'],
      ['what: ${|'],
    ])
      assert.doesNotThrow(() => offeredIn(rule(...lines)), lines.join('; '))
  })
})
