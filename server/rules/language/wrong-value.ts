import { languageRule } from '../rule.ts'

export default languageRule({
  id: 'language/wrong-value',
  title: 'A value that does not fit its field',
  severity: 'error',
  finds:
    'A value that its field cannot have: text where a number belongs, a date that does not exist, a word that is none of the possible ones, a share above 100 percent.',
  why: 'A value that does not fit means nothing, so what it was meant to say is not checked.',
  evidence: [],
  certainty: 'It is a fact about the text.',
  against:
    'A text that starts with "?" is no wrong value: it marks what is still to be filled in, which is a finding of its own.',
  fixing: 'Where a possible word is spelt nearly the same, the fix writes that one.',
})
