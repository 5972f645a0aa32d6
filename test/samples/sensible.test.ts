import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { messageOf } from '../../server/checker/finding.ts'
import { check, findingsIn, samples, writtenAs } from './checked-sample.ts'

/**
 * What makes each policy sensible, and the rule that speaks as soon as it is taken away: so it is seen that the policy comes near to a
 * barrier, and is none.
 */
const fewWordsAway: Readonly<
  Record<string, { readonly changes: readonly (readonly [string, string])[]; readonly rule: string }>
> = {
  'pooled-commission': {
    changes: [['interdependence: pooled', 'interdependence: reciprocal']],
    rule: 'performance/no-positive-cross-payoff',
  },
  'benchmark-distribution': { changes: [['mode: expected', 'mode: forced']], rule: 'performance/forced-distribution' },
  'leaders-without-360': {
    changes: [['[line-above, assessment, results]', '[line-above, results]']],
    rule: 'leaders/no-360-in-selection',
  },
  'parallel-approvals': {
    changes: [['approvalOrder: parallel', 'approvalOrder: sequence']],
    rule: 'decision-making/too-many-approvals',
  },
  'casting-vote-on-small-matters': {
    changes: [
      ['importance: minor', 'importance: normal'],
      ['tieBreak: escalate, withinDays: 30', 'tieBreak: casting-vote, castingVote: partner'],
    ],
    rule: 'decision-making/unilateral-casting-vote',
  },
  'one-function-goal': {
    changes: [['units: [chemistry, physics]', 'units: [chemistry, production]']],
    rule: 'organization/single-function-team-on-cross-goal',
  },
  'part-time-alliance-manager': {
    changes: [['fte: 0.4', 'fte: 0']],
    rule: 'resources/no-alliance-management-capacity',
  },
  'regulated-data': {
    changes: [
      ['information: [patient-records], sharing: forbidden', 'information: [counts-by-clinic], sharing: forbidden'],
    ],
    rule: 'culture/partner-data-blocked',
  },
  'award-beside-team-awards': {
    changes: [
      ['goesTo: team', 'goesTo: individual'],
      ['goesTo: partner', 'goesTo: individual'],
    ],
    rule: 'culture/individual-awards-only',
  },
  'prize-above-a-threshold': {
    changes: [['qualify: all-above-threshold, threshold: 105', 'qualify: top-ranked, winners: 3']],
    rule: 'performance/winner-take-all-contest',
  },
  'securities-outside-the-united-states': {
    changes: [['jurisdictions: [LI, AT]', 'jurisdictions: [US-NY]\n  regulatedAs: [us-broker-dealer]']],
    rule: 'performance/spiff-timed-product-contest',
  },
  'consensus-among-three': {
    changes: [['tieBreak: escalate', 'tieBreak: none']],
    rule: 'decision-making/consensus-no-tiebreak',
  },
  'vacancy-with-stand-in': {
    changes: [['standIn: head-of-partnerships, ', '']],
    rule: 'organization/interface-role-vacant',
  },
  'profit-share-in-equal-parts': { changes: [['split: equal', 'split: by-score']], rule: 'performance/zero-sum-pool' },
  'home-market-reward': {
    changes: [['reach: { territories: [denmark]', 'reach: { territories: [denmark, iceland]']],
    rule: 'performance/spiff-against-partner',
  },
  'yearly-budget-that-moves': {
    changes: [['inYearMoves: true', 'inYearMoves: false']],
    rule: 'resources/annual-only-allocation',
  },
}

const folders = readdirSync(join(samples, 'sensible'), { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
)

describe('policies that look wrong and are right', () => {
  it('are a dozen and more, each with its note', () => {
    assert.ok(folders.length >= 12)
    const readme = readFileSync(join(samples, 'sensible/README.md'), 'utf8')
    assert.deepEqual(
      folders.filter((folder) => !readme.includes(`| [${folder}](${folder}) |`)),
      [],
    )
    assert.deepEqual(Object.keys(fewWordsAway).sort(), folders)
  })

  for (const folder of folders) {
    for (const [how, write] of Object.entries(writtenAs))
      it(`${folder} has no finding, ${how}`, () => assert.deepEqual(findingsIn(`sensible/${folder}`, write), []))

    it(`${folder} would have one, were it not for what makes it right`, () => {
      const { changes = [], rule } = fewWordsAway[folder] ?? {}
      const { texts } = check(`sensible/${folder}`)
      for (const [from] of changes)
        assert.ok(
          [...texts.values()].some((text) => text.includes(from)),
          `"${from}" stands nowhere`,
        )
      const { findings } = check(`sensible/${folder}`, (text) =>
        changes.reduce((before, [from, to]) => before.replaceAll(from, to), text),
      )
      assert.ok(
        findings.some((one) => one.rule === rule),
        findings.map(messageOf).join('\n'),
      )
    })
  }

  it('begin to be wrong on the day on which a law begins to hold', () => {
    const inTheUnitedStates = (text: string) =>
      text.replace('jurisdictions: [LI, AT]', 'jurisdictions: [US-NY]\n  regulatedAs: [us-broker-dealer]')
    const against = (today: string) =>
      check('sensible/securities-outside-the-united-states', inTheUnitedStates, today).findings.map(({ rule }) => rule)
    assert.deepEqual(against('2020-06-29'), [])
    assert.deepEqual(against('2020-06-30'), ['performance/spiff-timed-product-contest'])
  })
})
