import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { defaultSettings } from '../../server/checker/settings.ts'
import { inlayHints } from '../../server/features/inlay-hints.ts'
import { textsBelow } from '../checker/policy-texts.ts'
import { smallGroup } from '../command/policies.ts'
import { opened } from './opened-files.ts'

const meridian = textsBelow(fileURLToPath(new URL('../../samples/meridian', import.meta.url)))

/** The lines of a file that hints stand in, with the hints between ‹ ›. */
function shown(texts: ReadonlyMap<string, string> | string, name = 'policy.yaml'): readonly string[] {
  const file = opened(texts, name)
  const hints = inlayHints(file, { start: 0, end: file.text.length })
  const marked = [...hints]
    .reverse()
    .reduce((text, { offset, label }) => `${text.slice(0, offset)} ‹${label}›${text.slice(offset)}`, file.text)
  return marked
    .split('\n')
    .filter((line) => line.includes('‹'))
    .map((line) => line.trim())
}

describe('inlay hints', () => {
  it('show the coverage of each commitment behind its amount', () =>
    assert.deepEqual(shown(meridian, 'alliances/quillon-codevelopment.yaml'), [
      'fte: 4 ‹62.5 % covered›',
      'daysPerMonth: 8 ‹100 % covered›',
      'money: { amount: 1800000 ‹100 % covered›, currency: EUR }',
    ]))
  it('show the load of each pool behind its capacity', () =>
    assert.deepEqual(shown(meridian, 'resources/equipment-2027.yaml'), ['daysPerMonth: 22 ‹119.1 % used›']))
  it('show the cross-payoff behind the field that it comes from', () => {
    assert.deepEqual(shown(meridian, 'pay/research-and-development-bonus.yaml'), ['pools: ‹cross-payoff -0.08›'])
    assert.deepEqual(shown(meridian, 'pay/executive-bonus.json'), ['"measures": ‹cross-payoff 1› ['])
  })
  it('show how long our own body’s approvals wait for the joint body', () =>
    assert.deepEqual(shown(meridian, 'governance/calendar-2027.yaml'), [
      'dates: [2027-01-29, 2027-04-30, 2027-07-30, 2027-10-29] ‹waits 81 days for joint-steering-committee›',
    ]))
  it('show how many of the forced labels of a group are wrong', () =>
    assert.deepEqual(shown(smallGroup), ['- {name: optics-team, headcount: 5 ‹59 % of 1 label wrong›}']))

  it('say what the number means, and what was assumed', () => {
    const [hint] = inlayHints(opened(smallGroup), { start: 0, end: smallGroup.length })
    assert.deepEqual(hint?.tooltip.split('\n'), [
      'The group "optics-team" has 5 people, and 1 of them must be rated "low". Where 10 % of all people belong there, 59 % of these ratings are wrong on average, and in 59 % of cases nobody in the group belongs there.',
      'Assumed: lowPerformers = 10 (default).',
      'Assumed: rounding = nearest (policy).',
    ])
  })
  it('use the assumptions of the configuration', () => {
    const file = opened(smallGroup, 'policy.yaml', { ...defaultSettings, assumptions: { lowPerformers: 30 } })
    const [hint] = inlayHints(file, { start: 0, end: smallGroup.length })
    assert.match(hint?.tooltip ?? '', /lowPerformers = 30 \(configuration\)/)
  })
  it('are those of the part of the file that is asked for', () => {
    const file = opened(meridian, 'alliances/quillon-codevelopment.yaml')
    const start = file.text.indexOf('daysPerMonth')
    assert.deepEqual(
      inlayHints(file, { start, end: start + 20 }).map(({ label }) => label),
      ['100 % covered'],
    )
  })
  it('find their places behind items that could not be read', () => {
    const text = smallGroup.replace('    - {name: optics-team', '    - {headcount: many}\n    - {name: optics-team')
    assert.deepEqual(shown(text), ['- {name: optics-team, headcount: 5 ‹59 % of 1 label wrong›}'])
  })
  it('stay silent where policies do not say enough', () =>
    assert.deepEqual(shown(smallGroup.replace(', headcount: 5', '')), []))
})
