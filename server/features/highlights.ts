import type { Range } from '../language/range.ts'
import { anchorAt } from './anchors.ts'
import { nameAt } from './name-at.ts'
import { placesOf } from './name-places.ts'
import { mentionsOf } from './names.ts'
import type { Place } from './place.ts'

/** A place in the open file that declares (`write`) or uses (`read`) the thing at the cursor. */
export interface Highlight {
  readonly range: Range
  readonly kind: 'read' | 'write'
}

export function highlights(place: Place): readonly Highlight[] {
  const alias = anchorAt(place)
  if (alias !== undefined) {
    const { range, aliases } = alias.anchor
    return [{ range, kind: 'write' }, ...aliases.map((range): Highlight => ({ range, kind: 'read' }))]
  }
  const name = nameAt(place)
  if (name === undefined) return []
  const here = name.files.filter((file) => file.name === place.name)
  const places = placesOf(mentionsOf(name.files, name.things, here), () => place.text)
  const found = places.map(
    ({ mention, shown }): Highlight => ({ range: shown, kind: mention.declares ? 'write' : 'read' }),
  )
  return distinct(found).sort((a, b) => a.range.start - b.range.start)
}

/** An alias may bring in a declaration and uses at once: it counts as the declaration. */
function distinct(highlights: readonly Highlight[]): Highlight[] {
  const byRange = new Map<string, Highlight>()
  for (const highlight of highlights) {
    const { start, end } = highlight.range
    if (highlight.kind === 'write' || !byRange.has(`${start}-${end}`)) byRange.set(`${start}-${end}`, highlight)
  }
  return [...byRange.values()]
}
