import { languageRule } from '../rule.ts'

export default languageRule({
  id: 'language/unreadable',
  title: 'The file was not read, or not to its end',
  severity: 'error',
  finds:
    'A policy that is nested deeper than any policy needs, whose aliases expand to a huge number of values, or whose file is too large or no text.',
  why: 'A policy that is not read is not checked; without this finding it would look as if all were well.',
  evidence: [],
  certainty: 'It is a fact about the text.',
  against:
    'The limits are conventions, far above what policies need: about ten levels of nesting, and a few dozen aliases.',
  fixing: 'There is no fix: write the policy with less nesting, or without aliases inside aliases.',
})
