import assert from 'node:assert/strict'
import fc from 'fast-check'
import { distributionCounts, distributionFit } from '../../server/models/distribution-fit.ts'
import { forcedLabels, type QuotaRounding, quota, smallestGroup } from '../../server/models/forced-labels.ts'
import { atMost, percent } from './figures.ts'

describe('M1 forced labels', () => {
  const table: readonly [number, number, string, string][] = [
    [5, 1, '59.0 %', '59.0 %'],
    [8, 1, '43.0 %', '43.0 %'],
    [10, 1, '34.9 %', '34.9 %'],
    [20, 2, '12.2 %', '25.7 %'],
    [50, 5, '0.5 %', '16.6 %'],
    [100, 10, '0.0 %', '11.9 %'],
  ]
  for (const [groupSize, labels, nobody, wrong] of table) {
    it(`n = ${groupSize}, p = 10 %: nobody belongs ${nobody}, wrong share ${wrong}`, () => {
      assert.equal(quota({ groupSize, percent: 10, rounding: 'nearest' }), labels)
      const found = forcedLabels({ groupSize, quota: labels, lowShare: 0.1 })
      assert.equal(percent(found.nobodyBelongs), nobody)
      assert.equal(percent(found.wrongShare), wrong)
    })
  }

  it('rounding matters: 23.3 % wrong for 36 people with 4 labels, 18.5 % for 40 with 4', () => {
    assert.equal(quota({ groupSize: 36, percent: 10, rounding: 'up' }), 4)
    const of36 = forcedLabels({ groupSize: 36, quota: 4, lowShare: 0.1 })
    const of40 = forcedLabels({ groupSize: 40, quota: 4, lowShare: 0.1 })
    assert.equal(percent(of36.wrongShare), '23.3 %')
    assert.equal(percent(of40.wrongShare), '18.5 %')
  })

  it('a company of 100 with 10 low: nobody belongs in a group of 10 in 33.0 % of cases', () => {
    const found = forcedLabels({ groupSize: 10, quota: 1, lowShare: 0.1, company: { size: 100 } })
    assert.equal(percent(found.nobodyBelongs), '33.0 %')
    assert.deepEqual(found.assumptions, {
      lowShare: 0.1,
      distribution: 'hypergeometric',
      companySize: 100,
      companyLow: 10,
    })
  })

  it('20/70/10 fits a group of 10 exactly 11.9 % of the time', () => {
    const fit = distributionFit(10, [20, 70, 10])
    assert.deepEqual(fit?.counts, [2, 7, 1])
    assert.equal(percent(fit?.exactFit ?? Number.NaN), '11.9 %')
  })

  it('20/20/40/13/7 fits 15 people as 3, 3, 6, 2 and 1 in 0.8 % of cases', () => {
    const fit = distributionFit(15, [20, 20, 40, 13, 7])
    assert.deepEqual(fit?.counts, [3, 3, 6, 2, 1])
    assert.equal(percent(fit?.exactFit ?? Number.NaN), '0.8 %')
  })

  it('a distribution that does not sum to 100 describes none', () => {
    assert.equal(distributionFit(10, [20, 70]), undefined)
  })

  it('agrees with counting every case of a small group', () => {
    const [n, labels, p] = [7, 2, 0.23]
    let [none, exact, wrong, missed] = [0, 0, 0, 0]
    for (let members = 0; members < 2 ** n; members++) {
      const low = [...members.toString(2)].filter((bit) => bit === '1').length
      const chance = p ** low * (1 - p) ** (n - low)
      if (low === 0) none += chance
      if (low === labels) exact += chance
      wrong += (chance * Math.max(0, labels - low)) / labels
      missed += chance * Math.max(0, low - labels)
    }
    const found = forcedLabels({ groupSize: n, quota: labels, lowShare: p })
    atMost(Math.abs(found.nobodyBelongs - none), 1e-12)
    atMost(Math.abs(found.exactFit - exact), 1e-12)
    atMost(Math.abs(found.wrongShare - wrong), 1e-12)
    atMost(Math.abs(found.missedLabels - missed), 1e-12)
  })

  it('of a company the low ones are whole people: of 15 with 10 % low, two are, and a group of 5 has .67 of them', () => {
    const found = forcedLabels({ groupSize: 5, quota: 0, lowShare: 0.1, company: { size: 15 } })
    assert.equal(found.assumptions.companyLow, 2)
    assert.equal(found.assumptions.distribution, 'hypergeometric')
    atMost(Math.abs(found.missedLabels - 10 / 15), 1e-12)
    const withoutCompany = forcedLabels({ groupSize: 5, quota: 0, lowShare: 0.1 })
    assert.equal(withoutCompany.assumptions.distribution, 'binomial')
    atMost(Math.abs(withoutCompany.missedLabels - 0.5), 1e-12)
  })
  it('nobody is missed in a company of nobody, and a company has whole people', () => {
    assert.equal(forcedLabels({ groupSize: 0, quota: 0, lowShare: 0.1, company: { size: 0 } }).missedLabels, 0)
    assert.throws(() => forcedLabels({ groupSize: 1, quota: 0, lowShare: 0.1, company: { size: 1.5 } }), RangeError)
  })

  describe('what a policy may declare at its edges', () => {
    it('no quota labels nobody wrongly and misses all who belong', () => {
      const found = forcedLabels({ groupSize: 10, quota: 0, lowShare: 0.1 })
      assert.equal(found.wrongShare, 0)
      atMost(Math.abs(found.missedLabels - 1), 1e-12)
    })
    it('a group of one with one label is wrong whenever that person does not belong', () => {
      atMost(Math.abs(forcedLabels({ groupSize: 1, quota: 1, lowShare: 0.1 }).wrongShare - 0.9), 1e-12)
    })
    it('an empty group, nobody low and everybody low are all defined', () => {
      assert.equal(forcedLabels({ groupSize: 0, quota: 0, lowShare: 0.1 }).nobodyBelongs, 1)
      assert.equal(forcedLabels({ groupSize: 9, quota: 1, lowShare: 0 }).wrongShare, 1)
      assert.equal(forcedLabels({ groupSize: 9, quota: 1, lowShare: 1 }).wrongShare, 0)
    })
    it('a quota over the group, and a group over its company, are bugs of the caller', () => {
      assert.throws(() => forcedLabels({ groupSize: 3, quota: 4, lowShare: 0.1 }), RangeError)
      const company = { size: 5 }
      assert.throws(() => forcedLabels({ groupSize: 9, quota: 1, lowShare: 0.1, company }), RangeError)
    })
  })

  it('probabilities stay within 0 and 1 for any group', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (groupSize, part, lowShare) => {
          const labels = Math.round(part * groupSize)
          const found = forcedLabels({ groupSize, quota: labels, lowShare })
          for (const share of [found.nobodyBelongs, found.exactFit, found.wrongShare]) {
            assert.ok(share >= 0 && share <= 1 + 1e-9, String(share))
          }
          assert.ok(found.missedLabels >= 0 && found.missedLabels <= groupSize)
        },
      ),
      { numRuns: 60, seed: 1 },
    )
  })
})

