import type { Value } from '../language/source-document.ts'
import { nameOf } from './cells.ts'
import type { Headings } from './columns.ts'
import { type ResourceField, readAmounts, readSpan, resourceHeadings } from './resource-rows.ts'
import type { RowReader } from './row-reader.ts'
import { type Imported, type ImportedItem, type ReadingOptions, readRows } from './rows.ts'

type Field =
  | ResourceField
  | 'plan'
  | 'pool'
  | 'agreement'
  | 'commitment'
  | 'obligation'
  | 'initiative'
  | 'role'
  | 'booked'

export const allocationHeadings: Headings<Field> = {
  ...resourceHeadings,
  name: [...resourceHeadings.name, 'allocation', 'allocation name', 'allocation id'],
  plan: ['resource plan', 'policy', 'budget plan'],
  pool: ['resource pool', 'source', 'team', 'cost centre', 'cost center'],
  agreement: ['partner agreement', 'alliance', 'partner', 'contract'],
  commitment: ['for commitment', 'promise'],
  obligation: ['for obligation'],
  initiative: ['project', 'programme', 'program', 'workstream'],
  role: ['role profile', 'job', 'position'],
  booked: ['reserved', 'scheduled'],
}

const classes = {
  committed: ['firm', 'binding', 'high', 'must', 'hard', 'yes'],
  'best-effort': ['best efforts', 'medium', 'soft', 'should'],
  residual: ['low', 'rest', 'left over', 'could'],
} as const

const yesOrNo = { yes: ['y', 'true', 'x', '1'], no: ['n', 'false', '0'] } as const

/** Reads a spreadsheet of who and what is allocated, an allocation a row. */
export function readAllocations(text: string, options: ReadingOptions): Imported {
  return readRows(text, allocationHeadings, ['fte', 'money', 'daysPerMonth', 'amount'], options, allocationIn)
}

function allocationIn(row: RowReader<Field>): ImportedItem | undefined {
  const commitment = promised(row, 'commitment')
  const obligation = promised(row, 'obligation')
  const initiative = row.name('initiative')
  const pool = row.name('pool')
  const said = row.text('name')
  const title = row.text('title') ?? (said === undefined || said === row.name('name') ? undefined : said)
  const purpose = commitment?.split('/')[1] ?? obligation?.split('/')[1] ?? initiative
  const name =
    row.name('name') ??
    row.name('title') ??
    (purpose === undefined ? undefined : [pool, purpose].filter(Boolean).join('-for-'))
  if (name === undefined) row.fault('name', 'the allocation has no name, and nothing that it is for')
  const { fields } = readAmounts(row)
  const { from, to } = readSpan(row)
  const booked = row.oneOf('booked', yesOrNo)
  if (name === undefined) return undefined
  const { fte, money, per, daysPerMonth } = fields
  if (fte === undefined && money === undefined && daysPerMonth === undefined && row.problems.length === 0)
    row.fault(undefined, `The allocation ${name} has no amount`)
  const item: { readonly [key: string]: Value } = row.item({
    name,
    title,
    description: row.text('description'),
    pool,
    commitment,
    obligation,
    initiative,
    fte,
    money,
    per,
    daysPerMonth,
    role: row.role('role'),
    class: row.oneOf('class', classes),
    from,
    to,
    booked: booked === undefined ? undefined : booked === 'yes',
  })
  return { line: row.line, policy: row.name('plan'), item }
}

/** `agreement/commitment`, from one cell or from two. */
function promised(row: RowReader<Field>, field: 'commitment' | 'obligation'): string | undefined {
  const text = row.text(field)
  if (text === undefined) return undefined
  const [first = '', second] = text.split('/')
  const agreement = second === undefined ? row.name('agreement') : nameOf(first)
  if (agreement !== undefined) return `${agreement}/${nameOf(second ?? first)}`
  row.fault(
    field,
    `"${text}" does not say of which agreement; write agreement/${nameOf(first)}, or add a column for the agreement`,
  )
  return undefined
}
