import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { messageOf } from '../../server/checker/finding.ts'
import { definition } from '../../server/features/definition.ts'
import { documentSymbols } from '../../server/features/document-symbols.ts'
import { highlights } from '../../server/features/highlights.ts'
import { links } from '../../server/features/links.ts'
import type { OpenFile, Place } from '../../server/features/place.ts'
import { references } from '../../server/features/references.ts'
import { prepareRename, rename } from '../../server/features/rename.ts'
import { workspaceSymbols } from '../../server/features/workspace-symbols.ts'
import { applyEdits } from '../../server/language/edit.ts'
import { readPolicyFile } from '../../server/language/policy-file.ts'
import { findingsIn } from '../checker/checked-texts.ts'
import { textsBelow } from '../checker/policy-texts.ts'
import { opened } from './opened-files.ts'

type Texts = ReadonlyMap<string, string>

const samples = ['meridian', 'tarnfield', 'published'].map((name) =>
  textsBelow(fileURLToPath(new URL(`../../samples/${name}`, import.meta.url))),
)
const meridian = samples[0] ?? new Map<string, string>()

/** Every declared name of a company: the file, and an offset in the name. */
function declarationsOf(
  texts: Texts,
): readonly { readonly file: string; readonly offset: number; readonly name: string }[] {
  return [...texts].flatMap(([file, text]) =>
    readPolicyFile(text).documents.flatMap(({ symbols, tree }) =>
      symbols.declares.map(({ name, path }) => {
        const { used, written } = tree.value(tree.find(path).node)
        return { file, offset: (written ?? used).start + 1, name }
      }),
    ),
  )
}

function renamed(texts: Texts, place: Place, newName: string): Texts {
  const answer = rename(place, newName)
  assert.ok('edits' in answer, `${place.name}, ${place.offset}: ${JSON.stringify(answer)}`)
  return new Map([...texts].map(([file, text]) => [file, applyEdits(text, answer.edits.get(file) ?? [])]))
}

function nameFindings(texts: Texts): readonly string[] {
  return findingsIn(texts)
    .filter(({ rule }) => rule === 'language/unresolved-reference' || rule === 'language/duplicate-name')
    .map((finding) => `${finding.place.file} ${messageOf(finding)}`)
}

describe('names in the samples', () => {
  it('can be renamed there and back, and every byte returns', () => {
    const some = declarationsOf(meridian).filter((_, index) => index % 6 === 0)
    assert.ok(some.length > 20)
    const company = opened(meridian)
    for (const { file, offset, name } of some) {
      const open = {
        ...company,
        name: file,
        text: meridian.get(file) ?? '',
        content: readPolicyFile(meridian.get(file) ?? ''),
      }
      const newName = `x-${name}`.replace(/.$/, 'y')
      const there = renamed(meridian, { ...open, offset }, newName)
      assert.notDeepEqual(there, meridian)
      const at = prepareRename({ ...open, offset })
      const uses = references({ ...open, offset }, true).filter(
        (use) => use.file === file && use.range.start < offset - 1,
      )
      const shift = (newName.length - name.length) * uses.length
      assert.ok('range' in at)
      const back = renamed(there, { ...opened(there, file), offset: at.range.start + shift }, name)
      assert.deepEqual(back, meridian)
    }
  })
  it('lead nowhere new after a rename', () => {
    const before = nameFindings(meridian)
    const company = opened(meridian)
    for (const { file, offset } of declarationsOf(meridian).filter((_, index) => index % 25 === 3)) {
      const open = {
        ...company,
        name: file,
        text: meridian.get(file) ?? '',
        content: readPolicyFile(meridian.get(file) ?? ''),
      }
      assert.deepEqual(
        nameFindings(renamed(meridian, { ...open, offset }, 'quite-another-name')),
        before,
        `${file}, ${offset}`,
      )
    }
  })
  it('are found from wherever they are used', () => {
    const company = opened(meridian)
    const some = declarationsOf(meridian).filter((_, index) => index % 3 === 0)
    const places = some.map(({ file, offset }): Place => {
      const text = meridian.get(file) ?? ''
      return { ...company, name: file, text, content: readPolicyFile(text), offset }
    })
    for (const place of places) {
      const all = references(place, true)
      for (const use of references(place, false)) {
        const text = meridian.get(use.file) ?? ''
        if (text.charAt(use.range.start) === '*') continue
        const there = { ...company, name: use.file, text, content: readPolicyFile(text), offset: use.range.end }
        assert.deepEqual(references(there, true), all, `${use.file}, ${use.range.start}`)
      }
    }
  })
})

describe('the features of names', () => {
  it('fail nowhere in the samples, whole or cut off', () => {
    for (const texts of samples) {
      for (const [file, text] of texts) {
        const whole = opened(texts, file)
        for (let offset = 0; offset <= text.length; offset += 50) {
          askEverything({ ...whole, offset })
          if (offset % 1000 === 0) {
            const cut = text.slice(0, offset)
            askEverything({ ...whole, text: cut, content: readPolicyFile(cut), offset })
          }
        }
      }
    }
  })
})

function askEverything(place: Place): void {
  definition(place)
  references(place, true)
  highlights(place)
  const prepared = prepareRename(place)
  if (place.offset % 500 !== 0) return
  assert.equal('range' in prepared, 'edits' in rename(place, 'quite-another-name'))
  askFile(place)
}

function askFile(file: OpenFile): void {
  documentSymbols(file)
  links(file)
  workspaceSymbols(file.company, 'a', 10)
}
