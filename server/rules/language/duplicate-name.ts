import { namingFields } from '../../language/generated/fields.ts'
import { isList } from '../../language/path.ts'
import type { Kind } from '../../language/policy-file.ts'
import { isPlaceholder } from '../../language/schema-problems.ts'
import type { Declaration } from '../../language/symbols.ts'
import { isRepeated, placesOf, policiesCalled, sortAndName } from '../../workspace/names.ts'
import type { PolicyEntry } from '../../workspace/policy-entry.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { barrier, barrierAt, languageRule, type Outcome, passed, place } from '../rule.ts'
import { sortInWords } from '../sorts-in-words.ts'

/** What has one name in the whole company, whichever policy declares it. */
const uniqueInCompany: ReadonlySet<string> = new Set([
  'role',
  'unit',
  'body',
  'decision',
  'pool',
  'initiative',
  'goal',
  'measure',
  'competency',
  'value',
  'stakeholder',
])

export default languageRule({
  id: 'language/duplicate-name',
  title: 'Two things have the same name',
  severity: 'error',
  finds:
    'Two policies of one kind with the same name; two items of a list with the same name; and a role, unit, body, decision, pool, initiative, goal, measure, competency, value or stakeholder that two policies declare, for periods that overlap.',
  why: 'A name that stands for two things leaves open which one is meant wherever it is used.',
  evidence: [],
  certainty: 'It is a fact about the policies: the name is declared twice.',
  against:
    'A partner may be named by several agreements, and each agreement has names of its own for its commitments, joint bodies and joint decisions.',
  fixing: 'There is no fix: only a person knows which of the two is meant by each of those who refer to it.',
  *check(entry, workspace) {
    if (entry.name !== '' && !isPlaceholder(entry.name)) yield policyName(entry, workspace)
    yield* namesInLists(entry)
    for (const declaration of entry.symbols.declares) {
      if (uniqueInCompany.has(declaration.sort)) yield nameInCompany(declaration, entry, workspace)
    }
  },
})

function policyName(entry: PolicyEntry, workspace: Workspace): Outcome {
  const [first] = policiesCalled(workspace, sortAndName(entry.kind, entry.name))
  if (first === undefined || first === entry) return passed()
  return barrierAt(['metadata', 'name'], {
    what: `Another ${entry.kind} is called "${entry.name}", too.`,
    change: 'Give one of them another name, such as one with the year in it, or delete the one that no longer holds.',
    related: [{ entry: first, path: ['metadata', 'name'], message: 'The first one is here.' }],
  })
}

/** Two items of one list with the same name: the later one is the barrier. */
function* namesInLists({ kind, policy }: PolicyEntry): Generator<Outcome> {
  if (policy === undefined) return
  for (const pattern of listsOfNamed(kind)) {
    for (const list of listsAt(policy, pattern)) {
      const first = new Map<unknown, object>()
      for (const item of list.filter(isNamed)) {
        const known = first.get(item.name)
        if (known === undefined) {
          first.set(item.name, item)
          yield passed()
        } else {
          yield barrier(item, 'name', {
            what: `"${item.name}" is the name of two items of this list.`,
            change: 'Give one of them another name, and write that name where this one is meant.',
            related: [place('The first one is here.', policy, known, 'name')],
          })
        }
      }
    }
  }
}

function nameInCompany({ sort, name, path }: Declaration, entry: PolicyEntry, workspace: Workspace): Outcome {
  if (!isRepeated(workspace, sort, name)) return passed()
  const others = placesOf(workspace, sortAndName(sort, name)).filter(
    (place) => place.entry === entry || overlap(place.entry, entry),
  )
  const [first] = others
  // The same policy twice is one finding, at its name; two items of one list are another's.
  if (
    first === undefined ||
    first.entry === entry ||
    (first.entry.kind === entry.kind && first.entry.name === entry.name)
  )
    return passed()
  return barrierAt(path, {
    what: `"${name}" is declared as ${sortInWords(sort)} by another policy, too.`,
    change: 'Declare it in one of them only, or give one of the two another name.',
    related: [{ entry: first.entry, path: first.path, message: 'The first one is here.' }],
  })
}

/** Whether both policies hold on some day: this year's and next year's organisation may name the same roles. */
function overlap(a: PolicyEntry, b: PolicyEntry): boolean {
  const [one, other] = [a.policy?.metadata.effective, b.policy?.metadata.effective]
  const endsBefore = (end: string | undefined, start: string | undefined) =>
    end !== undefined && start !== undefined && end < start
  return !endsBefore(one?.to, other?.from) && !endsBefore(other?.to, one?.from)
}

type Pattern = readonly string[]

const patterns = new Map<Kind, readonly Pattern[]>()

/** Where policies of a kind hold lists whose items are told apart by their names. */
function listsOfNamed(kind: Kind): readonly Pattern[] {
  let known = patterns.get(kind)
  if (known === undefined) {
    const named = namingFields[kind].identities.filter(([, keys]) => keys.length === 1 && keys[0] === 'name')
    known = named.map(([pattern]) => pattern.split('.'))
    patterns.set(kind, known)
  }
  return known
}

/** The lists at a pattern of keys and `*`, from its step number `at` on. */
function listsAt(value: unknown, pattern: Pattern, at = 0): readonly (readonly unknown[])[] {
  const step = pattern[at]
  if (step === undefined) return isList(value) ? [value] : []
  if (step === '*') return isList(value) ? value.flatMap((item) => listsAt(item, pattern, at + 1)) : []
  return isRecord(value) && Object.hasOwn(value, step) ? listsAt(value[step], pattern, at + 1) : []
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !isList(value)
}

function isNamed(item: unknown): item is { readonly name: string } {
  return (
    typeof item === 'object' &&
    item !== null &&
    'name' in item &&
    typeof item.name === 'string' &&
    !isPlaceholder(item.name)
  )
}
