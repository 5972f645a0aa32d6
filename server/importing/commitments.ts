import type { Headings } from './columns.ts'
import { type ResourceField, readAmounts, readSpan, resourceHeadings } from './resource-rows.ts'
import type { RowReader } from './row-reader.ts'
import { type Imported, type ImportedItem, type ReadingOptions, readRows } from './rows.ts'

type Field = ResourceField | 'agreement' | 'by' | 'skill' | 'equipment' | 'owner'

export const commitmentHeadings: Headings<Field> = {
  ...resourceHeadings,
  agreement: ['partner agreement', 'alliance', 'contract'],
  name: [...resourceHeadings.name, 'commitment', 'commitment name', 'commitment id'],
  by: ['party', 'who', 'side', 'promised by', 'committed by', 'company'],
  skill: ['skills', 'discipline', 'profile', 'competence', 'function'],
  equipment: ['machine', 'facility', 'lab', 'laboratory', 'asset'],
  owner: ['responsible', 'accountable', 'responsible role', 'owner role'],
}

const parties = {
  us: ['we', 'our', 'ours', 'our company', 'internal', 'own'],
  partner: ['them', 'their', 'theirs', 'the partner', 'external', 'other party'],
} as const

const classes = {
  committed: ['firm', 'binding', 'contractual', 'must', 'hard', 'yes'],
  'best-effort': ['best efforts', 'reasonable efforts', 'soft', 'non binding', 'no'],
} as const

/** Reads a spreadsheet of what an agreement's parties have promised, a commitment a row. */
export function readCommitments(text: string, options: ReadingOptions): Imported {
  return readRows(text, commitmentHeadings, ['fte', 'money', 'daysPerMonth', 'amount'], options, commitmentIn)
}

function commitmentIn(row: RowReader<Field>): ImportedItem | undefined {
  const said = row.text('name')
  const title = row.text('title') ?? (said === undefined || said === row.name('name') ? undefined : said)
  const name = row.name('name') ?? row.name('title')
  if (name === undefined) row.fault('name', 'the commitment has no name')
  const { resource, fields } = readAmounts(row)
  if (resource === undefined && row.problems.length === 0)
    row.fault(undefined, 'The row does not say whether it is about people, money or equipment')
  if (name === undefined || resource === undefined) return undefined
  const missing = { people: 'fte', money: 'money', equipment: 'daysPerMonth' } as const
  if (fields[missing[resource]] === undefined && row.problems.length === 0)
    row.fault(undefined, `The commitment ${name} has no amount of ${resource}`)
  const { from, to } = readSpan(row)
  const { fte, money, per, daysPerMonth } = fields
  const item = row.item({
    name,
    title,
    description: row.text('description'),
    by: row.oneOf('by', parties),
    resource,
    skill: row.name('skill'),
    fte,
    money,
    per,
    // What a list of equipment calls its rows is the equipment.
    equipment: row.name('equipment') ?? (resource === 'equipment' ? name : undefined),
    daysPerMonth,
    from,
    to,
    class: row.oneOf('class', classes),
    owner: row.role('owner'),
  })
  return { line: row.line, policy: row.name('agreement'), item }
}
