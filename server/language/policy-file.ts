import { nearest } from './did-you-mean.ts'
import { readDocuments } from './document.ts'
import { schemaFileOf } from './field.ts'
import { type Kind, kinds, type Policy } from './generated/policies.ts'
import { validatorFor } from './generated/validators.js'
import { looksLikePersonAmong } from './person-names.ts'
import { placeholderProblems } from './placeholder-problems.ts'
import type { Problem } from './problem.ts'
import { Lines } from './range.ts'
import { headOf, isPlaceholder, schemaProblems, valueAt } from './schema-problems.ts'
import { mayHoldPolicy } from './sniff.ts'
import type { SourceDocument, Value } from './source-document.ts'
import { SourceTree } from './source-tree.ts'
import { type Suppression, suppressionsIn } from './suppressions.ts'
import { type DocumentSymbols, symbolsOf } from './symbols.ts'
import { type Positions, wellFormed } from './well-formed.ts'

export type { DocumentSymbols, Kind, Policy }
export type PolicyOf<K extends Kind> = Extract<Policy, { readonly kind: K }>

/** One policy as it stands in a file. */
export interface PolicyDocument {
  /** Which document of the file it is, from 0. */
  readonly index: number
  readonly kind: Kind | undefined
  /** The declared name; empty while there is none. */
  readonly name: string
  /** What is well-formed of it; undefined when its essence is missing. */
  readonly policy: Policy | undefined
  readonly positions: Positions
  readonly symbols: DocumentSymbols
  readonly tree: SourceTree
  readonly problems: readonly Problem[]
  /** The comments that suppress findings about it. */
  readonly suppressions: readonly Suppression[]
}

/** What one file holds: its policies, and what is wrong with its text. Other YAML documents in it are left alone. */
export interface PolicyFile {
  readonly lines: Lines
  readonly documents: readonly PolicyDocument[]
}

const noSymbols: DocumentSymbols = { declares: [], refersTo: [] }
const emptyTree = new SourceTree(Int32Array.from([-1, -1, -1, 0, 0]), [''], new Map())

/** Reads the policies of a text, which comes without a byte order mark. Never throws; a text without policies costs next to nothing. */
export function readPolicyFile(text: string): PolicyFile {
  if (!mayHoldPolicy(text)) return { lines: new Lines(''), documents: [] }
  const documents = readDocuments(text)
  const policies = documents.flatMap((document, index) =>
    isPolicy(document) || isUnreadable(document) ? [readPolicy(document, index)] : [],
  )
  const suppressions = suppressionsIn(
    text,
    policies.map(({ tree }) => tree),
  )
  return {
    lines: new Lines(text),
    documents: policies.map((policy, index) => ({ ...policy, suppressions: suppressions[index] ?? [] })),
  }
}

/** A file that could not be read as text, or not whole: what is known of it is the problem. */
export function withProblem(file: PolicyFile, text: string, message: string, at: number): PolicyFile {
  const range = { start: at, end: Math.min(at + 1, text.length) }
  const problem: Problem = { rule: 'language/unreadable', message, range, identity: 'file' }
  const [first, ...others] = file.documents
  if (first !== undefined)
    return { ...file, documents: [{ ...first, problems: [problem, ...first.problems] }, ...others] }
  const document: PolicyDocument = {
    index: 0,
    kind: undefined,
    name: '',
    policy: undefined,
    positions: new Map(),
    symbols: noSymbols,
    tree: emptyTree,
    problems: [problem],
    suppressions: [],
  }
  return { lines: new Lines(text), documents: [document] }
}

function isPolicy({ value }: SourceDocument): boolean {
  const declared = valueAt(value, ['apiVersion'])
  return typeof declared === 'string' && declared.startsWith('leadership/')
}

/** A text that was given up on: it says that it holds a policy, so it must not pass as if it held none. */
function isUnreadable({ value, problems }: SourceDocument): boolean {
  return value === null && problems.length > 0
}

function readPolicy(document: SourceDocument, index: number): Omit<PolicyDocument, 'suppressions'> {
  const { value, tree } = document
  const written = valueAt(value, ['kind'])
  const kind = kinds.find((known) => known === written)
  const named = valueAt(value, ['metadata', 'name'])
  const name = typeof named === 'string' ? named : ''
  const common = { index, name, tree, positions: new Map() }
  if (kind === undefined) {
    const problems = document.problems.length > 0 ? document.problems : [kindProblem(written, tree)]
    return { ...common, kind, policy: undefined, symbols: noSymbols, problems }
  }
  const symbols = symbolsOf(kind, value)
  const validate = validatorFor(kind)
  const errors = validate(value)
  const found = schemaProblems(errors, { value, tree, schemaFile: schemaFileOf(kind), kind })
  // In broken text, what is missing or misplaced follows from the break.
  const problems =
    document.problems.length > 0
      ? document.problems
      : [...found, ...personProblems(symbols, tree), ...placeholderProblems(value, tree)]
  const usable = errors.length === 0 ? { value, positions: new Map() } : wellFormed(value, errors, validate)
  // The validator has just accepted it, which is what the type says.
  const policy = usable === undefined ? undefined : (usable.value as unknown as Policy)
  return { ...common, kind, policy, positions: usable?.positions ?? new Map(), symbols, problems }
}

function kindProblem(written: Value | undefined, tree: SourceTree): Problem {
  const known = `Possible kinds: ${kinds.join(', ')}.`
  const { node, complete } = tree.find(['kind'])
  if (!complete) {
    const { node: version } = tree.find(['apiVersion'])
    return {
      rule: 'language/missing-field',
      message: `This policy does not say its "kind". ${known}`,
      range: tree.value(version).used,
      identity: 'kind',
    }
  }
  const range = typeof written === 'string' && written !== '' ? tree.value(node).used : headOf(tree, node)
  const meant = typeof written === 'string' ? nearest(written, kinds) : undefined
  const said =
    typeof written === 'string' ? `"${written}" is not a kind of policy.` : 'The kind of policy is not filled in.'
  const problem: Problem = {
    rule: 'language/wrong-value',
    message: `${said} ${meant === undefined ? known : `Did you mean "${meant}"?`}`,
    range,
    identity: 'kind',
  }
  return meant === undefined
    ? problem
    : { ...problem, fix: { applicability: 'unsafe', title: `Change the kind to ${meant}`, range, text: meant } }
}

function personProblems({ refersTo }: DocumentSymbols, tree: SourceTree): readonly Problem[] {
  return refersTo.flatMap(({ sorts, name, path }) => {
    const form = isPlaceholder(name) ? undefined : looksLikePersonAmong(sorts, name)
    if (form === undefined) return []
    const message = `"${name}" looks like ${form === 'e-mail' ? 'an e-mail address' : "a person's name"}. Policies name roles and teams, not people: they outlive the person, and need no personal data. Write the role, such as "head-of-alliances".`
    return [
      {
        rule: 'language/person-named' as const,
        message,
        range: tree.value(tree.find(path).node).used,
        identity: path.filter((step) => typeof step === 'string').join('.'),
      },
    ]
  })
}
