import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import type { Finding, FindingFix } from '../../server/checker/finding.ts'
import { fixEdits } from '../../server/checker/fix-edits.ts'
import { applyEdits } from '../../server/language/edit.ts'
import { componentOf } from '../../server/rules/rule.ts'
import { judgedTogether } from '../../server/scorecard/judged.ts'
import { type LinkedScorecard, linkedScorecard, type Points } from '../../server/scorecard/lost-points.ts'
import { partnerScores } from '../../server/scorecard/partner-scores.ts'
import { policyScores } from '../../server/scorecard/policy-scores.ts'
import { type Scorecard, scorecard, scorecardOf } from '../../server/scorecard/scorecard.ts'
import { type Judged, talliesOf, talliesTogether } from '../../server/scorecard/tallies.ts'
import { textsBelow } from '../checker/policy-texts.ts'
import { judgedTexts } from './judged-texts.ts'

const meridian = textsBelow('samples/meridian')
const companies = new Map(
  readdirSync('samples', { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map(({ name }) => [name, textsBelow(`samples/${name}`)]),
)

/** Some of Meridian's policies, as a company that has described only these. */
const partOfMeridian = fc.noShrink(
  fc.subarray([...meridian], { minLength: 1 }).map((files) => judgedTexts(new Map(files))),
)

/** Every so many of the findings are set aside. */
function withSetAside(judged: Judged, every: number): Judged {
  const isAside = (_: Finding, index: number): boolean => index % every === 0
  return {
    ...judged,
    findings: judged.findings.filter((finding, index) => !isAside(finding, index)),
    setAside: judged.findings.filter(isAside).map((finding) => ({
      finding,
      by: 'waiver' as const,
      reason: 'agreed until the new plan',
      until: '2027-03-31',
      owner: 'people-operations',
    })),
  }
}

/** What is judged when a finding is gone, and what it was about is looked at again and passes. */
function mended(judged: Judged, gone: readonly Finding[]): Judged {
  const { rule } = gone[0] ?? assert.fail('nothing to mend')
  const like = judged.judgements.find(({ judgement }) => judgement.rule.id === rule) ?? assert.fail(rule)
  return {
    ...judged,
    findings: judged.findings.filter((finding) => !gone.includes(finding)),
    judgements: [
      ...judged.judgements,
      { ...like, judgement: { ...like.judgement, passed: gone.length, barriers: [] } },
    ],
  }
}

function near(actual: number, expected: number, what: string): void {
  assert.ok(Math.abs(actual - expected) < 1e-9, `${what}: ${actual} instead of ${expected}`)
}

function gained(before: Scorecard, after: Scorecard, component: string): Points {
  const score = (card: Scorecard): number =>
    card.components.find((one) => one.component === component)?.score ?? assert.fail(component)
  return { component: score(after) - score(before), overall: (after.overall ?? 0) - (before.overall ?? 0) }
}

function assertAddsUp(card: LinkedScorecard): void {
  for (const { component, score, waived, barriers, setAside, severities } of card.components) {
    const lost = card.lost.filter((one) => one.component === component)
    const waivers = card.waivers.filter((one) => one.component === component)
    if (score === undefined) {
      assert.deepEqual([lost, waivers], [[], []])
      continue
    }
    const points = (of: readonly Points[]): number => of.reduce((sum, { component }) => sum + component, 0)
    near(score + points(lost.map(({ gain }) => gain)), 100, `${component} with its lost points`)
    near(points(waivers.map(({ points }) => points)), waived, `the waived points of ${component}`)
    near(
      points(card.rules.filter((one) => one.component === component).map(({ gain }) => gain)),
      100 - score,
      'by rule',
    )
    assert.deepEqual([lost.length, waivers.length], [barriers, setAside])
    assert.equal(severities.error + severities.warning + severities.info, barriers)
    assert.ok(score >= 0 && score - waived >= -1e-9)
  }
  const scores = card.components.flatMap(({ score }) => (score === undefined ? [] : [score]))
  if (scores.length > 0)
    near(card.overall ?? 0, scores.reduce((sum, score) => sum + score, 0) / scores.length, 'overall')
  if (card.overall !== undefined)
    near(card.overall + card.lost.reduce((sum, { gain }) => sum + gain.overall, 0), 100, 'overall with all lost points')
}

function assertGains(judged: Judged): void {
  const card = linkedScorecard(judged)
  for (const { finding, component, gain } of card.lost) {
    const real = gained(card, scorecard(mended(judged, [finding])), component)
    near(gain.component, real.component, finding.rule)
    near(gain.overall, real.overall, finding.rule)
    assert.ok(gain.component > 0)
  }
  for (const { rule, component, findings, gain } of card.rules) {
    const own = judged.findings.filter((finding) => finding.rule === rule)
    assert.deepEqual(own.map(({ fingerprint }) => fingerprint).sort(), [...findings].sort())
    near(gain.overall, gained(card, scorecard(mended(judged, own)), component).overall, rule)
  }
}

describe('the points of a scorecard', () => {
  it('are those of every sample', () => assert.ok(companies.size >= 5 && companies.has('meridian')))
  for (const [name, texts] of companies) {
    const { judged, workspace } = judgedTexts(texts)
    it(`add up for ${name}, whatever is set aside, and for each of its policies and partners`, () => {
      for (const part of [judged, withSetAside(judged, 2), withSetAside(judged, 1)]) {
        assertAddsUp(linkedScorecard(part))
        for (const { card } of partnerScores(part, workspace)) assertAddsUp(card)
        const policies = policyScores(part)
        const barriers = policies.flatMap(({ card }) => card.components.map(({ barriers }) => barriers))
        const inComponents = part.findings.filter(({ rule }) => componentOf(rule) !== 'language')
        assert.equal(
          barriers.reduce((sum, count) => sum + count, 0),
          inComponents.length,
        )
      }
    })
    it(`are gained in ${name} exactly as promised`, () => assertGains(judged))
  }
  it('add up, and are gained as promised, for any of the policies of Meridian', () =>
    fc.assert(
      fc.property(partOfMeridian, fc.integer({ min: 1, max: 4 }), ({ judged, workspace }, every) => {
        const part = withSetAside(judged, every)
        assertAddsUp(linkedScorecard(part))
        assertGains(part)
        for (const { card } of partnerScores(part, workspace)) assertAddsUp(card)
      }),
      { numRuns: 15 },
    )).timeout(120_000)

  it('are the same for several companies as one, whether judgements or tallies are put together', () => {
    const parts = [...companies.values()].map((texts) => judgedTexts(texts).judged)
    const kinds = new Set(parts.flatMap((part) => [...part.kinds]))
    assert.deepEqual(
      scorecardOf(talliesTogether(parts.map(talliesOf)), kinds).components.map(({ passed, barriers }) => [
        passed,
        barriers,
      ]),
      scorecard(judgedTogether(parts)).components.map(({ passed, barriers }) => [passed, barriers]),
    )
    near(
      scorecardOf(talliesTogether(parts.map(talliesOf)), kinds).overall ?? 0,
      scorecard(judgedTogether(parts)).overall ?? 1,
      'overall',
    )
  })
  it('name every finding once: as lost, or as one that costs nothing', () => {
    const { judged } = judgedTexts(new Map([...meridian].filter(([name]) => !name.includes('resources/'))))
    const card = linkedScorecard(judged)
    const named = [...card.lost.map(({ finding }) => finding), ...card.unscored].map(({ fingerprint }) => fingerprint)
    assert.deepEqual(named.sort(), judged.findings.map(({ fingerprint }) => fingerprint).sort())
  })
  it('show the largest gain first', () => {
    const { lost, rules } = linkedScorecard(judgedTexts(meridian).judged)
    for (const list of [lost, rules]) {
      const gains = list.map(({ gain }) => gain.overall)
      assert.deepEqual(
        gains,
        gains.toSorted((a, b) => b - a),
      )
    }
  })
  it('are less for a finding that is milder than its rule', () => {
    const { judged } = judgedTexts(meridian)
    const [tally] = talliesOf(judged).filter(({ rule }) => rule === 'performance/zero-sum-pool')
    const { findings, weight } = tally ?? assert.fail('there is no such rule')
    const milder = judged.findings.map((finding) =>
      findings.includes(finding) ? { ...finding, severity: 'info' as const } : finding,
    )
    const cost = (of: Judged): number =>
      linkedScorecard(of).rules.find(({ rule }) => rule === 'performance/zero-sum-pool')?.gain.component ?? 0
    assert.equal(weight, 10)
    near(cost({ ...judged, findings: milder }), (cost(judged) * 2) / 10, 'the cost')
  })
})

describe('what is set aside', () => {
  const { judged } = judgedTexts(meridian)

  it('costs nothing, and is what the score would lose without that', () => {
    const before = scorecard(judged)
    const after = scorecard(withSetAside(judged, 3))
    before.components.forEach(({ component, score = 0 }, at) => {
      const { score: now = 0, waived } = after.components[at] ?? assert.fail(component)
      near(now - waived, score, component)
    })
    near((after.overall ?? 0) - after.waived, before.overall ?? 0, 'overall')
  })
  it('keeps its reason, its last day and its owner beside its points', () => {
    const [waiver] = linkedScorecard(withSetAside(judged, 3)).waivers
    const { reason, until, owner } = waiver?.setAside ?? assert.fail('nothing is waived')
    assert.deepEqual([reason, until, owner], ['agreed until the new plan', '2027-03-31', 'people-operations'])
  })
  it('comes from the comments in the policies', () => {
    const name = 'samples/meridian/pay/research-and-development-bonus.yaml'
    const comment = '# concord-ignore performance/zero-sum-pool until=2027-03-31 reason="until the plan is signed"\n'
    const text = [...meridian].find(([file]) => file.endsWith('pay/research-and-development-bonus.yaml'))
    const [file, before] = text ?? assert.fail(name)
    const aside = judgedTexts(
      new Map([...meridian, [file, before.replace(/^( *)basis: fixed/m, `$1${comment}$1basis: fixed`)]]),
    )
    const card = linkedScorecard(aside.judged)
    assert.deepEqual(
      card.waivers.map(({ setAside: { finding } }) => finding.rule),
      ['performance/zero-sum-pool'],
    )
    near((card.overall ?? 0) - card.waived, scorecard(judged).overall ?? 0, 'overall')
  })
})

describe('a fix that changes nothing else', () => {
  const { judged } = judgedTexts(meridian)
  const card = linkedScorecard(judged)
  const passes = (of: Judged): string =>
    talliesOf(of)
      .map(({ rule, weight, passed, findings }) => `${rule} ${weight} ${passed + findings.length}`)
      .sort()
      .join('\n')
  const applied = (fix: FindingFix): Judged => {
    const edits = fixEdits(fix, (file) => meridian.get(file)) ?? assert.fail(fix.title)
    return judgedTexts(new Map([...meridian].map(([file, text]) => [file, applyEdits(text, edits.get(file) ?? [])])))
      .judged
  }

  it('raises the score by exactly what was promised', () => {
    let alone = 0
    for (const { finding, component, gain } of card.lost) {
      for (const fix of finding.fixes) {
        const after = applied(fix)
        const left = new Set(after.findings.map(({ fingerprint }) => fingerprint))
        const gone = judged.findings.filter(({ fingerprint }) => !left.has(fingerprint))
        if (
          gone.length !== 1 ||
          after.findings.length !== judged.findings.length - 1 ||
          passes(after) !== passes(judged)
        )
          continue
        alone++
        const real = gained(card, scorecard(after), component)
        near(gain.component, real.component, `${finding.rule}: ${fix.title}`)
        near(gain.overall, real.overall, `${finding.rule}: ${fix.title}`)
      }
    }
    assert.ok(alone >= 10, `only ${alone} fixes change nothing else`)
  }).timeout(120_000)
})
