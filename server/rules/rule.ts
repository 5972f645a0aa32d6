import type { Path } from '../language/path.ts'
import type { Kind, Policy, PolicyOf } from '../language/policy-file.ts'
import type { PolicyEntry } from '../workspace/policy-entry.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { Assumptions } from './assumptions.ts'
import type { EvidenceCode } from './evidence.ts'
import type { Figure } from './figure.ts'
import type { Fix } from './fix.ts'
import type { DeclaredInterdependence, InterdependenceDegree } from './interdependence.ts'

export type Severity = 'error' | 'warning' | 'info'

/** How bad a barrier is, depending on how far people must help one another. `undeclared` is the middle course. */
export type SeverityByInterdependence = Readonly<Record<InterdependenceDegree | 'undeclared', Severity>>

/** A setting of a rule. One that is a convention rather than science says so, here and in the messages that depend on it. */
export interface Option {
  readonly default: number | boolean
  readonly title: string
  readonly description: string
  readonly convention: boolean
  readonly minimum?: number
  readonly maximum?: number
}

export type Options = Readonly<Record<string, Option>>

type Widened<T> = T extends number ? number : T extends boolean ? boolean : never
export type OptionValues<O extends Options> = { readonly [Name in keyof O]: Widened<O[Name]['default']> }

/** What a check may use beside the policy. Everything read through it is remembered as read by the check. */
export interface Context<O extends Options = Options> {
  readonly workspace: Workspace
  readonly options: OptionValues<O>
  readonly assumptions: Assumptions
  /** Of the policy being checked. */
  readonly interdependence: DeclaredInterdependence
}

/** Another place that belongs to a barrier: an object of this or another policy, or one of its fields. */
export interface RelatedPlace {
  readonly policy: Policy
  readonly object: object
  readonly key?: string | number
  readonly message: string
}

/** What a message calls a thing that a policy names: its title, else its name. */
export function titled({ title, name }: { readonly title?: string; readonly name: string }): string {
  return title ?? name
}

/** Another place that belongs to a barrier, with what is to be seen there: a sentence. Without a key it is the object itself. */
export function place(message: string, policy: Policy, object: object, key?: string | number): RelatedPlace {
  return key === undefined ? { policy, object, message } : { policy, object, key, message }
}

/** The same for rules of the language itself, which judge text that is no policy yet. */
export interface RelatedPath {
  readonly entry: PolicyEntry
  readonly path: Path
  readonly message: string
}

/** What a barrier says: the subject first, in plain words, with the number. Sentences, each with its full stop. */
export interface Report {
  /** What the policy says that makes the barrier. */
  readonly what: string
  /** Why it hurts here, where that says more than the rule's own `why`. */
  readonly why?: string
  /** How much, with the numbers. */
  readonly howMuch?: string
  /** The smallest change that helps. */
  readonly change: string
  readonly figures?: readonly Figure[]
  readonly related?: readonly (RelatedPlace | RelatedPath)[]
  readonly fixes?: readonly Fix[]
  /** Where this barrier is worse or milder than the rule's severity says. */
  readonly severity?: Severity
  /** Tells barriers at the same place apart. */
  readonly identity?: string
}

export type Outcome =
  | { readonly passed: true; readonly times: number }
  | ({ readonly passed: false; readonly at: Spot } & Report)

/** A place in the policy being checked: an object of it and perhaps one of its fields, or a path. */
export type Spot = { readonly object: object; readonly key: string | number | undefined } | { readonly path: Path }

const pass: Outcome = { passed: true, times: 1 }

/** Something was looked at and found to be no barrier; it counts for the scorecard. */
export function passed(): Outcome {
  return pass
}

/** So many things were looked at without naming each; none is a barrier, and each counts. */
export function allPassed(times: number): Outcome {
  return { passed: true, times }
}

/** A barrier at a field of an object of the policy; without a key, at the object itself. */
export function barrier(object: object, key: string | number | undefined, report: Report): Outcome {
  return { passed: false, at: { object, key }, ...report }
}

/** A barrier at a path of the document. */
export function barrierAt(path: Path, report: Report): Outcome {
  return { passed: false, at: { path }, ...report }
}

export const components = [
  'performance',
  'resources',
  'decision-making',
  'leaders',
  'accountability',
  'organization',
  'culture',
] as const
export type Component = (typeof components)[number]

