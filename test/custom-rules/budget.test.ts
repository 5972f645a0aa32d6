import assert from 'node:assert/strict'
import { compiledText, judged, problemsIn, ruleText } from './writing.ts'

const digits = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]'

/** All of ten things for each of ten things, so many times over. */
function nested(depth: number, inner: string): string {
  return depth === 0 ? inner : `${digits}.all(n${depth}, ${nested(depth - 1, inner)})`
}

function doubled(times: number, start: string, by: (name: string) => string): string {
  return `${start}${Array.from({ length: times }, () => `.map(x, ${by('x')})`).join('')}`
}

const overBudget =
  /^The rule custom\/leaders\/tried could not judge this policy: its expressions take more than 500,000 steps on one policy\.$/

describe('What an expression may take', () => {
  const endless: readonly (readonly [what: string, passes: string])[] = [
    ['ten thousand million rounds', nested(10, 'n1 >= 0')],
    ['so many rounds whose faults are swallowed', nested(10, '(1 / (n1 - n1) == 1 || n2 >= 0)')],
    ['so many rounds behind an or', `${nested(10, 'n1 >= 0')} || true`],
    ['a text that doubles forty times', `${doubled(40, '["ab"]', (x) => `${x} + ${x}`)}.all(x, x == "")`],
    ['a list that doubles forty times', `${doubled(40, '[[1]]', (x) => `${x} + ${x}`)}.all(x, size(x) == 0)`],
    [
      'lists that hold themselves twice, compared',
      `${doubled(24, '[dyn([1])]', (x) => `dyn([${x}, ${x}])`)} == ${doubled(24, '[dyn([1])]', (x) => `dyn([${x}, ${x}])`)}`,
    ],
    [
      'a long text cut into letters, over and over',
      nested(7, `size(${doubled(20, '["ab"]', (x) => `${x} + ${x}`)}[0].split("")) > n1`),
    ],
  ]
  for (const [what, passes] of endless)
    it(`is not ${what}: the rule is stopped, and says so`, () => {
      const { findings } = judged({ passes: `'${passes}'` })
      assert.deepEqual(
        findings.map(({ internal, rule }) => [internal, rule]),
        [[true, 'custom/leaders/tried']],
      )
      assert.match(findings[0]?.text.what ?? '', overBudget)
    }).timeout(20_000)
  it('is a fresh measure for each policy, and enough for a large one', () => {
    const commitments = Array.from(
      { length: 2000 },
      (_, index) => `    - { name: c${index}, resource: people, fte: ${index} }\n`,
    )
    const text = `apiVersion: leadership/v1\nkind: PartnerAgreement\nmetadata: { name: corvus }\nspec:\n  partner: { name: corvus }\n  type: co-sell\n  commitments:\n${commitments.join('')}`
    const rule = { forEach: 'policy.spec.commitments', passes: 'item.fte >= 0 && item.name.startsWith("c")' }
    const { findings, passed } = judged(rule, `${text}---\n${text.replace('name: corvus', 'name: corvus-two')}`)
    assert.deepEqual([findings, passed], [[], 4000])
  })
  it('is a few thousand letters, not too deep, and no regular expression', () => {
    assert.match(
      problemsIn({ passes: `'${'('.repeat(60)}true${')'.repeat(60)}'` })[0] ?? '',
      /This expression is too large or too deep/,
    )
    assert.match(
      problemsIn({ passes: `'${Array.from({ length: 900 }, () => '1').join('+')} > 1'` })[0] ?? '',
      /too large or too deep/,
    )
    assert.match(
      problemsIn({ passes: '\'today.matches("(a+)+$")\'' })[0] ?? '',
      /^today\.matches\(.*\) \| Patterns of regular expressions may take for ever\./,
    )
    assert.throws(() => compiledText(ruleText({ passes: `'${'!'.repeat(5000)}true'` })), /at most 4000 characters/)
    assert.ok(problemsIn({ passes: `'${'!'.repeat(3900)}true'` }).length > 0)
  })
  it('ends with a fault of the rule where it divides by nothing', () => {
    const { findings } = judged({ passes: '1 / (size(policy.spec.commitments) - 2) > 0' })
    assert.match(findings[0]?.text.what ?? '', /could not judge this policy: ".*" fails: division by zero\.$/)
  })
})
