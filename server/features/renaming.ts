import { readDocuments } from '../language/document.ts'
import { grouped } from '../language/grouped.ts'
import type { Range } from '../language/range.ts'
import { type CompanyFile, textIn } from './company-files.ts'
import { type MentionPlace, placesOf } from './name-places.ts'
import {
  declaredAmong,
  distinct,
  isSameThing,
  type Mention,
  mentionsOf,
  possibleMentions,
  type Thing,
} from './names.ts'
import type { OpenFile } from './place.ts'

interface Written {
  readonly places: ReadonlyMap<string, readonly Range[]>
}

/** The exact texts of a declared thing's name in all files, or why they cannot be replaced safely. */
export function whereWritten(
  open: OpenFile,
  files: readonly CompanyFile[],
  thing: Thing,
): Written | { readonly refusal: string } {
  const mentions = mentionsOf(files, [thing])
  const declared = declaredAmong(files, distinct(mentions.flatMap(({ things }) => things)))
  const other = declared.find((candidate) => !isSameThing(candidate, thing))
  const places = placesOf(mentions, (file) => textIn(open, file))
  if (other !== undefined) {
    const unclear = places.find(({ mention }) => mention.things.some((candidate) => isSameThing(candidate, other)))
    return {
      refusal: `"${thing.name}" is the name of a ${inWords(thing)} and of a ${inWords(other)}, and either may be meant${at(unclear)}. Give the ${inWords(other)} another name by hand first.`,
    }
  }
  const byFile = new Map<string, Map<number, Range>>()
  for (const place of places) {
    const { exact, mention } = place
    if (exact === undefined)
      return {
        refusal: `"${thing.name}" cannot be replaced${at(place)}: it is written with escapes or over several lines there, or the file has changed since. Write it out plainly first.`,
      }
    const ranges = byFile.get(mention.file.name) ?? new Map<number, Range>()
    byFile.set(mention.file.name, ranges.set(exact.start, exact))
  }
  const shared = sharedPlace(places)
  if (shared !== undefined)
    return {
      refusal: `"${thing.name}" is written${at(shared)} once for several values, through an alias, and not all of them mean this ${inWords(thing)}. Write the name out in each place first.`,
    }
  return { places: new Map([...byFile].map(([file, ranges]) => [file, [...ranges.values()].sort(byStart)])) }
}

/** Why a thing cannot have a new name; undefined when it can. */
export function newNameProblem(files: readonly CompanyFile[], thing: Thing, name: string): string | undefined {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) {
    const nearest = kebabCase(name)
    return `"${name}" cannot be a name: names are lower-case words joined by hyphens, such as "${nearest === '' ? 'head-of-alliances' : nearest}".`
  }
  if (typeof readDocuments(name)[0]?.value !== 'string')
    return `"${name}" would be read as a number or as yes or no, not as a name. Add a word to it.`
  const renamed = { ...thing, name }
  if (declaredAmong(files, [renamed]).length > 0) return `Another ${inWords(thing)} is called "${name}" already.`
  const confused = otherMeaning(files, thing, renamed)
  return confused === undefined
    ? undefined
    : `A ${inWords(confused)} is called "${name}" already, and there are places where either could be meant then. Choose another name.`
}

/** A thing that has the new name already, where one place may mean it or the renamed thing. */
function otherMeaning(files: readonly CompanyFile[], thing: Thing, renamed: Thing): Thing | undefined {
  const sortsToo = possibleMentions(files, [thing]).flatMap(({ things }) =>
    things.map((candidate) => ({ ...candidate, name: renamed.name })),
  )
  const takenToo = possibleMentions(files, [renamed]).flatMap(({ things }) => things)
  return declaredAmong(files, distinct([...sortsToo, ...takenToo])).find((other) => !isSameThing(other, renamed))
}

/** A place whose text an alias also takes to, or from, a value that does not mean the same. */
function sharedPlace(places: readonly MentionPlace[]): MentionPlace | undefined {
  for (const [{ tree }, inDocument] of grouped(places, ({ mention }) => mention.document)) {
    const nodes = new Set(inDocument.map(({ node }) => node))
    const byStart = new Map(inDocument.map((place) => [place.value.start, place]))
    for (let node = 0; node < tree.size; node++) {
      const { used, written } = tree.value(node)
      const { start, end } = written ?? used
      const place = byStart.get(start)
      if (place !== undefined && place.value.end === end && !nodes.has(node)) return place
    }
  }
  return undefined
}

function at(place: MentionPlace | undefined): string {
  return place === undefined ? '' : ` in ${placeInWords(place.mention, place.shown)}`
}

function placeInWords({ file }: Mention, { start }: Range): string {
  const name = file.name.slice(file.name.lastIndexOf('/') + 1)
  return `${name}, line ${file.content.lines.position(start).line + 1}`
}

function inWords({ sort }: Thing): string {
  return sort === 'PartnerAgreement' ? 'partner agreement' : sort.replaceAll('-', ' ')
}

function kebabCase(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function byStart(a: Range, b: Range): number {
  return a.start - b.start
}
