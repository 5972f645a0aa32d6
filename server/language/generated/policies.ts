// Generated from schemas/ by `npm run generate`. Do not edit.

/** Something that is to be achieved for somebody, with one role or unit that answers for it. */
export interface Goal {
  /** How other goals and reviews refer to this goal. */
  readonly name: Name
  /** What people call the goal. */
  readonly title?: Title
  /** What will be different when the goal is reached, and for whom. */
  readonly description?: Description
  /** The role or unit that answers for the goal. One owner is best: with several, nobody is sure who acts. */
  readonly owner?: OneOrMoreOwners
  /** The units whose result it is together. With two or more, the goal is shared, and the pay of each unit should see it. */
  readonly units?: Units
  /** Whom the goal serves: customers, partners, company, employees, or other stakeholders. */
  readonly for?: ServedGroup
  /** Whether the goal directly serves the strategic purpose (North Star) that the leadership system declares. A goal that serves it through another goal names that one as its parent. */
  readonly servesNorthStar?: boolean
  /** The partner agreement that the goal belongs to, where it is reached together with a partner. */
  readonly agreement?: Agreement
  /** The larger goal that this one is a part of. */
  readonly parent?: string
  /** The measures that tell whether the goal is reached, by their names. */
  readonly measures?: readonly string[]
  /** The units whose people work on the goal. A goal across functions needs people from more than one. */
  readonly staffedBy?: Units
}

/** A figure that tells whether somebody got what they were promised, with the role or unit that answers for it. */
export interface AccountabilityMeasure {
  /** How goals, journeys and other measures refer to this measure. */
  readonly name: Name
  /** What people call the measure. */
  readonly title?: Title
  /** What is counted, how, and in which unit the figures are. */
  readonly description?: Description
  /** Whether the measure looks at what came out of the work or at the work itself. outcome: what customers, partners or others got. activity: how much was done, such as visits, calls or meetings. */
  readonly type: 'outcome' | 'activity'
  /** What sort of figure it is. volume: how many or how much. quality: how good. time: how long or how punctual. value: money earned or worth created. cost: money spent. A volume needs a quality beside it, or it is easily gamed. */
  readonly quantity?: 'volume' | 'quality' | 'time' | 'value' | 'cost'
  /** The thing that is measured, as a word from the company's shared list. Two measures that track the same thing in opposite directions pull their owners apart. */
  readonly tracks?: Label
  /** Whom the measure serves: whether it shows what customers, partners, company, employees, or other stakeholders got. */
  readonly for?: ServedGroup
  /** The stakeholder that the measure serves, by the name that the leadership system declares. */
  readonly stakeholder?: string
  /** The partner agreement whose result the measure shows. */
  readonly agreement?: Agreement
  /** The role or unit that answers for the measure. It should be able to decide something about it, or have a budget for it. */
  readonly owner?: RoleOrUnit
  /** How much the measure counts, in percent of all measures of this policy. The weights add up to 100. */
  readonly weight?: Percent
  /** Which way is better. higher-is-better: a larger figure is the better one. lower-is-better: a smaller figure is the better one. */
  readonly direction?: 'higher-is-better' | 'lower-is-better'
  /** Where the measure stands when the period begins: a number, or words where there is no number. Without it nobody can tell progress. */
  readonly baseline?: number | string
  /** Where the measure should stand: a number, or words where there is no number, in the same unit as the baseline. */
  readonly target?: number | string
  /** The day by which the target is to be reached. */
  readonly by?: CalendarDate
  /** The measure that keeps this one honest, such as a quality measure beside a volume. */
  readonly pairedWith?: string
}

/** What we and a partner measure together. */
export interface JointScorecard {
  /** The short name of the scorecard. */
  readonly name: Name
  /** What people call the scorecard. */
  readonly title?: Title
  /** What the scorecard is used for and where it is kept. */
  readonly description?: Description
  /** The partner agreement that the scorecard belongs to. */
  readonly agreement: Agreement
  /** What the scorecard shows. A fair one shows the value to both sides. */
  readonly measures?: readonly ScorecardMeasure[]
  /** How often we and the partner go through the scorecard together. */
  readonly every?: Interval
}

/** One line of a joint scorecard. */
export interface ScorecardMeasure {
  /** The short name of the line, unique in its scorecard. */
  readonly name: Name
  /** What people call the line. */
  readonly title?: Title
  /** What is counted and in which unit. */
  readonly description?: Description
  /** Who gets the value that this line shows. us: our company. partner: the partner. both: both companies. customers: the customers of either. */
  readonly valueTo: 'us' | 'partner' | 'both' | 'customers'
  /** What is to be reached: a number, or words where there is no number. */
  readonly target?: number | string
}

/** A meeting in which goals and results are looked at. */
export interface AccountabilityReview {
  /** The short name of the review. */
  readonly name: Name
  /** What people call the review. */
  readonly title?: Title
  /** What is looked at and what can follow from it. */
  readonly description?: Description
  /** The body that does the review: one of the company, or a joint one as agreement/body. */
  readonly body?: AnyBody
  /** How often the review takes place. */
  readonly every?: Interval
  /** The partner agreements whose results are reviewed here. */
  readonly agreements?: readonly string[]
  /** Whether the partner takes part when the joint results are reviewed. */
  readonly partnerPresent?: boolean
  /** The goals that are looked at, by their names. */
  readonly covers?: readonly string[]
}

/** Who answers for what: the goals of the company or a unit, the measures that tell whether customers, partners, the company and other stakeholders got what they were promised, the scorecards kept together with partners, and the meetings in which results are reviewed. */
export interface Accountability {
  /** The version of the policy language that this policy is written in; always leadership/v1. */
  readonly apiVersion: 'leadership/v1'
  /** What sort of policy this is; always Accountability here. */
  readonly kind: 'Accountability'
  /** What this policy is called, which role or unit keeps it up to date, and when it holds. */
  readonly metadata: Metadata
  /** Goals, the measures behind them, joint scorecards, and the reviews in which results are looked at. */
  readonly spec: AccountabilitySpec
}

/** Goals, the measures behind them, joint scorecards, and the reviews in which results are looked at. */
export interface AccountabilitySpec {
  /** What is to be achieved, and who answers for it. */
  readonly goals?: readonly Goal[]
  /** What tells whether a goal is reached: for whom, from where to where, and who answers for it. */
  readonly measures?: readonly AccountabilityMeasure[]
  /** What we and a partner measure together, for the value to each side. */
  readonly scorecards?: readonly JointScorecard[]
  /** The meetings in which goals and joint results are looked at. */
  readonly reviews?: readonly AccountabilityReview[]
}

/** How other policies refer to this: lower-case words joined by hyphens. */
export type Name = string

/** What people call this. */
export type Title = string

/** What a reader should know about this, in a sentence or two. */
export type Description = string

/** A share in percent, from 0 to 100. */
export type Percent = number

/** A number of calendar days. */
export type Days = number

/** A number of calendar months. */
export type Months = number

/** A whole number, 0 or more. */
export type Count = number

/** A calendar date: year, month, day. */
export type CalendarDate = string

/** The three-letter currency code of ISO 4217. */
export type Currency = string

/** An amount of money with its currency. */
export interface Money {
  /** How much, in whole units of the currency. */
  readonly amount: number
  /** The three-letter currency code of ISO 4217. */
  readonly currency: Currency
}

/** How often something happens. */
export type Interval = 'week' | 'two-weeks' | 'month' | 'two-months' | 'quarter' | 'half-year' | 'year' | 'two-years'

/** The period that an amount of money is for; `term` means the whole time from start to end. */
export type SpendingPeriod = 'month' | 'quarter' | 'year' | 'term'

/** From when and until when the policy holds. Both days are included; a missing day means open. */
export interface Effective {
  /** The first day on which it holds. */
  readonly from?: CalendarDate
  /** The last day on which it holds. */
  readonly to?: CalendarDate
}

/** How people depend on one another in this work. Pooled: each works alone and results are added up. Sequential: one hands over to the next. Reciprocal: work goes back and forth, people must help one another. */
export type Interdependence = 'pooled' | 'sequential' | 'reciprocal'

/** Whose result counts: one person's, the team's, the function's, the company's, or the alliance's. */
export type Scope = 'individual' | 'team' | 'function' | 'company' | 'alliance'

/** The set of people who are compared with one another. */
export type Group = 'team' | 'function' | 'job-family' | 'job-family-level' | 'company'

/** What a criterion, a competency, a measure or a value is about. */
export type Theme = 'own-results' | 'contribution-to-others' | 'use-of-others-work' | 'shared-results' | 'collaboration' | 'partnering' | 'customer' | 'quality' | 'growth-of-people' | 'conduct' | 'innovation' | 'other'

/** Whom a goal or a measure serves. */
export type ServedGroup = 'customers' | 'partners' | 'company' | 'employees' | 'stakeholders'

/** How firm a promise is. Committed: it is kept before other work. Best effort: it is kept when other work leaves room. */
export type CommitmentClass = 'committed' | 'best-effort'

/** How a sale reaches the customer. */
export type Route = 'direct' | 'partner' | 'reseller' | 'co-sell' | 'referral' | 'marketplace'

/** Which side of an agreement: we, or the partner. */
export type Party = 'us' | 'partner'

/** A word from a list that the company shares, such as a skill, a product or a territory, in lower case joined by hyphens. */
export type Label = string

/** A role in the company, by its name in the organization design. Never a person. */
export type Role = string

/** A part of the organization, by its name in the organization design. */
export type Unit = string

/** A role or a part of the organization. Never a person. */
export type RoleOrUnit = string

/** A role or a governance body of the company. */
export type RoleOrBody = string

/** A partner agreement, by its name. */
export type Agreement = string

/** A partner, by the name that the agreement with it declares. */
export type Partner = string

/** A joint body of an agreement, as agreement/body. */
export type JointBody = string

/** A decision class of an agreement, as agreement/decision. */
export type JointDecision = string

/** A body of the company, or a joint body as agreement/body. */
export type AnyBody = string

/** A list of roles. */
export type Roles = readonly Role[]

/** A list of units. */
export type Units = readonly Unit[]

/** A list of labels. */
export type Labels = readonly Label[]

/** The role or unit that answers for this. One is best; a list is read as several owners. */
export type OneOrMoreOwners = string | readonly RoleOrUnit[]

/** What the policy is called, who owns it, and when it holds. */
export interface Metadata {
  /** How other policies refer to this: lower-case words joined by hyphens. */
  readonly name: Name
  /** What people call this. */
  readonly title?: Title
  /** What a reader should know about this, in a sentence or two. */
  readonly description?: Description
  /** The role or unit that keeps this policy up to date. Never a person. */
  readonly owner?: RoleOrUnit
  /** From when and until when the policy holds. Both days are included; a missing day means open. */
  readonly effective?: Effective
  /** How often the policy is reviewed. */
  readonly reviewEvery?: Interval
  /** Free labels for your own use. */
  readonly labels?: { readonly [key: string]: string }
}

/** Whom the policy covers, by role, unit or job family. */
export interface Population {
  /** What a reader should know about this, in a sentence or two. */
  readonly description?: Description
  /** The roles that are covered. */
  readonly roles?: Roles
  /** The units that are covered. */
  readonly units?: Units
  /** The job families that are covered. */
  readonly jobFamilies?: Labels
  /** How many people are covered. */
  readonly headcount?: Count
  /** The level of the people covered. */
  readonly level?: 'executive' | 'manager' | 'professional' | 'all'
  /** Whether these people work with partners. */
  readonly partnerFacing?: boolean
}

/** When a body meets. Dates win over the interval. */
export interface Meets {
  /** How often it meets. */
  readonly every?: Interval
  /** The dates on which it meets. */
  readonly dates?: readonly CalendarDate[]
  /** How long one meeting takes, in hours. */
  readonly durationHours?: number
}

/** Where something applies. A missing list means no limit of that sort. */
export interface Reach {
  /** Countries or regions. */
  readonly territories?: readonly Label[]
  /** Fields of use or of application. */
  readonly fields?: readonly Label[]
  /** Products or product lines. */
  readonly products?: readonly Label[]
  /** Customer segments. */
  readonly segments?: readonly Label[]
  /** Routes to the customer. */
  readonly routes?: readonly Route[]
}

/** One step of an escalation: to whom, and within how many days. */
export interface EscalationStep {
  /** The role or body that the matter goes to. */
  readonly to: string
  /** Calendar days until the step must have decided. */
  readonly withinDays?: Days
}

