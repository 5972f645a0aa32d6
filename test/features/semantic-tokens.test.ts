import assert from 'node:assert/strict'
import { semanticTokens } from '../../server/features/semantic-tokens.ts'
import { policy } from './marked-files.ts'
import { opened } from './opened-files.ts'

/** Each token as its text and type; `!` marks a declaration. */
function tokens(texts: Readonly<Record<string, string>> | string, within?: string): readonly string[] {
  const files = new Map(Object.entries(typeof texts === 'string' ? { 'a.yaml': texts } : texts))
  const file = opened(files, 'a.yaml')
  const start = within === undefined ? 0 : file.text.indexOf(within)
  const range = within === undefined ? undefined : { start, end: start + within.length }
  return semanticTokens(file, range).map(
    ({ range, type, isDeclaration }) => `${file.text.slice(range.start, range.end)} ${type}${isDeclaration ? '!' : ''}`,
  )
}

/** Without those that every policy has. */
const own = (...words: Parameters<typeof tokens>) =>
  tokens(...words).filter((token) => !/ keyword$| namespace!$|^leadership\/v1 /.test(token))

const calendar = (spec: string) => policy('GovernanceCalendar', 'meetings', spec)
const rating = (spec: string) => policy('PerformanceCalibration', 'ratings', spec)
const ignore = '# concord-ignore performance/forced-distribution until=2027-03-31 reason="replaced in Q1"'
const ignored = [
  'concord-ignore macro',
  'performance/forced-distribution class',
  'until parameter',
  '2027-03-31 number',
  'reason parameter',
  '"replaced in Q1" string',
]

describe('semantic tokens', () => {
  it('mark the kind and the name of a policy', () =>
    assert.deepEqual(
      tokens(rating('{}')).filter((token) => !token.startsWith('leadership')),
      ['PerformanceCalibration keyword', 'ratings namespace!'],
    ))
  it('mark names where they are declared and used, alike for things of one sort', () =>
    assert.deepEqual(
      own(
        policy(
          'OrganizationDesign',
          'roles',
          'units: [{ name: sales, reportsTo: "head-office" }]\nroles:\n- { name: head, unit: sales, lineManager: other-head }',
        ),
      ),
      ['sales class!', 'head-office class', 'head type!', 'sales class', 'other-head type'],
    ))
  it('mark a name by what it is declared as, where it may be of several sorts', () => {
    const used = policy('DecisionRights', 'rights', 'decisions:\n- { name: launch, consulted: [legal] }')
    const organization = (spec: string) => policy('OrganizationDesign', 'o', spec)
    assert.deepEqual(own({ 'a.yaml': used, 'b.yaml': organization('roles: [{ name: legal }]') }), [
      'launch function!',
      'legal type',
    ])
    assert.deepEqual(own({ 'a.yaml': used, 'b.yaml': organization('units: [{ name: legal }]') }), [
      'launch function!',
      'legal class',
    ])
  })
  it('mark values that a schema lists, without their quotes', () =>
    assert.deepEqual(own(rating(`distribution: { mode: "forced", appliedTo: 'team' }\npurpose: forced`)), [
      'forced enumMember',
      'team enumMember',
    ]))
  it('mark the parts of a suppression, finished or not', () => {
    assert.deepEqual(own(rating(`distribution:\n  mode: forced ${ignore}`)), ['forced enumMember', ...ignored])
    assert.deepEqual(own(rating(`distribution:\n  ${ignore.slice(0, -4)}\n  mode: none`)), [
      ...ignored.slice(0, -1),
      '"replaced in string',
      'none enumMember',
    ])
    assert.deepEqual(own(`${ignore.replace('in Q1', 'by \\"it\\"')}\n${rating('{}')}`), [
      ...ignored.slice(0, -1),
      '"replaced by \\"it\\"" string',
    ])
  })
  it('take what looks like a suppression in a text or a key for no comment', () => {
    assert.deepEqual(own(rating(`purpose: 'a ${ignore}'`)), [])
    assert.deepEqual(own(rating(`purpose: |\n  a\n  ${ignore}`)), [])
    assert.deepEqual(own(rating(`"a ${ignore.replaceAll('"', '')}": 1`)), [])
    assert.deepEqual(own(rating(`purpose: a#concord-ignore x/y`)), [])
    assert.deepEqual(own(rating(`purpose: a # concord-ignored x/y`)), [])
    assert.deepEqual(own(rating(`purpose: "a"#concord-ignore x/y`)), [])
  })
  it('come in the order of the text, without overlaps, each in one line', () => {
    const text = `${ignore}\n${rating(`distribution: # concord-ignore a/b\n  mode: forced\nscale:\n- name: >-\n    very\n    low\n- { name: high }`)}---\n${calendar('bodies: [{ name: board }]')}`
    for (const each of [text, text.replaceAll('\n', '\r\n')]) {
      const found = semanticTokens(opened(each)).map(({ range }) => range)
      assert.ok(found.length > 8)
      for (const [index, { start, end }] of found.entries()) {
        assert.ok(start >= (found[index - 1]?.end ?? 0) && end > start)
        assert.doesNotMatch(each.slice(start, end), /[\r\n]/)
      }
    }
    assert.deepEqual(tokens(text.replaceAll('\n', '\r\n')), tokens(text))
  })
  it('are those of every policy of a file, and of no other document', () =>
    assert.deepEqual(
      tokens(`kind: other\n---\n${rating('{}')}---\n${calendar('{}')}`).filter((token) => !token.startsWith('leader')),
      ['PerformanceCalibration keyword', 'ratings namespace!', 'GovernanceCalendar keyword', 'meetings namespace!'],
    ))
  it('leave an alias alone, and mark what it stands for where it is written', () =>
    assert.deepEqual(
      own(calendar('bodies:\n- &b { name: board, chair: &c head }\n- { <<: *b, name: other, chair: *c }')),
      ['board interface!', 'head type', 'other interface!'],
    ))
  it('are those of a part, where a part is asked for', () => {
    const text = rating('scale: [{ name: low }]\ndistribution:\n  mode: forced\n  appliedTo: team # concord-ignore a/b')
    assert.deepEqual(own(text, 'mode: forced'), ['forced enumMember'])
    assert.deepEqual(own(text, 'appliedTo: team # c'), ['team enumMember', 'concord-ignore macro', 'a/b class'])
  })
  it('stay in a broken document', () =>
    assert.deepEqual(own(rating('distribution:\n  mode: forced\n  levels: [{ level: low }\nhalf')), [
      'forced enumMember',
      'low variable',
    ]))
  it('mark names only while the kind is not known', () =>
    assert.deepEqual(tokens(policy('Rating', 'x', 'distribution: { mode: forced }')).slice(-1), ['x namespace!']))
  it('are none in files without policies', () => assert.deepEqual(tokens(`a: b ${ignore}\n`), []))
})
