import assert from 'node:assert/strict'
import { columns } from '../../server/reports/columns.ts'

describe('the columns of a text', () => {
  const texts: readonly (readonly [text: string, count: number, what: string])[] = [
    ['', 0, 'nothing'],
    ['plain text', 10, 'letters'],
    ['Größe · „so“ – 20 €', 19, 'letters and signs of Europe'],
    ['日本語', 6, 'characters of East Asia'],
    ['ｗｉｄｅ', 8, 'wide letters'],
    ['한국', 4, 'syllables of Korea'],
    ['e\u0301a\u0308', 2, 'letters with marks of their own'],
    ['🙂', 2, 'an emoji'],
    ['a🙂b', 4, 'an emoji between letters'],
  ]
  for (const [text, count, what] of texts) it(`are ${count} for ${what}`, () => assert.equal(columns(text), count))
})