/** The steps that a matter goes up when it is not decided, in their order. */
export type Escalation = readonly EscalationStep[]

/** Something that the company stands for, with the behaviour by which others recognize it. */
export interface CulturalValue {
  /** How other policies refer to this value. */
  readonly name: Name
  /** What people call the value. */
  readonly title?: Title
  /** What the value means in this company, in a sentence or two. */
  readonly description?: Description
  /** What the value is about. It is compared with what promotions and pay plans are about. The values contribution-to-others, use-of-others-work, shared-results, collaboration and partnering stand for working across boundaries. */
  readonly about?: Theme
  /** What others can see somebody do who lives the value, one sentence each. */
  readonly behaviours?: readonly string[]
}

/** An award or another way in which good work is made visible. */
export interface Recognition {
  /** The short name of the award. */
  readonly name: Name
  /** What people call the award. */
  readonly title?: Title
  /** How often it is given and what comes with it. */
  readonly description?: Description
  /** Who receives it. individual: one person. team: a team inside one function. cross-function: people of several functions together. partner: people at a partner company, alone or together with ours. */
  readonly goesTo: 'individual' | 'team' | 'cross-function' | 'partner'
  /** What it is about, for example own results or contribution to others. Tells an award for helping apart from one for the best result. */
  readonly about?: Theme
  /** What it is given for. */
  readonly criteria?: string
}

/** Whether information inside the company is open or closed unless somebody says otherwise. */
export interface InformationSharing {
  /** What holds for information that nothing else is said about. open: everybody in the company can see it. closed: nobody outside the unit sees it until it is released. */
  readonly default: 'open' | 'closed'
  /** The categories of information for which the default does not hold: closed ones where the default is open, open ones where it is closed. */
  readonly exceptions?: Labels
  /** What it takes to get information that is closed. none: asking is enough. per-category: one approval for a whole category of information. per-disclosure: an approval for each single piece, each time. */
  readonly approval?: 'none' | 'per-category' | 'per-disclosure'
}

/** Which categories of information may go to a partner, and how. */
export interface PartnerInformation {
  /** The short name of this rule. */
  readonly name: Name
  /** What people call this rule. */
  readonly title?: Title
  /** What is covered, and why. */
  readonly description?: Description
  /** The partner agreement under which the information is shared. */
  readonly agreement?: Agreement
  /** The partner that receives the information, by the name that the agreement with it declares. */
  readonly partner?: Partner
  /** The categories of information that the rule covers. They are compared with what agreements oblige us to share. */
  readonly information: Labels
  /** Whether and how the information may go to the partner. allowed: without asking. with-approval: after one approval for the category. per-disclosure-approval: with an approval for each single piece, each time. forbidden: never. */
  readonly sharing: 'allowed' | 'with-approval' | 'per-disclosure-approval' | 'forbidden'
  /** The role or body that gives the approval, where one is needed. */
  readonly approver?: RoleOrBody
}

/** Who can raise a concern about conduct, and where. */
export interface SpeakUp {
  /** Who can use the channel and is protected when they do. employees: people whom the company employs. contractors: people who work for it under another contract. partners: people at partner companies. suppliers: people at suppliers. */
  readonly openTo?: readonly ('employees' | 'contractors' | 'partners' | 'suppliers')[]
  /** Where a concern can be raised, in a few words. Name a line or an office, not a person. */
  readonly channel?: string
}

/** Whom the code of conduct covers. */
export interface Conduct {
  /** Whose conduct, and whose treatment, the code covers. employees: people whom the company employs. contractors: people who work for it under another contract. partners: people at partner companies. suppliers: people at suppliers. */
  readonly covers?: readonly ('employees' | 'contractors' | 'partners' | 'suppliers')[]
}

/** How it is seen when somebody takes a matter to a higher level. */
export interface EscalationNorm {
  /** Whether the number of escalations counts against people, a team or a partner, in ratings, scorecards or otherwise. If true, problems stay hidden. */
  readonly countsAgainst?: boolean
}

/** What a failed experiment means for those who tried. */
export interface ExperimentNorm {
  /** Whether a failed experiment can lower the performance rating of those who tried it. */
  readonly failureLowersRating?: boolean
  /** Whether a failed experiment can lower the pay of those who tried it. */
  readonly failureLowersPay?: boolean
}

/** How much time people must spend in meetings. */
export interface MeetingNorm {
  /** How many hours a week one person must spend in meetings at most, those with partners included. Too many burn out the few who help everybody. */
  readonly requiredHoursPerWeek?: number
}

/** Whether passing on what one knows is noticed. */
export interface ExpertiseNorm {
  /** Whether it is measured how much people with rare knowledge pass on to others. */
  readonly sharingMeasured?: boolean
}

/** What the company stands for and how people are expected to treat one another and its partners: values with the behaviour that shows them, what is recognized, what information is open, who can speak up, and how escalations, experiments, meetings and expertise are dealt with. */
export interface CulturalNorms {
  /** The version of the policy language that this policy is written in; always leadership/v1. */
  readonly apiVersion: 'leadership/v1'
  /** What sort of policy this is; always CulturalNorms here. */
  readonly kind: 'CulturalNorms'
  /** What this policy is called, which role or unit keeps it up to date, and when it holds. */
  readonly metadata: Metadata
  /** The values and norms of the company, and the rules in which they show. */
  readonly spec: CulturalNormsSpec
}

/** The values and norms of the company, and the rules in which they show. */
export interface CulturalNormsSpec {
  /** What the company stands for. They are compared with what pay plans and promotions reward. */
  readonly values?: readonly CulturalValue[]
  /** Awards and other ways in which good work is made visible. */
  readonly recognition?: readonly Recognition[]
  /** Whether information inside the company is open or closed unless somebody says otherwise. */
  readonly informationSharing?: InformationSharing
  /** Which information may go to which partner, and how. */
  readonly partnerInformation?: readonly PartnerInformation[]
  /** Who can raise a concern about conduct, and where. */
  readonly speakUp?: SpeakUp
  /** Whom the code of conduct covers. */
  readonly conduct?: Conduct
  /** How it is seen when somebody takes a matter to a higher level. */
  readonly escalation?: EscalationNorm
  /** What a failed experiment means for those who tried. */
  readonly experiments?: ExperimentNorm
  /** How much time people must spend in meetings. */
  readonly meetings?: MeetingNorm
  /** Whether passing on what one knows is noticed. */
  readonly expertise?: ExpertiseNorm
}

/** The decision in the words of RACI. */
export interface Raci {
  /** Who does the work, by role, unit or body: one, or a list. */
  readonly responsible?: string | readonly string[]
  /** Who decides and answers for it, by role, unit or body. There is to be exactly one; a list is read as several deciders. */
  readonly accountable?: string | readonly string[]
  /** Who is asked before the decision, by role, unit or body: one, or a list. */
  readonly consulted?: string | readonly string[]
  /** Who is told after the decision, by role, unit or body: one, or a list. */
  readonly informed?: string | readonly string[]
}

/** The decision in the words of DACI. */
export interface Daci {
  /** Who brings the decision about, by role, unit or body: one, or a list. */
  readonly driver?: string | readonly string[]
  /** Who decides, by role, unit or body. There is to be exactly one; a list is read as several deciders. */
  readonly approver?: string | readonly string[]
  /** Who is asked before the decision, by role, unit or body: one, or a list. */
  readonly contributors?: string | readonly string[]
  /** Who is told after the decision, by role, unit or body: one, or a list. */
  readonly informed?: string | readonly string[]
}

/** The decision in the words of RAPID. */
export interface Rapid {
  /** Who makes the proposal, by role, unit or body: one, or a list. */
  readonly recommend?: string | readonly string[]
  /** Who must agree before the decision, by role, unit or body: one, or a list. Each of them can stop it. */
  readonly agree?: string | readonly string[]
  /** Who carries the decision out, by role, unit or body: one, or a list. */
  readonly perform?: string | readonly string[]
  /** Who is asked for facts and views, by role, unit or body: one, or a list. */
  readonly input?: string | readonly string[]
  /** Who decides, by role, unit or body. There is to be exactly one; a list is read as several deciders. */
  readonly decide?: string | readonly string[]
}

/** One consent that is needed before the decision holds. */
export interface Approval {
  /** The role or body whose consent is needed. */
  readonly by: string
  /** How many calendar days the approver has. Without a limit the approval can hold up the work for as long as it likes. */
  readonly withinDays?: Days
  /** What happens when the days have passed without an answer: `approved` it counts as approved, where the law allows that; `escalates` it goes up to the next level; `waits` the decision waits on. */
  readonly ifSilent?: 'approved' | 'escalates' | 'waits'
  /** What the approver looks at: `business` whether it is sensible; `legal` law and contract; `compliance` rules of conduct and regulation; `finance` money and budget; `quality` quality of product or process; `security` protection of data and property; `other` anything else. */
  readonly purpose?: 'business' | 'legal' | 'compliance' | 'finance' | 'quality' | 'security' | 'other'
}

/** A class of decisions that recurs, with the one who decides it. */
export interface Decision {
  /** How other policies refer to the decision. */
  readonly name: Name
  /** What people call it, for reading; other policies use the name. */
  readonly title?: Title
  /** What a reader should know about it, in a sentence or two. */
  readonly description?: Description
  /** The decision taken jointly with a partner in which this one settles our side, as agreement/decision. Used to compare how long we take with what the partner was promised. */
  readonly jointDecision?: JointDecision
  /** The role or body that decides. One; a list is read as several deciders. In RACI this is the accountable, in DACI the approver, in RAPID the one who decides: write it in one place. */
  readonly decider?: string | readonly string[]
  /** Who does what, in the words of RACI. Accountable is the one who decides. */
  readonly raci?: Raci
  /** Who does what, in the words of DACI. The approver is the one who decides. */
  readonly daci?: Daci
  /** Who does what, in the words of RAPID. */
  readonly rapid?: Rapid
  /** The directly responsible role (DRI), which decides. One; a list is read as several deciders. */
  readonly dri?: string | readonly string[]
  /** Who is asked before the decision: roles, units or bodies. A long list slows the decision. */
  readonly consulted?: readonly string[]
  /** Who is told after the decision: roles, units or bodies. */
  readonly informed?: readonly string[]
  /** The consents that are needed before the decision holds, in their order. */
  readonly approvals?: readonly Approval[]
  /** How the approvals follow one another: `sequence` one after the other, so that their days add up; `parallel` all at the same time, so that only the slowest counts. */
  readonly approvalOrder?: 'sequence' | 'parallel'
  /** How it is decided: `one-decider` one role or body decides after hearing the others; `consensus` nobody objects; `unanimous` everyone votes for it; `majority` more than half vote for it. */
  readonly rule?: 'one-decider' | 'consensus' | 'unanimous' | 'majority'
  /** The roles that vote or must agree, when it is not one decider. Used to compute how likely agreement is. */
  readonly voters?: readonly string[]
  /** What happens then: `escalate` it goes up the escalation; `casting-vote` the chair's vote decides; `decider` the decider decides alone; `none` nothing is settled and the matter stays open. */
  readonly tieBreak?: 'escalate' | 'casting-vote' | 'decider' | 'none'
  /** The largest amount that may be decided here. Anything larger goes up the escalation. */
  readonly upTo?: Money
  /** How many calendar days the decision takes at most, approvals included. */
  readonly withinDays?: Days
  /** Where this decision goes when it is not decided in time, step by step, each with its days. Without steps of its own, those of the whole policy hold. */
  readonly escalation?: Escalation
  /** Whether this decision is written down with its reason where those concerned can read it. Overrides what holds for the whole policy. */
  readonly log?: boolean
  /** How much depends on it: `minor` little, and it is easy to undo; `normal` an ordinary decision; `major` much, or it is hard to undo. */
  readonly importance?: 'minor' | 'normal' | 'major'
}

/** Up to which amount a role may decide alone. */
export interface DecisionLimit {
  /** The role that may decide. */
  readonly role: Role
  /** The largest amount that the role may decide alone. */
  readonly upTo: Money
  /** The decisions that the limit is for. Without a list, all. */
  readonly decisions?: readonly string[]
  /** The decisions taken jointly with partners, as agreement/decision, that the role may settle for us up to this amount. Compared with what the joint body decides. */
  readonly jointDecisions?: readonly JointDecision[]
  /** The role or body that granted the limit. */
  readonly signedOffBy?: string
}

