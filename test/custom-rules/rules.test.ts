import assert from 'node:assert/strict'
import { concord, type Files, findingsOf, temporaryFolder } from '../command/running.ts'
import { agreement, ruleText } from './writing.ts'

const rule = ruleText({
  options: '{ most: { default: 5, description: How many, minimum: 1 } }',
  forEach: 'policy.spec.commitments',
  passes: 'item.fte <= options.most',
  at: 'fte',
  what: 'The commitment "${item.name}" is of ${item.fte} people.',
})
const files: Files = {
  '.concord.yaml': 'root: true\ncustomRules: [rules/*.yaml]\n',
  'rules/one.yaml': rule,
  'a.yaml': agreement,
}
const id = 'custom/leaders/tried'

/** The findings of the rule, with the places of their file. */
function found(changed: Files = {}) {
  const { report, ...ran } = findingsOf(temporaryFolder({ ...files, ...changed }), [])
  return { ...ran, findings: report.findings.filter(({ rule }) => rule === id), report }
}

describe('A custom rule', () => {
  it('finds what does not pass, at the field, in every format that its findings go into', () => {
    const { findings, code, error } = found()
    assert.deepEqual([error, code], ['', 1])
    assert.deepEqual(
      findings.map(({ severity, line, column, message }) => [severity, line, column, message]),
      [['warning', 8, 49, 'The commitment "engineers" is of 8 people. It hurts. Change it.']],
    )
    const sarif = JSON.parse(concord(temporaryFolder(files), ['check', '--format', 'sarif']).out)
    const [run] = sarif.runs
    const result = run.results.find(({ ruleId }: { readonly ruleId: string }) => ruleId === id)
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, id)
  })
  it('has a fingerprint that does not depend on lines', () => {
    const moved = agreement.replace('spec:', '# moved\n\nspec:')
    assert.equal(found().findings[0]?.fingerprint, found({ 'a.yaml': moved }).findings[0]?.fingerprint)
  })
  it('takes the severity and the options that a configuration sets, file by file', () => {
    const set = (rules: string): Files => ({ '.concord.yaml': `root: true\ncustomRules: [rules/*.yaml]\n${rules}` })
    assert.deepEqual(
      found(set(`rules: {${id}: error}\n`)).findings.map(({ severity }) => severity),
      ['error'],
    )
    assert.equal(found(set(`rules: {${id}: off}\n`)).findings.length, 0)
    assert.equal(found(set(`rules: {${id}: {options: {most: 1}}}\n`)).findings.length, 2)
    assert.equal(
      found(set(`overrides: [{files: [a.yaml], rules: {${id}: {options: {most: 9}}}}]\n`)).findings.length,
      0,
    )
  })
  it('is suppressed like any other', () => {
    const comment = `    # concord-ignore ${id} until=2027-12-31 reason="agreed"\n    - { name: engineers`
    const { findings, report } = found({ 'a.yaml': agreement.replace('    - { name: engineers', comment) })
    assert.deepEqual(
      [findings.length, report.findings.filter(({ rule }) => rule.includes('suppression')).length],
      [0, 0],
    )
  })
  it('may stand in the configuration itself, or come with a package', () => {
    const inline = `root: true\ncustomRules:\n${rule.replace('rules:\n', '')}`
    assert.equal(found({ '.concord.yaml': inline }).findings.length, 1)
    const packed: Files = {
      '.concord.yaml': 'root: true\nextends: checks\n',
      'node_modules/checks/.concord.yaml': 'customRules: [./rules.yaml]\n',
      'node_modules/checks/rules.yaml': rule,
    }
    assert.equal(found(packed).findings.length, 1)
  })
  it('is listed, explained, and shown with what holds for a file', () => {
    const folder = temporaryFolder({ ...files, '.concord.yaml': `${files['.concord.yaml']}rules: {${id}: info}\n` })
    assert.match(concord(folder, ['rules']).out, /\ncustom|custom\/leaders\/tried +warning +Tried\n/)
    assert.match(concord(folder, ['explain', 'tried']).out, /Written in\n {2}rules\/one\.yaml:3/)
    assert.match(
      concord(folder, ['config', 'a.yaml']).out,
      /custom\/leaders\/tried +info instead of warning +\.concord\.yaml:3/,
    )
  })

  const faults: readonly (readonly [what: string, files: Files, said: readonly RegExp[]])[] = [
    [
      'a file that is not there',
      { '.concord.yaml': 'customRules: [rules/two.yaml]\n' },
      [/^\.concord\.yaml:1:15: There is no file "rules\/two\.yaml"/],
    ],
    [
      'a file outside the workspace',
      { '.concord.yaml': 'root: true\ncustomRules: [../rules.yaml]\n' },
      [/:2:15: "\.\.\/rules\.yaml" lies outside the workspace/],
    ],
    [
      'an id that is there twice',
      { 'rules/two.yaml': rule },
      [/^rules\/two\.yaml:3:9: There is another rule "custom\/leaders\/tried", in one\.yaml:3\.$/],
    ],
    [
      'an id of another form',
      { 'rules/one.yaml': rule.replace('custom/leaders', 'leaders') },
      [/^rules\/one\.yaml:3:9: "rules\[0\]\.id" is "leaders\/tried"\. Expected: custom\/, the component/],
    ],
    [
      'a field that is misspelt',
      { 'rules/one.yaml': rule.replace('passes:', 'pases:') },
      [/:\d+:5: "pases" is not a field .*Did you mean "passes"\?$/, /The field "passes" is missing in rules\[0\]/],
    ],
    [
      'a setting of a rule that nobody declares',
      { '.concord.yaml': 'customRules: [rules/*.yaml]\nrules: {custom/leaders/tired: off}\n' },
      [/:2:9: There is no custom rule "custom\/leaders\/tired"\. Did you mean "custom\/leaders\/tried"\?$/],
    ],
    [
      'a setting of an option that is not there',
      { '.concord.yaml': `customRules: [rules/*.yaml]\nrules: {${id}: {options: {least: 1}}}\n` },
      [/:2:9: .* has no option "least"\. Its options: most\.$/],
    ],
    [
      'an expression that is wrong',
      { 'rules/one.yaml': rule.replace('item.fte <=', 'item.ftee <=') },
      [/^rules\/one\.yaml:\d+:18: "ftee" is no field of "item"\. Did you mean "fte"\?$/],
    ],
  ]
  for (const [what, changed, said] of faults) {
    it(`says at the place that it has ${what}; the other rules still run`, () => {
      const misspelt = agreement.replace('type: co-sell', 'type: co-sel')
      const { code, error, rules } = findingsOf(temporaryFolder({ ...files, ...changed, 'b.yaml': misspelt }), [])
      const lines = error.trimEnd().split('\n')
      assert.deepEqual([code, lines.length], [2, said.length], error)
      const sorted = [...lines].sort()
      for (const [index, each] of said.entries())
        assert.ok(
          sorted.some((line) => each.test(line.replace(/^concord: /, ''))),
          `${index}: ${error}`,
        )
      assert.ok(rules.includes('b.yaml language/wrong-value'), rules.join())
    })
  }
})

