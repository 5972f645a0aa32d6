import { namingFields } from '../language/generated/fields.ts'
import { kinds } from '../language/generated/policies.ts'
import type { Path } from '../language/path.ts'
import type { PolicyDocument } from '../language/policy-file.ts'
import { isPlaceholder } from '../language/schema-problems.ts'
import type { Declaration, Reference } from '../language/symbols.ts'
import { isQualified } from '../workspace/names.ts'
import type { CompanyFile } from './company-files.ts'

/** A thing that policies name: a role, a commitment, a policy itself. */
export interface Thing {
  readonly sort: string
  /** Whose it is: an agreement's, by its name, or one document's; empty where the whole company knows it. */
  readonly owner: string
  readonly name: string
}

/** Which part of a written text is the name: of `agreement/item` it may be either. */
export type Part = 'whole' | 'agreement' | 'item'

/** A text that names a thing, or may name one of several. */
export interface Mention {
  readonly file: CompanyFile
  readonly document: PolicyDocument
  readonly path: Path
  /** The whole text, also where the name is only a part of it. */
  readonly text: string
  readonly part: Part
  readonly declares: boolean
  /** What it may mean; they differ in sort and owner only. */
  readonly things: readonly Thing[]
}

export function isSameThing(a: Thing, b: Thing): boolean {
  return a.name === b.name && a.sort === b.sort && a.owner === b.owner
}

function isAmong(thing: Thing, things: readonly Thing[]): boolean {
  return things.some((other) => isSameThing(thing, other))
}

/** Everything that a document names; with `name`, only where a thing of that name may be meant. */
export function* mentionsIn(file: CompanyFile, document: PolicyDocument, name?: string): Generator<Mention> {
  yield* declarationsIn(file, document, name)
  for (const reference of document.symbols.refersTo) {
    if ((name === undefined || mayHold(reference.name, name)) && !isPlaceholder(reference.name))
      yield* referenceMentions(file, document, reference)
  }
}

/** The things that a document declares, the policy itself among them. */
export function* declarationsIn(file: CompanyFile, document: PolicyDocument, name?: string): Generator<Mention> {
  const { kind, symbols } = document
  if (kind !== undefined && !declaresItself.has(kind) && document.name !== '') {
    const itself = { sort: kind, name: document.name, path: ['metadata', 'name'] }
    if (isWanted(itself, name)) yield declarationMention(file, document, itself)
  }
  for (const declaration of symbols.declares) {
    if (isWanted(declaration, name)) yield declarationMention(file, document, declaration)
  }
}

function isWanted(declaration: Declaration, name: string | undefined): boolean {
  return (name === undefined || declaration.name === name) && !isPlaceholder(declaration.name)
}

function declarationMention(file: CompanyFile, document: PolicyDocument, { sort, name, path }: Declaration): Mention {
  const things = [{ sort, owner: ownerOf(sort, file, document), name }]
  return { file, document, path, text: name, part: 'whole', declares: true, things }
}

/** Those of the things that a policy declares, whatever its state. */
export function declaredAmong(files: readonly CompanyFile[], things: readonly Thing[]): readonly Thing[] {
  const declared = declarationsOf(files, things).flatMap((mention) => mention.things)
  return things.filter((thing) => isAmong(thing, declared))
}

export function declarationsOf(files: readonly CompanyFile[], things: readonly Thing[]): readonly Mention[] {
  return find(files, things, mayDeclare, declarationsIn)
}

/** Every place in some of a company's files that means one of the things, or may: where nothing is declared instead. */
export function mentionsOf(
  files: readonly CompanyFile[],
  things: readonly Thing[],
  within: readonly CompanyFile[] = files,
): readonly Mention[] {
  const found = possibleMentions(within, things)
  const declared = declaredAmong(files, distinct(found.flatMap((mention) => mention.things)))
  return found.filter((mention) => meant(mention, declared).some((thing) => isAmong(thing, things)))
}

/** Every place that may mean one of the things, also where it may mean others. */
export function possibleMentions(files: readonly CompanyFile[], things: readonly Thing[]): readonly Mention[] {
  return find(files, things, mayMention, mentionsIn)
}

