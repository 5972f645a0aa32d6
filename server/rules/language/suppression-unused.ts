import { languageRule } from '../rule.ts'

export default languageRule({
  id: 'language/suppression-unused',
  title: 'A comment or waiver is about a finding that is not there',
  severity: 'warning',
  finds:
    'A suppression in a policy of which its rule finds nothing at the place that the comment is about; a waiver in the configuration of which its rule finds nothing in the policy or files that it names.',
  why: 'It would hide the next finding of that rule there, without anybody having agreed to that.',
  evidence: [],
  certainty: 'It is a fact about the text.',
  against:
    'It stays silent where the rule is off, where the policy is out of force, and where the policy cannot be read, since then nothing says that there would be no finding.',
  fixing:
    'The fix removes the comment. It is applied one at a time, since a comment may say more than Concord reads. Waivers are taken out by hand.',
})
