import { atLeast, between, convention } from '../conventions.ts'
import { figure, figureText } from '../figure.ts'
import { amountText } from '../resource-amounts.ts'
import { type RoleLoad, roleLoad } from '../role-loads.ts'
import { barrier, passed, place, type Report, rule, titled } from '../rule.ts'

export default rule({
  id: 'resources/single-point-of-failure',
  title: 'Several promises hang on one person',
  kind: 'ResourceAllocation',
  severity: 'warning',
  finds:
    'A role that one person holds and that is allocated to three or more commitments to partners, or for more than 80 % of its time to several commitments or initiatives, added up over all resource plans. Roles are looked at, never people. Where more is allocated than there are people, `resources/capacity-overcommitted` speaks.',
  why: 'When that one person is away, or in demand, several partners wait at once.',
  evidence: ['R22'],
  certainty:
    'That a few people carry a large part of collaboration was observed in many companies; the limits of three and 80 % are conventions.',
  against: 'Somebody who works full time for one commitment is dedicated to it, not torn between several.',
  fixing: 'There is no automatic fix: a second person has to be found, trained or freed.',
  options: {
    mostCommitments: convention(2, atLeast(1), {
      title: 'Most commitments of one person',
      description: 'To how many commitments to partners one person may be allocated.',
    }),
    mostPercent: convention(80, between(0, 100), {
      title: 'Most of the time, in percent',
      description: 'How much of the time of one person may be allocated to several commitments or initiatives.',
    }),
  },
  *check(plan, { workspace, options }) {
    for (const role of new Set((plan.spec.allocations ?? []).flatMap(({ role }) => role ?? []))) {
      const load = roleLoad(role, workspace)
      const [first] = load?.allocations ?? []
      const people = load?.held.role.headcount ?? 1
      // Said once, in the plan with the role's first allocation. More than one person can give is for another rule.
      if (load === undefined || first?.policy !== plan || people !== 1 || load.peak > 1 + 1e-9) continue
      const many = load.commitments > options.mostCommitments
      const full = load.works > 1 && load.peak * 100 > options.mostPercent + 1e-9
      yield many || full ? barrier(first.allocation, 'role', tornApart(load, options)) : passed()
    }
  },
})

/** `all of them`, `both of them`, `3 of them`. */
function promised(commitments: number, works: number): string {
  if (commitments < works) return `${commitments} of them`
  return works === 2 ? 'both of them' : 'all of them'
}

function tornApart(
  { held, allocations, commitments, works, peak, month }: RoleLoad,
  limits: { readonly mostCommitments: number; readonly mostPercent: number },
): Report {
  const percent = figureText({ value: peak * 100, unit: 'percent' })
  return {
    what: `One person, the ${titled(held.role)}, carries ${works} pieces of work at once, ${promised(commitments, works)} promised to partners.`,
    howMuch: `${peak === 0 ? '' : `They take ${percent} of one person's time${month === undefined ? '' : ` in ${month}`}. `}More than ${limits.mostCommitments} commitments, or more than ${limits.mostPercent} % over several, counts as too much; that is a convention.`,
    change: 'Name a second role that can step in for at least one of them, or spread the work.',
    figures: [
      figure('commitments-of-one', 'Commitments of one person', commitments, 'count'),
      figure('load-of-one', "Share of one person's time", peak * 100, 'percent'),
    ],
    related: [
      ...allocations
        .slice(1)
        .map(({ policy, allocation }) => place(`Also ${amountText(allocation)}.`, policy, allocation, 'role')),
      place('One person holds this role.', held.policy, held.role, 'name'),
    ],
  }
}
