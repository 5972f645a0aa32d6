import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { Editor } from './editor.ts'
import { median, percentile } from './measure.ts'

/** How long something took over and over, in milliseconds, and as a multiple of parsing the edited file once with `yaml`. */
export interface Latency {
  readonly p50: number
  readonly p95: number
  readonly ratio: number
}

/** The business of the corpus whose policies are edited: one that still stands in its own way. */
const business = { folder: 'business-0013', suffix: '-b13' }

/** What an author types into an agreement: first what stays whole all the time, then what is broken until it is finished. */
const typed: readonly { readonly behind: string; readonly text: string }[] = [
  { behind: 'title: Formulation scientists', text: ' and their laboratory, from spring' },
  { behind: 'fte: 4', text: '2.5' },
  { behind: 'daysPerMonth: 8', text: '\n      description: Booked a year ahead' },
  {
    behind: `owner: head-of-manufacturing${business.suffix}`,
    text: `\n    - name: test-bench\n      by: us\n      resource: equipment\n      owner: head-of-research${business.suffix}`,
  },
  { behind: 'fields: [lung-cancer', text: ', "heart-failure"' },
]

/**
 * Types into an agreement of about 200 lines that stands in a folder with many other policies, a letter at a time, and deletes it
 * again; a keystroke ends when the new diagnostics of that file are there.
 */
export async function keystrokes(concord: string, corpus: string): Promise<Latency> {
  const file = join(corpus, business.folder, 'alliances/quillon-codevelopment.yaml')
  const text = readFileSync(file, 'utf8')
  const editor = await Editor.start([concord, 'lsp', '--stdio'], corpus)
  await editor.open(file, text)
  await editor.diagnostics(file)
  const times: number[] = []
  const strike = async (start: number, end: number, letter: string): Promise<void> => {
    const before = performance.now()
    await editor.write(file, start, end, letter)
    await editor.diagnostics(file)
    times.push(performance.now() - before)
  }
  const typeAll = async (): Promise<void> => {
    for (const { behind, text: words } of typed) {
      const at = placeBehind(text, behind)
      const letters = [...words]
      for (const [index, letter] of letters.entries()) await strike(at + index, at + index, letter)
      for (let left = letters.length; left > 0; left--) await strike(at + left - 1, at + left, '')
    }
  }
  await typeAll()
  times.length = 0
  for (let turn = 0; turn < 2; turn++) await typeAll()
  await editor.end()
  return latency(times, text)
}

/** Changes what a plan allocates to a commitment, and back, until the agreement in another file says what is missing. */
export async function crossFileEdits(concord: string, corpus: string): Promise<Latency> {
  const plan = join(corpus, business.folder, 'resources/people-and-money-2027.yaml')
  const agreement = join(corpus, business.folder, 'alliances/quillon-codevelopment.yaml')
  const text = readFileSync(plan, 'utf8')
  const editor = await Editor.start([concord, 'lsp', '--stdio'], corpus)
  await editor.open(plan, text)
  await editor.diagnostics(agreement)
  const at = placeBehind(text, 'fte: ', text.indexOf('name: formulation-for-quillon'))
  const times: number[] = []
  for (let turn = 0; turn < 300; turn++) {
    const before = performance.now()
    await editor.write(plan, at, at + 1, turn % 2 === 0 ? '4' : '2')
    const diagnostics = await editor.diagnostics(agreement)
    times.push(performance.now() - before)
    if (diagnostics === undefined) throw new Error('The agreement shows the same as before its resources were changed.')
  }
  await editor.end()
  return latency(times.slice(100), text)
}

function latency(times: readonly number[], text: string): Latency {
  const [p50, p95] = [percentile(times, 50), percentile(times, 95)]
  return { p50, p95, ratio: p95 / parsingTime(text) }
}

/** Parsing a text once, by an engine that has done it before. */
function parsingTime(text: string): number {
  const times = Array.from({ length: 200 }, () => {
    const before = performance.now()
    parseDocument(text)
    return performance.now() - before
  })
  return median(times.slice(100))
}

function placeBehind(text: string, words: string, from = 0): number {
  const at = text.indexOf(words, from)
  if (at < 0) throw new Error(`The policy of the corpus has no "${words}".`)
  return at + words.length
}
