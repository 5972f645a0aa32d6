import type { Rule } from '../rules/rule.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { Source } from './expression.ts'
import { type NumberPlace, placeOf } from './places.ts'

/** Where a number comes from, and how it is changed. */
export interface Origin {
  readonly from: 'policy' | 'default' | 'configuration' | 'leadership system' | 'option' | 'taken'
  /** Where it stands, as far as it stands in a policy. */
  readonly place: NumberPlace | undefined
  /** What is said of it besides its place: why it is taken, or how to set it. */
  readonly says: string
}

/** What is looked up to say where numbers come from. */
export interface OriginsOf {
  readonly workspace: Workspace
  readonly rule: Rule
  /** Whether the configuration sets an option of the rule. */
  readonly isSet: (option: string) => boolean
}

export function originOf(source: Source, { workspace, rule, isSet }: OriginsOf): Origin {
  switch (source.from) {
    case 'policy': {
      const place = placeOf(source.object, source.key, workspace)
      return { from: 'policy', place, says: place === undefined ? 'made up for the comparison' : '' }
    }
    case 'taken':
      return { from: 'taken', place: undefined, says: source.why }
    case 'option': {
      const { name } = source
      const set = isSet(name) ? 'set in the configuration' : 'the default'
      const convention = rule.options[name]?.convention === true ? ', a convention' : ''
      return {
        from: 'option',
        place: undefined,
        says: `${set}${convention}; change it in .concord.yaml: rules, ${rule.id}, options, ${name}`,
      }
    }
    case 'assumption': {
      const { name, from } = source.assumed
      return assumptionOrigin(name, from, workspace)
    }
  }
}

function assumptionOrigin(name: string, from: string, workspace: Workspace): Origin {
  if (from === 'leadership system') {
    const [declared] = workspace.all('LeadershipSystem').flatMap(({ spec }) => spec.assumptions ?? [])
    const place = declared === undefined ? undefined : placeOf(declared, name, workspace)
    return { from, place, says: `an assumption; .concord.yaml (assumptions, ${name}) wins over it` }
  }
  if (from === 'configuration')
    return { from, place: undefined, says: `an assumption; change it in .concord.yaml: assumptions, ${name}` }
  return {
    from: 'default',
    place: undefined,
    says: `the default of an assumption; set it in .concord.yaml (assumptions, ${name}) or in the leadership system (spec.assumptions.${name})`,
  }
}
