import { languageRule } from '../rule.ts'

export default languageRule({
  id: 'language/placeholder',
  title: 'Something is still to be filled in',
  severity: 'warning',
  finds: 'A value that starts with "?": what a fix, or somebody, left for a person to fill in.',
  why: 'Until it is filled in, the policy says nothing here, and nothing that depends on it can be checked.',
  evidence: [],
  certainty: 'It is a fact about the text.',
  against: 'A text that is meant to begin with a question mark is found, too; begin it with another character.',
  fixing: 'There is no fix: the text after the question mark says what belongs there, and only a person knows it.',
})
