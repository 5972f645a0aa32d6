import assert from 'node:assert/strict'
import { lineOfSight } from '../../server/models/line-of-sight.ts'
import { percent } from './figures.ts'

describe('M3 line of sight', () => {
  const found = () =>
    lineOfSight([
      { weightPercent: 60, scope: 'own' },
      { weightPercent: 25, scope: 'shared', movedBy: 60 },
      { weightPercent: 10, scope: 'shared', movedBy: 2_000 },
      { weightPercent: 5, scope: 'shared', movedBy: 12 },
    ])
  it('60 % own, 25 % function, 10 % company, 5 % alliance team: 40 % shared by name, .84 % by leverage', () => {
    assert.equal(found().sharedPercent, 40)
    assert.equal(percent(found().sharedLeveragePercent / 100, 2), '0.84 %')
  })
  it('the alliance’s 5 % has as much leverage as the function’s 25 %: .417 %', () => {
    const [own, functional, company, alliance] = found().leveragePercents
    assert.equal(own, 60)
    assert.equal(functional?.toFixed(3), '0.417')
    assert.equal(alliance?.toFixed(3), '0.417')
    assert.equal(company, 0.005)
  })
  it('says how much weight it cannot place where nobody says who moves it', () => {
    const partly = lineOfSight([
      { weightPercent: 30, scope: 'shared' },
      { weightPercent: 10, scope: 'shared', movedBy: 5 },
    ])
    assert.equal(partly.unknownPercent, 30)
    assert.equal(partly.sharedPercent, 40)
    assert.equal(partly.sharedLeveragePercent, 2)
  })
  it('no measures, a measure that nobody moves and one that one person moves', () => {
    assert.throws(
      () => lineOfSight([{ weightPercent: 10, scope: 'shared', movedBy: -1 }]),
      /movedBy must be a whole number of at least 0, got -1/,
    )
    assert.equal(lineOfSight([]).sharedPercent, 0)
    assert.deepEqual(
      lineOfSight([
        { weightPercent: 10, scope: 'shared', movedBy: 0 },
        { weightPercent: 10, scope: 'shared', movedBy: 1 },
      ]).leveragePercents,
      [0, 10],
    )
  })
})
