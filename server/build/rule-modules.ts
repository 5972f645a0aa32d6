import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { components, type Rule } from '../rules/rule.ts'

/** A rule with the text of the examples beside it; undefined while there is none. */
export interface RuleModule {
  /** As its place under the rules folder says. */
  readonly id: string
  readonly rule: Rule
  readonly examples: string | undefined
}

/** The ids of all rules under a rules folder, whether the registry lists them yet or not. A rule is a module directly in a component's folder. */
export function ruleIds(rulesFolder: string): readonly string[] {
  const ids = ['language', ...components].flatMap((component) => {
    const folder = join(rulesFolder, component)
    if (!existsSync(folder)) return []
    return readdirSync(folder).flatMap((file) => {
      const name = /^([\w-]+)\.ts$/.exec(file)?.[1]
      return name === undefined ? [] : [`${component}/${name}`]
    })
  })
  return ids.sort()
}

export async function ruleModule(rulesFolder: string, id: string): Promise<RuleModule> {
  const module = await import(pathToFileURL(join(rulesFolder, `${id}.ts`)).href)
  const { default: rule } = module as { readonly default: Rule }
  const examples = join(rulesFolder, `${id}.examples.md`)
  return { id, rule, examples: existsSync(examples) ? readFileSync(examples, 'utf8') : undefined }
}
