import { kinds } from '../language/generated/policies.ts'
import type { Kind } from '../language/policy-file.ts'
import type { Context } from '../rules/rule.ts'
import type { Budget } from './budget.ts'
import { type Cel, type Environment, limits } from './cel.ts'
import { declarePolicyType, type TypeFields } from './policy-types.ts'
import { functions, functionsOfKinds, mixNumbers, names } from './surroundings.ts'

/** What expressions of a rule may name, as it is checked: with the type of everything. */
export interface CheckedVocabulary {
  readonly env: Environment
  readonly fields: TypeFields
  readonly names: Set<string>
  readonly functions: readonly string[]
}

/** The kinds that a text names: only these need to be known. */
function kindsIn(text: string): readonly Kind[] {
  return kinds.filter((kind) => new RegExp(`\\b${kind}\\b`).test(text))
}

/** The vocabulary for one kind of policy; `text` is everything that the rule's expressions say. */
export function checkedVocabulary(
  cel: Cel,
  kind: Kind,
  options: Readonly<Record<string, number | boolean>>,
  text: string,
): CheckedVocabulary {
  const env = new cel.Environment({ limits })
  const fields: TypeFields = new Map()
  mixNumbers(env)
  env.registerOperator('double == int', equal)
  for (const each of new Set<Kind>([kind, 'OrganizationDesign', ...kindsIn(text)])) {
    declarePolicyType(env, each, fields)
    env.registerType(`Kind.${each}`, { fields: {} })
    env.registerVariable(each, `Kind.${each}`)
    for (const { calls } of functionsOfKinds)
      for (const call of calls)
        env.registerFunction(call.replace('Kind', `Kind.${each}`).replace('Policy', each), () => undefined)
  }
  for (const { calls } of functions) for (const call of calls) env.registerFunction(call, () => undefined)
  for (const [name, type] of Object.entries(names)) env.registerVariable(name, type)
  env.registerVariable('policy', kind)
  const types = Object.entries(options).map(([name, value]) => [name, typeof value === 'number' ? 'double' : 'bool'])
  fields.set('Options', Object.fromEntries(types))
  env.registerType('Options', { fields: Object.fromEntries(types) })
  env.registerVariable('options', 'Options')
  return {
    env,
    fields,
    names: new Set(['policy', 'options', ...Object.keys(names), ...kinds]),
    functions: [...functions, ...functionsOfKinds].map(({ name }) => name),
  }
}

/** The same for evaluating: over policies as they are, where everything is what it is when it is met. */
export class RunningVocabulary {
  readonly env: Environment
  /** What functions answer from while an expression runs. */
  context: Context | undefined

  constructor(cel: Cel, budget: Budget) {
    const env = new cel.Environment({ limits, unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false })
    mixNumbers(env)
    env.registerOperator('double == int', equal)
    for (const { name, calls, does } of [...functions, ...functionsOfKinds]) {
      // With everything of any type, a call is told by how much it takes.
      const counts = new Set(calls.map((call) => call.slice(0, call.indexOf(')')).split(',').length))
      for (const count of counts) {
        const takes = Array.from({ length: count }, () => 'dyn').join(', ')
        const handler = (...given: readonly unknown[]): unknown => does(this.#running(), ...given)
        env.registerFunction(`${name}(${takes}): dyn`, handler, { async: false })
      }
    }
    budget.watch(env)
    this.env = env
  }

  #running(): Context {
    if (this.context === undefined) throw new Error('An expression runs outside a check.')
    return this.context
  }
}

function equal(a: unknown, b: unknown): boolean {
  return Number(a) === Number(b)
}
