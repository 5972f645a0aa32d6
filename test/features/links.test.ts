import assert from 'node:assert/strict'
import { links } from '../../server/features/links.ts'
import { policy } from './marked-files.ts'
import { opened } from './opened-files.ts'

function targets(text: string): readonly string[] {
  return links(opened(text)).map(({ range, target }) => {
    assert.equal(text.slice(range.start, range.end), target)
    return target
  })
}

describe('links', () => {
  it('are the web addresses in values', () =>
    assert.deepEqual(
      targets(
        policy(
          'CulturalNorms',
          'norms',
          `values:\n- { name: a, title: https://a.example/x?y=1#z, description: "See http://b.example/w_(x), or (https://c.example)." }\n- name: b\n  description: >\n    At https://d.example.`,
        ),
      ),
      ['https://a.example/x?y=1#z', 'http://b.example/w_(x)', 'https://c.example', 'https://d.example'],
    ))
  it('stand neither in comments and keys nor in other files', () => {
    assert.deepEqual(targets(policy('CulturalNorms', 'norms', '# https://a.example\n"https://b.example": 1')), [])
    assert.deepEqual(targets('a: https://a.example'), [])
  })
  it('are addresses only', () =>
    assert.deepEqual(
      targets(policy('CulturalNorms', 'norms', 'a: http://\nb: https://.\nc: ftp://a.example\nd: "https://[x"')),
      [],
    ))
})