describe('concord rules --test', () => {
  const withExamples = (examples: string): Files => ({ 'rules/one.yaml': `${rule}    examples:\n${examples}` })
  const example = (kind: string, text: string): string =>
    `      - ${kind}: |\n${text
      .trimEnd()
      .split('\n')
      .map((line) => `          ${line}\n`)
      .join('')}`
  const test = (examples: string) =>
    concord(temporaryFolder({ ...files, ...withExamples(examples) }), ['rules', '--test'])

  it('runs the examples of every custom rule', () => {
    const right =
      example('barrier', agreement.replace('fte: 8', 'fte: «8»')) +
      example('passes', agreement.replace('fte: 8', 'fte: 3'))
    const { code, out } = test(right)
    assert.deepEqual(
      [code, out],
      [0, `${id}\n  ok      barrier\n  ok      passes\n\n2 examples of 1 rules, 0 failed.\n`],
    )
  })
  it('says what a rule finds, and does not find, against its examples', () => {
    const { code, out } = test(
      example('barrier', agreement.replace('fte: 2', 'fte: «2»')) + example('passes', agreement),
    )
    assert.equal(code, 1)
    assert.match(out, /failed {2}barrier {2}rules\/one\.yaml:\d+\n/)
    assert.match(
      out,
      /Nothing is found at "2" \(line 9, column \d+\)\. It finds "8" \(line 8, column 49\): The\s+commitment/,
    )
    assert.match(out, /2 examples of 1 rules, 2 failed\.\n$/)
  })
  it('tells an example apart that the rule does not even look at', () => {
    const { code, out } = test(example('passes', agreement.replace(/ {2}commitments:[\s\S]*/, '')))
    assert.deepEqual([code, /looks at nothing here/.test(out)], [1, true])
  })
  it('takes nothing for an example that is no policy, or is wrong', () => {
    assert.match(test(example('passes', 'a: 1')).out, /It holds no policy/)
    assert.match(
      test(example('passes', agreement.replace('co-sell', 'co-sel'))).out,
      /Its policy is not right, in line 6/,
    )
  })
  it('runs those of the documentation', () => {
    const { code, out, error } = concord('docs/examples/custom-rules', ['rules', '--test'])
    assert.deepEqual([code, error], [0, ''])
    assert.match(out, /15 examples of 5 rules, 0 failed\.\n$/)
  })
})