/** Whether decisions are written down, and where. */
export interface DecisionLog {
  /** Whether a record of decisions and their reasons is kept. */
  readonly kept?: boolean
  /** Where those concerned find it: a place, not a person. */
  readonly where?: string
}

/** Who decides what: for each decision one role or body that decides, who is consulted and informed, which approvals are needed and within how many days, up to which amount, and where a matter goes when it is not decided. It also states up to which amount each role may decide. For decisions taken jointly with a partner it states who decides the company's own position. RACI, DACI, RAPID and DRI may be used; each of them names the one who decides. */
export interface DecisionRights {
  /** The version of the policy language that this policy is written in; always leadership/v1. */
  readonly apiVersion: 'leadership/v1'
  /** What sort of policy this is; here always DecisionRights. */
  readonly kind: 'DecisionRights'
  /** What the policy is called, who keeps it up to date, and when it holds. */
  readonly metadata: Metadata
  /** The decisions, the limits of roles, and the path for what is not decided. */
  readonly spec: DecisionRightsSpec
}

/** The decisions, the limits of roles, and the path for what is not decided. */
export interface DecisionRightsSpec {
  /** The words in which most decisions here are written: `plain` decider, consulted, informed; `raci` responsible, accountable, consulted, informed; `daci` driver, approver, contributors, informed; `rapid` recommend, agree, perform, input, decide; `dri` one directly responsible role. All mean the same: one who decides. */
  readonly notation?: 'plain' | 'raci' | 'daci' | 'rapid' | 'dri'
  /** The decisions that recur, each with the one who decides it. */
  readonly decisions?: readonly Decision[]
  /** Up to which amount each role may decide alone. */
  readonly limits?: readonly DecisionLimit[]
  /** Where a decision goes when it is not decided in time, step by step, for every decision without steps of its own. */
  readonly escalation?: Escalation
  /** Whether decisions are written down with their reasons, and where. */
  readonly log?: DecisionLog
}

/** Who decides in the body's place until it meets again. */
export interface DelegationBetweenMeetings {
  /** The role that may decide between meetings. */
  readonly to?: Role
  /** The largest amount that the role may decide between meetings. Without it, whatever the body may decide. */
  readonly upTo?: Money
}

/** A body of the company that meets and decides. */
export interface GovernanceBody {
  /** How other policies refer to the body. */
  readonly name: Name
  /** What people call it, for reading; other policies use the name. */
  readonly title?: Title
  /** What a reader should know about it, in a sentence or two. */
  readonly description?: Description
  /** The part of the organization that runs the body. */
  readonly unit?: Unit
  /** The role that leads the meetings. */
  readonly chair?: Role
  /** The roles that belong to the body, the chair included. */
  readonly members?: Roles
  /** The largest amount that the body may decide. */
  readonly upTo?: Money
  /** The decisions that the body takes, by their names. */
  readonly decides?: readonly string[]
  /** When it meets: how often, or on which dates. Dates win. */
  readonly meets?: Meets
  /** How many calendar days before a meeting papers must be handed in. Adds to the time that a decision takes. */
  readonly papersDueDays?: Days
  /** Who decides in the body's place until it meets again, and up to which amount. */
  readonly betweenMeetings?: DelegationBetweenMeetings
}

/** When a body that a partner and we share meets, and who takes part for us. */
export interface JointBodyMeetings {
  /** The joint body, as agreement/body. */
  readonly body: JointBody
  /** When it meets this year: how often, or on which dates. Dates win, also over what the agreement says. */
  readonly meets?: Meets
  /** The roles that take part for us this year. */
  readonly ourMembers?: Roles
}

/** A time in which one side or both cannot meet or decide. */
export interface Blackout {
  /** What the period is called within the calendar. */
  readonly name: Name
  /** What people call it, for reading; other policies use the name. */
  readonly title?: Title
  /** What a reader should know about it, in a sentence or two. */
  readonly description?: Description
  /** The first day of the period. */
  readonly from: CalendarDate
  /** The last day of the period. */
  readonly to: CalendarDate
  /** Whose period it is: `us` ours; `partner` the partner's; `both` the same for both. */
  readonly party?: 'us' | 'partner' | 'both'
  /** Whose period it is when it is a partner's, by the name that the agreement gives the partner. */
  readonly partner?: Partner
  /** Why nothing is decided then: `close` books are closed at the end of a quarter or year; `holiday` public holidays or a shutdown; `freeze` changes are not allowed, for example before a launch; `other` anything else. */
  readonly reason?: 'close' | 'holiday' | 'freeze' | 'other'
  /** The bodies that cannot meet then: our own by their name, joint ones as agreement/body. Without a list, all. */
  readonly bodies?: readonly AnyBody[]
}

/** When the bodies that govern the company meet in a year: the internal ones with their members, limits and what they decide, and the joint ones with partners, side by side. Also the times in which one side or the other cannot meet or decide. It shows whether a decision of the company is ready when the joint body needs it. */
export interface GovernanceCalendar {
  /** The version of the policy language that this policy is written in; always leadership/v1. */
  readonly apiVersion: 'leadership/v1'
  /** What sort of policy this is; here always GovernanceCalendar. */
  readonly kind: 'GovernanceCalendar'
  /** What the calendar is called, who keeps it up to date, and when it holds. */
  readonly metadata: Metadata
  /** The bodies, the joint bodies, and the periods without meetings. */
  readonly spec: GovernanceCalendarSpec
}

/** The bodies, the joint bodies, and the periods without meetings. */
export interface GovernanceCalendarSpec {
  /** The calendar year that the meetings are for. */
  readonly year?: number
  /** The bodies of the company: who belongs to them, what they decide, when they meet. */
  readonly bodies?: readonly GovernanceBody[]
  /** When the bodies shared with partners meet, and who takes part for us. */
  readonly jointBodies?: readonly JointBodyMeetings[]
  /** The times in which one side or the other cannot meet or decide. */
  readonly blackouts?: readonly Blackout[]
}

/** How target pay divides into fixed and variable pay. The two add up to 100. */
export interface PayMix {
  /** The fixed part of one person's target pay, in percent. */
  readonly base?: Percent
  /** The variable part of one person's target pay, in percent. */
  readonly variable?: Percent
}

/** How pay follows the result of one measure. Results and pay are both in percent of target, 100 being on target. Between the points pay rises evenly; where nothing is said, pay is in proportion to the result. */
export interface PayoutCurve {
  /** The result below which the measure pays nothing, in percent of its target. At 100 or more, everything up to there is lost by missing it. */
  readonly threshold?: number
  /** What the measure pays exactly at the threshold, in percent of its target pay. 0 means that pay starts from nothing there and rises evenly; a high number is a step that invites people to shift deals in time. Left out, pay there is in proportion to the result. */
  readonly thresholdPays?: number
  /** The result from which pay grows no more, in percent of the target. */
  readonly maximum?: number
  /** What the measure pays at the maximum result, in percent of its target pay. Left out, pay there is in proportion to the result. */
  readonly maximumPays?: number
  /** The most that the measure ever pays, in percent of its target pay. Leave it out when there is no cap. At 100 nothing is earned for helping once the target is met. */
  readonly cap?: number
}

/** A faster rate of pay above a result. It counts for the part of the result above that point, unless it is retroactive. */
export interface Accelerator {
  /** The result from which the rate applies, in percent of the target. */
  readonly above: number
  /** How many times the normal rate is paid from there on; 1 is the normal rate, 2 is double, below 1 is slower. */
  readonly rate: number
  /** Whether reaching the point also multiplies what was earned below it. That makes a jump in pay at this point, which invites people to hold deals back or pull them in. */
  readonly retroactive?: boolean
}

/** One result that the plan pays for, with its weight. */
export interface IncentiveMeasure {
  /** How gates of this plan refer to the measure. */
  readonly name: Name
  /** What people call it, for reading; other policies use the name. */
  readonly title?: Title
  /** What a reader should know about it, in a sentence or two. */
  readonly description?: Description
  /** Whose result the measure looks at: `individual` one person's own, `team` the team's, `function` the whole function's, `company` the company's, `alliance` what we reach together with a partner. */
  readonly scope: Scope
  /** What the measure is about, for example own results, contribution to others or partnering. Tells pay for helping apart from pay for one's own numbers. */
  readonly about?: Theme
  /** What sort of result is measured: `bookings` orders won; `revenue` sales invoiced or recognised; `margin` what is left after cost; `delivery` work delivered as agreed; `quality` how well it meets its requirements; `customer-result` what the customer gets; `partner-result` what the partner or the agreement gets; `activity` what people do, such as calls, rather than what comes of it; `cost` money spent or saved; `other` anything else. */
  readonly outcome?: 'bookings' | 'revenue' | 'margin' | 'delivery' | 'quality' | 'customer-result' | 'partner-result' | 'activity' | 'cost' | 'other'
  /** The thing that is measured, as a word from the company's shared list; the same word as in the measures of an accountability policy. Two measures that track the same thing in opposite directions pull people apart. */
  readonly tracks?: Label
  /** The partner agreement whose result is measured, by its name. Leave it out when the measure has nothing to do with one agreement. */
  readonly agreement?: Agreement
  /** The part of the organization whose result is measured, when it is not simply the person's own. */
  readonly unit?: Unit
  /** The share of one person's target variable pay that hangs on the measure, in percent. The weights of all measures and pools of the plan add up to 100. */
  readonly weight?: Percent
  /** Against what the result is held: `absolute` against a target; `rank` against the results of the others, so that one person's gain is another's loss. */
  readonly basis?: 'absolute' | 'rank'
  /** How many people's work moves the measure, the person included: 1 for one's own result, the size of the team for a team result. Used to tell how much one person's effort can change the figure. */
  readonly contributors?: number
  /** Which way is better: `higher-is-better` for results such as margin; `lower-is-better` for results such as cost, errors or days. Used to find two measures that pull against each other. */
  readonly direction?: 'higher-is-better' | 'lower-is-better'
  /** How pay follows the result: threshold, maximum and cap, in percent of target. */
  readonly payout?: PayoutCurve
  /** Faster rates of pay above certain results. */
  readonly accelerators?: readonly Accelerator[]
}

/** Where the money of a pool comes from, and how far it grows with results. */
export interface PoolFunding {
  /** What the size of the pool follows: `fixed` it is a set amount, so a colleague's larger share is taken from the others; `results` it grows and shrinks with results. */
  readonly basis: 'fixed' | 'results'
  /** Whose results fill the pool: the team's, the function's, the company's, or the alliance's. */
  readonly scope?: Scope
  /** By how many percent the pool grows when results grow by one percent: 0 not at all, 1 in step, 1.5 one and a half times as fast. From 1 on, a colleague's success no longer costs the others pay. */
  readonly elasticity?: number
}

/** Money set aside for several people together, and how it is divided among them. */
export interface IncentivePool {
  /** How gates of this plan refer to the pool. */
  readonly name: Name
  /** What people call it, for reading; other policies use the name. */
  readonly title?: Title
  /** What a reader should know about it, in a sentence or two. */
  readonly description?: Description
  /** The whole pool when results are on target, for all participants together. */
  readonly amount?: Money
  /** How many people share the pool. */
  readonly participants?: number
  /** The share of one person's target variable pay that comes through the pool, in percent. Counts towards the 100 of all measures and pools. */
  readonly weight?: Percent
  /** Whether the pool is a fixed amount or grows with results. */
  readonly funding: PoolFunding
  /** How the pool is divided: `equal` in equal parts; `by-score` in proportion to each person's score among the others; `by-rank` by place in a ranking; `by-target-pay` in proportion to target pay; `by-judgement` as managers see fit. */
  readonly split: 'equal' | 'by-score' | 'by-rank' | 'by-target-pay' | 'by-judgement'
}

/** A condition that must be met before something is paid at all. */
export interface IncentiveGate {
  /** What the gate is called within the plan. */
  readonly name: Name
  /** What people call it, for reading; other policies use the name. */
  readonly title?: Title
  /** What a reader should know about it, in a sentence or two. */
  readonly description?: Description
  /** Whose result opens the gate. A gate on one's own unit can block pay that was earned together with others. */
  readonly scope?: Scope
  /** What must hold for the gate to open. A gate on conduct or safety, or on working with others, asks for no result of one's own unit. */
  readonly about?: Theme
  /** The part of the organization whose result opens the gate, when it is one unit's. */
  readonly unit?: Unit
  /** The measure of this plan that opens the gate. Leave it out when the gate looks at another figure. */
  readonly measure?: string
  /** The result from which the gate is open, in percent of target. */
  readonly threshold?: number
  /** The measures and pools of this plan that pay nothing while the gate is closed. Without a list, everything is blocked. */
  readonly blocks?: readonly string[]
}

