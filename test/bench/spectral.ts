import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installed } from '../tools/install.ts'

const schemas = fileURLToPath(new URL('../../schemas/', import.meta.url))

/** Ten checks of the text's form only, such as whether something has a title: little work for any tool. */
export const lightRuleset = fileURLToPath(new URL('spectral-light.json', import.meta.url))

/** Ten rules that look for what ten checks of Concord look for, each as one writes it for Spectral: barriers that one policy shows by itself. */
export const sameRuleset = fileURLToPath(new URL('spectral-same.json', import.meta.url))

/** The rule that holds policies against their schema; Concord does so in reading them. */
const schemaRule = 'policy-schema'

/** What Node runs to lint everything below a folder. */
export function spectral(folder: string, ruleset: string): readonly string[] {
  const program = installed('bench').resolve('@stoplight/spectral-cli/dist/index.js')
  return [program, 'lint', join(folder, '**/[!.]*.yaml'), '--ruleset', ruleset, '--quiet', '--fail-severity', 'error']
}

/**
 * Writes a ruleset of ten into a folder, and returns where: nine of the same rules, and the schema of all kinds, which is what a check
 * of policies begins with. Spectral compiles the schema for every file.
 */
export function writeRulesetWithSchema(folder: string): string {
  const { rules } = JSON.parse(readFileSync(sameRuleset, 'utf8'))
  delete rules[Object.keys(rules).at(-1) ?? '']
  const then = { function: 'schema', functionOptions: { dialect: 'draft2020-12', schema: bundledSchema() } }
  rules[schemaRule] = { message: '{{error}}', given: '$', severity: 'error', then }
  const path = join(folder, 'spectral.json')
  writeFileSync(path, JSON.stringify({ rules }))
  return path
}

/** The schema of all kinds in one document, with those that it refers to embedded in it. */
function bundledSchema(): unknown {
  const read = (name: string): Record<string, unknown> => JSON.parse(readFileSync(join(schemas, name), 'utf8'))
  const others = readdirSync(schemas).filter((name) => name !== 'policy.schema.json' && !name.startsWith('concord-'))
  return { ...read('policy.schema.json'), $defs: Object.fromEntries(others.map((name) => [name, read(name)])) }
}

/** A policy that its schema does not allow, for a corpus in which all others are allowed. */
export const misspeltPolicy = `apiVersion: leadership/v1
kind: CulturalNorms
metadata:
  name: misspelt-norms
  title: How we work together
spec:
  values:
    - name: candour
      tittle: Candour
`

/**
 * Runs both tools and compares where they find something by each rule of a ruleset, in files of one policy each: Spectral does not read
 * further policies of a file. Returns how many places both found. @throws Error naming what only one of them found.
 */
export function comparePlaces(concord: string, corpus: string, ruleset: string): number {
  const rules = Object.keys(JSON.parse(readFileSync(ruleset, 'utf8')).rules)
  const [ours, theirs] = [placesOfConcord(concord, corpus), placesOfSpectral(corpus, ruleset)].map(
    (places) =>
      new Set(
        places.filter(({ rule }) => rules.includes(rule)).map(({ rule, file, path }) => `${rule} ${file} ${path}`),
      ),
  ) as [Set<string>, Set<string>]
  const differences = [
    ...[...ours].filter((place) => !theirs.has(place)).map((place) => `only Concord: ${place}`),
    ...[...theirs].filter((place) => !ours.has(place)).map((place) => `only Spectral: ${place}`),
  ]
  const silent = rules.filter((rule) => ![...ours].some((place) => place.startsWith(`${rule} `)))
  if (silent.length > 0) differences.push(...silent.map((rule) => `nothing is found by ${rule}`))
  if (differences.length > 0)
    throw new Error(`Concord and Spectral do not find the same:\n${differences.slice(0, 10).join('\n')}`)
  return ours.size
}

interface FoundPlace {
  readonly rule: string
  readonly file: string
  /** Of the thing that is wrong: `spec.obligations.1`. Empty for what a schema does not allow: each tool says in its way where that is. */
  readonly path: string
}

interface ConcordFinding {
  readonly rule: string
  readonly file: string
  readonly path: string
}

function placesOfConcord(concord: string, corpus: string): readonly FoundPlace[] {
  const { findings } = jsonOf([concord, 'check', corpus, '--format', 'json'], corpus) as { findings: ConcordFinding[] }
  return findings.flatMap(({ rule, file, path }) => {
    if (!isAlone(join(corpus, file))) return []
    return isSchemaProblem.test(rule)
      ? { rule: schemaRule, file, path: '' }
      : { rule, file, path: thing(path.replaceAll(/\[(\d+)\]/g, '.$1')) }
  })
}

interface SpectralResult {
  readonly code: string
  readonly source: string
  readonly path: readonly (string | number)[]
}

function placesOfSpectral(corpus: string, ruleset: string): readonly FoundPlace[] {
  const results = jsonOf([...spectral(corpus, ruleset), '--format', 'json'], corpus) as SpectralResult[]
  return results.flatMap(({ code, source, path }) =>
    isAlone(source)
      ? { rule: code, file: relative(corpus, source), path: code === schemaRule ? '' : thing(path.join('.')) }
      : [],
  )
}

/** What Concord says of a text that its schema does not allow. */
const isSchemaProblem = /^language\/(?:missing-field|unknown-field|wrong-value|wrong-type)$/

/** Both point at a thing, one of them at the field of it that tells which it is or is empty. */
function thing(path: string): string {
  return path.replace(/\.(?:name|owner|raci|daci|rapid|escalation)$/, '')
}

function isAlone(file: string): boolean {
  return !/^---/m.test(readFileSync(file, 'utf8'))
}

function jsonOf(words: readonly string[], cwd: string): unknown {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, words, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1e9,
    timeout: 600_000,
  })
  if (error !== undefined || (status !== 0 && status !== 1))
    throw new Error(`node ${words.join(' ')} did not work.\n${error?.message ?? stderr}`)
  return JSON.parse(stdout)
}
