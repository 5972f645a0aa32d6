import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { codeLenses, referencesOfLens } from '../../server/features/code-lens.ts'
import { definition } from '../../server/features/definition.ts'
import { documentSymbols } from '../../server/features/document-symbols.ts'
import { fixAll } from '../../server/features/fix-all.ts'
import { folding } from '../../server/features/folding.ts'
import { highlights } from '../../server/features/highlights.ts'
import { hover } from '../../server/features/hover.ts'
import { inlayHints } from '../../server/features/inlay-hints.ts'
import { links } from '../../server/features/links.ts'
import type { OpenFile, Place } from '../../server/features/place.ts'
import { quickFixes } from '../../server/features/quick-fixes.ts'
import { references } from '../../server/features/references.ts'
import { prepareRename } from '../../server/features/rename.ts'
import { selectionRanges } from '../../server/features/selection-ranges.ts'
import { semanticTokens } from '../../server/features/semantic-tokens.ts'
import type { Range } from '../../server/language/range.ts'
import { textsBelow } from '../checker/policy-texts.ts'
import { opened } from './opened-files.ts'

const samples = ['samples/meridian', 'samples/tarnfield', 'samples/published', 'docs/language/examples'].map((name) =>
  textsBelow(fileURLToPath(new URL(`../../${name}`, import.meta.url))),
)

/** Everything that YAML offers, in few lines. */
const unusual = `%YAML 1.2
---
# concord-ignore a/b until=2027-01-01 reason="x"
apiVersion: leadership/v1
kind: PerformanceCalibration
metadata: &meta
  name: "ratings \\u00e9"
  <<: { owner: head }
spec: !!map
  ? scale
  : &scale [ &low { name: low, title: "a # b" }, *low, [ { }, ], name: x, ]
  <<: [ *meta, *missing ]
  purpose: >+2
      folded

    text # no comment
  criteria: *scale
  'distribution': { mode: forced, levels: *scale, ? [complex, key] : y }
\t bad tab
...
--- { apiVersion: leadership/v1, "kind": GovernanceCalendar, spec: {bodies: [{name: board, chair: 'it''s'}]}}
--- |
  not a policy
---
apiVersion: leadership/v1
kind:
<<<<<<< ours
metadata: { name: a
=======
metadata: { name: b }
>>>>>>> theirs
`

/** What is asked at a place must lie in the text, and where editors need it in order. */
function askAt(place: Place): void {
  const { text, offset } = place
  const found = hover(place, (rule) => rule)
  if (found !== undefined) {
    inText(found.range, text)
    assert.ok(found.markdown.trim() !== '' && holds(found.range, offset), 'a hover is somewhere else')
  }
  const [growing = []] = selectionRanges(place, [offset])
  for (const [index, range] of growing.entries()) {
    inText(range, text)
    const before = growing[index - 1] ?? { start: offset, end: offset }
    assert.ok(range.start <= before.start && before.end <= range.end, 'a selection shrinks')
  }
  for (const { range } of highlights(place)) inText(range, text)
  definition(place)
  prepareRename(place)
}

function askFile(file: OpenFile): void {
  const { text, company, name, content } = file
  const folds = folding(file) ?? []
  for (const [index, { firstLine, lastLine }] of folds.entries()) {
    assert.ok(firstLine > (folds[index - 1]?.firstLine ?? -1) && firstLine < lastLine, 'folds are in disorder')
    assert.ok(lastLine < content.lines.count, 'a fold ends behind the text')
  }
  const tokens = semanticTokens(file)
  for (const [index, { range }] of tokens.entries()) {
    inText(range, text)
    assert.ok(range.start >= (tokens[index - 1]?.range.end ?? 0), 'tokens overlap')
    assert.doesNotMatch(text.slice(range.start, range.end), /^$|[\r\n]/)
  }
  const part = { start: text.length >> 2, end: text.length >> 1 }
  assert.deepEqual(
    semanticTokens(file, part).filter(({ range }) => range.end > part.start && range.start < part.end),
    tokens.filter(({ range }) => range.end > part.start && range.start < part.end),
  )
  for (const { offset } of inlayHints(file, { start: 0, end: text.length }))
    inText({ start: offset, end: offset }, text)
  for (const { range, document } of codeLenses(file)) {
    inText(range, text)
    referencesOfLens(file, document)
  }
  for (const { range } of links(file)) inText(range, text)
  documentSymbols(file)
  const findings = company.checker.findingsByFile().get(name) ?? []
  quickFixes(file, part, findings)
}

function inText({ start, end }: Range, text: string): void {
  assert.ok(start >= 0 && start <= end && end <= text.length, `${start} to ${end} of ${text.length}`)
}

function holds({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end
}

/** Says where it was, too, when something goes wrong. */
function at(file: string, offset: number, ask: () => void): void {
  try {
    ask()
  } catch (error) {
    throw new Error(`In ${file} at ${offset}: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}

describe('every feature answers within the text', () => {
  it('at places all over the samples', () => {
    for (const texts of samples) {
      const company = opened(texts)
      for (const [name, text] of texts) {
        const content = company.company.workspace.file(name)?.content
        if (content === undefined) continue
        const file = { ...company, name, text, content }
        at(name, -1, () => askFile(file))
        for (let offset = 0; offset <= text.length; offset += 311) at(name, offset, () => askAt({ ...file, offset }))
      }
    }
  })
  it('in samples that end anywhere', () => {
    const all = samples.flatMap((texts) => [...texts])
    for (const [index, [name, text]] of all.entries()) {
      for (let end = (index * 137) % 1900; end <= text.length; end += 1900) {
        const cut = text.slice(0, end).replaceAll('\n', index % 2 === 0 ? '\n' : '\r\n')
        at(name, end, () => {
          const file = opened(cut, name)
          askFile(file)
          for (const back of [0, 1, 30]) askAt({ ...file, offset: Math.max(cut.length - back, 0) })
        })
      }
    }
  })
  it('in a file with everything that YAML offers, which ends anywhere', () => {
    for (let end = 0; end <= unusual.length; end += 13) {
      for (const text of [unusual.slice(0, end), unusual.slice(end)]) {
        at('unusual.yaml', end, () => {
          const file = opened(text, 'unusual.yaml')
          askFile(file)
          for (let offset = 0; offset <= text.length; offset += 29) askAt({ ...file, offset })
        })
      }
    }
  })
  it('in a company that holds another text of the file', () => {
    const [texts = new Map<string, string>()] = samples
    const company = opened(texts)
    for (const [name, text] of texts) {
      const cut = text.slice(0, text.length >> 1)
      const { content } = opened(cut, name)
      at(name, cut.length, () => {
        askFile({ ...company, name, text: cut, content })
        askAt({ ...company, name, text: cut, content, offset: cut.length - 5 })
      })
    }
  })
  it('in fixing everything, too', () => {
    for (const [name, text] of samples.flatMap((texts) => [...texts]))
      at(name, -1, () => {
        for (const { range } of fixAll(opened(text, name))) inText(range, text)
      })
  })
  it('when asked for references', () => {
    const [texts = new Map<string, string>()] = samples
    const company = opened(texts)
    for (const [name, text] of texts)
      for (let offset = 50; offset <= text.length; offset += 700)
        for (const { file, range } of references(
          { ...company, name, text, content: opened(text).content, offset },
          true,
        ))
          inText(range, texts.get(file) ?? '')
  })
})
