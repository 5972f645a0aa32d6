// npm run bench               measures everything
// npm run bench -- start      only what is named: start, check, spectral, size, server
//
// Prints ratios of runs that were made side by side, so that they mean the same on any machine; never fails on what it measures.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeCorpus } from './corpus.ts'
import { medians, type Run, runNode, runNodeWithMemory } from './measure.ts'
import { crossFileEdits, keystrokes, type Latency } from './server.ts'
import {
  comparePlaces,
  lightRuleset,
  misspeltPolicy,
  sameRuleset,
  spectral,
  writeRulesetWithSchema,
} from './spectral.ts'

const concord = fileURLToPath(new URL('../../dist/concord.cjs', import.meta.url))
const parseOnly = fileURLToPath(new URL('parse-only.mjs', import.meta.url))

interface Row {
  readonly what: string
  readonly measured: number
  readonly unit: '×' | 'MB' | 'ms'
  /** What is aimed at, and what must not be missed where that is another number. Without one, the number is only shown. */
  readonly target?: number
  readonly bound?: number
  /** Whether more is better. */
  readonly atLeast?: true
}

const folder = mkdtempSync(join(tmpdir(), 'concord-bench-'))

const corpora = new Map<number, string>()

/** A folder with so many policies. */
function corpus(count: number): string {
  let path = corpora.get(count)
  if (path === undefined) {
    path = join(folder, String(count))
    mkdirSync(path)
    const bytes = writeCorpus(path, count)
    corpora.set(count, path)
    console.log(`${count.toLocaleString('en')} policies: ${(bytes / 1e6).toFixed(1)} MB`)
  }
  return path
}

const check = (count: number): (() => Run) => {
  const path = corpus(count)
  return () => runNode([concord, 'check', path, '--quiet'], [0, 1])
}
const parse = (count: number): (() => Run) => {
  const path = corpus(count)
  return () => runNode([parseOnly, path])
}

const measures: Readonly<Record<string, () => readonly Row[] | Promise<readonly Row[]>>> = {
  start() {
    const file = join(folder, 'one.yaml')
    writeFileSync(file, onePolicy)
    const { one, bare } = medians(15, {
      one: () => runNode([concord, 'check', file]),
      bare: () => runNode(['-e', '0']),
    })
    return [{ what: 'one file, to bare node', measured: one / bare, unit: '×', target: 2, bound: 2.5 }]
  },
  check() {
    const path = corpus(1000)
    const again = (): Run => runNode([concord, 'check', path, '--quiet', '--cache'], [0, 1], folder)
    again()
    const { all, parsed, unchanged } = medians(5, { all: check(1000), parsed: parse(1000), unchanged: again })
    return [
      { what: '1,000 policies, to parsing them', measured: all / parsed, unit: '×', target: 1.15 },
      { what: 'the same unchanged, from the cache', measured: unchanged / parsed, unit: '×', target: 0.23 },
    ]
  },
  spectral() {
    const few = corpus(100)
    writeFileSync(join(few, 'misspelt.yaml'), misspeltPolicy)
    const withSchema = writeRulesetWithSchema(folder)
    const places = comparePlaces(concord, corpus(1000), sameRuleset) + comparePlaces(concord, few, withSchema)
    console.log(`Spectral's rules and Concord's checks find the same ${places} places`)
    const lint = (ruleset: string) => () => runNode(spectral(corpus(1000), ruleset), [0, 1])
    const { all, same, light } = medians(3, { all: check(1000), same: lint(sameRuleset), light: lint(lightRuleset) })
    // Once is enough for what takes minutes.
    const whole = medians(1, { all: check(1000), other: lint(withSchema) })
    return [
      {
        what: 'Spectral, schema and nine rules, to this',
        measured: whole.other / whole.all,
        unit: '×',
        target: 15,
        bound: 8,
        atLeast: true,
      },
      { what: 'Spectral, ten rules and no schema', measured: same / all, unit: '×' },
      { what: 'Spectral, ten light rules, no schema', measured: light / all, unit: '×' },
    ]
  },
  size() {
    const over = (count: number): Run => runNodeWithMemory([concord, 'check', corpus(count), '--quiet'], [0, 1])
    const [small, large] = [over(1000), over(10_000)]
    return [
      { what: 'memory over 1,000 policies', measured: small.megabytes, unit: 'MB', target: 150 },
      { what: 'memory over 10,000 policies', measured: large.megabytes, unit: 'MB', target: 400 },
      { what: 'time of 10,000, to 1,000', measured: large.milliseconds / small.milliseconds, unit: '×', target: 11 },
    ]
  },
  async server() {
    const path = corpus(1000)
    return [
      ...latencyRows('a keystroke in 200 lines', await keystrokes(concord, path), 10),
      ...latencyRows('an edit another file feels', await crossFileEdits(concord, path), 50),
    ]
  },
}

/** The slowest of twenty is what counts. */
function latencyRows(what: string, { p50, p95, ratio }: Latency, target: number): readonly Row[] {
  return [
    { what: `${what}, p50`, measured: p50, unit: 'ms' },
    { what: `${what}, p95`, measured: p95, unit: 'ms', target },
    { what: `${what}, to parsing it`, measured: ratio, unit: '×' },
  ]
}

const onePolicy = `apiVersion: leadership/v1
kind: CulturalNorms
metadata:
  name: norms
  title: How we work together
spec:
  values:
    - name: candour
      title: Candour
`

function line({ what, measured, unit, target, bound, atLeast }: Row): string {
  const amount = unit === '×' ? measured.toFixed(2) : measured.toFixed(unit === 'ms' ? 1 : 0)
  const found = `${what.padEnd(40)} ${amount.padStart(8)} ${unit.padEnd(2)}`
  if (target === undefined) return found
  const reaches = (limit: number): boolean => (atLeast ? measured >= limit : measured <= limit)
  const sign = atLeast ? '≥' : '≤'
  const verdict = reaches(target)
    ? 'met'
    : bound !== undefined && reaches(bound)
      ? `missed, within ${sign} ${bound}`
      : 'missed'
  return `${found}   ${`${sign} ${target}`.padEnd(8)} ${verdict}`
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(measures, name))
if (unknown.length > 0) {
  console.error(
    `There is nothing to measure called ${unknown.join(', ')}; there are ${Object.keys(measures).join(', ')}.`,
  )
  process.exitCode = 1
} else {
  try {
    const rows: string[] = []
    for (const [name, measure] of Object.entries(measures)) {
      if (asked.length > 0 && !asked.includes(name)) continue
      try {
        rows.push(...(await measure()).map(line))
      } catch (error) {
        // What could not be run is the one thing that fails; the rest is still worth knowing.
        console.error(error instanceof Error ? error.message : error)
        process.exitCode = 1
      }
    }
    console.log(`\n${'what'.padEnd(40)} ${'measured'.padStart(8)}      target   result\n${rows.join('\n')}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