/** What a number of winning places gets. */
export interface ContestPrize {
  /** How many places get this amount. For a prize for all above a threshold: how many can get it. */
  readonly places: number
  /** What each of these places gets. */
  readonly amount: Money
}

/** A competition or campaign with prizes, for a limited time. */
export interface SalesContest {
  /** What the contest is called within the plan. */
  readonly name: Name
  /** What people call it, for reading; other policies use the name. */
  readonly title?: Title
  /** What a reader should know about it, in a sentence or two. */
  readonly description?: Description
  /** How many people take part. */
  readonly participants?: number
  /** Who gets a prize: `top-ranked` only the best, so that a colleague's success is one's own loss; `all-above-threshold` everyone who reaches the threshold. */
  readonly qualify: 'top-ranked' | 'all-above-threshold'
  /** How many win, when only the best do. */
  readonly winners?: number
  /** Which part of the participants win, in percent, when only the best do. */
  readonly winnersPercent?: Percent
  /** The result that wins a prize, in percent of target, when everyone above it wins. */
  readonly threshold?: number
  /** The prizes, from the highest to the lowest. */
  readonly prizes?: readonly ContestPrize[]
  /** The products whose sale counts. Without a list, all count. */
  readonly products?: Labels
  /** Specific securities, or types of securities, whose sale counts. In retail brokerage a time-limited contest on them is against the law in some countries. */
  readonly securities?: Labels
  /** The first day of the contest. */
  readonly from?: CalendarDate
  /** The last day of the contest. */
  readonly to?: CalendarDate
}

/** A short-term extra reward (SPIFF) for each sale of certain products. */
export interface Spiff {
  /** What the extra reward is called within the plan. */
  readonly name: Name
  /** What people call it, for reading; other policies use the name. */
  readonly title?: Title
  /** What a reader should know about it, in a sentence or two. */
  readonly description?: Description
  /** What one person gets for one sale. */
  readonly amount: Money
  /** The products whose sale earns it. Without a list, all do. */
  readonly products?: Labels
  /** Specific securities, or types of securities, whose sale earns it. In retail brokerage a time-limited extra reward for them is against the law in some countries. */
  readonly securities?: Labels
  /** The partner agreements whose product or offer the rewarded products compete with, by their names. */
  readonly competesWith?: readonly Agreement[]
  /** The routes to the customer whose sales earn it. When routes through partners are missing, sellers earn more by going round the partner. */
  readonly routes: readonly Route[]
  /** The first day on which a sale earns it. */
  readonly from?: CalendarDate
  /** The last day on which a sale earns it. */
  readonly to?: CalendarDate
}

/** What a seller is credited for a sale that reaches the customer by one route. */
export interface RouteCredit {
  /** The route to the customer: direct, through a partner or reseller, sold together, by referral, or on a marketplace. */
  readonly route: Route
  /** How much of the sale counts for the seller, in percent. Less for partners than for direct sales makes sellers avoid partners. */
  readonly credit: Percent
  /** What the credit is counted on: `gross` the price that the customer pays; `net-of-partner-margin` what is left after the partner's margin. */
  readonly basis?: 'gross' | 'net-of-partner-margin'
  /** The partner's margin on this route, in percent of the customer's price. Used to compute what a seller loses when the basis is net. */
  readonly partnerMargin?: Percent
  /** Whether a sale by this route counts towards the seller's quota. */
  readonly retiresQuota?: boolean
  /** Whether a sale by this route can earn the faster rates above target. */
  readonly accelerators?: boolean
}

/** What one role is credited for a sale that several made together. */
export interface CoSellShare {
  /** The role that is credited. */
  readonly role: Role
  /** How much of the sale counts for this role, in percent. */
  readonly credit?: Percent
}

/** How a sale is credited when several people or a partner made it together. */
export interface CoSellCredit {
  /** Who is credited: `full-to-each` everyone who took part, in full; `split` the credit is divided, so that inviting help costs the seller; `one-only` one person gets all of it. */
  readonly credit: 'full-to-each' | 'split' | 'one-only'
  /** How it is told who took part, in a sentence. */
  readonly rule?: string
  /** What each role is credited. Shares that add up to 100 divide the credit; 100 for each does not. */
  readonly shares?: readonly CoSellShare[]
}

/** How sales count for the people on the plan, by route and when several sold together. */
export interface Crediting {
  /** What is credited for each route to the customer. */
  readonly routes?: readonly RouteCredit[]
  /** How a sale is credited that several made together. */
  readonly coSell?: CoSellCredit
}

/** What a solution or an idea earns, by where it came from. */
export interface SourceReward {
  /** Where the solution came from: `internal` from inside the company; `external` from a partner or anybody outside. */
  readonly source: 'internal' | 'external'
  /** The reward, in percent of the standard reward; 100 is the standard, 150 is half as much again. */
  readonly percent?: number
}

/** When pay that was promised or already paid is withheld or taken back. */
export interface Clawback {
  /** Whether pay is withheld or taken back for misconduct. */
  readonly misconduct?: boolean
  /** Whether pay is withheld or taken back when it was earned by knowingly harming a partner. */
  readonly partnerHarm?: boolean
  /** For how many months after the payout it can be taken back. */
  readonly months?: Months
}

/** The part of variable pay that follows results over a longer time. */
export interface LongTermPay {
  /** Which results it follows, in a sentence or two. */
  readonly description?: Description
  /** How much of one person's variable pay follows results over the longer time, in percent. It does not count towards the 100 of measures and pools. */
  readonly weight?: Percent
  /** Over how many months the results are looked at. Compared with how long commitments to partners run. */
  readonly months?: Months
}

/** How a group of people earns variable pay: bonus, commission, prizes. It states what is measured and whose result counts, how pools are funded and split, what blocks a payout, which contests and extra rewards run, and how a sale is credited when a partner or a colleague had a part in it. Write one plan for each group of people who are paid alike. Amounts are those of one person, unless a field says otherwise; nobody is named. */
export interface IncentivePlan {
  /** The version of the policy language that this policy is written in; always leadership/v1. */
  readonly apiVersion: 'leadership/v1'
  /** What sort of policy this is; here always IncentivePlan. */
  readonly kind: 'IncentivePlan'
  /** What the plan is called, who keeps it up to date, and when it holds. */
  readonly metadata: Metadata
  /** What the plan pays for, and how. */
  readonly spec: IncentivePlanSpec
}

/** What the plan pays for, and how. */
export interface IncentivePlanSpec {
  /** Whom the plan pays, by role, unit or job family, and how many they are. */
  readonly population?: Population
  /** How the people on the plan depend on one another: `pooled` each works alone and results are added up; `sequential` one hands over to the next; `reciprocal` work goes back and forth and they must help one another. Decides how serious it is when pay sets them against each other. */
  readonly interdependence?: Interdependence
  /** How many people on the plan work together, the person included, so that one's pay can depend on another's result. Used to compute what helping a colleague does to one's own pay. */
  readonly peers?: number
  /** The variable pay of one person for a year when everything is on target. With it, findings state amounts of money instead of percent. */
  readonly targetPay?: Money
  /** How target pay divides into fixed and variable pay, in percent. */
  readonly payMix?: PayMix
  /** The sales that one person is to bring in a year. */
  readonly quota?: Money
  /** The value of a usual sale to one customer. Used to compare what a seller earns on the same sale by each route, extra rewards included. */
  readonly typicalDeal?: Money
  /** How the measures make up the payout: `additive` each measure pays its own part; `multiplicative` the results are multiplied, so that one poor result takes away from all others. */
  readonly formula?: 'additive' | 'multiplicative'
  /** The least that a multiplier can become, in percent, when results are multiplied. At 0 a single poor result wipes out all pay. */
  readonly multiplierFloor?: Percent
  /** The results that the plan pays for. Their weights and those of the pools add up to 100. */
  readonly measures?: readonly IncentiveMeasure[]
  /** Money for several people together, and how it is divided. */
  readonly pools?: readonly IncentivePool[]
  /** Conditions that must be met before something is paid at all. */
  readonly gates?: readonly IncentiveGate[]
  /** Competitions and campaigns with prizes. */
  readonly contests?: readonly SalesContest[]
  /** Short-term extra rewards for certain sales (SPIFFs). */
  readonly spiffs?: readonly Spiff[]
  /** How sales count for the people on the plan, by route and when several sold together. */
  readonly crediting?: Crediting
  /** What a solution or an idea earns, by whether it came from inside or outside. A premium for inside ideas is a reason not to look outside. */
  readonly sourceRewards?: readonly SourceReward[]
  /** When pay is withheld or taken back. */
  readonly clawback?: Clawback
  /** How many months of results one payout covers: 3 for a quarterly, 12 for a yearly payout. Compared with how long commitments to partners run. */
  readonly payoutMonths?: Months
  /** The part of variable pay that follows results over a longer time. */
  readonly longTerm?: LongTermPay
  /** Whether people are paid extra for expertise that only they have, which is a reason not to pass it on. */
  readonly exclusiveExpertisePay?: boolean
}

/** Something that leaders are expected to be able to do, with the behaviour by which others recognize it. */
export interface Competency {
  /** How criteria and development programmes refer to this competency. */
  readonly name: Name
  /** What people call the competency. */
  readonly title?: Title
  /** What the competency means in this company, in a sentence or two. */
  readonly description?: Description
  /** What the competency is about. It shows whether leading across boundaries is expected at all. The values contribution-to-others, use-of-others-work, shared-results, collaboration and partnering stand for working across boundaries. */
  readonly about?: Theme
  /** What others can see a leader do who has this competency, one sentence each. */
  readonly behaviours?: readonly string[]
}

/** One thing that counts when a leader is selected or promoted. */
export interface LeaderCriterion {
  /** The short name of the criterion, unique in its list. */
  readonly name: Name
  /** What people call the criterion. */
  readonly title?: Title
  /** What the criterion asks for and how it is judged. */
  readonly description?: Description
  /** The competency that this criterion asks for, by its name under competencies. It ties what is declared to what is rewarded. */
  readonly competency?: string
  /** The declared value of the company that the criterion looks for, by its name in the cultural norms. */
  readonly value?: string
  /** What the criterion is about; own-results means what the candidate achieved alone. The values contribution-to-others, use-of-others-work, shared-results, collaboration and partnering stand for working across boundaries. */
  readonly about?: Theme
  /** Whose result counts for this criterion: individual for the candidate alone, team, function or company for those, alliance for the result reached together with a partner. */
  readonly scope?: Scope
  /** How much the criterion counts, in percent of all criteria in its list. The weights of a list add up to 100. */
  readonly weight?: Percent
  /** The experience that the criterion asks for. cross-function: work in or with another function. with-partners: work with a partner company. international: work in another country. none: no particular experience. */
  readonly experience?: 'cross-function' | 'with-partners' | 'international' | 'none'
}

/** How leaders are selected: what counts, and who is heard. */
export interface SelectionProcess {
  /** What counts when a leader is selected, with weights. */
  readonly criteria?: readonly LeaderCriterion[]
  /** Who or what is heard before the choice is made. line-above: the managers above the role. peers: colleagues at the same level. direct-reports: people whom the candidate has led. other-functions: colleagues from other functions. partners: people at partner companies. assessment: a structured interview, exercise or test. results: past results. */
  readonly inputs?: readonly ('line-above' | 'peers' | 'direct-reports' | 'other-functions' | 'partners' | 'assessment' | 'results')[]
}

/** How leaders are promoted: what counts, how many can be promoted, and what it is worth. */
export interface PromotionProcess {
  /** What counts when a leader is promoted, with weights. */
  readonly criteria?: readonly LeaderCriterion[]
  /** How many people can be promoted in one round. Leave it out when everybody who meets the criteria is promoted. */
  readonly slots?: Count
  /** How often promotions are decided. */
  readonly every?: Interval
  /** How much base pay rises with a promotion, in percent of base pay before it. Together with slots and candidates it shows how strong the contest among colleagues is. */
  readonly payRisePercent?: number
  /** How many people are usually considered for the slots of one round. */
  readonly candidates?: Count
  /** Whether the candidates of a round are colleagues who depend on one another in their daily work. If true, one colleague's promotion is another's loss. */
  readonly amongPeers?: boolean
}

