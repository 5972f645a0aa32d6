import assert from 'node:assert/strict'
import { highlights } from '../../server/features/highlights.ts'
import { marked, markedAgain, policy } from './marked-files.ts'

/** « » mark what is highlighted as a declaration, ‹ › as a use. */
function highlighted(texts: Readonly<Record<string, string>> | string): void {
  const files = marked(typeof texts === 'string' ? { 'a.yaml': texts } : texts)
  const found = highlights(files.place).map(({ range, kind }) => ({
    file: files.place.name,
    range,
    marks: kind === 'write' ? '«»' : '‹›',
  }))
  assert.deepEqual(markedAgain(files.texts, found), files.expected)
}

const roles = (spec: string) => policy('OrganizationDesign', 'roles', `roles:\n${spec}`)

describe('highlights', () => {
  it('are the declaration and every use in the file', () => {
    const text = roles(
      '- name: «head»\n- { name: other, lineManager: ‹he|ad› }\n- { name: more, lineManager: "‹head›" }',
    )
    highlighted(text)
    highlighted(text.replace('he|ad', 'head').replace('«head»', '«|head»'))
  })
  it('leave out other files, and things of another sort with the same name', () =>
    highlighted({
      'a.yaml': policy(
        'OrganizationDesign',
        'o',
        'roles:\n- name: «sal|es»\n- { name: x, lineManager: ‹sales› }\nunits: [{ name: sales }]',
      ),
      'b.yaml': policy('GovernanceCalendar', 'meetings', 'bodies: [{ name: board, chair: sales }]'),
    }))
  it('reach over all documents of a file', () =>
    highlighted(
      `${roles('- name: «head»')}---\n# more\n${policy('GovernanceCalendar', 'm', 'bodies: [{ name: b, chair: ‹head|› }]')}`,
    ))
  it('are the uses where the name is declared in another file', () =>
    highlighted({
      'a.yaml': policy(
        'GovernanceCalendar',
        'm',
        'bodies:\n- { name: a, chair: ‹he|ad› }\n- { name: b, chair: ‹head› }',
      ),
      'b.yaml': roles('- name: head'),
    }))
  it('are the same spelling where nothing is declared', () =>
    highlighted(
      policy('GovernanceCalendar', 'm', 'bodies:\n- { name: a, chair: ‹he|ad› }\n- { name: b, chair: ‹head› }'),
    ))
  it('know the parts of a qualified name', () =>
    highlighted(
      policy(
        'ResourceAllocation',
        'plan',
        'allocations:\n- { name: a, commitment: ‹or|ion›/engineers }\n- { name: b, commitment: ‹orion›/money }',
      ),
    ))
  it('of an anchor are the anchor and its aliases', () => {
    const text = 'roles:\n- &one { name: head }\n- &two { name: more }\nother: [*one, *two, *one]'
    const expected = text.replace('&one', '«&one»').replaceAll('*one', '‹*one›')
    highlighted(policy('OrganizationDesign', 'o', expected.replace('&one', '&o|ne')))
    highlighted(policy('OrganizationDesign', 'o', expected.replace('*one', '*o|ne')))
  })
  it('show a name that an alias brings in at the alias', () =>
    highlighted(
      roles('- name: «&n head»\n- { name: other, lineManager: ‹head|› }\n- { name: more, lineManager: ‹*n› }').replace(
        '«&n head»',
        '&n «head»',
      ),
    ))
  it('show an alias once that brings in a declaration and a use of it', () =>
    highlighted(policy('OrganizationDesign', 'o', 'roles:\n- &r { name: «he|ad», lineManager: ‹head› }\n- «*r»')))
  it('work in a broken document, and with line breaks of any kind', () => {
    const text = roles('- name: «head»\n- { name: other, lineManager: ‹he|ad› }\n- [')
    highlighted(text)
    highlighted(text.replaceAll('\n', '\r\n'))
  })
  it('are none beside names, and outside policies', () => {
    highlighted(roles('- name: head\n  ti|tle: head'))
    highlighted(roles('- name: head\n  title: he|ad'))
    highlighted('roles: [{ name: he|ad }]\n')
  })
})
