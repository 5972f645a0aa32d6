import { isAcrossBoundaries } from '../across-boundaries.ts'
import { figure } from '../figure.ts'
import { append, placeholder, weightFromOthers } from '../fix.ts'
import { barrier, passed, place, rule } from '../rule.ts'

export default rule({
  id: 'culture/values-vs-promotion',
  title: 'Collaboration is a value, and no promotion asks for it',
  kind: 'CulturalNorms',
  severity: 'warning',
  finds:
    'A value about working across boundaries, where criteria for promotion are declared and none with a weight asks for the value by its name or for working across boundaries. A declared competency that is left out is said by `leaders/competency-not-in-promotion`, at the competency.',
  why: 'Those who rise show everybody what is really valued.',
  evidence: ['R13'],
  certainty: 'That people do what is rewarded is an argument with examples, not a measurement.',
  against: 'Managers may ask for it without a criterion. Then it hangs on the manager.',
  fixing: 'The fix makes the value a criterion; its weight has to be settled.',
  *check({ spec }, { workspace }) {
    const held = workspace.all('LeaderSelection').flatMap((policy) => {
      const { promotion } = policy.spec
      const criteria = promotion?.criteria ?? []
      return promotion === undefined || criteria.length === 0 ? [] : [{ policy, promotion, criteria }]
    })
    const [first] = held
    if (first === undefined) return
    const criteria = held.flatMap((one) => one.criteria)
    for (const value of spec.values ?? []) {
      const { name, title, about } = value
      if (about === undefined || !isAcrossBoundaries(about)) continue
      const asking = criteria.filter((one) => one.value === name || isAcrossBoundaries(one.about))
      if (asking.some(({ weight }) => weight !== 0)) yield passed()
      else {
        const [weightless] = asking
        const called = title ?? name
        const criterion = { name, value: name, about, weight: weightFromOthers }
        yield barrier(value, 'about', {
          what: `"${called}" is a value, and no criterion for promotion ${weightless === undefined ? 'asks for it' : 'that asks for it has a weight'}.`,
          howMuch: 'It counts for 0 % of a promotion.',
          change:
            weightless === undefined
              ? 'Make it a criterion for promotion, with a weight.'
              : `Give the criterion "${weightless.name}" a weight, taken from the others.`,
          figures: [figure('promotion-weight', `Weight of "${name}" in a promotion`, 0, 'percent')],
          related: held.map(({ policy, promotion }) =>
            place('What counts for a promotion.', policy, promotion, 'criteria'),
          ),
          fixes:
            weightless === undefined
              ? [
                  placeholder(
                    `Ask for "${called}" in the promotion criteria of ${first.policy.metadata.name}`,
                    append(first.promotion, 'criteria', criterion, { in: first.policy }),
                  ),
                ]
              : [],
        })
      }
    }
  },
})
