import type { Range } from '../language/range.ts'
import { anchorAt } from './anchors.ts'
import { textIn } from './company-files.ts'
import { nameAt } from './name-at.ts'
import { placesOf } from './name-places.ts'
import { mentionsOf } from './names.ts'
import type { FileRange, Place } from './place.ts'

/** Every place in the company that uses the thing at a cursor, in the order of files and places; those that declare it where wanted. */
export function references(place: Place, includeDeclaration: boolean): readonly FileRange[] {
  const alias = anchorAt(place)
  if (alias !== undefined) {
    const { range, aliases } = alias.anchor
    return (includeDeclaration ? [range, ...aliases] : aliases).map((range) => ({ file: place.name, range }))
  }
  const name = nameAt(place)
  if (name === undefined) return []
  const mentions = mentionsOf(name.files, name.things).filter(({ declares }) => includeDeclaration || !declares)
  const places = placesOf(mentions, (file) => textIn(place, file))
  return inOrder(places.map(({ mention, shown }) => ({ file: mention.file.name, range: shown })))
}

/** An alias that brings in several uses is one place. */
function inOrder(places: readonly FileRange[]): readonly FileRange[] {
  const distinct = new Map(places.map((place) => [`${keyOf(place.range)}:${place.file}`, place]))
  return [...distinct.values()].sort((a, b) =>
    a.file === b.file ? a.range.start - b.range.start || a.range.end - b.range.end : a.file < b.file ? -1 : 1,
  )
}

function keyOf({ start, end }: Range): string {
  return `${start}-${end}`
}