describe('M1 quota', () => {
  const cases: readonly [number, number, QuotaRounding, number][] = [
    [5, 10, 'up', 1],
    [5, 10, 'nearest', 1],
    [4, 10, 'nearest', 1],
    [5, 10, 'down', 0],
    [5, 10, 'none-below', 0],
    [10, 10, 'none-below', 1],
    [17, 10, 'none-below', 2],
    [17, 10, 'down', 1],
    [11, 10, 'up', 2],
    [300, 7, 'up', 21],
    [30, 10, 'up', 3],
  ]
  for (const [groupSize, share, rounding, people] of cases) {
    it(`${share} % of ${groupSize}, rounded ${rounding}, is ${people}`, () => {
      assert.equal(quota({ groupSize, percent: share, rounding }), people)
    })
  }
  it('the policy may say whether at least one is forced', () => {
    assert.equal(quota({ groupSize: 4, percent: 10, rounding: 'nearest', atLeastOne: false }), 0)
    assert.equal(quota({ groupSize: 4, percent: 10, rounding: 'down', atLeastOne: true }), 1)
  })
  it('0 % and an empty group force nobody, 100 % everybody', () => {
    assert.equal(quota({ groupSize: 9, percent: 0, rounding: 'up' }), 0)
    assert.equal(quota({ groupSize: 0, percent: 10, rounding: 'up' }), 0)
    assert.equal(quota({ groupSize: 9, percent: 100, rounding: 'down' }), 9)
  })
  it('counts of a whole distribution always sum to the group', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 500 }),
        fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 7 }).filter((all) => all.some(Boolean)),
        (groupSize, percents) => {
          const counts = distributionCounts(groupSize, percents)
          assert.equal(
            counts.reduce((a, b) => a + b, 0),
            groupSize,
          )
        },
      ),
      { numRuns: 200, seed: 2 },
    )
  })
})

describe('M1 smallest acceptable group', () => {
  const terms = { percent: 10, rounding: 'nearest', lowShare: 0.1 } as const
  const wrongShareOf = (groupSize: number): number =>
    forcedLabels({ groupSize, quota: quota({ ...terms, groupSize }), lowShare: 0.1 }).wrongShare

  it('every larger group within the search is acceptable, the one before is not', () => {
    const smallest = smallestGroup({ ...terms, acceptableWrongShare: 0.2, searchUpTo: 300 })
    assert.ok(smallest !== undefined)
    for (let n = smallest; n <= 300; n++) assert.ok(wrongShareOf(n) <= 0.2, `n = ${n}`)
    assert.ok(wrongShareOf(smallest - 1) > 0.2)
  })
  it('passes over groups that are acceptable only until the next label: 40 is, 46 is not', () => {
    const smallest = smallestGroup({ ...terms, acceptableWrongShare: 0.19 })
    assert.ok(wrongShareOf(40) <= 0.19)
    assert.ok(smallest !== undefined && smallest > 45, String(smallest))
  })
  it('a company whose size is declared varies less between its groups, so smaller ones are acceptable', () => {
    const company = { size: 100 }
    const smallest = smallestGroup({ ...terms, acceptableWrongShare: 0.2, company })
    assert.ok(smallest !== undefined && smallest < 47, String(smallest))
    for (let n = smallest - 1; n <= company.size; n++) {
      const labels = quota({ ...terms, groupSize: n })
      const { wrongShare } = forcedLabels({ groupSize: n, quota: labels, lowShare: 0.1, company })
      assert.equal(wrongShare <= 0.2, n >= smallest, `n = ${n}`)
    }
  })
  it('there is none where even the largest group searched is not acceptable', () => {
    assert.equal(smallestGroup({ ...terms, acceptableWrongShare: 0.01, searchUpTo: 200 }), undefined)
  })
  it('a policy that labels nobody is acceptable from one person on', () => {
    assert.equal(smallestGroup({ ...terms, percent: 0, acceptableWrongShare: 0 }), 1)
  })
})
