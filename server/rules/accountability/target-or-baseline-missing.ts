import { fillIn, placeholder, set } from '../fix.ts'
import { barrier, passed, rule, titled } from '../rule.ts'

const meaning = { baseline: 'where it stands today', target: 'where it should stand' } as const

export default rule({
  id: 'accountability/target-or-baseline-missing',
  title: 'A measure has no target or no baseline',
  kind: 'Accountability',
  severity: 'warning',
  finds: 'A measure without a `target`, without a `baseline`, or without both. Words count as well as numbers.',
  why: 'Without where it stands and where it should stand, each side tells its own story of progress.',
  evidence: ['arithmetic'],
  certainty: 'Progress is the way from the baseline to the target; without one of them it cannot be computed.',
  against: 'In its first year a new measure may be there to learn what is normal. Say so in words.',
  fixing: 'The fix adds what is missing, to be filled in.',
  *check({ spec }) {
    for (const measure of spec.measures ?? []) {
      const missing = (['baseline', 'target'] as const).filter((key) => measure[key] === undefined)
      if (missing.length === 0) yield passed()
      else {
        yield barrier(measure, 'name', {
          what: `"${titled(measure)}" has no ${missing.join(' and no ')}.`,
          change: `Say ${missing.map((key) => meaning[key]).join(' and ')}.`,
          fixes: [
            placeholder(
              `Add the ${missing.join(' and the ')} of "${titled(measure)}"`,
              ...missing.map((key) => set(measure, key, fillIn(meaning[key]))),
            ),
          ],
        })
      }
    }
  },
})
