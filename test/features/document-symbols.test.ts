import assert from 'node:assert/strict'
import { type DocumentSymbol, documentSymbols } from '../../server/features/document-symbols.ts'
import { opened } from './opened-files.ts'

/** Each symbol on a line: its kind's first letter, its name, its detail, and the text that is selected. */
function outline(text: string): readonly string[] {
  const lines: string[] = []
  const add = (symbol: DocumentSymbol, depth: number): void => {
    const { kind, name, detail, range, selection, children } = symbol
    const selected = text.slice(selection.start, selection.end)
    lines.push(`${'  '.repeat(depth)}${kind.charAt(0)} ${name}${detail === '' ? '' : ` (${detail})`} «${selected}»`)
    for (const inner of [selection, ...children.map((child) => child.range)])
      assert.ok(range.start <= inner.start && inner.end <= range.end, `${name} does not hold what is in it`)
    for (const child of children) add(child, depth + 1)
  }
  for (const symbol of documentSymbols(opened(text))) add(symbol, 0)
  return lines
}

const agreement = `# Ours
apiVersion: leadership/v1
kind: PartnerAgreement
metadata:
  name: orion
  title: "With Orion"
spec:
  type: co-development
  partner:
    name: orion
    roles:
      - name: chair
        title: >-
          The
          chair
  term: { from: 2027-01-01 }
  counterparts:
    - { ours: a, theirs: chair }
  governance:
    bodies: &b [{ name: board }]
    decisions: *b
  commitments:
    - name: people
    - title: nameless
    - na
`

describe('document symbols', () => {
  it('are the policies, their sections and the items in them', () =>
    assert.deepEqual(
      outline(agreement),
      [
        'p orion (PartnerAgreement · With Orion) «orion»',
        '  s partner «partner»',
        '    s roles «roles»',
        '      i chair (The chair) «chair»',
        '  s term «term»',
        '  s counterparts «counterparts»',
        '    i a, chair «a»',
        '  s governance «governance»',
        '    s bodies «bodies»',
        '      i board «board»',
        '  s commitments «commitments»',
        '    i people «people»',
        '    i item 2 (nameless) «title: nameless\n»',
      ].map((line) => line.replace('\n»', '»')),
    ))
  it('reach from the first to the last character of what they stand for', () => {
    const [policy] = documentSymbols(opened(agreement))
    const partner = policy?.children[0]
    assert.equal(agreement.slice(policy?.range.start, policy?.range.end), agreement.slice(7).trimEnd())
    assert.equal(
      agreement.slice(partner?.range.start, partner?.range.end),
      agreement.slice(agreement.indexOf('partner:'), agreement.indexOf('\n  term')),
    )
  })
  it('work in half-typed documents, one after the other', () => {
    const first = 'apiVersion: leadership/v1\nkind: Cultur\nspec:\n  values:\n    - name: a\n    - name:\n  recogn'
    const second = 'apiVersion: leadership/v1\nkind: OrganizationDesign\nspec: {roles: [{name: head, unit: [x}'
    const third = "apiVersion: leadership/v1\nmetadata:\n  name: 'open\nspec:\n"
    assert.deepEqual(
      outline([first, 'other: 1', second, third].join('\n---\n')).map((line) => line.split('\n')[0]),
      [
        'p Cultur (Cultur) «Cultur»',
        '  s values «values»',
        '    i a «a»',
        '    i item 2 «name:»',
        'p OrganizationDesign (OrganizationDesign) «OrganizationDesign»',
        '  s roles «roles»',
        '    i head «head»',
        "p open «'open",
      ],
    )
  })
  it('are none in other files', () => assert.deepEqual(outline('a: 1'), []))
})
