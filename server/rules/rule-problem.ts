import { nearest } from '../language/did-you-mean.ts'
import { rules } from './generated/registry.ts'

/** What is wrong with a rule's setting in a configuration, in words; undefined when it is a known rule with known options. */
export function ruleProblem(id: string, options: readonly string[]): string | undefined {
  // Those of the company itself are known only when all of the configuration is.
  if (id.startsWith('custom/')) return undefined
  const rule = rules.find((candidate) => candidate.id === id)
  if (rule === undefined) {
    const meant =
      nearest(
        id,
        rules.map((candidate) => candidate.id),
      ) ?? rules.find((candidate) => candidate.id.endsWith(`/${id}`))?.id
    return `There is no rule "${id}". ${meant === undefined ? '"concord rules" lists them.' : `Did you mean "${meant}"?`}`
  }
  const unknown = options.find((name) => !Object.hasOwn(rule.options, name))
  if (unknown === undefined) return undefined
  const names = Object.keys(rule.options)
  return `The rule "${id}" has no option "${unknown}". ${names.length === 0 ? 'It has none.' : `Its options: ${names.join(', ')}.`}`
}
