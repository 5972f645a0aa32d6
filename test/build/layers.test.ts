import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { cruise, type ICruiseOptions } from 'dependency-cruiser'
import { removeTemporaryProjects, repository, temporaryProject } from './temporary-project.ts'

const { forbidden, options } = createRequire(import.meta.url)(`${repository}.dependency-cruiser.cjs`)
const { tsConfig: _, ...cruiseOptions } = options

/** The names of the rules that these files break, with the file that breaks each. */
async function broken(files: Readonly<Record<string, string>>): Promise<string[]> {
  const ruleSet = { forbidden }
  const settings: ICruiseOptions = { ...cruiseOptions, baseDir: temporaryProject(files), validate: true, ruleSet }
  const { output } = await cruise(['server'], settings)
  if (typeof output === 'string') throw new Error(output)
  return output.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`).sort()
}

const empty = 'export const nothing = 0\n'

describe('the architecture check', () => {
  after(removeTemporaryProjects)

  it('accepts the one direction', async () => {
    const files = {
      'server/language/a.ts': empty,
      'server/models/a.ts': empty,
      'server/workspace/a.ts': `import '../language/a.ts'\n`,
      'server/rules/a.ts': `import '../models/a.ts'\nimport '../workspace/a.ts'\n`,
      'server/rules/leaders/a.ts': `import '../a.ts'\n`,
      'server/rules/generated/registry.ts': `import '../leaders/a.ts'\n`,
      'server/checker/a.ts': `import '../rules/generated/registry.ts'\n`,
      'server/hosts/a.ts': `import 'node:fs'\nimport '../checker/a.ts'\n`,
      'server/command/a.ts': `import '../hosts/a.ts'\nimport '../models/a.ts'\n`,
    }
    assert.deepEqual(await broken(files), [])
  })

  const wrong: readonly (readonly [what: string, from: string, imports: string, to: string, rule: string])[] = [
    ['language', 'server/language/x.ts', '../workspace/y.ts', 'server/workspace/y.ts', 'layers-language'],
    ['workspace', 'server/workspace/x.ts', '../rules/y.ts', 'server/rules/y.ts', 'layers-workspace'],
    ['models', 'server/models/x.ts', '../language/y.ts', 'server/language/y.ts', 'layers-models'],
    ['config', 'server/config/x.ts', '../rules/y.ts', 'server/rules/y.ts', 'layers-config'],
    ['rules', 'server/rules/x.ts', '../checker/y.ts', 'server/checker/y.ts', 'layers-rules'],
    ['checker', 'server/checker/x.ts', '../scorecard/y.ts', 'server/scorecard/y.ts', 'layers-checker'],
    ['scorecard', 'server/scorecard/x.ts', '../reports/y.ts', 'server/reports/y.ts', 'layers-scorecard'],
    ['reports', 'server/reports/x.ts', '../command/y.ts', 'server/command/y.ts', 'layers-reports'],
    ['hosts', 'server/hosts/x.ts', '../command/y.ts', 'server/command/y.ts', 'layers-hosts'],
    ['features', 'server/features/x.ts', '../protocol/y.ts', 'server/protocol/y.ts', 'layers-features'],
    ['command', 'server/command/x.ts', '../build/y.ts', 'server/build/y.ts', 'layers-command'],
    ['protocol', 'server/protocol/x.ts', '../command/y.ts', 'server/command/y.ts', 'layers-protocol'],
    ['build', 'server/build/x.ts', '../command/y.ts', 'server/command/y.ts', 'layers-build'],
    [
      'one component’s rules',
      'server/rules/leaders/x.ts',
      '../culture/y.ts',
      'server/rules/culture/y.ts',
      'components-apart',
    ],
  ]
  for (const [what, from, imports, to, rule] of wrong) {
    it(`refuses that ${what} import ${to.split('/').slice(1, -1).join('/')}, even for a type`, async () => {
      const files = { [from]: `import type { Y } from '${imports}'\nexport type X = Y\n`, [to]: 'export type Y = 1\n' }
      assert.deepEqual(await broken(files), [`${rule}: ${from}`])
    })
  }

  it('refuses a cycle', async () => {
    const files = { 'server/models/x.ts': `import './y.ts'\n`, 'server/models/y.ts': `import './x.ts'\n` }
    assert.deepEqual(await broken(files), ['no-cycles: server/models/x.ts'])
  })

  it('refuses a room that it does not know', async () => {
    const files = { 'server/utils/x.ts': `import './y.ts'\n`, 'server/utils/y.ts': empty }
    assert.deepEqual(await broken(files), ['known-rooms: server/utils/x.ts'])
  })

  it('refuses Node outside hosts, command and build', async () => {
    assert.deepEqual(await broken({ 'server/checker/x.ts': `import 'node:fs'\n` }), [
      'node-at-the-edges: server/checker/x.ts',
    ])
  })

  it('refuses packages in models', async () => {
    assert.ok(
      (await broken(withPackage('server/models/x.ts', 'yaml'))).includes('models-are-arithmetic: server/models/x.ts'),
    )
  })

  it('refuses the language server protocol outside protocol', async () => {
    const name = 'vscode-languageserver'
    assert.deepEqual(await broken(withPackage('server/checker/x.ts', name)), [
      'editor-at-the-edges: server/checker/x.ts',
    ])
    assert.deepEqual(await broken(withPackage('server/protocol/x.ts', name)), [])
  })

  it('refuses development tools in what ships', async () => {
    const files = withPackage('server/checker/x.ts', 'mocha', 'devDependencies')
    assert.deepEqual(await broken(files), ['product-without-tools: server/checker/x.ts'])
  })

  it('refuses an import that leads nowhere', async () => {
    assert.deepEqual(await broken({ 'server/models/x.ts': `import './gone.ts'\n` }), ['resolvable: server/models/x.ts'])
  })

  function withPackage(from: string, name: string, section = 'dependencies'): Record<string, string> {
    return {
      'package.json': JSON.stringify({ name: 'fixture', [section]: { [name]: '1.0.0' } }),
      [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
      [`node_modules/${name}/index.js`]: '',
      [from]: `import '${name}'\n`,
    }
  }
})
