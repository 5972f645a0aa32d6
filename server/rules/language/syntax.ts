import { languageRule } from '../rule.ts'

export default languageRule({
  id: 'language/syntax',
  title: 'The text is not valid YAML',
  severity: 'error',
  finds:
    'Text that cannot be read as YAML: a missing quote or bracket, lines that are indented differently from their neighbours, a key written twice, an alias that stands for nothing, the marks of a merge conflict.',
  why: 'What cannot be read cannot be checked, and other tools read it differently or not at all.',
  evidence: [],
  certainty: 'It is a fact about the text.',
  against:
    'While a text is broken, missing and misplaced fields are not reported, since they often follow from the break. What was understood still counts: names that it declares can be referred to.',
  fixing: 'There is no fix: what was meant can only be guessed.',
})
