import { languageRule } from '../rule.ts'

export default languageRule({
  id: 'language/suppression-expired',
  title: 'The time of a suppression is over',
  severity: 'warning',
  finds:
    'A suppression, or a waiver in the configuration, whose last day is past while its rule still finds something there. That day itself still counts.',
  why: 'What was agreed to be put up with for a time is still there.',
  evidence: [],
  certainty: 'It is a fact about the text and the day of the check.',
  fixing: 'There is no fix: whether to mend the policy or to agree on a new day is a decision.',
})
