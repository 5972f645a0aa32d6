import { languageRule } from '../rule.ts'

export default languageRule({
  id: 'language/missing-field',
  title: 'An essential field is missing',
  severity: 'error',
  finds:
    'A policy, or a part of one, without a field that it cannot do without. Only the essence is required; everything else may be left out.',
  why: 'Without its essence a policy says nothing that could be checked.',
  evidence: [],
  certainty: 'It is a fact about the text.',
  against:
    'While the field is missing, the list item or group of fields that needs it is left out of all other checks.',
  fixing: 'There is no fix: only a person knows what belongs there.',
})
