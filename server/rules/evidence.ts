/** How well a source supports what a rule says. */
export type Strength = 'law' | 'research' | 'simulation' | 'case' | 'practice' | 'reasoning'

/** `text`: the passage itself; `summary`: its abstract or entry; `known`: nothing again, it is cited as the field knows it. */
export type Reading = 'text' | 'summary' | 'known'

/** A source as a rule's page cites it. */
export interface Evidence {
  readonly citation: string
  /** What it shows, no more than it says. */
  readonly shows: string
  readonly strength: Strength
  /** What was read of it: what is only known, or was read in part, is cited with less certainty. */
  readonly read: Reading
  /** Law holds only for those who are regulated so, from and until a day. */
  readonly law?: Law
}

export interface Law {
  readonly appliesTo: 'us-federal-agency' | 'us-senior-executive-service' | 'us-broker-dealer' | 'us-listed-issuer'
  readonly provision: string
  /** ISO dates; the last day on which it held. */
  readonly from?: string
  readonly to?: string
  /** Where the text may change, and what to look up. */
  readonly status: string
}

function source(strength: Strength, citation: string, shows: string, read: Reading = 'text'): Evidence {
  return { strength, citation, shows, read }
}

function law(provision: string, shows: string, holds: Omit<Law, 'provision'>, read: Reading = 'text'): Evidence {
  return { strength: 'law', citation: provision, shows, read, law: { provision, ...holds } }
}

