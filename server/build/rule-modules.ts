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

/** Every rule under a rules folder, read from its module: also those that the registry does not list yet. */
export async function ruleModules(rulesFolder: string): Promise<readonly RuleModule[]> {
  const ids = ['language', ...components].flatMap((component) => {
    const folder = join(rulesFolder, component)
    if (!existsSync(folder)) return []
    return readdirSync(folder).flatMap((file) =>
      /^[\w-]+\.ts$/.test(file) ? [`${component}/${file.replace('.ts', '')}`] : [],
    )
  })
  return Promise.all(ids.sort().map((id) => ruleModule(rulesFolder, id)))
}

async function ruleModule(rulesFolder: string, id: string): Promise<RuleModule> {
  const { default: rule } = (await import(pathToFileURL(join(rulesFolder, `${id}.ts`)).href)) as {
    readonly default: Rule
  }
  const examples = join(rulesFolder, `${id}.examples.md`)
  return { id, rule, examples: existsSync(examples) ? readFileSync(examples, 'utf8') : undefined }
}