/** A course, coaching, assignment or other way in which leaders learn. */
export interface DevelopmentProgramme {
  /** The short name of the programme. */
  readonly name: Name
  /** What people call the programme. */
  readonly title?: Title
  /** What leaders do in the programme and what they take away. */
  readonly description?: Description
  /** What the programme is mainly about; partnering and collaboration show that leaders learn to work across boundaries. */
  readonly about?: Theme
  /** The competencies that the programme builds, by their names. */
  readonly competencies?: readonly string[]
  /** How often the programme is held. */
  readonly every?: Interval
}

/** From where the successors of one key role are expected to come. */
export interface Succession {
  /** The role to be filled when its holder moves on. */
  readonly role: Role
  /** The groups from which successors come. Successors from more than one function keep a function from renewing only itself. */
  readonly successors?: readonly Successor[]
}

/** A function, and perhaps a unit, that prepares a successor. */
export interface Successor {
  /** The function that the successor comes from, as a word from the company's list of functions. */
  readonly function: Label
  /** The unit that the successor comes from. */
  readonly unit?: Unit
  /** In how many months the successor is ready to take the role over; 0 means now. */
  readonly readyWithinMonths?: Months
}

/** How one role is handed over, so that its relationships stay with the company. */
export interface Handover {
  /** The role that is handed over, such as an alliance manager or an executive sponsor. */
  readonly role: Role
  /** The role that takes over, at least until the new holder is in place. */
  readonly successor?: Role
  /** How many months the old and the new holder work side by side. */
  readonly overlapMonths?: Months
  /** What is handed over and how: introductions, open promises, files, decisions under way. */
  readonly plan?: string
}

/** How the company chooses, promotes and develops its leaders: what leaders are expected to be able to do, what counts when one is selected or promoted, how leaders learn, and how a role is handed over without losing the relationships that hang on it. It speaks of roles and functions, never of people. */
export interface LeaderSelection {
  /** The version of the policy language that this policy is written in; always leadership/v1. */
  readonly apiVersion: 'leadership/v1'
  /** What sort of policy this is; always LeaderSelection here. */
  readonly kind: 'LeaderSelection'
  /** What this policy is called, which role or unit keeps it up to date, and when it holds. */
  readonly metadata: Metadata
  /** What the company looks for in leaders and how it selects, promotes, develops and replaces them. Describe what you know; the rest can follow later. */
  readonly spec: LeaderSelectionSpec
}

/** What the company looks for in leaders and how it selects, promotes, develops and replaces them. Describe what you know; the rest can follow later. */
export interface LeaderSelectionSpec {
  /** Whom this policy covers: the roles, units or job families from which leaders come and to which they are appointed. */
  readonly population?: Population
  /** What leaders are expected to be able to do. What is not named here is seldom selected for. */
  readonly competencies?: readonly Competency[]
  /** How somebody is chosen for a first leading role or for one from outside: the criteria, and who is heard. */
  readonly selection?: SelectionProcess
  /** How a leader moves up: the criteria, how many places there are, and what a promotion is worth. */
  readonly promotion?: PromotionProcess
  /** The programmes in which leaders learn, such as courses, coaching and assignments. */
  readonly development?: readonly DevelopmentProgramme[]
  /** For each key role, from where its successors are expected to come. By function and unit, never by person. */
  readonly succession?: readonly Succession[]
  /** For each role that carries relationships inside the company or with a partner, how it is handed over when its holder moves on. */
  readonly handovers?: readonly Handover[]
}

/** Who the company is, in two facts. */
export interface Company {
  /** The company's name, as people write it. */
  readonly title?: Title
  /** How many people work in the company. Used to compute how well a forced share of ratings can fit, and how far one person's work moves a result of the whole company. */
  readonly headcount?: number
}

/** The strategic purpose of the company, and what each side gets from it. */
export interface NorthStar {
  /** The purpose in a sentence, as the company tells it to customers and partners. */
  readonly statement: string
  /** What customers get from the company, in their words. */
  readonly forCustomers?: string
  /** What partners get from working with the company. */
  readonly forPartners?: string
  /** What the company itself gets. */
  readonly forCompany?: string
}

/** A group of people or companies that the company wants to do well by. */
export interface Stakeholder {
  /** What measures call this stakeholder when they say whom they are about. */
  readonly name: Name
  /** What people call this stakeholder. */
  readonly title?: Title
  /** Who belongs to this group, and what they expect of the company. */
  readonly description?: Description
  /** Which larger group it belongs to: customers, partners, the company, employees, or other stakeholders. A measure for that group counts for this stakeholder. */
  readonly for?: ServedGroup
}

/** What the checker assumes when it computes a figure and no policy says otherwise. */
export interface Assumptions {
  /** Share of people, in percent, who truly perform below what is expected, across the whole company. Used to compute how many people a forced lowest rating labels wrongly. */
  readonly lowPerformers?: Percent
  /** How well two raters agree about the same person, from 0 (not at all) to 1 (fully). Research finds about 0.52; for ratings that decide on pay, about 0.45. */
  readonly interRaterReliability?: number
  /** How far results spread around their target, as a standard deviation relative to the target: 0.2 means that two people in three end between 80 and 120 percent. Used to average what a pay plan pays around its thresholds and caps. */
  readonly resultsSpread?: number
  /** Rates at which amounts in different currencies are compared, each for one pair of currencies. Without a rate, amounts in unlike currencies are never added. */
  readonly exchangeRates?: readonly ExchangeRate[]
  /** How many working days a month has. Used to compare days of people or equipment with full-time equivalents. */
  readonly workingDaysPerMonth?: number
}

/** How much one unit of a currency is worth in another. */
export interface ExchangeRate {
  /** The currency that is converted, by its three-letter code. */
  readonly from: Currency
  /** The currency that it is converted into, by its three-letter code. */
  readonly to: Currency
  /** How many units of the second currency one unit of the first is worth. */
  readonly rate: number
  /** The day on which the rate was taken. */
  readonly asOf?: CalendarDate
}

/** The frame around all other leadership policies of the company. State here what the company is for, what customers and partners get from it, where it is based, which rules of law it is under, how much people depend on one another in their work, and which assumptions figures are computed with. A company writes one of these. */
export interface LeadershipSystem {
  /** The version of the policy language that this document is written in. Always leadership/v1. */
  readonly apiVersion: 'leadership/v1'
  /** What this policy is about: the leadership system as a whole. */
  readonly kind: 'LeadershipSystem'
  /** What this leadership system is called, who owns it, and when it holds. */
  readonly metadata: Metadata
  /** What the leadership system says. State what you know; a part that is missing counts as not described. */
  readonly spec: LeadershipSystemSpec
}

/** What the leadership system says. State what you know; a part that is missing counts as not described. */
export interface LeadershipSystemSpec {
  /** The company whose leadership policies these are, and how many people work in it. Used where a figure depends on the size of the company. */
  readonly company?: Company
  /** The strategic purpose that goals and agreements are aligned to: why the company exists, and what customers, partners and the company itself get. */
  readonly northStar?: NorthStar
  /** The groups that the company wants to do well by, such as customers, partners and employees. Each should find itself in at least one measure. */
  readonly stakeholders?: readonly Stakeholder[]
  /** The countries, or parts of countries, whose law applies to the company's policies, by their ISO 3166 codes. A finding that rests on law is shown only where that law holds. */
  readonly jurisdictions?: readonly string[]
  /** The special regulation that the company is under, where there is one. us-federal-agency: an agency of the United States whose rating rules are in 5 CFR part 430. us-senior-executive-service: the policies cover members of the United States Senior Executive Service. us-broker-dealer: sells securities to retail customers in the United States. us-listed-issuer: has securities listed on an exchange in the United States. Leave it out when none applies. */
  readonly regulatedAs?: readonly ('us-federal-agency' | 'us-senior-executive-service' | 'us-broker-dealer' | 'us-listed-issuer')[]
  /** How people usually depend on one another in this company. It holds for every policy that does not state its own. Pooled: each works alone and results are added up. Sequential: one hands over to the next. Reciprocal: work goes back and forth, people must help one another. */
  readonly interdependence?: Interdependence
  /** The roles that form the top team. Their pay and goals are expected to look beyond their own part of the company. */
  readonly executives?: Roles
  /** The products or product lines that are the company's own. Tells an own product from one that is built or sold together with a partner. */
  readonly products?: Labels
  /** The numbers that the checker assumes when it computes a figure. Set one when the company knows better than the usual value; every figure shows the assumptions behind it. */
  readonly assumptions?: Assumptions
}

/** A part of the organization with a purpose, a size and a head. */
export interface OrganizationUnit {
  /** How other policies refer to this unit. */
  readonly name: Name
  /** What people call the unit. */
  readonly title?: Title
  /** What a reader should know about the unit. */
  readonly description?: Description
  /** The function that the unit belongs to, as a word from the company's list, such as sales, development or finance. It shows whether a team or a succession comes from one function only. */
  readonly function?: Label
  /** What the unit is there for, where it acts, and the sales quota it carries. */
  readonly charter?: UnitCharter
  /** How many people work in the unit, in heads, with the units that report to it left out. */
  readonly headcount?: Count
  /** The unit that this one is a part of. The top unit has none. */
  readonly reportsTo?: Unit
  /** The role that leads the unit. */
  readonly head?: Role
}

/** What a unit is there for and where it acts. */
export interface UnitCharter {
  /** What the unit is there for, in a sentence or two. */
  readonly purpose?: string
  /** The territories, fields, products, customer segments and routes in which the unit acts. It is compared with what agreements give to partners. */
  readonly reach?: Reach
  /** The sales that the unit must bring in within a year. Leave it out for units that sell nothing. */
  readonly quota?: Money
}

/** A role in the company: its place, its lines and what it answers for. Never a person. */
export interface OrganizationRole {
  /** How other policies refer to this role. */
  readonly name: Name
  /** What people call the role. */
  readonly title?: Title
  /** What the role is there for. */
  readonly description?: Description
  /** The unit that the role belongs to. */
  readonly unit?: Unit
  /** The level of the role: 1 for the top executive, 2 for those who report there, and so on; a larger number is lower. It is compared with the levels of the people opposite at a partner. */
  readonly level?: number
  /** The function of the role, where it differs from that of its unit. */
  readonly function?: Label
  /** The job family that the role belongs to, as a word from the company's list. */
  readonly jobFamily?: Label
  /** How many people hold the role. Leave it out for roles that one person holds. */
  readonly headcount?: Count
  /** The role to which this one reports for pay, development and leave. */
  readonly lineManager?: Role
  /** The other roles to which this one reports for a part of its work. */
  readonly dottedLines?: readonly DottedLine[]
  /** Whether nobody holds the role at present. */
  readonly vacant?: boolean
  /** The role that does the work of this one while nobody holds it, and that partners and colleagues turn to until then. */
  readonly standIn?: Role
  /** Whether people in this role work with a partner as a part of their job. */
  readonly partnerFacing?: boolean
  /** The share of their time that people in this role spend on work for alliances, on average, in percent. */
  readonly alliancePercent?: Percent
  /** The partner agreements that the role answers for. */
  readonly agreements?: readonly string[]
  /** The money that the role may spend within a year on its own decision. */
  readonly budget?: Money
  /** The role opposite at the partner, as agreement/role: the one to call first. */
  readonly counterpart?: string
}

/** A second reporting line, for a part of the work. */
export interface DottedLine {
  /** The role to which the second line leads. */
  readonly to: Role
  /** How much the word of that role counts in the performance rating, in percent. With 0, work for the second line stays invisible. */
  readonly ratingWeight?: Percent
}

/** A path on which something reaches a customer or a partner through several units. */
export interface Journey {
  /** The short name of the journey. */
  readonly name: Name
  /** What people call the journey. */
  readonly title?: Title
  /** Where the journey begins and ends for the one it serves. */
  readonly description?: Description
  /** Whom the journey serves: customers, partners, company, employees, or other stakeholders. */
  readonly for?: ServedGroup
  /** Each time that one unit hands the work over to another, in their order. */
  readonly handoffs?: readonly Handoff[]
}

