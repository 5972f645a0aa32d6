import { languageRule } from '../rule.ts'

export default languageRule({
  id: 'language/unknown-field',
  title: 'A field that does not exist',
  severity: 'error',
  finds: 'A key that the kind of policy does not have at this place.',
  why: 'A misspelt field says nothing: what it was meant to say is missing, and nobody notices.',
  evidence: [],
  certainty: 'It is a fact about the text.',
  fixing: 'Where a known field is spelt nearly the same, the fix renames the key. What stands under it stays as it is.',
})