/** Every source that a rule may cite, by its code. Nothing is cited that is not here. */
export const evidence = {
  article: source(
    'practice',
    'Twombly, J. & Shuman, J. (2020). "Collaborative Leadership: The Antidote to the Collaboration Paradox." Partnering Guide, 21 January 2020.',
    'Practitioners name the systems, processes and policies that made companies successful as barriers when they must work across boundaries.',
  ),
  arithmetic: source(
    'reasoning',
    "Arithmetic on the policy's own numbers; the formula is in the models' documentation.",
    'Follows from the declared numbers and the named assumptions alone.',
  ),
  L1: law(
    '5 CFR 430.208(c)',
    'An appraisal method "may not limit or require the use of particular summary levels (i.e., establish a forced distribution of summary levels)". Ranking for other purposes, such as awards, is allowed.',
    {
      appliesTo: 'us-federal-agency',
      status:
        'Removal was proposed on 24 February 2026 (91 FR 8780, RIN 3206-AP06). Check whether a final rule has been published.',
    },
  ),
  L2: law(
    'Final rule 90 FR 44291, on 5 CFR part 430 subpart C',
    'Since 15 October 2025 a forced distribution is no longer prohibited in the Senior Executive Service; guidance limits levels 4 and 5 to 30 % from fiscal year 2026.',
    {
      appliesTo: 'us-senior-executive-service',
      from: '2025-10-15',
      status: 'In force; guidance names agencies with five or more such executives, and the President may waive it.',
    },
  ),
  L3: law(
    'Proposed rule 91 FR 8780 (RIN 3206-AP06)',
    'The proposal of 24 February 2026 would remove the grievance and the mandatory review of the lowest rating.',
    {
      appliesTo: 'us-federal-agency',
      status: 'A proposal; check whether a final rule has been published.',
    },
  ),
  L4: law(
    'SEC Regulation Best Interest, 17 CFR 240.15l-1',
    'Broker-dealers must eliminate sales contests, quotas, bonuses and non-cash compensation that rest on the sale of specific securities or types of securities within a limited period. Schemes on total production are not meant.',
    {
      appliesTo: 'us-broker-dealer',
      from: '2020-06-30',
      status: 'In force.',
    },
  ),
  L5: law(
    'SEC Rule 10D-1',
    'Listed issuers need a policy to recover incentive pay that was awarded in error.',
    {
      appliesTo: 'us-listed-issuer',
      status: 'In force.',
    },
    'known',
  ),
  L6: source(
    'practice',
    'Former 5 CFR 430.304(b)(4) (text of 2001).',
    'Asked for measures that balance organizational results with the perspectives of customers and employees. Historical; cited as a model, not as a duty.',
  ),
  R3: source(
    'research',
    'Scullen, S. E., Mount, M. K. & Goff, M. (2000). "Understanding the latent structure of job performance ratings." Journal of Applied Psychology 85.',
    'Two samples of 2,350 and 2,142 managers: 62 % and 53 % of the variance in ratings came from the individual rater, 21 % and 25 % from the performance of the person rated.',
  ),
  R4: source(
    'research',
    'Viswesvaran, C., Ones, D. S. & Schmidt, F. L. (1996). "Comparative analysis of the reliability of job performance ratings." Journal of Applied Psychology 81.',
    'Two supervisors who rate the same person agree at a mean correlation of .52.',
  ),
  R5: source(
    'research',
    'Salgado, J. F. & Moscoso, S. (2019). Meta-analysis of the interrater reliability of job performance ratings.',
    'Interrater reliability of .61 for ratings made for research and .45 for administrative ratings.',
  ),
  R6: source(
    'simulation',
    'Scullen, S. E., Bergey, P. K. & Aiman-Smith, L. (2005). "Forced distribution rating systems and the improvement of workforce potential." Personnel Psychology 58, 1–32.',
    "In a simulation a forced distribution with dismissals improved the workforce's potential, mostly in the first several years, depending on the share dismissed and on low voluntary turnover.",
  ),
  R7: source(
    'research',
    'Blume, B. D., Baldwin, T. T. & Rubin, R. S. (2009). Reactions to different types of forced distribution performance evaluation systems.',
    '163 people preferred lenient treatment of the lowest group and large comparison groups; consequences mattered nearly twice as much as any other element.',
  ),
  R8: source(
    'research',
    'Berger, J., Harbring, C. & Sliwka, D. (2013). "Performance appraisals and the impact of forced distribution." Management Science 59(1), 54–68.',
    'In an experiment a forced distribution raised productivity by 6 to 12 %, and lowered it when participants had a simple option to sabotage one another.',
  ),
  R9: source(
    'research',
    'Lazear, E. P. & Rosen, S. (1981). "Rank-order tournaments as optimum labor contracts." Journal of Political Economy 89, 841–864.',
    'Prizes by rank pay for being better than another, not for being good; the incentive grows with the gap between prizes.',
    'summary',
  ),
  R10: source(
    'research',
    'Drago, R. & Garvey, G. T. (1998). "Incentives for helping on the job." Journal of Labor Economics 16.',
    'Workers help one another less where promotion incentives are strong, more where help is monitored; piece rates, unexpectedly, went with more help among long-tenured workers.',
    'summary',
  ),
  R11: source(
    'research',
    'Harbring, C. & Irlenbusch, B. (2011). "Sabotage in tournaments." Management Science 57, 611–627.',
    'In experiments both effort and sabotage rise with the spread between prizes.',
  ),
  R12: source(
    'research',
    'Carpenter, J., Matthews, P. H. & Schirm, J. (2010). "Tournaments and office politics." American Economic Review 100(1).',
    'An experiment on sabotage among competitors for a prize.',
    'summary',
  ),
  R13: source(
    'reasoning',
    'Kerr, S. (1975). "On the folly of rewarding A, while hoping for B." Academy of Management Journal 18.',
    'People do what is rewarded, not what is hoped for. An essay with examples, not a measurement.',
    'known',
  ),
  R14: source(
    'research',
    'Garbers, Y. & Konradt, U. (2014). "The effect of financial incentives on performance." Journal of Occupational and Organizational Psychology 87.',
    '146 studies with 31,861 people: an effect of about .32 for individual and .45 for team incentives; fair shares work better than equal ones, and team size matters.',
  ),
  R15: source(
    'research',
    'Irlenbusch, B. & Ruchala, G. K. (2006 working paper). Relative rewards within team-based compensation.',
    'In experiments a relative bonus inside team pay crowds out voluntary cooperation.',
  ),
  R16: source(
    'research',
    'Oyer, P. (1998). "Fiscal year ends and nonlinear incentive contracts." Quarterly Journal of Economics 113.',
    'Sales move around the end of the fiscal year as non-linear pay would predict.',
    'known',
  ),
  R17: source(
    'research',
    'Larkin, I. (2014). "The cost of high-powered incentives." Journal of Labor Economics 32.',
    'Sellers of enterprise software time deals to accelerators, at a cost to the company.',
    'known',
  ),
  R18: source(
    'reasoning',
    'Ordóñez, L. D., Schweitzer, M. E., Galinsky, A. D. & Bazerman, M. H. (2009). "Goals gone wild." Academy of Management Perspectives 23.',
    'Reviews how narrow goals lead to neglect, gaming and worse cooperation.',
    'known',
  ),
  R19: source(
    'research',
    'Wageman, R. (1995). "Interdependence and group effectiveness." Administrative Science Quarterly 40; with Thompson, J. D. (1967). Organizations in Action.',
    'Groups with a half individual, half group design did worst; what helps depends on how far people depend on one another.',
    'known',
  ),
  R20: source(
    'practice',
    'Hope, J. & Fraser, R. (2003). Beyond Budgeting. Harvard Business School Press.',
    'Cases against fixed annual budgets.',
    'known',
  ),
  R21: source(
    'practice',
    'Hall, S., Lovallo, D. & Musters, R. (2012). "How to put your money where your strategy is." McKinsey Quarterly.',
    'Companies that moved more resources between units did better over the years studied.',
    'known',
  ),
  R22: source(
    'practice',
    'Cross, R., Rebele, R. & Grant, A. (2016). "Collaborative overload." Harvard Business Review.',
    '20 to 35 % of value-adding collaboration came from 3 to 5 % of people.',
    'known',
  ),
  R23: source(
    'research',
    'Dyer, J. H., Kale, P. & Singh, H. (2001). "How to make strategic alliances work." MIT Sloan Management Review 42.',
    'Companies with a dedicated alliance function reported about 25 % higher long-term success. Medium confidence.',
    'known',
  ),
  R24: source(
    'practice',
    'Rogers, P. & Blenko, M. (2006). "Who has the D?" Harvard Business Review.',
    'Decisions stall where it is unclear who decides; name one decider.',
    'known',
  ),
  R25: source(
    'research',
    'Benson, A., Li, D. & Shue, K. "Promotions and the Peter Principle." NBER working paper 24343.',
    'At 214 firms, doubled sales raised the chance of promotion by 15 %, and sales of the new subordinates fell by 7.5 %; experience in collaborating predicted better managers.',
  ),
  R26: source(
    'practice',
    'Hansen, M. T. (2009). Collaboration. Harvard Business School Press.',
    'Names hoarding and not-invented-here among the barriers to collaboration.',
    'known',
  ),
  A1: source(
    'practice',
    "Eli Lilly's alliance management: three-dimensional fit and the Voice of the Alliance survey (Strategic Alliance Magazine, Q3 2017).",
    'About 60 questions in 13 themes; 140 surveys of 45 alliances with 3,500 people in 14 years; governance needs participants with the authority to decide.',
  ),
  A2: source(
    'practice',
    'ISO 44001:2017, Collaborative business relationship management systems.',
    'A standard: executive sponsors, joint governance, relationship plans, exit strategy.',
    'known',
  ),
  A3: source(
    'practice',
    'Alliance Best Practice benchmark.',
    'Scores items such as a reward system linked to key metrics, a balanced scorecard, executive support and dedicated resources from 0 to 100.',
  ),
  A4: source(
    'practice',
    'Simoons, P. On alliance health checks.',
    'Recommends a health check of strategic, operational, cultural and governance fit every 6 to 12 months.',
  ),
  A5: source(
    'practice',
    'Rigsbee, E. On partnering incentives.',
    "An executive rewarded only for the own division has a strong disincentive to partner. A practitioner's view.",
  ),
  A6: source(
    'practice',
    'Published clauses on joint steering committees (FIND sample terms; Merck–Moderna; Ceres).',
    'Consensus with a casting vote, extra money needing all, and directors of both sides are common terms.',
  ),
  A7: source(
    'practice',
    'SchellingPoint. Alignment in 230 collaborations.',
    "17 % of the collaborations were aligned. A vendor's figure, medium confidence.",
  ),
  A8: source(
    'practice',
    'Capgemini survey on collaboration.',
    '85 % of executives but 41 % of employees see collaboration promoted.',
  ),
  C1: source(
    'case',
    'Ford Motor Company, Performance Management Process, 2000–2002; Goodyear, 2001–2002.',
    "Ford's 10/80/10 curve for about 18,000 managers was dropped in July 2001 and followed by a settlement of 10.5 million US dollars; Goodyear changed its curve, applied within individual work groups, in September 2002.",
  ),
  C2: source(
    'case',
    'Microsoft, until November 2013.',
    'Forced ratings within teams were ended in the name of teamwork and collaboration.',
  ),
  C3: source(
    'case',
    'Amazon, as reported by Business Insider, 2021; the company disputes it.',
    'A reported goal of 6 % unregretted attrition, with shortfalls carried over. Medium confidence.',
  ),
  C8: source(
    'case',
    'Wells Fargo, 2016.',
    'Sales goals without a check on quality went with accounts that customers had not asked for.',
    'known',
  ),
  P1: source(
    'practice',
    'GitLab handbook: talent assessment; directly responsible individuals.',
    'One decider, approvals rare.',
  ),
  P2: source(
    'practice',
    'GitLab handbook: channel.',
    'Deal registration with a protected window of 90 days, at one partner program.',
  ),
  P3: source('practice', 'Adobe, check-ins instead of annual ratings.', 'A published company practice.'),
  P4: source(
    'practice',
    'Deloitte (2015), a redesign of performance management.',
    'A published company practice; 360-degree tools were dropped.',
  ),
  P5: source(
    'practice',
    'Microsoft, co-sell with partners.',
    "Sellers retire quota on partners' deals. A published company practice.",
  ),
  P6: source(
    'practice',
    'Sourcegraph handbook: commissions.',
    'A published plan whose weights add up to 90 (75 and 15).',
  ),
  P7: source(
    'practice',
    'Huston, L. & Sakkab, N. (2006). "Connect and Develop." Harvard Business Review, March 2006.',
    'Procter & Gamble rewards a solution the same wherever it comes from.',
  ),
} as const satisfies Readonly<Record<string, Evidence>>

export type EvidenceCode = keyof typeof evidence
