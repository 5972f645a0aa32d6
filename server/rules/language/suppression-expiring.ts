import { atLeast, convention } from '../conventions.ts'
import { languageRule } from '../rule.ts'

export default languageRule({
  id: 'language/suppression-expiring',
  title: 'A suppression is about to end',
  severity: 'info',
  finds: 'A suppression, or a waiver in the configuration, that is in use and ends within a number of days.',
  why: 'Once it ends, its finding is back, and a check that passed fails.',
  evidence: [],
  certainty: 'It is a fact about the text and the day of the check.',
  options: {
    withinDays: convention(30, atLeast(0), {
      title: 'Days before',
      description: 'So many days before its end a suppression or waiver is reported; 0 for never.',
    }),
  },
  fixing: 'There is no fix: whether to mend the policy or to agree on a new day is a decision.',
})
