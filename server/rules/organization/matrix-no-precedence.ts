import { query } from '../../workspace/workspace.ts'
import { fillIn, placeholder, set } from '../fix.ts'
import { listed } from '../listed.ts'
import { barrier, passed, place, rule } from '../rule.ts'

export default rule({
  id: 'organization/matrix-no-precedence',
  title: 'Two lines, and no word on which decides what',
  kind: 'OrganizationDesign',
  severity: 'warning',
  finds:
    'Roles that report to a second line as well (`dottedLines`), in an organization that nowhere says which line decides what (`precedence`). It is said once in each policy.',
  why: 'Two managers set two priorities, and the person in between settles it alone or waits.',
  evidence: ['R24'],
  certainty: 'That decisions stall where it is unclear who decides is consulting practice, not a measurement.',
  against: 'Two managers who sit side by side may settle it as it comes up.',
  fixing: 'The fix adds the sentence on precedence; what it says has to be filled in.',
  *check(policy, { workspace }) {
    const roles = (policy.spec.roles ?? []).filter(({ dottedLines = [] }) => dottedLines.length > 0)
    const [first] = roles
    if (first === undefined) return
    if (precedenceIsDeclared(workspace, '')) yield passed()
    else {
      const two = `${listed(roles.map(({ name, title }) => title ?? name))} ${roles.length === 1 ? 'reports' : 'report'} to two lines`
      yield barrier(first, 'dottedLines', {
        what: `${two}, and nothing says which of them decides what.`,
        change: 'Say which line decides on priorities, pay and leave, and who settles it when the two disagree.',
        related: roles.slice(1).map((role) => place('Has two lines as well.', policy, role, 'dottedLines')),
        fixes: [
          placeholder(
            'Say which line decides what',
            set(policy.spec, 'precedence', fillIn('which line decides what, and who settles it when the two disagree')),
          ),
        ],
      })
    }
  },
})

const precedenceIsDeclared = query((workspace, _: '') =>
  workspace.all('OrganizationDesign').some(({ spec }) => spec.precedence !== undefined),
)
