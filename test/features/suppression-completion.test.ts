import assert from 'node:assert/strict'
import { forced } from '../command/policies.ts'
import { chosen, chosenPlainly, labelsAt, placeIn } from './completing.ts'

const rule = 'performance/forced-distribution'

/** A policy with a comment above what is found in it. */
const commented = (comment: string): string => forced.replace('    mode:', `    ${comment}\n    mode:`)

describe('completion in a comment that suppresses a finding', () => {
  it('offers the rules, first those that find something here', () => {
    const labels = labelsAt(placeIn(commented('# concord-ignore |')))
    assert.deepEqual(new Set(labels.slice(0, 2)), new Set([rule, 'language/unknown-field']))
    assert.ok(labels.includes('resources/commitment-unallocated') && !labels.includes('language/syntax'))
  })
  it('writes the day and leaves the reason with the rule', () => {
    const place = placeIn(commented('# concord-ignore perf|'))
    assert.equal(chosen(place, rule), commented(`# concord-ignore ${rule} until=‹2027-02-23› reason="‹why›"`))
    assert.equal(chosenPlainly(place, rule), commented(`# concord-ignore ${rule}`))
  })
  it('leaves what follows the rule', () => {
    const place = placeIn(commented('# concord-ignore per|f reason="until March"'))
    assert.equal(chosen(place, rule), commented(`# concord-ignore ${rule} reason="until March"`))
  })
  it('offers what is missing behind the rule', () => {
    assert.deepEqual(labelsAt(placeIn(commented(`# concord-ignore ${rule} |`))), ['until=', 'reason='])
    assert.deepEqual(labelsAt(placeIn(commented(`# concord-ignore ${rule} until=2027-01-01 |`))), ['reason='])
    const place = placeIn(commented(`# concord-ignore ${rule} |`))
    assert.equal(chosen(place, 'until='), commented(`# concord-ignore ${rule} until=2027-02-23`))
  })
  it('works behind something in its line', () => {
    const text = forced.replace('forced     # since 2019', 'forced # concord-ignore |')
    assert.ok(labelsAt(placeIn(text)).includes(rule))
  })
  it('begins the comment', () => assert.deepEqual(labelsAt(placeIn(commented('# conc|'))), ['concord-ignore']))
  it('leaves other comments, texts and other YAML alone', () => {
    assert.deepEqual(labelsAt(placeIn(commented('# conclu|'))), [])
    assert.deepEqual(labelsAt(placeIn(commented('# a remark on |'))), [])
    assert.deepEqual(labelsAt(placeIn(commented(`# concord-ignore ${rule} reason="wh|y"`))), [])
    assert.deepEqual(labelsAt(placeIn('services: {} # concord-ignore |')), [])
  })
})
