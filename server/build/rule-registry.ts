import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { camelCase } from './names.ts'

/** The folders that hold rule modules; `language` is for findings of the language layer itself. */
const components = [
  'accountability',
  'culture',
  'decision-making',
  'language',
  'leaders',
  'organization',
  'performance',
  'resources',
]

/** The list of all rules: server/rules/generated/registry.ts. A rule is a module directly in a component's folder. */
export function ruleRegistry(rulesFolder: string): string {
  const paths = components.flatMap((component) => {
    const folder = join(rulesFolder, component)
    if (!existsSync(folder)) return []
    const modules = readdirSync(folder).filter((name) => name.endsWith('.ts') && !/\.(test|d)\.ts$/.test(name))
    return modules.sort().map((name) => `${component}/${name}`)
  })
  const rules = paths.map((path) => ({ path, name: camelCase(path.replace(/\.ts$/, '').replace('/', '-')) }))
  const header = '// Generated from the modules under server/rules/ by `npm run generate`. Do not edit.\n'
  if (rules.length === 0) return `${header}\nexport const rules = [] as const\n`
  return `${header}
${rules.map(({ path, name }) => `import ${name} from '../${path}'`).join('\n')}

export const rules = [
${rules.map(({ name }) => `  ${name},`).join('\n')}
] as const
`
}
