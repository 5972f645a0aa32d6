import { nearest } from '../../language/did-you-mean.ts'
import { looksLikePersonAmong } from '../../language/person-names.ts'
import { isPlaceholder } from '../../language/schema-problems.ts'
import type { Reference } from '../../language/symbols.ts'
import {
  declaredNames,
  formOf,
  isDeclared,
  isDescribed,
  isQualified,
  namesEndingIn,
  namesWrittenLike,
  sortAndName,
} from '../../workspace/names.ts'
import type { PolicyEntry } from '../../workspace/policy-entry.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { type Fix, setAt } from '../fix.ts'
import { barrierAt, languageRule, type Outcome, passed } from '../rule.ts'
import { declaredUnder, sortInWords } from '../sorts-in-words.ts'

export default languageRule({
  id: 'language/unresolved-reference',
  title: 'A name leads nowhere',
  severity: 'error',
  finds:
    'A reference to a role, unit, body, decision, agreement, commitment or another named thing that no policy declares. It stays silent while nothing of that sort is declared at all, since then that part is simply not described yet, and for policies that are no longer in force.',
  why: 'A name that leads nowhere gives the work, the decision or the money to nobody.',
  evidence: [],
  certainty: 'It is a fact about the policies: the name is used and not declared.',
  against:
    'Where one name may be of several sorts, and one of these is not described yet, only names that are nearly those of declared things are found.',
  fixing:
    'The fix writes the declared name that is nearest. It is safe where only capitals, spaces or hyphens differ; otherwise it is a guess about what was meant, and applied one at a time.',
  *check(entry, workspace) {
    const outOfForce = entry.policy !== undefined && workspace.policyOf(entry) === undefined
    if (outOfForce) return
    for (const reference of entry.symbols.refersTo) {
      if (!isPlaceholder(reference.name)) yield* resolve(reference, entry, workspace)
    }
  },
})

function* resolve({ sorts, name, path }: Reference, entry: PolicyEntry, workspace: Workspace): Generator<Outcome> {
  const possible = inForm(name, sorts).map((sort) => place(sort, entry, workspace))
  const described = possible.filter(({ isDescribed }) => isDescribed())
  if (described.length === 0) return
  if (described.some(({ declares }) => declares(name))) {
    yield passed()
    return
  }
  // Another rule says that policies name no people.
  if (looksLikePersonAmong(sorts, name) !== undefined) return
  const meant = meantBy(name, described)
  // The name may be of a sort that is not described yet.
  if (meant === undefined && described.length < possible.length) return
  const words = sorts.map(sortInWords)
  yield barrierAt(path, {
    what: `"${name}" is not declared as ${either(words)}.`,
    change:
      meant === undefined
        ? `Write a name that is declared, or declare it under ${either(sorts.map(declaredUnder))}.`
        : `Did you mean "${meant}"?`,
    fixes: meant === undefined ? [] : [rewrite(name, meant, path)],
  })
}

/** A name with a "/" says whose it is, and can only be of a sort that needs that; a plain name only of the others. */
function inForm(name: string, sorts: readonly string[]): readonly string[] {
  const fitting = sorts.filter((sort) => isQualified(sort) === name.includes('/'))
  return fitting.length > 0 ? fitting : sorts
}

/** Where names of a sort are declared: in the same document for `own-…`, else anywhere. */
interface Declaring {
  isDescribed(): boolean
  declares(name: string): boolean
  names(): readonly string[]
  /** Those that are written the same but for capitals, spaces and hyphens. */
  writtenLike(name: string): readonly string[]
  /** Those that say whose it is: `agreement/name`. */
  endingIn(name: string): readonly string[]
}

function place(sort: string, entry: PolicyEntry, workspace: Workspace): Declaring {
  if (!sort.startsWith('own-')) {
    return {
      isDescribed: () => isDescribed(workspace, sort),
      declares: (name) => isDeclared(workspace, sortAndName(sort, name)),
      names: () => declaredNames(workspace, sort),
      writtenLike: (name) => namesWrittenLike(workspace, sort, name),
      endingIn: (name) => namesEndingIn(workspace, sort, name),
    }
  }
  const own = entry.symbols.declares.filter((declared) => `own-${declared.sort}` === sort).map(({ name }) => name)
  return {
    isDescribed: () => own.length > 0,
    declares: (name) => own.includes(name),
    names: () => own,
    writtenLike: (name) => own.filter((declared) => sameButForm(declared, name)),
    endingIn: (name) => own.filter((declared) => declared.endsWith(`/${name}`)),
  }
}

/** The name that was probably meant: the same apart from how it is written, the one that says whose it is, or the nearest. */
function meantBy(written: string, places: readonly Declaring[]): string | undefined {
  const [like] = places.flatMap(({ writtenLike }) => writtenLike(written))
  if (like !== undefined) return like
  const ending = places.flatMap(({ endingIn }) => endingIn(written))
  return ending.length === 1
    ? ending[0]
    : nearest(
        written,
        places.flatMap(({ names }) => names()),
      )
}

function rewrite(written: string, meant: string, path: Reference['path']): Fix {
  return {
    title: `Change "${written}" to "${meant}"`,
    applicability: sameButForm(written, meant) ? 'safe' : 'unsafe',
    changes: [setAt(path, meant)],
  }
}

function sameButForm(a: string, b: string): boolean {
  return formOf(a) === formOf(b)
}

function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