/** One unit hands work over to another. */
export interface Handoff {
  /** The unit that hands over. */
  readonly from: Unit
  /** The unit that takes over. */
  readonly to: Unit
  /** The measures by which the two units judge this handoff, by their names. They should pull in the same direction. */
  readonly measures?: readonly string[]
}

/** The single point of contact of one partner. */
export interface FrontDoor {
  /** The partner, by the name that the agreement with it declares. */
  readonly partner: Partner
  /** The role that the partner can turn to with everything. */
  readonly role: Role
}

/** A planned change of the organization on a date. */
export interface Reorganisation {
  /** The short name of the reorganisation. */
  readonly name: Name
  /** What people call the reorganisation. */
  readonly title?: Title
  /** What changes and why. */
  readonly description?: Description
  /** The day on which the change takes effect. */
  readonly on: CalendarDate
  /** The roles that come to another unit, manager or set of customers. */
  readonly moves?: Roles
  /** How the relationships with customers and partners are kept through the change: true if there is a plan, false if there is none, or the plan in a few words. */
  readonly relationshipPlan?: boolean | string
}

/** How the company is shaped: its units and what they are there for, its roles and their reporting lines, the paths on which work reaches customers and partners, who is the front door for each partner, and the reorganisations that are planned. It speaks of roles and units, never of people. */
export interface OrganizationDesign {
  /** The version of the policy language that this policy is written in; always leadership/v1. */
  readonly apiVersion: 'leadership/v1'
  /** What sort of policy this is; always OrganizationDesign here. */
  readonly kind: 'OrganizationDesign'
  /** What this policy is called, which role or unit keeps it up to date, and when it holds. */
  readonly metadata: Metadata
  /** The units, roles and lines of the company, the journeys through it, and planned changes. */
  readonly spec: OrganizationDesignSpec
}

/** The units, roles and lines of the company, the journeys through it, and planned changes. */
export interface OrganizationDesignSpec {
  /** The parts of the organization: departments, functions, offices, teams. Other policies refer to them by name. */
  readonly units?: readonly OrganizationUnit[]
  /** The roles that matter for leading, for deciding and for working with partners. Other policies refer to them by name. A role is never a person. */
  readonly roles?: readonly OrganizationRole[]
  /** Where somebody works for two lines (matrix or dotted line): which of the two decides what, and what happens when they disagree. */
  readonly precedence?: string
  /** The paths on which something reaches a customer or a partner through several units. */
  readonly journeys?: readonly Journey[]
  /** For each partner, the one role that it can turn to with everything. */
  readonly frontDoors?: readonly FrontDoor[]
  /** Planned changes of the organization that have a date. */
  readonly reorganisations?: readonly Reorganisation[]
  /** The largest number of levels of management that the company wants, from the top executive down to those who lead nobody, both counted. */
  readonly maximumLayers?: number
}

/** The company that the agreement is with. */
export interface AgreementPartner {
  /** What all policies call this partner. */
  readonly name: Name
  /** The partner's name, as people write it. */
  readonly title?: Title
  /** What the partner does, in a sentence. */
  readonly description?: Description
  /** The roles at the partner that our people deal with. Roles, never people. */
  readonly roles?: readonly PartnerRole[]
}

/** A role in the partner's organization that our people deal with. */
export interface PartnerRole {
  /** What this agreement calls the role. Other policies write agreement/role. */
  readonly name: Name
  /** What the partner calls the role. */
  readonly title?: Title
  /** What the role does for the partnership. */
  readonly description?: Description
  /** How far the role is from the top of the partner's organization: 1 is the top executive, larger is lower. Used to see whether counterparts can speak eye to eye. */
  readonly level?: number
  /** The function over there that the role belongs to. */
  readonly function?: Label
}

/** From when and until when the agreement runs, and how it goes on. */
export interface AgreementTerm {
  /** The first day of the agreement. */
  readonly from: CalendarDate
  /** The last day of the agreement. Leave it out when the agreement has no end. */
  readonly to?: CalendarDate
  /** What happens at the end of the term. automatic: it goes on unless one side says no. by-agreement: it goes on when both agree. none: it ends. */
  readonly renewal?: 'automatic' | 'by-agreement' | 'none'
  /** How many calendar days before the end one side must say that it will not go on. */
  readonly noticeDays?: Days
}

/** Something that one side has promised to do only with the other. */
export interface ExclusiveRight {
  /** A short name for this exclusive right. */
  readonly name: Name
  /** What people call this exclusive right. */
  readonly title?: Title
  /** What is exclusive, in a sentence. */
  readonly description?: Description
  /** Who has the right. partner: we work in this reach with the partner only. us: the partner works in this reach with us only. both: each works there only with the other. */
  readonly grantedTo: 'partner' | 'us' | 'both'
  /** Where the right holds: territories, fields of use, products, customer segments, routes. What is left out has no limit. */
  readonly reach?: Reach
  /** The last day of the exclusive right. Leave it out when it lasts as long as the agreement. */
  readonly until?: CalendarDate
}

/** The executive sponsor on each side. */
export interface Sponsors {
  /** Our executive sponsor, by role. */
  readonly ours?: Role
  /** The partner's executive sponsor, by a role that this agreement lists under its partner. */
  readonly theirs?: string
}

/** The alliance manager on each side. */
export interface AllianceManagers {
  /** Our alliance manager for this partner, by role. */
  readonly ours?: Role
  /** The partner's alliance manager, by a role that this agreement lists under its partner. */
  readonly theirs?: string
}

/** Two roles, one on each side, that are each other's opposite number. */
export interface Counterpart {
  /** Our role of the pair. */
  readonly ours: Role
  /** The partner's role of the pair, by a role that this agreement lists under its partner. */
  readonly theirs: string
  /** What the two talk about. */
  readonly topic?: string
}

/** People, money or equipment that one side has promised to the partnership. A commitment of people states fte; one of money states money and per; one of equipment states equipment and daysPerMonth. */
export interface Commitment {
  /** What this agreement calls the commitment. Other policies write agreement/commitment. */
  readonly name: Name
  /** What people call this commitment. */
  readonly title?: Title
  /** What is promised, in a sentence, where the numbers do not say it. */
  readonly description?: Description
  /** Who has promised it. us: our company. partner: the partner. We, unless it says otherwise. */
  readonly by?: 'us' | 'partner'
  /** What is promised. people: working time, in full-time equivalents. money: an amount for a period. equipment: days a month on a machine, laboratory or the like. */
  readonly resource: 'people' | 'money' | 'equipment'
  /** The skill that the promised people must have. Compared with the skill of the pool that they come from. */
  readonly skill?: Label
  /** How many people, in full-time equivalents: 0.5 is half of one person's time. */
  readonly fte?: number
  /** The amount of money for each period. */
  readonly money?: Money
  /** The period that the amount of money is for: a month, a quarter, a year, or the whole term. */
  readonly per?: SpendingPeriod
  /** The machine, laboratory or other equipment that is promised. */
  readonly equipment?: Label
  /** How many days a month the equipment is promised for. */
  readonly daysPerMonth?: number
  /** The first day on which it is promised. Without it, the start of the term. */
  readonly from?: CalendarDate
  /** The last day on which it is promised. Without it, the end of the term. */
  readonly to?: CalendarDate
  /** How firm the promise is. Committed: it is kept before other work. Best effort: it is kept when other work leaves room. */
  readonly class?: CommitmentClass
  /** The role or unit inside our company that answers for keeping the promise; for what the partner promised, the one that follows it up. */
  readonly owner?: RoleOrUnit
}

/** Something that one side has promised to do for the other, apart from giving people, money or equipment. */
export interface Obligation {
  /** What this agreement calls the obligation. Other policies write agreement/obligation. */
  readonly name: Name
  /** What people call this obligation. */
  readonly title?: Title
  /** What is promised, in a sentence. */
  readonly description?: Description
  /** Who has promised it. us: our company. partner: the partner. both: each to the other. */
  readonly by: 'us' | 'partner' | 'both'
  /** What is promised. response-time: to answer or decide within a time. co-sell: to sell together. data-sharing: to share information. reporting: to report. training: to train the other side's people. equipment-access: to let the other side use equipment. minimum-purchase: to buy a minimum. quality: to keep a standard of quality. other: none of these. */
  readonly type: 'response-time' | 'co-sell' | 'data-sharing' | 'reporting' | 'training' | 'equipment-access' | 'minimum-purchase' | 'quality' | 'other'
  /** Within how many calendar days it must be done. Compared with how long our own decisions take. */
  readonly withinDays?: Days
  /** The joint decision that must be answered in this time, by its name in this agreement. */
  readonly decision?: string
  /** The categories of information that must be shared or reported. Compared with what our information rules allow. */
  readonly information?: Labels
  /** The equipment that the other side may use. */
  readonly equipment?: Label
  /** The products that the obligation is about. */
  readonly products?: Labels
  /** The routes to the customer that the obligation is about. Compared with the routes that sales pay rewards. */
  readonly routes?: readonly Route[]
  /** The role or unit inside our company that answers for meeting the obligation. */
  readonly owner?: RoleOrUnit
  /** The first day on which the obligation holds. Without it, the start of the term. */
  readonly from?: CalendarDate
  /** The last day on which the obligation holds. Without it, the end of the term. */
  readonly to?: CalendarDate
}

/** How both companies decide together. */
export interface JointGovernance {
  /** The committees and teams in which both companies sit. */
  readonly bodies?: readonly AgreementBody[]
  /** What both companies decide together, one entry for each class of decision. */
  readonly decisions?: readonly AgreementDecision[]
  /** Where a matter goes when a joint body cannot decide, step by step from the joint bodies upward. */
  readonly escalation?: readonly AgreementEscalationStep[]
}

/** A committee or team in which both companies sit. */
export interface AgreementBody {
  /** What this agreement calls the body. Other policies write agreement/body. */
  readonly name: Name
  /** What people call this body. */
  readonly title?: Title
  /** What the body is for. */
  readonly description?: Description
  /** On which level it works. executive: top managers who set direction. steering: managers who decide on scope, budget and time. operational: the people who do the work. */
  readonly level?: 'executive' | 'steering' | 'operational'
  /** The roles that sit in it for our company. */
  readonly ourMembers?: Roles
  /** The roles that sit in it for the partner, by roles that this agreement lists under its partner. */
  readonly theirMembers?: readonly string[]
  /** Who leads the meetings. us: our company. partner: the partner. alternating: both in turn. */
  readonly chair?: 'us' | 'partner' | 'alternating'
  /** How often, or on which dates, the body meets. Compared with when our own bodies meet. */
  readonly meets?: Meets
  /** Whether what was decided is written down and given to both sides. */
  readonly minutes?: boolean
}

/** A class of decisions that both companies take together, and how. A one-party decision states decidedBy; a casting vote states castingVote. */
export interface AgreementDecision {
  /** What this agreement calls the class of decisions. Other policies write agreement/decision. */
  readonly name: Name
  /** What people call these decisions. */
  readonly title?: Title
  /** What is decided, in a sentence. */
  readonly description?: Description
  /** The joint body that decides, by its name in this agreement. */
  readonly body?: string
  /** How it is decided. consensus: until nobody objects. unanimous: all vote yes. majority: more than half vote yes. one-party: one side decides. */
  readonly rule?: 'consensus' | 'unanimous' | 'majority' | 'one-party'
  /** Which side decides, where one side does. us: our company. partner: the partner. */
  readonly decidedBy?: 'us' | 'partner'
  /** What happens when they cannot agree. escalate: it goes up the escalation. casting-vote: one vote decides. expert: an outside expert decides. arbitration: an arbitrator decides. none: nothing is agreed for that case. */
  readonly tieBreak?: 'escalate' | 'casting-vote' | 'expert' | 'arbitration' | 'none'
  /** Who has the vote that decides when they cannot agree. us: our company. partner: the partner. chair: whoever leads the meeting. */
  readonly castingVote?: 'us' | 'partner' | 'chair'
  /** The largest amount that the body decides on itself. Compared with what our members of the body may decide at home. */
  readonly upTo?: Money
  /** Within how many calendar days both sides expect a decision. */
  readonly withinDays?: Days
  /** How much hangs on it. minor: easily undone. normal: the usual. major: changes what the partnership delivers, costs or when. */
  readonly importance?: 'minor' | 'normal' | 'major'
}

/** One step of the joint escalation: to whom on each side, and within how many days. */
export interface AgreementEscalationStep {
  /** Where the matter goes: a joint body of this agreement by its own name, or a role or body of our company. */
  readonly to: string
  /** The role at the partner that the matter goes to at the same time, by a role that this agreement lists under its partner. Leave it out when the step is a joint body. */
  readonly theirs?: string
  /** Calendar days until this step must have decided. */
  readonly withinDays?: Days
}

