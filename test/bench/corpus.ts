import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { applyEdits, type TextEdit } from '../../server/language/edit.ts'
import { valueIn } from '../../server/language/identity-path.ts'
import { isList, type Path } from '../../server/language/path.ts'
import { type PolicyDocument, readPolicyFile } from '../../server/language/policy-file.ts'

const samples = fileURLToPath(new URL('../../samples/', import.meta.url))

interface Sample {
  readonly name: string
  readonly text: string
  readonly policies: readonly PolicyDocument[]
}

/**
 * Writes so many policies into a folder, always the same, and returns their size in bytes: a company of many businesses, each with the
 * policies of a sample company, and those of three teams, short as the published samples are. Every fourth business stands in its
 * own way, the others do no longer. Each is about roles, agreements and products of its own; the words for skills, territories and
 * the like are those of the whole company, and it has one leadership system.
 */
export function writeCorpus(folder: string, count: number): number {
  const before = samplesIn('meridian')
  const after = samplesIn('meridian-after')
  const teams = samplesIn('published')
  const system = before.filter(isSystem)
  const shared = new Set(system.flatMap(({ policies }) => policies.flatMap(namesIn)))
  let bytes = 0
  let made = 0
  const write = ({ name, text, policies }: Sample, place: string, renamed: (name: string, sorts: Sorts) => string) => {
    if (made + policies.length > count) return
    const path = join(folder, place, name)
    mkdirSync(dirname(path), { recursive: true })
    const written = applyEdits(text, renames(policies, renamed))
    writeFileSync(path, written)
    bytes += Buffer.byteLength(written)
    made += policies.length
  }
  writeFileSync(join(folder, '.concord.yaml'), 'root: true\n')
  for (const sample of system) write(sample, '', among('b1', shared))
  for (let round = 1; made < count; round++) {
    const business = `business-${String(round).padStart(4, '0')}`
    const company = (round % 4 === 1 ? before : after).filter((sample) => !isSystem(sample))
    const inBusiness = among(`b${round}`, shared)
    for (const sample of organizationFirst(company)) write(sample, business, inBusiness)
    for (const team of ['first', 'second', 'third']) {
      const inTeam = among(`b${round}-${team}`, shared)
      const roles = (name: string, sorts: Sorts): string =>
        sorts.some((sort) => sort === 'role') ? inBusiness(roleFor(name)) : inTeam(name)
      for (const sample of teams) write(sample, join(business, `${team}-team`), roles)
    }
  }
  return bytes
}

type Sorts = readonly string[]

/** Tells the names of a business or a team from those of others; names that the whole company shares stay. */
function among(whom: string, shared: ReadonlySet<string>): (name: string) => string {
  return (name) =>
    name
      .split('/')
      .map((part) => (shared.has(part) ? part : `${part}-${whom}`))
      .join('/')
}

/** The published samples speak of roles that nobody declares: here they are roles of the business. */
function roleFor(name: string): string {
  return name.includes('head') ? 'head-of-research' : 'head-of-people-operations'
}

/** So that what the last business leaves out for want of room is what nobody refers to. */
function organizationFirst(company: readonly Sample[]): readonly Sample[] {
  const isOrganization = ({ policies }: Sample): boolean => policies.some(({ kind }) => kind === 'OrganizationDesign')
  return [...company.filter(isOrganization), ...company.filter((sample) => !isOrganization(sample))]
}

function samplesIn(company: string): readonly Sample[] {
  const names = readdirSync(join(samples, company), { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => /(?<!\.concord)\.yaml$/.test(name)).sort()
  return files.map((name) => {
    const text = readFileSync(join(samples, company, name), 'utf8')
    return { name, text, policies: readPolicyFile(text).documents }
  })
}

function isSystem({ policies }: Sample): boolean {
  return policies.some(({ kind }) => kind === 'LeadershipSystem')
}

function namesIn({ symbols }: PolicyDocument): readonly string[] {
  return symbols.declares.map(({ name }) => name)
}

/** Gives everything that the policies name another name, in every place where it is named. */
function renames(
  policies: readonly PolicyDocument[],
  renamed: (name: string, sorts: Sorts) => string,
): readonly TextEdit[] {
  const edits = new Map<number, TextEdit>()
  for (const { policy, tree, symbols, name } of policies) {
    const uses = [
      ...symbols.declares.map((declared) => ({ ...declared, sorts: [] })),
      ...symbols.refersTo,
      { name, path: ['metadata', 'name'], sorts: [] },
      ...productsIn(policy, []),
    ]
    for (const use of uses) {
      const { used, written } = tree.value(tree.find(use.path).node)
      const range = written ?? used
      edits.set(range.start, { range, text: renamed(use.name, use.sorts) })
    }
  }
  return [...edits.values()]
}

/** Products are labels: no policy declares them, and businesses sell different ones. */
function productsIn(
  value: unknown,
  path: Path,
): readonly { readonly name: string; readonly path: Path; readonly sorts: Sorts }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.keys(value).flatMap((key) => {
    const step = isList(value) ? Number(key) : key
    const inside = valueIn(value, [step])
    const products = key === 'products' && isList(inside) ? inside : []
    const named = products.flatMap((name, at) =>
      typeof name === 'string' ? [{ name, path: [...path, step, at], sorts: [] }] : [],
    )
    return [...named, ...productsIn(inside, [...path, step])]
  })
}
