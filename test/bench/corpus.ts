import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { applyEdits, type TextEdit } from '../../server/language/edit.ts'
import { type PolicyDocument, readPolicyFile } from '../../server/language/policy-file.ts'

const examples = fileURLToPath(new URL('../../docs/language/examples/', import.meta.url))

interface Example {
  readonly name: string
  readonly text: string
  readonly policy: PolicyDocument
}

/**
 * Writes so many policies into a folder, always the same: the examples of the reference over and over, each round in a folder of
 * its own and about things of its own. Only the leadership system stays one, and what it declares. Returns their size in bytes.
 */
export function writeCorpus(folder: string, count: number): number {
  const all = readdirSync(examples).sort().map(example)
  const system = all.filter(({ policy }) => policy.kind === 'LeadershipSystem')
  const others = all.filter(({ policy }) => policy.kind !== 'LeadershipSystem')
  const shared = new Set(system.flatMap(({ policy }) => policy.symbols.declares.map(({ name }) => name)))
  let bytes = 0
  const write = (path: string, text: string): void => {
    writeFileSync(join(folder, path), text)
    bytes += Buffer.byteLength(text)
  }
  writeFileSync(join(folder, '.concord.yaml'), 'root: true\n')
  for (const { name, text } of system) write(name, text)
  for (let made = system.length, round = 1; made < count; round++) {
    const company = `unit-${String(round).padStart(4, '0')}`
    mkdirSync(join(folder, company))
    for (const { name, text, policy } of others.slice(0, count - made)) {
      write(join(company, name), applyEdits(text, renames(policy, `r${round}`, shared)))
      made++
    }
  }
  return bytes
}

/** Comments and descriptions are left out: with them the examples are longer than most policies. */
function example(name: string): Example {
  const text = readFileSync(join(examples, name), 'utf8').replace(/^\s*(?:#|description: ).*\n/gm, '')
  const [policy] = readPolicyFile(text).documents
  if (policy === undefined) throw new Error(`${name} holds no policy.`)
  return { name, text, policy }
}

/** Gives everything that the policy names another name, in every place where it is named. */
function renames({ tree, symbols, name }: PolicyDocument, round: string, shared: ReadonlySet<string>): TextEdit[] {
  const uses = [...symbols.declares, ...symbols.refersTo, { name, path: ['metadata', 'name'] }]
  const edits = new Map<number, TextEdit>()
  for (const use of uses) {
    const renamed = use.name.split('/').map((part) => (shared.has(part) ? part : `${part}-${round}`))
    const range = tree.value(tree.find(use.path).node).used
    edits.set(range.start, { range, text: renamed.join('/') })
  }
  return [...edits.values()]
}
