import type { DottedLine, OrganizationRole, PerformanceCalibration } from '../../language/generated/policies.ts'
import { index, type Workspace } from '../../workspace/workspace.ts'
import { between, convention } from '../conventions.ts'
import { figure, number } from '../figure.ts'
import { set, unsafe } from '../fix.ts'
import { rolesCovered } from '../people-covered.ts'
import { barrier, passed, place, type RelatedPlace, rule, titled } from '../rule.ts'

export default rule({
  id: 'organization/dotted-line-no-say',
  title: 'The second line has no say in the rating',
  kind: 'OrganizationDesign',
  severity: 'warning',
  finds:
    'A second reporting line (`dottedLines`) whose word weighs nothing in the rating (`ratingWeight: 0`); or one without a weight, for a role whose rating hears other sources and leaves `dotted-line-manager` out.',
  why: 'Work for the other line is invisible when people are rated, so it comes last when time is short.',
  evidence: ['R13'],
  certainty: 'That people do what is rewarded is an argument with examples, not a measurement.',
  against: 'For a few hours a month a word of thanks to the line manager is enough.',
  fixing: 'The fix gives the second line a weight. How much fits the share of time spent for it.',
  options: {
    weightPercent: convention(20, between(1, 100), {
      title: 'Weight of the second line, in percent',
      description: 'The weight that the fix gives to the second line, where no share of time is declared.',
    }),
  },
  *check({ spec }, { workspace, options }) {
    for (const role of spec.roles ?? []) {
      for (const line of role.dottedLines ?? []) {
        const unheard = unheardIn(line, role, workspace)
        if (unheard === undefined) {
          if (line.ratingWeight !== undefined) yield passed()
          continue
        }
        const weight = weightFor(role, options.weightPercent)
        yield barrier(line, line.ratingWeight === undefined ? 'to' : 'ratingWeight', {
          what: `${titled(role)} ${role.headcount === undefined || role.headcount === 1 ? 'works' : `(${role.headcount} people) work`} for ${line.to} too, whose word counts for nothing in the rating.`,
          change: `Let the second line count, for example with ${number(weight, 1)} %.`,
          figures: [figure('second-line-weight', 'Weight of the second line in the rating', 0, 'percent')],
          related: unheard,
          fixes: [
            unsafe(`Let ${line.to} count for ${number(weight, 1)} % of the rating`, set(line, 'ratingWeight', weight)),
          ],
        })
      }
    }
  },
})

/** The places that leave the second line out of the rating; undefined where it is heard, or nothing is said of it. */
function unheardIn(
  { ratingWeight }: DottedLine,
  { name }: OrganizationRole,
  workspace: Workspace,
): readonly RelatedPlace[] | undefined {
  if (ratingWeight !== undefined) return ratingWeight === 0 ? [] : undefined
  const rated = ratingsOf(workspace, name).flatMap((policy) => {
    const { feedback } = policy.spec
    const sources = feedback?.sources ?? []
    return feedback === undefined || sources.length === 0
      ? []
      : [{ policy, feedback, heard: sources.includes('dotted-line-manager') }]
  })
  if (rated.length === 0 || rated.some(({ heard }) => heard)) return undefined
  return rated.map(({ policy, feedback }) =>
    place('The second line is not among those who are heard.', policy, feedback, 'sources'),
  )
}

/** The ratings that cover a role, by its name. */
const ratingsOf = index(function* (workspace) {
  for (const policy of workspace.all('PerformanceCalibration'))
    for (const { role } of rolesCovered(policy.spec.population, workspace))
      yield [role.name, policy] as readonly [string, PerformanceCalibration]
})

/** As much as the share of time for alliances, where it is declared. */
function weightFor({ alliancePercent = 0 }: OrganizationRole, usual: number): number {
  return alliancePercent > 0 ? alliancePercent : usual
}
