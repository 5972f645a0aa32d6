/** A rule of the company's own cannot judge a policy, and that is the rule's fault: the message says why, without a full stop. */
export class RuleFault extends Error {
  override readonly name = 'RuleError'
}