/** Who may pursue a customer's deal once it has been reported. */
export interface DealRegistration {
  /** Who may pursue the deal. first-registered: whoever reported it first. account-owner: whoever looks after the customer already. none: nothing is agreed. */
  readonly rule?: 'first-registered' | 'account-owner' | 'none'
  /** For how many calendar days a reported deal is protected from the other side's sales people. */
  readonly protectedDays?: Days
}

/** The confidentiality agreement between both companies. */
export interface Confidentiality {
  /** The first day on which it holds. */
  readonly from?: CalendarDate
  /** The last day on which information may be exchanged under it. Should not come before the end of the work. */
  readonly to?: CalendarDate
  /** The categories of information that it covers. What is covered needs no approval of its own each time. */
  readonly covers?: Labels
  /** For how many months after the end what was told stays confidential. */
  readonly afterTermMonths?: Months
}

/** How the health of the relationship is checked. */
export interface HealthCheck {
  /** How often the health of the relationship is checked. */
  readonly every?: Interval
  /** The day of the last health check. */
  readonly lastOn?: CalendarDate
  /** What the check looks at. strategic: whether both still want the same. operational: whether the work goes well. cultural: whether people trust and respect one another. governance: whether decisions come in time. */
  readonly looksAt?: readonly ('strategic' | 'operational' | 'cultural' | 'governance')[]
  /** Whether the partner answers the same questions and sees the results. */
  readonly withPartner?: boolean
}

/** The plan that both companies make together. */
export interface JointBusinessPlan {
  /** The day on which both agree, or agreed, on the plan. */
  readonly on?: CalendarDate
  /** How often the plan is renewed. */
  readonly every?: Interval
}

/** How the agreement ends in good order. */
export interface ExitPlan {
  /** The role or unit inside our company that leads the exit. */
  readonly owner?: RoleOrUnit
  /** What can lead to an exit, in plain words. */
  readonly triggers?: readonly string[]
  /** How many calendar days before the exit the other side is told. */
  readonly noticeDays?: Days
  /** What happens to running work, customers and equipment. */
  readonly handover?: string
  /** What each side gets to know and may go on using. */
  readonly knowledgeTransfer?: string
  /** How many months both sides take to end the work in good order. */
  readonly windDownMonths?: Months
}

/** How the value that both create is divided. */
export interface ValueShare {
  /** Our share of the value, in percent. */
  readonly ours?: Percent
  /** The partner's share of the value, in percent. */
  readonly theirs?: Percent
  /** What the shares are of, and when they are looked at again. */
  readonly description?: Description
}

/** What the company has promised to a partner and what the partner has promised to it: people, money and equipment, obligations such as response times, how both decide together, who looks after the relationship on each side, and how it ends. All other policies are checked against it. Write one for each partnership; take the facts from the contract and the alliance charter. */
export interface PartnerAgreement {
  /** The version of the policy language that this document is written in. Always leadership/v1. */
  readonly apiVersion: 'leadership/v1'
  /** What this policy is about: an agreement with one partner. */
  readonly kind: 'PartnerAgreement'
  /** What the agreement is called, who owns it, and when this text holds. Other policies refer to the agreement by this name. */
  readonly metadata: Metadata
  /** What the agreement says. The partner and the type are needed; everything else as far as it is agreed. */
  readonly spec: PartnerAgreementSpec
}

/** What the agreement says. The partner and the type are needed; everything else as far as it is agreed. */
export interface PartnerAgreementSpec {
  /** The company that the agreement is with, and the roles over there that we deal with. */
  readonly partner: AgreementPartner
  /** What the two companies do together. co-development: develop something together. co-marketing: promote together. co-sell: sell together to the same customer. reseller: the partner buys and sells on. distribution: the partner stocks and delivers. licensing: one side may use the other's rights. supply: one side delivers parts or services. research: explore together, before development. technology: make products work together. joint-venture: a company owned by both. outsourcing: one side does work that was the other's. other: none of these. */
  readonly type: 'co-development' | 'co-marketing' | 'co-sell' | 'reseller' | 'distribution' | 'licensing' | 'supply' | 'research' | 'technology' | 'joint-venture' | 'outsourcing' | 'other'
  /** How far the relationship has come, in the eight stages of ISO 44001. operational-awareness: we see that partnering could help. knowledge: we know why and in which field. internal-assessment: we check whether we are ready. partner-selection: we choose. working-together: we set up joint governance. value-creation: we deliver and improve together. staying-together: we keep the relationship healthy. exit: we end it in good order. */
  readonly stage?: 'operational-awareness' | 'knowledge' | 'internal-assessment' | 'partner-selection' | 'working-together' | 'value-creation' | 'staying-together' | 'exit'
  /** From when and until when the agreement runs, and how it is renewed. What is promised for the whole term is spread over this time. */
  readonly term?: AgreementTerm
  /** What both companies want to reach together, in a sentence that both would sign. */
  readonly northStar?: string
  /** Whether the agreement serves the company's North Star, as the leadership system states it. */
  readonly servesNorthStar?: boolean
  /** How the people of both companies depend on one another in this work. Pooled: each side works alone and results are added up. Sequential: one side hands over to the other. Reciprocal: work goes back and forth, both must help one another. */
  readonly interdependence?: Interdependence
  /** Where the agreement applies: territories, fields of use, products, customer segments and routes to the customer. Used to find parts of our own company that work the same ground. */
  readonly reach?: Reach
  /** What one side has promised to do only with the other, and where. Each entry is one exclusive right. */
  readonly exclusivity?: readonly ExclusiveRight[]
  /** The executive on each side who opens doors and unblocks the partnership when the people in it cannot. */
  readonly sponsors?: Sponsors
  /** The role on each side that looks after the relationship from day to day and answers for its health. */
  readonly allianceManagers?: AllianceManagers
  /** Who talks to whom: pairs of a role here and a role at the partner who are each other's opposite number. */
  readonly counterparts?: readonly Counterpart[]
  /** The people, money and equipment that each side has promised, with amounts and dates. Ours are compared, month by month, with what is allocated. */
  readonly commitments?: readonly Commitment[]
  /** What each side has promised to do, apart from resources: answer in time, share data, sell together, report, train. */
  readonly obligations?: readonly Obligation[]
  /** How both companies decide together: the joint bodies, what each decides and by which rule, and where a matter goes when they cannot agree. */
  readonly governance?: JointGovernance
  /** Who may pursue a customer's deal once it has been reported, and for how long. Needed where both sides sell. */
  readonly dealRegistration?: DealRegistration
  /** The confidentiality agreement that covers what both sides tell each other: when it holds and what it covers. It should last as long as the work does. */
  readonly confidentiality?: Confidentiality
  /** How the health of the relationship itself is checked, apart from its results. */
  readonly healthCheck?: HealthCheck
  /** The plan that both companies make together for what they will reach, and how often it is renewed. */
  readonly jointBusinessPlan?: JointBusinessPlan
  /** How the agreement ends in good order: what can end it, who leads, what is handed over. Agreed while both still like each other. */
  readonly exitPlan?: ExitPlan
  /** How the value that both create is divided. The two shares add up to 100. */
  readonly valueShare?: ValueShare
}

/** People who are rated together. */
export interface CalibrationGroup {
  /** A short name for the group. */
  readonly name: Name
  /** What people call the group. */
  readonly title?: Title
  /** Who belongs to the group. */
  readonly description?: Description
  /** The part of the organization that the group belongs to. */
  readonly unit?: Unit
  /** How many people are rated together in this group. Used to compute whether a share of a rating can fit at all. */
  readonly headcount: number
  /** How many of them are new, or came from another unit or back from an alliance, since the last rating. */
  readonly newOrTransferred?: Count
}

/** One level of the rating scale. */
export interface RatingLevel {
  /** What this policy calls the level. */
  readonly name: Name
  /** What people call the level. */
  readonly title?: Title
  /** What a person on this level has done. */
  readonly description?: Description
}

/** How many ratings of each level there must or may be. */
export interface RatingDistribution {
  /** How binding the shares are. forced: the shares must be met. expected: the shares are a benchmark to talk about, and may be missed. none: there are no shares. */
  readonly mode: 'forced' | 'expected' | 'none'
  /** The group of people in which the shares must or should be met: a team, a function, a job family, a job family on one level, or the company. */
  readonly appliedTo?: Group
  /** What happens when a share is not a whole number of people. up: to the next larger number. down: to the next smaller number. nearest: to the closest number. none-below: as nearest, but no share holds in a group that is smaller than the smallest group. */
  readonly rounding?: 'up' | 'down' | 'nearest' | 'none-below'
  /** The smallest number of people to whom the shares apply. */
  readonly minimumGroup?: number
  /** The share of each level. Shares in percent add up to 100. */
  readonly levels?: readonly LevelShare[]
}

/** How many people are, or may be, rated on one level. */
export interface LevelShare {
  /** The level of the scale that the share is for, by its name in this policy. */
  readonly level: string
  /** The share of people on this level, in percent. */
  readonly percent?: Percent
  /** The smallest share of people that must be on this level, in percent. */
  readonly minimum?: Percent
  /** The largest share of people that may be on this level, in percent. */
  readonly maximum?: Percent
}

/** Something that people are rated by. */
export interface RatingCriterion {
  /** A short name for the criterion. */
  readonly name: Name
  /** What people call the criterion. */
  readonly title?: Title
  /** What the criterion looks at. */
  readonly description?: Description
  /** What the criterion is about: own results, contribution to others, use of others' work, shared results, collaboration, partnering, the customer, quality, growth of people, conduct, innovation, or something else. */
  readonly about?: Theme
  /** Whose result counts: the person's own, the team's, the function's, the company's, or the alliance's. */
  readonly scope?: Scope
  /** How much the criterion counts in the rating, in percent. All weights add up to 100. */
  readonly weight?: Percent
  /** Whether the criterion changes the rating. If not, it is talked about only. */
  readonly affectsRating?: boolean
  /** Examples of behaviour or results that show what a rating on this criterion means. */
  readonly anchors?: readonly string[]
}

/** How managers make their ratings fair across teams. */
export interface CalibrationSession {
  /** What managers bring to the session to support a rating. */
  readonly evidence?: readonly string[]
  /** Whether managers of other functions take part or send their view. */
  readonly crossFunctional?: boolean
  /** The roles that take part in the session. */
  readonly participants?: Roles
  /** The role that leads the session and has no rating of its own to defend. */
  readonly facilitator?: Role
}

/** Whose feedback is collected, and how often. */
export interface RatingFeedback {
  /** Who gives feedback. line-manager: the manager. dotted-line-manager: the manager of the second reporting line. self: the person. peers: colleagues in the team. direct-reports: those who report to the person. other-functions: colleagues in other functions. partners: people at partner companies. customers: people at customers. */
  readonly sources?: readonly ('line-manager' | 'dotted-line-manager' | 'self' | 'peers' | 'direct-reports' | 'other-functions' | 'partners' | 'customers')[]
  /** How often people hear feedback. */
  readonly every?: Interval
}

/** Who rates people who work much of their time in an alliance or in another unit. */
export interface SecondeeRating {
  /** Who rates them. home: the line that they come from. host: the alliance or unit that they work in. both: the two together. */
  readonly ratedBy?: 'home' | 'host' | 'both'
  /** From which share of working time in the alliance or other unit this holds, in percent. */
  readonly minimumTimePercent?: Percent
  /** The role that rates them for the alliance or unit where they work, such as the alliance manager. */
  readonly hostRater?: Role
}

/** What follows from being rated on a level. */
export interface LevelConsequence {
  /** The level of the scale that it follows from, by its name in this policy. */
  readonly level: string
  /** What follows. exit: the person leaves. improvement-plan: a plan to improve, with help. demotion: a lower job. no-pay-rise: pay does not rise. no-bonus: no bonus is paid. reduced-bonus: a smaller bonus. higher-bonus: a larger bonus. promotion: a higher job. */
  readonly action: 'exit' | 'improvement-plan' | 'demotion' | 'no-pay-rise' | 'no-bonus' | 'reduced-bonus' | 'higher-bonus' | 'promotion'
  /** Whether it follows without anyone looking at the case again. */
  readonly automatic?: boolean
  /** What it is decided on. individual-case: all that is known about the person's case. rating: the rating alone. */
  readonly basis?: 'individual-case' | 'rating'
}

