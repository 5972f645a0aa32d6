import { between, convention } from '../conventions.ts'
import { figureText } from '../figure.ts'
import { set, unsafe } from '../fix.ts'
import { barrier, passed, rule } from '../rule.ts'

/** Two months let the joint team finish what is under way and hand it over. */
const usualNoticeDays = 60

export default rule({
  id: 'resources/recall-without-notice',
  title: 'A unit can call its people back overnight',
  kind: 'ResourceAllocation',
  severity: 'warning',
  finds:
    'A recall with less notice than a week (`recall.noticeDays`), where the unit that calls back need not provide a replacement (`backfill` is not true).',
  why: 'The partner plans with people and equipment that can be gone tomorrow, so it keeps a reserve of its own or waits.',
  evidence: ['article'],
  certainty: "It is practitioners' experience, not a measurement; which notice is enough is a convention.",
  against: 'Where a replacement comes at once, the people may change and the work goes on.',
  fixing: 'The fix asks for 60 days of notice and a replacement. It binds the units, so they must agree.',
  options: {
    leastNoticeDays: convention(7, between(0, 365), {
      title: 'Least notice, in days',
      description: 'How many days of notice at least keep a recall from being a surprise.',
    }),
  },
  *check({ spec }, { options }) {
    const { recall } = spec
    if (recall?.noticeDays === undefined) return
    if (recall.noticeDays >= options.leastNoticeDays || recall.backfill === true) {
      yield passed()
      return
    }
    const days = Math.max(usualNoticeDays, options.leastNoticeDays)
    const notice = figureText({ value: recall.noticeDays, unit: 'days' })
    yield barrier(recall, 'noticeDays', {
      what: `Units can call back what they gave with ${notice} of notice, ${recall.backfill === false ? 'and need not replace it' : 'and no replacement is asked for'}.`,
      howMuch: `Less than ${figureText({ value: options.leastNoticeDays, unit: 'days' })} counts as no notice; that is a convention.`,
      change: `Ask for ${days} days of notice and a replacement.`,
      fixes: [
        unsafe(
          `Ask for ${days} days of notice and a replacement`,
          set(recall, 'noticeDays', days),
          set(recall, 'backfill', true),
        ),
      ],
    })
  },
})
