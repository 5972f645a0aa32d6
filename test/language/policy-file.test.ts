import assert from 'node:assert/strict'
import { type PolicyDocument, readPolicyFile } from '../../server/language/policy-file.ts'

function read(text: string): PolicyDocument {
  const { documents } = readPolicyFile(text)
  assert.equal(documents.length, 1)
  const [document] = documents
  assert.ok(document)
  return document
}

/** Each problem as its rule, the text that it marks, and its message. */
function problemsOf(text: string): readonly (readonly [string, string, string])[] {
  return read(text).problems.map(
    ({ rule, range, message }) => [rule, text.slice(range.start, range.end), message] as const,
  )
}

const calibration = (spec: string): string =>
  `apiVersion: leadership/v1\nkind: PerformanceCalibration\nmetadata: {name: ratings}\nspec:\n  scale: [{name: low}, {name: high}]\n${spec}`

describe('reading policies', () => {
  it('takes a document for a policy by its content, whatever else is in the file', () => {
    const { documents } = readPolicyFile(
      `other: 1\n---\n${calibration('')}---\nkind: Deployment\napiVersion: apps/v1\n`,
    )
    assert.deepEqual(
      documents.map(({ index, kind, name }) => [index, kind, name]),
      [[1, 'PerformanceCalibration', 'ratings']],
    )
  })
  it('leaves other YAML unread', () => {
    assert.deepEqual(readPolicyFile('apiVersion: v1\nkind: [broken').documents, [])
    assert.deepEqual(readPolicyFile('# leadership/v1 policies live elsewhere\nkind: [broken').documents, [])
  })
  it('reads a policy that is written as JSON', () => {
    const { policy, problems } = read(
      '{"apiVersion": "leadership/v1", "kind": "LeadershipSystem", "metadata": {"name": "us"}, "spec": {"northStar": {"statement": "x"}}}',
    )
    assert.deepEqual(problems, [])
    assert.equal(policy?.kind, 'LeadershipSystem')
  })

  describe('says in plain words', () => {
    it('that a field is unknown, and which one was probably meant', () => {
      assert.deepEqual(problemsOf(calibration('  distribution:\n    mode: forced\n    appliedto: team\n')), [
        [
          'language/unknown-field',
          'appliedto',
          '"appliedto" is not a field that can stand in spec.distribution. Did you mean "appliedTo"?',
        ],
      ])
    })
    it('that a value is not one of the possible ones', () => {
      assert.deepEqual(problemsOf(calibration('  distribution:\n    mode: force\n')), [
        [
          'language/wrong-value',
          'force',
          '"spec.distribution.mode" is "force". Expected: one of forced, expected or none. Did you mean "forced"?',
        ],
      ])
    })
    it('that a field is missing, at the short place that stands for what it is missing in', () => {
      const [problem, ...others] = problemsOf(calibration('  distribution:\n    appliedTo: team\n'))
      assert.deepEqual(others, [])
      assert.deepEqual(problem?.slice(0, 2), ['language/missing-field', 'distribution'])
      assert.match(problem?.[2] ?? '', /^The field "mode" is missing in spec\.distribution\./)
    })
    it('that a number is out of its range, a date does not exist, a value has another type', () => {
      const messages = problemsOf(
        calibration(
          '  criteria:\n    - {name: results, weight: 140}\n    - {name: help, weight: many}\n  raters: 1.5\n',
        ).replace('{name: ratings}', '{name: ratings, effective: {from: 2027-02-30}}'),
      ).map(([, , message]) => message)
      assert.deepEqual(messages.toSorted(), [
        '"metadata.effective.from" is "2027-02-30". Expected: a date that exists, as year-month-day, such as "2027-03-31".',
        '"spec.criteria[0].weight" is 140. Expected: 100 or less.',
        '"spec.criteria[1].weight" is "many". Expected: a number, such as 20.',
        '"spec.raters" is 1.5. Expected: a whole number, such as 3.',
      ])
    })
    it('that a value is empty', () => {
      const text = calibration('  method:\n')
      const [[rule, marked, message] = [], ...others] = problemsOf(text)
      assert.deepEqual(others, [])
      assert.deepEqual([rule, marked], ['language/wrong-value', 'method'])
      assert.match(message ?? '', /^"spec\.method" is empty\. Expected: one of /)
    })
    it('that the kind is unknown or missing', () => {
      assert.match(
        problemsOf('apiVersion: leadership/v1\nkind: IncentivPlan\n')[0]?.[2] ?? '',
        /Did you mean "IncentivePlan"\?/,
      )
      assert.match(
        problemsOf('apiVersion: leadership/v1\nmetadata: {name: x}\n')[0]?.[2] ?? '',
        /does not say its "kind"/,
      )
    })
    it('that a person is named where a role belongs', () => {
      const agreement = (owner: string): string =>
        `apiVersion: leadership/v1\nkind: LeadershipSystem\nmetadata: {name: us, owner: ${owner}}\nspec: {northStar: {statement: x}}\n`
      for (const person of ['Maria Delgado', 'm.delgado@example.com', 'Dr. A. Novak', 'maria-delgado']) {
        assert.deepEqual(
          problemsOf(agreement(`"${person}"`)).map(([rule]) => rule),
          ['language/person-named'],
          person,
        )
      }
      for (const role of [
        'head-of-alliances',
        'Head of Alliances',
        'Chief Financial Officer',
        'sales-compensation',
        'dr-novak-lab-operations',
      ]) {
        assert.deepEqual(problemsOf(agreement(`"${role}"`)), [], role)
      }
    })
  })

  describe('keeps what is well-formed', () => {
    it('leaves out a wrong value and keeps the rest', () => {
      const { policy } = read(calibration('  raters: several\n  method: criteria\n'))
      assert.deepEqual(policy?.spec, { scale: [{ name: 'low' }, { name: 'high' }], method: 'criteria' })
    })
    it('leaves out a list item whose essence is missing, and remembers where the others stood', () => {
      const { policy, positions } = read(
        calibration(
          '  consequences:\n    - {level: low}\n    - {level: low, action: exit}\n    - {action: exit}\n    - {level: high, action: promotion}\n',
        ),
      )
      assert.ok(policy?.kind === 'PerformanceCalibration')
      assert.deepEqual(policy.spec.consequences, [
        { level: 'low', action: 'exit' },
        { level: 'high', action: 'promotion' },
      ])
      assert.deepEqual(positions.get(policy.spec.consequences ?? []), [1, 3])
    })
    it('gives up the policy when its essence is missing', () => {
      assert.equal(
        read('apiVersion: leadership/v1\nkind: PartnerAgreement\nmetadata: {name: x}\nspec: {type: supply}\n').policy,
        undefined,
      )
    })
    it('still knows the names that a broken document declares', () => {
      const { symbols } = read(
        'apiVersion: leadership/v1\nkind: OrganizationDesign\nmetadata: {name: org}\nspec:\n  units:\n    - {name: field-sales}\n    - {name: "service\n',
      )
      assert.ok(symbols.declares.some(({ sort, name }) => sort === 'unit' && name === 'field-sales'))
    })
    it('reports only the break of a broken document, not what follows from it', () => {
      const { problems } = read(
        'apiVersion: leadership/v1\nkind: PerformanceCalibration\nmetadata: {name: x}\nspec:\n  scale: [{name: low}\n',
      )
      assert.deepEqual(new Set(problems.map(({ rule }) => rule)), new Set(['language/syntax']))
    })
  })
})
