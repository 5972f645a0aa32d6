import { addToBlock, noteInBlock, removeFromBlock, replaceInBlock } from './block-edits.ts'
import type { Draft } from './draft.ts'
import { addToFlow, removeFromFlow, replaceInFlow } from './flow-edits.ts'
import { type Page, type RawEdit, rank } from './page.ts'
import type { Change, InsideChange } from './plan.ts'
import { keyText } from './scalar.ts'
import type { Item, Site } from './site.ts'

/** The edits that make a change and all changes inside it, inner ones first. */
export function changeEdits(page: Page, change: Change): readonly RawEdit[] {
  const { site, replacement, note, inside } = change
  if (replacement !== undefined)
    return replacing(
      page,
      site,
      replacement.draft,
      replacement.comment,
      replacement.draft.kind !== 'plain' && replacement.draft.made,
    )
  if (note !== undefined) {
    const edit = site.flow === undefined ? noteInBlock(page, site, note) : undefined
    return edit === undefined ? [] : [edit]
  }
  return inside === undefined ? [] : insideEdits(page, inside)
}

function insideEdits(page: Page, inside: InsideChange): readonly RawEdit[] {
  const { site, collection, items, added } = inside
  const changes = [...items].sort(([one], [other]) => one - other)
  const removed = changes.filter(([, change]) => change.removed).length
  const unchanged = removed === 0 && added.entries.length === 0
  if (removed === collection.items.length && !unchanged) return replacing(page, site, added, undefined, true)
  const inner = changes.flatMap(([position, change]) => {
    const item = collection.items[position]
    return change.removed || item === undefined ? [] : [...renaming(page, item, change), ...changeEdits(page, change)]
  })
  if (collection.brackets !== undefined) return [...inner, ...removeFromFlow(page, inside), ...addToFlow(page, inside)]
  const addition = addToBlock(page, inside)
  return [...inner, ...removeFromBlock(page, inside), ...(addition === undefined ? [] : [addition])]
}

function replacing(
  page: Page,
  site: Site,
  draft: Draft,
  comment: string | undefined,
  grown: boolean,
): readonly RawEdit[] {
  return site.flow === undefined
    ? [replaceInBlock(page, site, draft, comment, grown)]
    : replaceInFlow(page, site, draft, comment)
}

function renaming(page: Page, { key }: Item, { name, site }: Change): readonly RawEdit[] {
  if (name === undefined || key === undefined) return []
  return [
    {
      ...key.range,
      text: keyText(name, { quote: key.quote, needed: page.style.quote, flow: site.flow !== undefined }),
      rank: rank.value,
    },
  ]
}
