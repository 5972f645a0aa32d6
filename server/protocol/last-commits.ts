import { GitFault } from '../hosts/git/git.ts'
import type { LastCommit, Sign } from '../hosts/git/last-commit.ts'
import type { Kind, PolicyFile } from '../language/policy-file.ts'
import { type Comparison, comparison, type Side } from '../scorecard/comparison.ts'
import { judgedIn } from '../scorecard/judged.ts'
import { type Scorecard, scorecardOf } from '../scorecard/scorecard.ts'
import { type Found, foundBefore, foundIn } from '../scorecard/sides.ts'
import { type Judged, type RuleTally, talliesOf, talliesTogether } from '../scorecard/tallies.ts'
import { anyChange } from '../workspace/tracking.ts'
import { Workspace } from '../workspace/workspace.ts'
import type { Host } from './host.ts'
import type { LoadedCompany } from './loaded-company.ts'
import type { Session } from './session.ts'

/** How a company stood at its last commit. */
interface Committed extends Scored {
  readonly found: Found
}

/** What a score is made of, without the policies that were judged for it: those are not kept. */
interface Scored {
  readonly tallies: readonly RuleTally[]
  readonly kinds: ReadonlySet<Kind>
}

interface Known {
  readonly commit: LastCommit | undefined
  /** What it was judged by. */
  readonly ruler: object
  readonly today: string
  /** Undefined where there is no commit. */
  readonly state: Committed | undefined
}

/** What has changed since the last commits. */
export interface SinceCommit {
  readonly commits: readonly LastCommit[]
  readonly comparison: Comparison
}

/** Git writes several files when it moves on; it is asked once they have come to rest. */
const restAfter = 80

/**
 * The last commits of the companies: read and judged aside, in slices, and kept until another commit is the last one, other rules hold
 * or another day has come. Typing changes none of it.
 */
export class LastCommits {
  /** Called when there is something else to compare with. */
  onChange: () => void = () => {}
  readonly #session: Session
  readonly #host: Pick<Host, 'lastCommit' | 'committed' | 'today'>
  readonly #known = new Map<LoadedCompany, Known>()
  #mayHaveMoved = false
  /** Nothing is read before somebody wants to see it. */
  #wanted = false
  #looking: Promise<void> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(session: Session, host: Pick<Host, 'lastCommit' | 'committed' | 'today'>) {
    this.#session = session
    this.#host = host
  }

  /** Where git writes when another commit becomes the last one. */
  get signs(): readonly Sign[] {
    return [...this.#known.values()].flatMap(({ commit }) => commit?.signs ?? [])
  }

  /** Another commit may be the last one now. */
  mayHaveMoved(): void {
    this.#mayHaveMoved = true
    if (!this.#wanted) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.look(), restAfter)
  }

  /** Looks for what is not known yet, and says so when it is. */
  look(): void {
    this.#wanted = true
    if (this.#looking !== undefined || this.#isKnown) return
    this.#looking = this.#look()
      .then((changed) => {
        this.#looking = undefined
        if (changed) this.onChange()
        // What has changed meanwhile.
        this.look()
      })
      .catch((error: unknown) => {
        this.#looking = undefined
        this.#session.onFault(error)
      })
  }

  end(): void {
    clearTimeout(this.#timer)
  }

  /**
   * What has changed since the last commits, as far as they are known; undefined where there is none. A company without a commit has
   * not changed. Every policy must have been judged.
   */
  since(now: Scorecard): SinceCommit | undefined {
    const companies = [...this.#session.companies]
    const states = companies.map((company) => this.#known.get(company)?.state)
    if (states.every((state) => state === undefined)) return undefined
    const present = companies.map((company) => foundIn([company], (file) => company.shows(file)))
    const before = states.map((state, at) => state?.found ?? present[at])
    const scored = companies.map(({ checker, workspace }, at) => states[at] ?? scoredOf(judgedIn(checker, workspace)))
    const commits = new Map(
      companies.flatMap((company) => {
        const { commit, state } = this.#known.get(company) ?? {}
        return commit === undefined || state === undefined ? [] : [[commit.id, commit] as const]
      }),
    )
    return {
      commits: [...commits.values()],
      comparison: comparison(together(before, scoreOf(scored)), together(present, now)),
    }
  }

  get #isKnown(): boolean {
    if (this.#mayHaveMoved) return false
    for (const company of this.#session.companies) if (!this.#holds(company, this.#known.get(company))) return false
    return true
  }

  #holds({ ruler }: LoadedCompany, known: Known | undefined): boolean {
    return known?.ruler === ruler && known.today === this.#host.today()
  }

  /** Whether anything else is known now. */
  async #look(): Promise<boolean> {
    const askGit = this.#mayHaveMoved
    this.#mayHaveMoved = false
    let changed = false
    const asked: LastCommit[] = []
    for (const company of this.#session.companies) {
      const known = this.#known.get(company)
      const commit = known === undefined || askGit ? this.#host.lastCommit(company.base, asked) : known.commit
      if (commit !== undefined) asked.push(commit)
      await this.#session.slices.giveWay()
      if (this.#holds(company, known) && known?.commit?.id === commit?.id) continue
      const [ruler, today] = [company.ruler, this.#host.today()]
      const state = commit === undefined ? undefined : await this.#judged(company, commit, today)
      changed ||= state !== undefined || known?.state !== undefined
      this.#known.set(company, { commit, ruler, today, state })
    }
    for (const company of this.#known.keys()) if (!this.#session.companies.has(company)) this.#known.delete(company)
    return changed
  }

  async #judged(company: LoadedCompany, commit: LastCommit, today: string): Promise<Committed | undefined> {
    const { slices, companies, configs } = this.#session
    // Nothing here changes any more, so that nothing has to be remembered of what was read.
    const workspace = new Workspace(today, anyChange())
    const contents = new Map<string, PolicyFile>()
    try {
      for (const { name, content } of this.#host.committed(commit, company.base, configs.inForce)) {
        if (content.documents.length > 0 && companies.of(name) === company) contents.set(name, content)
        await slices.giveWay()
      }
    } catch (error) {
      // Such as a clone without the texts of its files.
      if (error instanceof GitFault) return undefined
      throw error
    }
    workspace.change(() => {
      for (const [name, content] of contents) workspace.replace(name, content)
    })
    await slices.giveWay()
    const checker = company.checkerOver(workspace)
    for (const _ of checker.steps()) await slices.giveWay()
    const found = foundBefore([{ workspace, checker }], commit.day, (file) => company.shows(file))
    await slices.giveWay()
    const judged = judgedIn(checker, workspace)
    await slices.giveWay()
    return { ...scoredOf(judged), found }
  }
}

function scoredOf(judged: Judged): Scored {
  return { tallies: talliesOf(judged), kinds: judged.kinds }
}

function scoreOf(parts: readonly Scored[]): Scorecard {
  return scorecardOf(
    talliesTogether(parts.map(({ tallies }) => tallies)),
    new Set(parts.flatMap(({ kinds }) => [...kinds])),
  )
}

function together(parts: readonly (Found | undefined)[], card: Scorecard): Side {
  const all = parts.filter((found) => found !== undefined)
  return {
    findings: all.flatMap(({ findings }) => findings),
    setAside: all.flatMap(({ setAside }) => setAside),
    policies: all.flatMap(({ policies }) => policies),
    scorecard: card,
    isAsked: (file) => all.some((found) => found.isAsked(file)),
  }
}
