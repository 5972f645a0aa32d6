import { languageRule } from '../rule.ts'

export default languageRule({
  id: 'language/suppression-malformed',
  title: 'A comment that suppresses nothing because of how it is written',
  severity: 'error',
  finds:
    'A comment that begins with "concord-ignore" and lacks the rule, the day until which it holds, or the reason; that names a rule that does not exist; or that has nothing below it. A suppression reads `# concord-ignore RULE until=YEAR-MONTH-DAY reason="…"`.',
  why: 'Whoever wrote it believes that a finding is dealt with, and it is not.',
  evidence: [],
  certainty: 'It is a fact about the text.',
  against:
    'Until it is mended the comment suppresses nothing: the finding that it was meant for shows, too. A waiver with a mistake makes its whole configuration unusable, with a line of its own. Findings of broken or unread text, and of suppressions themselves, cannot be suppressed at all.',
  fixing: 'There is no fix: which rule, how long and why, only a person knows.',
})
