import type { Operation } from '../language/edit.ts'
import { valueIn } from '../language/identity-path.ts'
import { isList } from '../language/path.ts'
import type { Value } from '../language/source-document.ts'
import { nameOf } from './cells.ts'
import type { CalendarFile, Meetings } from './meetings.ts'
import { type Merge, merge } from './merging.ts'

export interface CalendarOptions {
  /** Titles in the calendar file by body: our own by its name, a joint one as agreement/body. */
  readonly bodies: ReadonlyMap<string, string>
  /** Whether what lasts several whole days becomes a blackout. */
  readonly blackouts: boolean
}

/** What a calendar file changes in a governance calendar. */
export interface CalendarMerge extends Merge {
  /** Titles that no body goes by, with how many dates they have: they are not read. */
  readonly unread: readonly { readonly title: string; readonly dates: number }[]
  /** Bodies that should be there and are not. */
  readonly missing: readonly string[]
}

/** Brings the dates of meetings into a governance calendar: of the bodies that it has, and of those that are named for a title. */
export function mergeCalendar(
  document: Value,
  { meetings, spans }: CalendarFile,
  { bodies, blackouts }: CalendarOptions,
): CalendarMerge {
  const ours = itemsAt(document, 'bodies')
  const joint = itemsAt(document, 'jointBodies')
  const bodyFor = ({ title }: Meetings): string | undefined =>
    [...bodies].find(([, named]) => nameOf(named) === nameOf(title))?.[0] ??
    textIn(
      ours.find(({ name, title: called }) => name === nameOf(title) || nameOf(String(called ?? '')) === nameOf(title)),
      'name',
    ) ??
    joint.map(({ body }) => String(body)).find((body) => body.split('/')[1] === nameOf(title))
  const matched = meetings.map((found) => ({ found, body: bodyFor(found) }))
  const operations: Operation[] = []
  const [added, changed, same]: [string[], string[], string[]] = [[], [], []]
  for (const { found, body } of matched) {
    if (body === undefined) continue
    const isJoint = body.includes('/')
    const [list, key] = isJoint ? (['jointBodies', 'body'] as const) : (['bodies', 'name'] as const)
    const index = (isJoint ? joint : ours).findIndex((item) => item[key] === body)
    const meets: Record<string, Value> = { dates: found.dates }
    if (found.durationHours !== undefined) meets['durationHours'] = found.durationHours
    if (index < 0) {
      operations.push({
        op: 'append',
        path: ['spec', list],
        value: isJoint ? { body, meets } : { name: body, title: found.title, meets },
      })
      added.push(body)
      continue
    }
    const sets = Object.entries(meets).filter(
      ([field, value]) =>
        JSON.stringify(valueIn(document, ['spec', list, index, 'meets', field])) !== JSON.stringify(value),
    )
    for (const [field, value] of sets)
      operations.push({ op: 'set', path: ['spec', list, index, 'meets', field], value })
    ;(sets.length > 0 ? changed : same).push(body)
  }
  const periods = blackouts ? mergeBlackouts(document, spans) : undefined
  const isRead = (title: string): boolean =>
    matched.some(({ found, body }) => found.title === title && body !== undefined)
  const spanTitles = blackouts ? [] : spans.map(({ title }) => ({ title, dates: 1 }))
  const read = new Set(matched.flatMap(({ body }) => body ?? []))
  return {
    operations: [...operations, ...(periods?.operations ?? [])],
    added: [...added, ...(periods?.added ?? [])],
    changed: [...changed, ...(periods?.changed ?? [])],
    same: [...same, ...(periods?.same ?? [])],
    left: [...ours.map(({ name }) => String(name)), ...joint.map(({ body }) => String(body))].filter(
      (body) => !read.has(body),
    ),
    unread: [
      ...meetings.filter(({ title }) => !isRead(title)).map(({ title, dates }) => ({ title, dates: dates.length })),
      ...spanTitles,
    ],
    missing: [...bodies].filter(([body]) => !read.has(body)).map(([, title]) => title),
  }
}

function mergeBlackouts(document: Value, spans: CalendarFile['spans']): Merge {
  const items = spans.map(({ title, from, to }) => {
    const again = spans.filter((other) => nameOf(other.title) === nameOf(title)).length > 1
    return { name: again ? `${nameOf(title)}-${from}` : nameOf(title), title, from, to }
  })
  return merge(document, ['spec', 'blackouts'], items)
}

function itemsAt(document: Value, list: string): readonly { readonly [key: string]: Value | undefined }[] {
  const found = valueIn(document, ['spec', list])
  return isList(found) ? (found as readonly { readonly [key: string]: Value }[]) : []
}

function textIn(item: { readonly [key: string]: Value | undefined } | undefined, key: string): string | undefined {
  const value = item?.[key]
  return typeof value === 'string' ? value : undefined
}
