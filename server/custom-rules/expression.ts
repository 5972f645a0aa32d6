import { RuleFault } from '../rules/rule-fault.ts'
import type { Budget } from './budget.ts'
import { type ExpressionProblem, problemOf, refusal } from './expression-problem.ts'
import { NotDescribed } from './surroundings.ts'
import type { CheckedVocabulary, RunningVocabulary } from './vocabulary.ts'

/** The values of the names that an expression may use. */
export type Values = Readonly<Record<string, unknown>>

/** What an expression yields; undefined where something that it asks for is not described. */
export type Expression = (values: Values) => unknown

/** Checks an expression without running it: the type that it yields, or what is wrong. */
export function checkedType(
  text: string,
  vocabulary: CheckedVocabulary,
): { readonly type: string } | ExpressionProblem {
  try {
    const parsed = vocabulary.env.parse(text)
    const { valid, type = 'dyn', error } = parsed.check()
    if (!valid) return problemOf(error, text, vocabulary)
    return refusal(parsed.ast, text, vocabulary) ?? { type }
  } catch (error) {
    return problemOf(error, text, vocabulary)
  }
}

/** These say that something is not there, which a check has found to be known. */
const absences: ReadonlySet<unknown> = new Set(['no_such_key', 'unknown_variable', 'index_out_of_bounds'])

/** An expression that has been checked, ready to run. */
export function runnable(text: string, vocabulary: RunningVocabulary, budget: Budget): Expression {
  const run = vocabulary.env.parse(text)
  return (values) => {
    try {
      budget.check()
      const value: unknown = run(values)
      // What was over budget for a part may have been caught within the expression.
      budget.check()
      return value
    } catch (error) {
      budget.check()
      if (error instanceof NotDescribed || (error instanceof Error && 'code' in error && absences.has(error.code)))
        return undefined
      if (error instanceof RuleFault) throw error
      throw new RuleFault(`"${text}" fails: ${summaryOf(error)}`)
    }
  }
}

function summaryOf(error: unknown): string {
  if (error instanceof Error && 'summary' in error) return String(error.summary)
  return error instanceof Error ? error.message : String(error)
}
