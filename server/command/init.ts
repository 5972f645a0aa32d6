import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { reason } from '../hosts/reason.ts'
import { nameOf } from '../importing/cells.ts'
import { visible } from '../reports/visible.ts'
import { oneOf, parsed } from './check-options.ts'
import { starters } from './generated/starters.ts'
import { type Company, starterFor } from './starter-set.ts'
import { type Console, type ExitCode, exitCodes, UsageError } from './usage.ts'

const kindTitles: Readonly<Record<string, string>> = {
  'co-development': 'develops something together with a partner',
  reseller: 'sells through a partner',
  'one-company': 'no partner yet; units that depend on one another',
}

const known = {
  kind: { type: 'string' },
  company: { type: 'string' },
  partner: { type: 'string' },
  currency: { type: 'string' },
  year: { type: 'string' },
} as const

const configName = '.concord.yaml'
const config = `# What Concord checks here, and how. Everything below this folder is one workspace.
root: true
`

/** `concord init`: writes a first set of policies, and never over anything that is there. */
export async function init(words: readonly string[], console: Console): Promise<ExitCode> {
  const { values, positionals } = parsed(words, known)
  const [folder = '.', more] = positionals
  if (more !== undefined) throw new UsageError(`"concord init" takes one folder; "${more}" is left over.`)
  const kinds = Object.keys(starters)
  const asked = values.kind ?? (await askKind(kinds, console))
  const kind = oneOf('--kind', asked, kinds, kinds[0] ?? '')
  const hasPartner = kind !== 'one-company'
  const company: Company = {
    company: await answer(values.company, 'What is your company called?', 'Our Company', console),
    partner: hasPartner ? await answer(values.partner, 'And the partner?', 'First Partner', console) : 'First Partner',
    currency: currencyOf(await answer(values.currency, 'In which currency do you plan?', 'EUR', console)),
    year: values.year === undefined ? plannedYear(console.today) : yearOf(values.year),
  }
  if (nameOf(company.partner) === '')
    throw new UsageError(`"${company.partner}" cannot be made a name; give the partner's name with letters or digits.`)
  const files = starterFor(starters[kind] ?? {}, company)
  const root = resolve(console.cwd, folder)
  if (!existsSync(join(root, configName))) files.set(configName, config)
  const there = [...files.keys()].filter((path) => existsSync(join(root, path)))
  if (there.length > 0) throw new UsageError(`Nothing was written, because this is there already: ${there.join(', ')}.`)
  for (const [path, text] of files) {
    const file = join(root, path)
    try {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text, { flag: 'wx' })
    } catch (error) {
      throw new UsageError(`${join(folder, path)} cannot be written: ${reason(error)}.`)
    }
  }
  const shown = (path: string): string => visible(folder === '.' ? path : join(folder, path).replaceAll('\\', '/'))
  const list = [...files.keys()].sort().map((path) => `  ${shown(path)}\n`)
  const check = visible(`concord check${folder === '.' ? '' : ` ${folder}`}`)
  console.out(`Written:\n${list.join('')}\n`)
  console.out(`Replace what starts with "?", and the roles that you call otherwise. "${check}" says what is left.\n`)
  return exitCodes.clean
}

async function askKind(kinds: readonly string[], { ask, out }: Console): Promise<string> {
  if (ask === undefined)
    throw new UsageError(
      `Say what kind of company this is: ${kinds.map((kind) => `--kind ${kind} (${kindTitles[kind] ?? ''})`).join(', ')}.`,
    )
  for (const [index, kind] of kinds.entries()) out(`  ${index + 1}  ${kind}: ${kindTitles[kind] ?? ''}\n`)
  const said = await ask('Which is most like you? ')
  return kinds[Number(said) - 1] ?? said
}

async function answer(
  given: string | undefined,
  question: string,
  otherwise: string,
  { ask }: Console,
): Promise<string> {
  const said = given ?? (await ask?.(`${question} (${otherwise}) `)) ?? ''
  return said.trim() === '' ? otherwise : said.trim()
}

function currencyOf(text: string): string {
  const code = text.toUpperCase()
  if (/^[A-Z]{3}$/.test(code)) return code
  throw new UsageError(`--currency takes a code of three letters such as EUR or USD, not "${text}".`)
}

/** The year that policies are written for on a day: from October on, the next one. */
function plannedYear(today: string): number {
  const [year, month] = today.split('-').map(Number)
  return (year ?? 0) + ((month ?? 0) >= 10 ? 1 : 0)
}

function yearOf(text: string): number {
  if (/^[12]\d{3}$/.test(text)) return Number(text)
  throw new UsageError(`--year takes a year such as 2027, not "${text}".`)
}
