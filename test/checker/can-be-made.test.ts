import assert from 'node:assert/strict'
import { canBeMade, fixEdits } from '../../server/checker/fix-edits.ts'
import { readPolicyFile } from '../../server/language/policy-file.ts'
import { findingsIn } from './checked-texts.ts'
import { textsBelow } from './policy-texts.ts'

/** Values in block style, each in a line of its own: what stands before the value, and the value. */
const lines = /^((?: *- )? *\w+: )([^\s&*#'"|>][^#\n]*)$/gm

/** The text with a value that stands in it several times written once, for each such value. */
function* shared(text: string): Generator<string> {
  const values = [...text.matchAll(lines)].map(([, , value = '']) => value)
  for (const value of new Set(values.filter((each, at) => values.indexOf(each) !== at))) {
    // An anchor holds for one document.
    const documents = text.split(/^---$/m).map((document) => {
      let isThere = false
      return document.replace(lines, (line, before: string, own: string) => {
        if (own !== value) return line
        const written = isThere ? `${before}*shared` : `${before}&shared ${own}`
        isThere = true
        return written
      })
    })
    yield documents.join('---')
  }
}

describe('whether a fix can be made', () => {
  for (const folder of ['samples/meridian', 'samples/tarnfield']) {
    it(`is known without making it, whatever values are shared: ${folder}`, () => {
      const texts = textsBelow(folder)
      let refused = 0
      const compare = (changed: ReadonlyMap<string, string>): void => {
        const read = new Map([...changed].map(([name, text]) => [name, readPolicyFile(text)]))
        const files = {
          textOf: (file: string) => changed.get(file),
          treeOf: (file: string, document: number) =>
            read.get(file)?.documents.find(({ index }) => index === document)?.tree,
        }
        for (const { fixes, rule } of findingsIn(changed))
          for (const fix of fixes) {
            const isMade = fixEdits(fix, files.textOf) !== undefined
            assert.equal(canBeMade(fix, files), isMade, `${rule}: ${fix.title}`)
            if (!isMade) refused++
          }
      }
      compare(texts)
      // All texts with their first shared value, then with their second, and so on.
      const variants = [...texts].map(([name, text]) => [name, [...shared(text)]] as const)
      const most = Math.min(8, Math.max(...variants.map(([, of]) => of.length)))
      for (let at = 0; at < most; at++)
        compare(new Map(variants.map(([name, of]) => [name, of[at] ?? texts.get(name) ?? ''])))
      if (folder === 'samples/meridian') assert.ok(refused > 0, 'nothing was shared that a fix would change')
    }).timeout(120_000)
  }
})
