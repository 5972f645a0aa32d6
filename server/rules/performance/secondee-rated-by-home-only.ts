import type { PerformanceCalibrationSpec, SecondeeRating } from '../../language/generated/policies.ts'
import type { HeldRole } from '../../workspace/roles.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { between, convention } from '../conventions.ts'
import { figure, number } from '../figure.ts'
import { type Fix, fillIn, set } from '../fix.ts'
import { listed } from '../listed.ts'
import { rolesCovered } from '../people-covered.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'

export default rule({
  id: 'performance/secondee-rated-by-home-only',
  title: 'Work for an alliance is rated by those who do not see it',
  kind: 'PerformanceCalibration',
  severity: 'warning',
  finds:
    'People who work for an alliance or another unit are rated by their home line alone (`secondees.ratedBy: home`). Where the organization design says how much of their time the covered roles give to alliances, one of them must give half of it or more.',
  why: 'The home line sees what they did not do at home, so work for the alliance costs a rating.',
  evidence: ['A2'],
  certainty:
    'That those who know the work should be heard is a practice of alliance management; no measurement is known.',
  against: 'Who works elsewhere now and then is known best at home.',
  fixing:
    'The fix has both rate (`ratedBy: both`), and names the alliance manager where one agreement tells who that is.',
  options: {
    minimumTime: convention(50, between(0, 100), {
      title: 'Share of time',
      description: 'From which share of their time for alliances on, in percent, the host should rate too.',
    }),
  },
  *check({ spec }, { workspace, options }) {
    const { secondees, population } = spec
    if (secondees?.ratedBy === undefined) return
    const known = rolesCovered(population, workspace).filter(({ role }) => role.alliancePercent !== undefined)
    const much = known.filter(({ role }) => (role.alliancePercent ?? 0) >= options.minimumTime)
    if (secondees.ratedBy !== 'home' || (known.length > 0 && much.length === 0)) yield passed()
    else {
      yield barrier(secondees, 'ratedBy', {
        what: `${whoIsRated(spec, much)} ${much.length === 1 ? 'is' : 'are'} rated by the home line alone.`,
        howMuch:
          much.length === 0
            ? ''
            : `It concerns roles with ${number(options.minimumTime, 1)} % of their time or more, a convention.`,
        change: 'Let the alliance or unit where they work rate them too (ratedBy: both).',
        figures: much.map(({ role }) =>
          figure('alliance-time', `Time that ${titled(role)} gives to alliances`, role.alliancePercent ?? 0, 'percent'),
        ),
        related: much.map(({ policy, role }) =>
          place(
            `${titled(role)} gives ${number(role.alliancePercent ?? 0, 1)} % of the time to alliances.`,
            policy,
            role,
            'alliancePercent',
          ),
        ),
        fixes: [rateByBoth(secondees, much, workspace)],
      })
    }
  },
})

function whoIsRated({ secondees }: PerformanceCalibrationSpec, roles: readonly HeldRole[]): string {
  const names = roles.map(
    ({ role }) => `${titled(role)} (${number(role.alliancePercent ?? 0, 1)} % of the time for alliances)`,
  )
  if (names.length > 0) return listed(names)
  const from = secondees?.minimumTimePercent
  return `People who work for an alliance or another unit${from === undefined ? '' : `, from ${number(from, 1)} % of their time on,`}`
}

/** Who manages the alliance that a role answers for, or that its counterpart at the partner belongs to, where it is just one. */
function rateByBoth(secondees: SecondeeRating, roles: readonly HeldRole[], workspace: Workspace): Fix {
  const agreements = roles.flatMap(({ role }) => [
    ...(role.agreements ?? []),
    ...(role.counterpart?.split('/').slice(0, 1) ?? []),
  ])
  const managers = new Set(
    agreements.flatMap((name) => workspace.find('PartnerAgreement', name)?.spec.allianceManagers?.ours ?? []),
  )
  const [only] = managers
  const known = managers.size === 1 && only !== undefined
  const host = known ? only : fillIn('the role at the alliance or unit that rates them')
  return {
    title: `Rate by both: ratedBy: both${known ? `, for the host ${host}` : ''}`,
    applicability: known ? 'unsafe' : 'placeholder',
    changes: [
      set(secondees, 'ratedBy', 'both'),
      ...(secondees.hostRater === undefined ? [set(secondees, 'hostRater', host)] : []),
    ],
  }
}