/** What a mention means: of what it may mean, what is declared; all of it where nothing is. */
export function meant({ things }: Mention, declared: readonly Thing[]): readonly Thing[] {
  const known = things.filter((thing) => isAmong(thing, declared))
  return known.length > 0 ? known : things
}

export function distinct(things: readonly Thing[]): readonly Thing[] {
  return things.filter((thing, index) => things.findIndex((other) => isSameThing(thing, other)) === index)
}

function find(
  files: readonly CompanyFile[],
  things: readonly Thing[],
  isWorthwhile: (document: PolicyDocument, name: string) => boolean,
  mentions: (file: CompanyFile, document: PolicyDocument, name: string) => Iterable<Mention>,
): readonly Mention[] {
  const found: Mention[] = []
  for (const name of new Set(things.map((thing) => thing.name))) {
    for (const file of files) {
      for (const document of file.content.documents) {
        if (!isWorthwhile(document, name)) continue
        for (const mention of mentions(file, document, name)) {
          if (mention.things.some((thing) => isAmong(thing, things))) found.push(mention)
        }
      }
    }
  }
  return found
}

/** Most documents do not; this is asked of every one. */
function mayDeclare({ name: itself, symbols }: PolicyDocument, name: string): boolean {
  if (itself === name) return true
  for (const declaration of symbols.declares) if (declaration.name === name) return true
  return false
}

function mayMention(document: PolicyDocument, name: string): boolean {
  if (mayDeclare(document, name)) return true
  for (const reference of document.symbols.refersTo) if (mayHold(reference.name, name)) return true
  return false
}

function* referenceMentions(file: CompanyFile, document: PolicyDocument, reference: Reference): Generator<Mention> {
  const { name: text, path } = reference
  const sorts = inForm(text, reference.sorts)
  const common = { file, document, path, text, declares: false } as const
  const slash = text.indexOf('/')
  if (slash < 0 || !sorts.some(isQualified)) {
    const things = sorts.map((written) => {
      const sort = written.replace(/^own-/, '')
      return { sort, owner: written === sort && isQualified(sort) ? '' : ownerOf(sort, file, document), name: text }
    })
    yield { ...common, part: 'whole', things }
    return
  }
  const [owner, name] = [text.slice(0, slash), text.slice(slash + 1)]
  yield { ...common, part: 'agreement', things: [{ sort: 'PartnerAgreement', owner: '', name: owner }] }
  yield { ...common, part: 'item', things: sorts.map((sort) => ({ sort, owner, name })) }
}

/** A name with a "/" says whose it is, and can only be of a sort that needs that; a plain name only of the others. */
function inForm(name: string, sorts: readonly string[]): readonly string[] {
  const fitting = sorts.filter((sort) => isQualified(sort) === name.includes('/'))
  return fitting.length > 0 ? fitting : sorts
}

/** Whether a text is a name, or holds it as the part before or after a "/". */
function mayHold(text: string, name: string): boolean {
  const rest = text.length - name.length
  if (rest === 0) return text === name
  return (text[name.length] === '/' && text.startsWith(name)) || (text[rest - 1] === '/' && text.endsWith(name))
}

function ownerOf(sort: string, file: CompanyFile, document: PolicyDocument): string {
  const itself = `${file.name}#${document.index}`
  if (isQualified(sort)) return document.name === '' ? itself : document.name
  return ofOneDocument.has(sort) ? itself : ''
}

/** The kinds whose policies declare their own name among their symbols. */
const declaresItself: ReadonlySet<string> = new Set(
  kinds.filter((kind) => namingFields[kind].declares.some(([path]) => path === 'metadata.name')),
)

/** The sorts of things that only their own document can refer to, such as the levels of a rating scale. */
const ofOneDocument: ReadonlySet<string> = sortsOfOneDocument()

function sortsOfOneDocument(): ReadonlySet<string> {
  const fields = kinds.map((kind) => namingFields[kind])
  const fromAnywhere = new Set(fields.flatMap(({ refersTo }) => refersTo.flatMap(([, sorts]) => sorts)))
  return new Set(
    fields
      .flatMap(({ declares }) => declares.map(([, sort]) => sort))
      .filter((sort) => fromAnywhere.has(`own-${sort}`) && !fromAnywhere.has(sort)),
  )
}
