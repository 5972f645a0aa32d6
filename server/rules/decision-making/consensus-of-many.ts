import type { Decision } from '../../language/generated/policies.ts'
import { approvalOdds } from '../../models/decision-latency.ts'
import { bodiesThatDecide, bodyCalled } from '../../workspace/governance.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { oddsFigures, oddsText, yesOption } from '../approval-odds.ts'
import { atLeast, convention } from '../conventions.ts'
import { decidersOf } from '../deciders.ts'
import { barrier, passed, rule, titled } from '../rule.ts'

export default rule({
  id: 'decision-making/consensus-of-many',
  title: 'So many must agree that they seldom do',
  kind: 'DecisionRights',
  severity: 'warning',
  finds:
    'A decision of ours by consensus or unanimity among five or more: its `voters`, else the members of the body that takes it; or five or more who must agree in RAPID. Joint bodies are not looked at, since there each side usually has one voice.',
  why: 'One doubt of one of them is enough for another round, and the partner waits for the round in which there is none.',
  evidence: ['arithmetic'],
  certainty:
    'The chance follows from the number of people and the assumed chance that one of them says yes, if they decide independently. People who talk before the meeting agree more often than that.',
  against: 'For a few decisions that all must carry, the time is well spent.',
  fixing: 'There is no automatic fix: who decides, and who is only heard, is for the company to say.',
  options: {
    many: convention(5, atLeast(2), {
      title: 'How many are many',
      description: 'From how many who must all agree on a decision takes too many rounds.',
    }),
    yesPercent: yesOption,
  },
  *check({ spec }, { workspace, options }) {
    for (const decision of spec.decisions ?? []) {
      for (const { who, on, key } of groupsThatMustAgree(decision, workspace)) {
        if (who.length < options.many) {
          yield passed()
          continue
        }
        const odds = approvalOdds(who.length, options.yesPercent / 100)
        yield barrier(on, key, {
          what: `All ${who.length} must agree to "${titled(decision)}": ${who.join(', ')}.`,
          howMuch: `${oddsText(odds)} ${options.many} or more count as many; that is a convention.`,
          change: 'Name one who decides after hearing the others, or let a majority decide.',
          figures: oddsFigures(odds),
        })
      }
    }
  },
})

interface Group {
  readonly who: readonly string[]
  readonly on: object
  readonly key: string
}

function groupsThatMustAgree(decision: Decision, workspace: Workspace): readonly Group[] {
  const { rule: how, voters, rapid } = decision
  const needsAll = how === 'consensus' || how === 'unanimous'
  const who = needsAll ? (voters ?? membersOf(decision, workspace)) : []
  const agree = typeof rapid?.agree === 'string' ? [rapid.agree] : (rapid?.agree ?? [])
  return [
    ...(who.length === 0 ? [] : [{ who, on: decision, key: 'rule' }]),
    ...(agree.length === 0 || rapid === undefined ? [] : [{ who: agree, on: rapid, key: 'agree' }]),
  ]
}

function membersOf(decision: Decision, workspace: Workspace): readonly string[] {
  const [first] = bodiesThatDecide(workspace, decision.name)
  const deciders = decidersOf(decision)
  const body = first?.body ?? deciders.flatMap((name) => bodyCalled(workspace, name) ?? [])[0]?.body
  return body?.members ?? (deciders.length > 1 ? deciders : [])
}