/** A target for how many people leave. */
export interface AttritionTarget {
  /** A short name for the target. */
  readonly name: Name
  /** What people call the target. */
  readonly title?: Title
  /** Why there is a target. */
  readonly description?: Description
  /** Who is counted. unregretted: those whom the company does not regret to lose. total: all who leave. */
  readonly type?: 'unregretted' | 'total'
  /** How many people leave in a year, in percent of all. */
  readonly percent?: Percent
  /** Whether what is missed in one year is added to the next. */
  readonly carryOver?: boolean
}

/** How a rating can be looked at again. */
export interface RatingReview {
  /** Whether a second manager looks at a rating before it counts. */
  readonly secondReview?: boolean
  /** Whom a person can turn to who finds the rating wrong. none: nobody. manager: the manager or the manager's manager. independent: somebody outside the line. */
  readonly appeal?: 'none' | 'manager' | 'independent'
  /** The levels whose ratings are reviewed, by their names in this policy. Without it, all. */
  readonly appliesTo?: readonly string[]
}

/** How people's performance is rated and how ratings are made comparable: who is rated, on which scale, by which criteria, with which shares of each rating, whose feedback counts, and what follows from a rating. It describes the rules and the sizes of groups, never people or their ratings. HR writes one for each group that is rated by the same rules. */
export interface PerformanceCalibration {
  /** The version of the policy language that this document is written in. Always leadership/v1. */
  readonly apiVersion: 'leadership/v1'
  /** What this policy is about: how performance is rated and ratings are made comparable. */
  readonly kind: 'PerformanceCalibration'
  /** What this policy is called, who owns it, and when it holds. */
  readonly metadata: Metadata
  /** What the rules of rating say. The scale is needed; everything else as far as it is settled. */
  readonly spec: PerformanceCalibrationSpec
}

/** What the rules of rating say. The scale is needed; everything else as far as it is settled. */
export interface PerformanceCalibrationSpec {
  /** Whom these rules cover: units, roles or job families, how many people, and whether they work with partners. */
  readonly population?: Population
  /** How the people who are rated depend on one another. It decides how much harm it does when they are rated against one another. Pooled: each works alone and results are added up. Sequential: one hands over to the next. Reciprocal: work goes back and forth, they must help one another. */
  readonly interdependence?: Interdependence
  /** The groups of people who are rated together, with their sizes. In a small group a fixed share of a rating cannot fit. */
  readonly groups?: readonly CalibrationGroup[]
  /** The levels of the rating scale, the lowest first. At least two. Left out where people get no rating. */
  readonly scale?: readonly RatingLevel[]
  /** How many ratings of each level there must or may be. */
  readonly distribution?: RatingDistribution
  /** How a rating comes about. criteria: each person is held against described criteria. ordinal-rank: people are put in an order from first to last. pairwise: people are compared two by two. manager-judgement: the manager decides without described criteria. nine-box: people are placed on a grid of performance and potential. */
  readonly method?: 'criteria' | 'ordinal-rank' | 'pairwise' | 'manager-judgement' | 'nine-box'
  /** With whom a person is compared when ratings are made comparable. team: the own team. function: the own function. job-family: the job family in all teams. job-family-level: the same job family and level in all teams. company: everyone. none: nobody. */
  readonly comparisonSet?: 'team' | 'function' | 'job-family' | 'job-family-level' | 'company' | 'none'
  /** What people are rated by, with the weight of each. The weights add up to 100. */
  readonly criteria?: readonly RatingCriterion[]
  /** The session in which managers compare their proposed ratings and make them fair across teams. */
  readonly calibration?: CalibrationSession
  /** Whose feedback is collected before people are rated, and how often they hear it. */
  readonly feedback?: RatingFeedback
  /** How many people rate one person, independently of one another. With more raters, chance decides less. */
  readonly raters?: number
  /** Who rates people who spend much of their time in an alliance or in another unit. */
  readonly secondees?: SecondeeRating
  /** What follows from a rating, for pay, promotion or employment. */
  readonly consequences?: readonly LevelConsequence[]
  /** Targets for how many people leave, where there are any. To observe how many leave is not a target. */
  readonly attritionTargets?: readonly AttritionTarget[]
  /** For how many months after joining or changing the job a person is not rated. Keeps newcomers from filling the lowest level. */
  readonly tooNewToRateMonths?: Months
  /** How a rating can be looked at again before it counts. */
  readonly review?: RatingReview
  /** How often people are rated. */
  readonly every?: Interval
}

/** A stock of people of one skill, of money, or of equipment that work can draw on, with one owner. */
export interface ResourcePool {
  /** How allocations refer to the pool. */
  readonly name: Name
  /** What people call it, for reading; other policies use the name. */
  readonly title?: Title
  /** What a reader should know about it, in a sentence or two. */
  readonly description?: Description
  /** What the pool holds: `people` counted in full-time equivalents; `money` for a period; `equipment`, laboratories and rooms counted in days a month. */
  readonly resource: 'people' | 'money' | 'equipment'
  /** The part of the organization that the pool belongs to. */
  readonly unit?: Unit
  /** The role or unit that decides on the pool and answers for it. Without an owner nobody can release what was promised. */
  readonly owner?: RoleOrUnit
  /** The skill that the people of the pool have, in the same word that commitments to partners use. */
  readonly skill?: Label
  /** The capacity of a pool of people, in full-time equivalents. */
  readonly fte?: number
  /** The amount that a pool of money holds for each period. */
  readonly money?: Money
  /** The period that the amount of money is for; `term` means the whole time from start to end of the pool. */
  readonly per?: SpendingPeriod
  /** The equipment, laboratory or room, in the same word that commitments to partners use. */
  readonly equipment?: Label
  /** The capacity of a pool of equipment, in days a month. */
  readonly daysPerMonth?: number
  /** The share of the capacity that is kept for running work and cannot be allocated, in percent. */
  readonly runWorkPercent?: Percent
  /** How much of the capacity is meant to be in use, in percent. At 100 or more every surprise makes somebody wait. */
  readonly targetUtilisation?: number
  /** Whether other functions and alliances can draw on the pool, not only the unit that it belongs to. */
  readonly shared?: boolean
  /** The first day on which the capacity is there. */
  readonly from?: CalendarDate
  /** The last day on which the capacity is there. */
  readonly to?: CalendarDate
}

/** A part of a pool that is given to an initiative or to a commitment, for a time. */
export interface Allocation {
  /** What the allocation is called within this policy. */
  readonly name: Name
  /** What people call it, for reading; other policies use the name. */
  readonly title?: Title
  /** What a reader should know about it, in a sentence or two. */
  readonly description?: Description
  /** The pool that it is drawn from, by its name. */
  readonly pool?: string
  /** The commitment to a partner that it fulfils, as agreement/commitment. Used to check that what was promised is there in amount and in time. */
  readonly commitment?: string
  /** The obligation to a partner that it fulfils, as agreement/obligation: what gives the partner the access to equipment that was promised without an amount. */
  readonly obligation?: string
  /** The initiative that it is for, by its name. */
  readonly initiative?: string
  /** How many people are given, in full-time equivalents. */
  readonly fte?: number
  /** How much money is given for each period. */
  readonly money?: Money
  /** The period that the amount of money is for; `term` means the whole time from start to end of the allocation. */
  readonly per?: SpendingPeriod
  /** How many days a month of equipment are given. */
  readonly daysPerMonth?: number
  /** The role of the people who do the work, never their names. Used to find a role that carries too many commitments. */
  readonly role?: Role
  /** How firm the allocation is: `committed` it is kept before other work; `best-effort` it is kept when other work leaves room; `residual` it gets what is left over. What is committed to a partner needs a committed allocation. */
  readonly class?: 'committed' | 'best-effort' | 'residual'
  /** The first day of the allocation. */
  readonly from?: CalendarDate
  /** The last day of the allocation. */
  readonly to?: CalendarDate
  /** Whether the days on the equipment are booked in its calendar, so that the partner can count on them. */
  readonly booked?: boolean
}

/** A piece of work that resources are given to. */
export interface Initiative {
  /** How allocations refer to the initiative. */
  readonly name: Name
  /** What people call it, for reading; other policies use the name. */
  readonly title?: Title
  /** What a reader should know about it, in a sentence or two. */
  readonly description?: Description
  /** The role or unit that answers for the initiative. */
  readonly owner?: RoleOrUnit
  /** The partner agreement that the initiative carries out, by its name. Leave it out for purely internal work. */
  readonly agreement?: Agreement
  /** How firm the initiative's claim on resources is: `committed` it is kept before other work; `best-effort` it is kept when other work leaves room. */
  readonly class?: CommitmentClass
}

/** How a unit can call back what it has given. */
export interface ResourceRecall {
  /** How many calendar days before it takes effect a recall is announced. With 0, joint work can lose its people overnight. */
  readonly noticeDays?: Days
  /** Whether the unit that calls people or equipment back must provide a replacement. */
  readonly backfill?: boolean
}

/** How help for another unit is charged. */
export interface CrossCharge {
  /** The share of the cost of helping that is charged to the unit that receives the help, in percent. */
  readonly percent?: Percent
  /** Whether the unit that helps gets the charge credited to its own budget. If not, charging only punishes asking for help. */
  readonly creditToHelper?: boolean
}

/** How many people look after alliances, and how many agreements each of them has. */
export interface AllianceManagementCapacity {
  /** How many people manage alliances, in full-time equivalents. */
  readonly fte?: number
  /** How many partner agreements one alliance manager looks after at most. */
  readonly agreementsPerManager?: number
}

/** Who and what is available, and what it is given to: people by skill, money and equipment, in pools with an owner; and the allocations from these pools to initiatives and to the commitments that agreements with partners contain. It also states how often resources are allocated, whether they can move during the year, and how they can be called back. People appear as full-time equivalents and roles, never by name. */
export interface ResourceAllocation {
  /** The version of the policy language that this policy is written in; always leadership/v1. */
  readonly apiVersion: 'leadership/v1'
  /** What sort of policy this is; here always ResourceAllocation. */
  readonly kind: 'ResourceAllocation'
  /** What the policy is called, who keeps it up to date, and when it holds. */
  readonly metadata: Metadata
  /** The pools, what is allocated from them, and the rules for moving and sharing. */
  readonly spec: ResourceAllocationSpec
}

/** The pools, what is allocated from them, and the rules for moving and sharing. */
export interface ResourceAllocationSpec {
  /** How often resources are allocated anew. */
  readonly allocatedEvery?: Interval
  /** Whether people, money and equipment can move to other work during the budget year. */
  readonly inYearMoves?: boolean
  /** The people, money and equipment that there are, with their capacity and owner. */
  readonly pools?: readonly ResourcePool[]
  /** What is given to which initiative or commitment, from when to when. */
  readonly allocations?: readonly Allocation[]
  /** The pieces of work that resources are given to. */
  readonly initiatives?: readonly Initiative[]
  /** How a unit can call back what it has given: with what notice, and whether it must provide a replacement. */
  readonly recall?: ResourceRecall
  /** How help for another unit is charged, and whether the helper gets the credit. */
  readonly crossCharge?: CrossCharge
  /** Whether money that is not spent can be carried into the next budget year. If not, units spend it rather than share it. */
  readonly carryForward?: boolean
  /** The share of all resources that is kept free for the unexpected, in percent. */
  readonly contingencyPercent?: Percent
  /** How many people look after alliances, and how many agreements each of them has. */
  readonly allianceManagement?: AllianceManagementCapacity
}

/** A document of any kind. */
export type Policy =
  | LeadershipSystem
  | PartnerAgreement
  | PerformanceCalibration
  | IncentivePlan
  | ResourceAllocation
  | DecisionRights
  | GovernanceCalendar
  | LeaderSelection
  | Accountability
  | OrganizationDesign
  | CulturalNorms

export type Kind = Policy['kind']

/** Every kind of policy, in the order in which people read about them. */
export const kinds = [
  'LeadershipSystem',
  'PartnerAgreement',
  'PerformanceCalibration',
  'IncentivePlan',
  'ResourceAllocation',
  'DecisionRights',
  'GovernanceCalendar',
  'LeaderSelection',
  'Accountability',
  'OrganizationDesign',
  'CulturalNorms',
] as const satisfies readonly Kind[]
