import { fillIn, placeholder, set } from '../fix.ts'
import { barrier, passed, rule, titled } from '../rule.ts'

export default rule({
  id: 'culture/values-without-behaviours',
  title: 'A value without behaviour that others can see',
  kind: 'CulturalNorms',
  severity: 'info',
  finds: 'A value without `behaviours`.',
  why: 'Each unit and each partner reads the value as it suits, so nobody can be held to it.',
  evidence: ['A3'],
  certainty:
    'Skills in collaborating are an item of a benchmark of alliances; how much written behaviours help has not been measured.',
  against: 'Stories that everybody knows may say more than a list.',
  fixing: 'The fix adds the list, to be filled in.',
  *check({ spec }) {
    for (const value of spec.values ?? []) {
      if ((value.behaviours ?? []).length > 0) yield passed()
      else {
        const called = titled(value)
        yield barrier(value, value.behaviours === undefined ? 'name' : 'behaviours', {
          what: `"${called}" is a value, and nothing says by what behaviour others recognize it.`,
          change: 'Write two or three things that others can see somebody do.',
          fixes: [
            placeholder(
              `Add behaviours of "${called}"`,
              set(value, 'behaviours', [fillIn('what others can see somebody do who lives it')]),
            ),
          ],
        })
      }
    }
  },
})
