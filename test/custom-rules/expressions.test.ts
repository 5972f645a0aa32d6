import assert from 'node:assert/strict'
import { agreement, judged, problemsIn } from './writing.ts'

/** What a sentence becomes that holds an expression. */
function said(expression: string): string | undefined {
  return judged({ what: `|-\n      \${${expression}}` }).findings[0]?.text.what
}

describe('An expression of a custom rule', () => {
  it('counts whole numbers and others alike', () => {
    assert.equal(said('policy.spec.commitments[0].fte * 2 + 1'), '17')
    assert.equal(said('size(policy.spec.commitments) * 0.5'), '1')
    assert.equal(said('policy.spec.commitments[0].fte == 8 ? "eight" : "other"'), 'eight')
    assert.equal(said('sum(policy.spec.commitments.filter(c, has(c.fte)).map(c, c.fte)) / 3'), '3.33')
  })
  it('reckons with dates', () => {
    assert.equal(said('today'), '2027-01-15')
    assert.equal(said('days(today, "2027-03-01")'), '45')
    assert.equal(said('plusDays(today, 20)'), '2027-02-04')
    assert.equal(said('plusMonths("2027-01-31", 1)'), '2027-02-28')
  })
  it('knows what Concord assumes', () => {
    assert.equal(said('assumptions.workingDaysPerMonth'), '20')
  })
  it('asks the other policies of the company', () => {
    assert.equal(said('size(all(PartnerAgreement))'), '1')
    assert.equal(said('find(PartnerAgreement, "corvus").spec.type'), 'co-sell')
    const organization =
      'apiVersion: leadership/v1\nkind: OrganizationDesign\nmetadata: { name: a }\nspec:\n  roles: [{ name: cfo, level: 2 }]\n'
    const owned = agreement.replace('fte: 2 }', 'fte: 2, owner: cfo }')
    const rule = { passes: 'role("cfo").level > 2', what: '${referrers("role", "cfo")}' }
    const { findings } = judged(rule, `${owned}---\n${organization}`)
    assert.deepEqual(
      findings.map(({ text }) => text.what),
      ['a group of fields'],
    )
  })
  it('says nothing where something that it asks for is not described', () => {
    const rule = { forEach: 'policy.spec.commitments', passes: 'item.from < "2027-01-01"', at: 'from' }
    const { findings, passed } = judged(rule)
    assert.deepEqual([findings.length, passed], [1, 0])
    for (const passes of [
      'find(PartnerAgreement, "nobody").spec.type == "co-sell"',
      'role("nobody").level > 1',
      'policy.spec.commitments[7].fte > 1',
    ])
      assert.deepEqual(judged({ passes }), { findings: [], passed: 0 }, passes)
  })

  const mistakes: readonly (readonly [what: string, lines: Readonly<Record<string, string>>, said: string])[] = [
    [
      'a misspelt name',
      { passes: 'polcy.spec == policy.spec' },
      'polcy | There is nothing called "polcy" here. Did you mean "policy"?',
    ],
    [
      'a misspelt kind',
      { passes: 'size(all(PartnerAgrement)) > 1' },
      'PartnerAgrement | There is nothing called "PartnerAgrement" here. Did you mean "PartnerAgreement"?',
    ],
    [
      'a misspelt field',
      { passes: 'policy.spec.commitmnts.all(c, c.fte > 1)' },
      'commitmnts | "commitmnts" is no field of "policy.spec". Did you mean "commitments"?',
    ],
    [
      'a misspelt field of an item',
      { passes: 'policy.spec.commitments.all(c, c.ftee > 1)' },
      'ftee | "ftee" is no field of "c". Did you mean "fte"?',
    ],
    [
      'a misspelt field in has()',
      { passes: 'has(policy.spec.exitPln)' },
      'exitPln | "exitPln" is no field of "policy.spec". Did you mean "exitPlan"?',
    ],
    [
      'a misspelt option',
      { options: '{most: {default: 3, description: x}}', passes: 'options.mst > 1' },
      'mst | "mst" is no field of "options". Did you mean "most"?',
    ],
    [
      'a misspelt function',
      { passes: 'siz(policy.spec.commitments) > 1' },
      'siz(policy.spec.commitments) | There is no function "siz". Did you mean "size"?',
    ],
    [
      'a text where a number belongs',
      { passes: 'policy.spec.commitments[0].fte > "3"' },
      'policy.spec.commitments[0].fte > "3" | ">" does not go with a number and a text.',
    ],
    [
      'a number where true or false belongs',
      { passes: 'size(policy.spec.commitments)' },
      'size(policy.spec.commitments) | This must be true or false: a comparison, for instance.',
    ],
    [
      'what is no list',
      { forEach: 'policy.spec.type' },
      'policy.spec.type | This must yield a list, such as policy.spec.commitments.',
    ],
    ['an end that is missing', { passes: 'today ==' }, ' | The expression ends too early: something is missing.'],
    [
      'a text that does not end',
      { what: "'${policy.metadata.name + \"a}'" },
      '${ | This expression is not closed: a } is missing.',
    ],
    [
      'an expression in a sentence',
      { change: 'Ask ${polcy.metadata.name}.' },
      'polcy | There is nothing called "polcy" here. Did you mean "policy"?',
    ],
    [
      'an expression in quotes with an escape',
      { passes: '"today == \\"x\\" && polcy == 1"' },
      'polcy | There is nothing called "polcy" here. Did you mean "policy"?',
    ],
    [
      'an expression on several lines',
      { passes: '>-\n      today > "2027" &&\n      polcy == 1' },
      'polcy | There is nothing called "polcy" here. Did you mean "policy"?',
    ],
    ['a name that is taken', { let: '{today: 1 + 1}' }, '1 + 1 | "today" is a name that expressions have already.'],
  ]
  for (const [what, lines, said] of mistakes)
    it(`is told at its place to hold ${what}`, () => {
      assert.deepEqual(problemsIn(lines), [said])
    })
  it('is checked for each kind that the rule looks at', () => {
    const kind = '[PartnerAgreement, IncentivePlan]'
    assert.match(
      problemsIn({ kind, passes: 'size(policy.spec.commitments) > 1' })[0] ?? '',
      /^commitments \| "commitments" is no field of "policy\.spec"/,
    )
    assert.deepEqual(problemsIn({ kind, passes: 'policy.metadata.name != ""' }), [])
  })
})
