import type { Range } from '../language/range.ts'
import { type AnchorAt, anchorAt, isAnchorIn, nameRange } from './anchors.ts'
import { nameAt } from './name-at.ts'
import type { Place } from './place.ts'
import { newNameProblem, whereWritten } from './renaming.ts'

/** Why something cannot be renamed, in words for the person who asked. */
export interface Refusal {
  readonly refusal: string
}

/** The text that a rename replaces at the cursor, and what it is now. */
export interface Renamable {
  readonly range: Range
  readonly placeholder: string
}

export interface Replacement {
  readonly range: Range
  readonly text: string
}

/** What is to be written where, by file; each replacement is the name alone. */
export interface Renaming {
  readonly edits: ReadonlyMap<string, readonly Replacement[]>
}

export function prepareRename(place: Place): Renamable | Refusal {
  const found = toRename(place)
  return 'refusal' in found ? found : { range: found.range, placeholder: found.name }
}

/** Renames the thing at the cursor where it is declared and wherever it is used, in all files of the company. */
export function rename(place: Place, newName: string): Renaming | Refusal {
  const found = toRename(place)
  if ('refusal' in found) return found
  if (newName === found.name) return { edits: new Map() }
  const refusal = found.problemOf(newName)
  if (refusal !== undefined) return { refusal }
  const edits = [...found.places].map(
    ([file, ranges]) => [file, ranges.map((range) => ({ range, text: newName }))] as const,
  )
  return { edits: new Map(edits) }
}

interface ToRename {
  readonly range: Range
  readonly name: string
  readonly places: ReadonlyMap<string, readonly Range[]>
  problemOf(newName: string): string | undefined
}

function toRename(place: Place): ToRename | Refusal {
  const alias = anchorAt(place)
  if (alias !== undefined) return anchorToRename(place, alias)
  const found = nameAt(place)
  if (found === undefined) return { refusal: nothingHere(place) }
  const { range, name, things, isDeclared, files } = found
  const [thing, other] = things
  if (!isDeclared || thing === undefined)
    return {
      refusal: `No policy of this company declares "${name}", so there is nothing to rename. Change the text itself.`,
    }
  if (other !== undefined)
    return {
      refusal: `"${name}" is the name of ${things.length} things, of different sorts or policies, and may mean any of them here. Give each a name of its own first.`,
    }
  const written = whereWritten(place, files, thing)
  if ('refusal' in written) return written
  return { range, name, places: written.places, problemOf: (newName) => newNameProblem(files, thing, newName) }
}

function nothingHere({ text, offset }: Place): string {
  const before = text.slice(Math.max(0, offset - 100), offset).match(/[^\s"'[\]{},]*$/)?.[0] ?? ''
  if (`${before}${text.charAt(offset)}`.startsWith('?'))
    return 'This name is not filled in yet ("?"). Write the name that is meant in its place.'
  return 'There is no name to rename here. Put the cursor on the name of a policy, a role, a commitment or another thing that policies refer to by name.'
}

function anchorToRename({ name: file, text }: Place, { anchor, range }: AnchorAt): ToRename {
  return {
    range: nameRange(range),
    name: anchor.name,
    places: new Map([[file, [anchor.range, ...anchor.aliases].map(nameRange)]]),
    problemOf: (newName) => {
      if (!/^[\w-]+$/.test(newName))
        return `"${newName}" cannot be the name of an anchor. Write letters, digits and hyphens only.`
      return isAnchorIn(text, newName) ? `Another anchor of this file is called "${newName}" already.` : undefined
    },
  }
}
