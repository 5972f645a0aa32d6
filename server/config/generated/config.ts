// Generated from schemas/ by `npm run generate`. Do not edit.

/** A preset (concord:recommended, concord:strict or concord:all), a file relative to this one, which starts with ./ or ../, or a package: a folder under node_modules that holds a configuration. */
export type Extended = string

/** How a finding of the rule counts: off, info, warning or error. */
export type Severity = 'off' | 'info' | 'warning' | 'error'

/** Settings by rule: a severity, or a severity with options. */
export type RuleSettings = { readonly [key: string]: Severity | RuleSetting }

/** A severity together with options of the rule. */
export interface RuleSetting {
  /** How a finding of the rule counts: off, info, warning or error. */
  readonly severity?: Severity
  /** The rule's options by name; its page lists them. */
  readonly options?: { readonly [key: string]: number | boolean }
}

/** Settings for the files that match. */
export interface Override {
  /** Patterns of the files, relative to this file's folder. */
  readonly files: readonly string[]
  /** Settings by rule: a severity, or a severity with options. */
  readonly rules?: RuleSettings
}

/** The findings of one rule in one policy, or in some files, that are put up with until a day. It says policy or files; with both, both have to fit. */
export interface Waiver {
  /** The one rule whose findings are put up with, by its whole name. */
  readonly rule: string
  /** The policy that it is about: its kind and its name, joined by a slash. */
  readonly policy?: string
  /** Patterns of the files that it is about, relative to this file's folder. */
  readonly files?: readonly string[]
  /** The role or team that answers for it: lower-case words joined by hyphens. Never a person. */
  readonly owner: string
  /** Why it is put up with, for whoever reads it next. */
  readonly reason: string
  /** The last day on which it holds, as year-month-day. That day itself still counts. */
  readonly until: string
}

/** Numbers that figures rest on where no policy says them. They win over those of the leadership system. */
export interface AssumptionSettings {
  /** The percent of people whose performance is truly low. */
  readonly lowPerformers?: number
  /** How far two raters of the same person agree, as a correlation from 0 to 1. */
  readonly interRaterReliability?: number
  /** The standard deviation of results relative to target: 0.2 means that most results lie between 80 and 120 % of target. */
  readonly resultsSpread?: number
  /** Working days in a month. */
  readonly workingDaysPerMonth?: number
  /** What one unit of a currency is worth in another, so that amounts in both can be compared. */
  readonly exchangeRates?: readonly ConfiguredRate[]
}

/** The worth of one unit of one currency in another. */
export interface ConfiguredRate {
  /** The currency of which one unit is taken, as its ISO 4217 code. */
  readonly from: string
  /** The currency that it is worth so much of. */
  readonly to: string
  /** How many units of the other currency one unit is worth. */
  readonly rate: number
}

/** What the scorecard must reach. Holds for the whole workspace. */
export interface ScorecardSettings {
  /** The least overall score, from 0 to 100: below it, or where there is no score, "concord scorecard" ends with exit code 1. The option --fail-under wins over it. */
  readonly failUnder?: number
  /** The least scores of single components. */
  readonly components?: readonly LeastScore[]
}

/** The least score of one component. */
export interface LeastScore {
  /** The component of the leadership system. */
  readonly component: 'performance' | 'resources' | 'decision-making' | 'leaders' | 'accountability' | 'organization' | 'culture'
  /** Its least score, from 0 to 100: below it, or where the component has no score, "concord scorecard" ends with exit code 1. */
  readonly failUnder: number
}

/** A file with custom rules, relative to this one, or a pattern: * for any name, ** for any folders. */
export type RulePattern = string

/** What Concord checks in a folder, and how: the file .concord.yaml. */
export interface ConcordConfig {
  /** Whether this folder is the whole workspace: Concord looks no further up, and checks everything below it together. */
  readonly root?: boolean
  /** What the settings start from: a preset of Concord, another configuration file, a package, or a list of them, of which a later one wins. */
  readonly extends?: Extended | readonly Extended[]
  /** Settings by rule: a severity, or a severity with options. */
  readonly rules?: RuleSettings
  /** Other settings for some of the files; the last one that matches a file wins. */
  readonly overrides?: readonly Override[]
  /** Files and folders that are not read at all, as patterns relative to this file's folder. */
  readonly ignore?: readonly string[]
  /** Findings that are put up with for a time, where no comment in the policy can say so. They are checked themselves: unused, expired and soon-expiring ones are findings here. */
  readonly waivers?: readonly Waiver[]
  /** The file of the baseline: one below this file's folder whose name ends with .json. It stands in the configuration that says root: true; without it, the file is .concord-baseline.json beside that one. */
  readonly baseline?: string
  /** Numbers that figures rest on where no policy says them. They win over those of the leadership system. */
  readonly assumptions?: AssumptionSettings
  /** What the scorecard must reach. Holds for the whole workspace. */
  readonly scorecard?: ScorecardSettings
  /** Rules of the company's own: patterns of the files that hold them, relative to this file, or the rules themselves. */
  readonly customRules?: readonly (RulePattern | CustomRule)[]
}