/** What every rule says of itself; its page is made from it. Texts are Markdown sentences. */
export interface RuleFacts {
  /** `component/name`; also where its module stands. */
  readonly id: `${Component | 'language'}/${string}` | `custom/${Component}/${string}`
  /** The barrier in a few words, as a heading. */
  readonly title: string
  readonly severity: Severity | SeverityByInterdependence
  /** What the rule looks for, in terms of the policy's fields. */
  readonly finds: string
  /** Why it keeps people from collaborating; one or two sentences, also part of every message. */
  readonly why: string
  readonly evidence: readonly EvidenceCode[]
  /** How sure the evidence is, in a sentence or two. */
  readonly certainty: string
  /** What speaks against the rule, or where it does not hold. */
  readonly against?: string
  /** What its fixes do, and how safe they are. */
  readonly fixing: string
  /** Run only where a configuration names it, or extends concord:all. */
  readonly offByDefault?: true
}

/** A rule as the checker runs it. */
export interface Rule extends RuleFacts {
  /** The kinds of policy it judges; undefined for the language's own rules, which look at any document. */
  readonly kinds: readonly Kind[] | undefined
  readonly options: Options
  /** Where a rule of the company's own is written; lines count from 1. */
  readonly declaredAt?: { readonly file: string; readonly line: number }
  /** Judges one policy. Undefined for findings that reading the text yields by itself. */
  readonly run: ((entry: PolicyEntry, policy: Policy | undefined, context: Context) => Iterable<Outcome>) | undefined
}

interface Definition<K extends Kind, O extends Options> extends RuleFacts {
  /** The kind of policy it judges, or several where the same is wrong with them. */
  readonly kind: K | readonly K[]
  readonly options?: O
  check(policy: PolicyOf<K>, context: Context<O>): Iterable<Outcome>
}

/** Defines a rule over one kind of policy or several. It says passed or barrier for each thing that it looks at, and nothing where it has no inputs. */
export function rule<K extends Kind, const O extends Options = Readonly<Record<never, Option>>>(
  definition: Definition<K, O>,
): Rule {
  const { kind, options, check, ...facts } = definition
  const kinds = typeof kind === 'string' ? [kind] : kind
  const optionsIn = optionReader(options)
  return {
    ...facts,
    kinds,
    options: options ?? {},
    run: (_, policy, context) =>
      policy !== undefined && isOneOf(policy, kinds)
        ? check(policy, new OwnContext(context, optionsIn(context.options)))
        : [],
  }
}

/** The context with a rule's own options. What the rule does not read stays unread, or it would count as read by it. */
class OwnContext<O extends Options> implements Context<O> {
  readonly workspace: Workspace
  readonly assumptions: Assumptions
  readonly options: OptionValues<O>
  readonly #context: Context

  constructor(context: Context, options: OptionValues<O>) {
    this.workspace = context.workspace
    this.assumptions = context.assumptions
    this.options = options
    this.#context = context
  }

  get interdependence(): Context['interdependence'] {
    return this.#context.interdependence
  }
}

interface LanguageDefinition extends RuleFacts {
  readonly options?: Options
  check?(entry: PolicyEntry, workspace: Workspace): Iterable<Outcome>
}

/** Defines a rule of the language itself: over any document, well-formed or not. Without a check, reading the text yields its findings. */
export function languageRule(definition: LanguageDefinition): Rule {
  const { check, options, ...facts } = definition
  return {
    ...facts,
    kinds: undefined,
    options: options ?? {},
    run: check === undefined ? undefined : (entry, _, { workspace }) => check(entry, workspace),
  }
}

function isOneOf<K extends Kind>(policy: Policy, kinds: readonly K[]): policy is PolicyOf<K> {
  return kinds.some((kind) => kind === policy.kind)
}

type GivenOptions = Readonly<Record<string, unknown>>

/** Gives the values of a rule's options: as given where they have the right type, else the defaults. Mostly nothing is given. */
function optionReader<O extends Options>(options: O | undefined): (given: GivenOptions) => OptionValues<O> {
  const names = Object.entries(options ?? {})
  const valuesOf = (given: GivenOptions): OptionValues<O> => {
    const entries = names.map(([name, option]) => {
      const value = given[name]
      return [name, typeof value === typeof option.default ? value : option.default]
    })
    // Built from the options' own names and types just above.
    return Object.fromEntries(entries) as OptionValues<O>
  }
  const defaults = valuesOf({})
  return (given) => (names.some(([name]) => given[name] !== undefined) ? valuesOf(given) : defaults)
}

/** The component that a rule's id says; `language` for the language's own rules. */
export function componentOf(id: string): string {
  const [first = '', second = ''] = id.split('/')
  return first === 'custom' ? second : first
}
