import type { AttritionTarget, PerformanceCalibration } from '../../language/generated/policies.ts'
import { figure, figureText, number } from '../figure.ts'
import { type Fix, remove, unsafe } from '../fix.ts'
import { ratedPeople } from '../rated-groups.ts'
import { barrier, passed, type Report, rule, titled } from '../rule.ts'

export default rule({
  id: 'performance/attrition-quota',
  title: 'A number of colleagues is to leave',
  kind: 'PerformanceCalibration',
  severity: 'error',
  finds:
    'A target for people who leave whom the company does not regret to lose (`type: unregretted`), or a target whose shortfall is added to the next year (`carryOver: true`).',
  why: 'Somebody has to be found who leaves, so each is safer when a colleague looks worse.',
  evidence: ['C3'],
  certainty:
    'One company is reported to have had such a target; the company disputes it. That a quota for leavers makes colleagues compete to stay follows from what it says.',
  against:
    'To watch how many leave, or to aim at keeping people (`type: total`, without carry-over), sets nobody against anybody.',
  fixing: 'The fix deletes the target. How many leave can still be observed. It changes what the policy says.',
  *check(calibration) {
    for (const target of calibration.spec.attritionTargets ?? []) {
      const { type, carryOver, percent, title, name } = target
      if (type === 'unregretted' || carryOver === true) {
        const share = percent === undefined ? 'A number of people' : `${number(percent, 1)} % of people`
        yield barrier(target, type === 'unregretted' ? 'type' : 'carryOver', {
          what: `${share} ${percent === undefined ? 'is' : 'are'} to leave each year by the target "${title ?? name}"${carryOver === true ? ', and what is missed is added to the next year' : ''}.`,
          ...peopleToLeave(target, calibration),
          change: 'Delete the target, and observe how many leave without aiming at a number.',
          fixes: [drop(target, calibration)],
        })
      } else if (type === 'total') yield passed()
    }
  },
})

function peopleToLeave(
  { percent, carryOver }: AttritionTarget,
  calibration: PerformanceCalibration,
): Pick<Report, 'howMuch' | 'figures'> {
  const people = ratedPeople(calibration)
  if (people === undefined || percent === undefined) return {}
  const leavers = figure(
    'people-to-leave',
    `People of ${number(people, 0)} who are to leave in a year`,
    (people * percent) / 100,
    'count',
    [{ name: 'headcount', value: people, from: 'policy' }],
  )
  const next = carryOver === true ? `; after a year in which nobody did, ${number(2 * leavers.value, 0)}` : ''
  return {
    howMuch: `Of ${number(people, 0)} people, ${figureText(leavers)} are to go in a year${next}.`,
    figures: [leavers],
  }
}

function drop(target: AttritionTarget, { spec }: PerformanceCalibration): Fix {
  const targets = spec.attritionTargets ?? []
  return unsafe(
    `Delete the target "${titled(target)}"`,
    targets.length > 1 ? remove(targets, targets.indexOf(target)) : remove(spec, 'attritionTargets'),
  )
}