/** A rule of a company's own: which policies it looks at, what each thing that it looks at must fulfil, and what is said where it does not. */
export interface CustomRule {
  /** custom/, the component that the rule belongs to, and a name of lower-case words joined by hyphens. */
  readonly id: string
  /** The barrier in a few words, as a heading. */
  readonly title: string
  /** The kind of policy that the rule looks at, or several. */
  readonly kind: PolicyKind | readonly PolicyKind[]
  /** How a finding counts; one severity, or one for each degree in which people must help one another. */
  readonly severity: CustomSeverity | SeverityByDegree
  /** What the rule looks for, in terms of the policy's fields; the title, if nothing is said. */
  readonly finds?: string
  /** Numbers and switches that .concord.yaml may set; expressions see them as options.name. */
  readonly options?: { readonly [key: string]: CustomOption }
  /** Names for parts of the expressions below, in order; each may use those before it. */
  readonly let?: { readonly [key: string]: Expression }
  /** The things that the rule looks at: a list. Each is called item below. Without it, the policy itself is looked at once. */
  readonly forEach?: string
  /** Whether a thing is looked at at all: true or false. Where something that it asks for is not described, it is not. */
  readonly when?: string
  /** Whether a thing is as it should be: true or false. Where something that it asks for is not described, the rule says nothing. */
  readonly passes: string
  /** The field that a finding marks, as a path from the thing looked at; the thing itself, if nothing is said or the field is not there. */
  readonly at?: string
  /** What the policy says that makes the barrier; a whole sentence. ${…} holds an expression. */
  readonly what: string
  /** Why it keeps people from collaborating; a whole sentence. */
  readonly why: string
  /** How much, with the numbers; a whole sentence. ${…} holds an expression. */
  readonly howMuch?: string
  /** The smallest change that helps; a whole sentence. ${…} holds an expression. */
  readonly change: string
  /** What the rule rests on: a rule of the company, a study, an experience. */
  readonly evidence?: string
  /** Policies that "concord rules --test" runs the rule on. */
  readonly examples?: readonly CustomExample[]
}

/** A kind of policy. */
export type PolicyKind = 'LeadershipSystem' | 'PartnerAgreement' | 'PerformanceCalibration' | 'IncentivePlan' | 'ResourceAllocation' | 'DecisionRights' | 'GovernanceCalendar' | 'LeaderSelection' | 'Accountability' | 'OrganizationDesign' | 'CulturalNorms'

/** How a finding counts: info, warning or error. */
export type CustomSeverity = 'info' | 'warning' | 'error'

/** One severity for each degree in which people must help one another. */
export interface SeverityByDegree {
  /** Where each works alone. */
  readonly pooled: 'info' | 'warning' | 'error'
  /** Where one's work follows on another's. */
  readonly sequential: 'info' | 'warning' | 'error'
  /** Where people must help one another. */
  readonly reciprocal: 'info' | 'warning' | 'error'
  /** Where no policy says it. */
  readonly undeclared: 'info' | 'warning' | 'error'
}

/** An expression in CEL. */
export type Expression = string

/** A number or a switch that .concord.yaml may set. */
export interface CustomOption {
  /** What holds where .concord.yaml sets nothing: a number, or true or false. */
  readonly default: number | boolean
  /** What the option is for. */
  readonly description: string
  /** The least that may be set. */
  readonly minimum?: number
  /** The most that may be set. */
  readonly maximum?: number
}

/** Policies in which the rule finds the marked places, or nothing. */
export interface CustomExample {
  /** Policies as YAML; each place that the rule must mark stands between « and ». */
  readonly barrier?: string
  /** Policies as YAML in which the rule finds nothing, though it looks at something. */
  readonly passes?: string
  /** Policies as YAML that the rule does not look at. */
  readonly silent?: string
  /** The day on which the example is judged; 2027-01-15, if nothing is said. */
  readonly today?: string
}

/** A file of rules of a company's own, which .concord.yaml names under customRules. */
export interface CustomRules {
  /** The rules of the file. */
  readonly rules: readonly CustomRule[]
}
