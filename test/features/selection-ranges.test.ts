import assert from 'node:assert/strict'
import { selectionRanges } from '../../server/features/selection-ranges.ts'
import { marked, policy } from './marked-files.ts'
import { opened } from './opened-files.ts'

const file = (spec: string) => policy('PerformanceCalibration', 'ratings', spec)

/** What is selected step by step, up to `most` steps, from the cursor. */
function grown(text: string, most: number): readonly string[] {
  const { place } = marked({ 'a.yaml': text })
  const [ranges = []] = selectionRanges(place, [place.offset])
  return ranges.slice(0, most).map(({ start, end }) => place.text.slice(start, end))
}

describe('growing selections', () => {
  it('go from a word to the value, the field, the item, the list and so on', () =>
    assert.deepEqual(grown(file('scale:\n- name: low\n  title: Needs he|lp now\n- name: high'), 8), [
      'help',
      'Needs help now',
      'title: Needs help now',
      'name: low\n    title: Needs help now',
      '- name: low\n    title: Needs help now',
      '- name: low\n    title: Needs help now\n  - name: high',
      'scale:\n  - name: low\n    title: Needs help now\n  - name: high',
      'spec:\n  scale:\n  - name: low\n    title: Needs help now\n  - name: high',
    ]))
  it('go from a key to its field', () =>
    assert.deepEqual(grown(file('scale:\n- ti|tle: Low'), 3), ['title', 'title: Low', '- title: Low']))
  it('take quotes in a step of their own', () =>
    assert.deepEqual(grown(file(`scale:\n- "title": 'So l|ow'`), 4), [
      'low',
      'So low',
      `'So low'`,
      `"title": 'So low'`,
    ]))
  it('take the quotes of a first key and a last value for no quotes around all of it', () =>
    assert.deepEqual(grown(file(`scale:\n- 'name': low\n  title: L|ow\n  'note': 'x'`), 4), [
      'Low',
      'title: Low',
      `'name': low\n    title: Low\n    'note': 'x'`,
      `- 'name': low\n    title: Low\n    'note': 'x'`,
    ]))
  it('follow brackets', () =>
    assert.deepEqual(grown(file('scale: [{ name: l|ow }, { name: high }]'), 5), [
      'low',
      'name: low',
      '{ name: low }',
      '[{ name: low }, { name: high }]',
      'scale: [{ name: low }, { name: high }]',
    ]))
  it('end with the policy, and the whole file where that is more', () => {
    const text = `${policy('CulturalNorms', 'norms', 'values: []')}---\n# second\n${file('scale: [|]')}`
    const all = grown(text, 20)
    const whole = text.replace('|', '')
    assert.deepEqual(all.slice(-2), [whole.slice(whole.lastIndexOf('apiVersion')).trimEnd(), whole])
  })
  it('take a comment as a whole, without what is written in front of it', () => {
    assert.deepEqual(grown(file('scale: [] # none y|et, really'), 2), ['yet', '# none yet, really'])
    assert.deepEqual(grown(file('purpose: "a # b" # none y|et'), 2), ['yet', '# none yet'])
    assert.deepEqual(grown(`# a bo|ut\n${file('scale: []')}`, 2), ['bout', '# a bout'])
  })
  it('take a # in a text for no comment', () =>
    assert.deepEqual(grown(file('purpose: "a # b|c"'), 3), ['bc', 'a # bc', '"a # bc"']))
  it('leave out what an alias brings in from elsewhere', () =>
    assert.deepEqual(grown(file('scale: &all [{ name: low }]\nother: *a|ll'), 3), ['all', '*all', 'other: *all']))
  it('find fields on both sides of a merge', () =>
    assert.deepEqual(
      grown(file('scale:\n- &low { name: low, title: Low }\n- title: Mo|re\n  <<: *low\n  name: more'), 3),
      ['More', 'title: More', 'title: More\n    <<: *low\n    name: more'],
    ))
  it('work in a broken document', () =>
    assert.deepEqual(grown(file('scale:\n- name: l|ow\n  - [\nother: {'), 2), ['low', 'name: low']))
  it('answer for each of several cursors, also outside policies', () => {
    const text = `# first\n${file('scale: []')}`
    const open = opened(text)
    const answers = selectionRanges(open, [3, text.indexOf('scale') + 1, text.length])
    assert.deepEqual(
      answers.map((ranges) => open.text.slice(ranges[0]?.start, ranges[0]?.end)),
      ['first', 'scale', text],
    )
    assert.deepEqual(
      selectionRanges(opened('# nothing'), [4, 9]).map((ranges) => ranges.length),
      [2, 2],
    )
    assert.deepEqual(selectionRanges(opened(''), [0]), [[{ start: 0, end: 0 }]])
  })
  it('keep line breaks of any kind out of texts', () => {
    const text = file('scale:\n- name: low\n  title: Needs he|lp now\n- name: high')
    assert.deepEqual(
      grown(text.replaceAll('\n', '\r\n'), 8).map((part) => part.replaceAll('\r\n', '\n')),
      grown(text, 8),
    )
  })
})
