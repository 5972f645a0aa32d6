import {
  commands,
  Location as EditorLocation,
  Position as EditorPosition,
  Range as EditorRange,
  Uri,
  window,
} from 'vscode'
import type { Location, Place, Position, Range } from './messages.ts'

/** Opens a file with a place of it selected. */
export async function show({ uri, range }: Place): Promise<void> {
  await window.showTextDocument(Uri.parse(uri), { selection: rangeOf(range) })
}

/** The place that a command was given: as one, or as a row of the tree that has one. */
export function placeIn(given: unknown): Place | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  if ('place' in given) return placeIn(given.place)
  return isPlace(given) ? given : undefined
}

/** Shows places in the peek view, from a code lens at `position`. */
export async function showReferences(uri: string, position: Position, locations: readonly Location[]): Promise<void> {
  const places = locations.map((location) => new EditorLocation(Uri.parse(location.uri), rangeOf(location.range)))
  await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), positionOf(position), places)
}

function isPlace(given: object): given is Place {
  return 'uri' in given && typeof given.uri === 'string' && 'range' in given && typeof given.range === 'object'
}

export function rangeOf({ start, end }: Range): EditorRange {
  return new EditorRange(positionOf(start), positionOf(end))
}

function positionOf({ line, character }: Position): EditorPosition {
  return new EditorPosition(line, character)
}
