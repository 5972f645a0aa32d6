import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fieldTable } from './fields.ts'
import { modelOf } from './model.ts'
import type { Output } from './outputs.ts'
import { configurationPage, customRulesPage, referencePages } from './reference-pages.ts'
import { ruleRegistry } from './rule-registry.ts'
import { schemaTexts } from './schema-texts.ts'
import { configFile, customRulesFile, readSchemas } from './schemas.ts'
import { starterTexts } from './starters.ts'
import { configTypes, policyTypes } from './types.ts'
import { configValidator, configValidatorTypes, policyValidators, policyValidatorTypes } from './validators.ts'

export interface Generated {
  readonly outputs: readonly Output[]
  /** What is wrong with the sources, in words; the outputs are then only what could be made of them. */
  readonly problems: readonly string[]
}

/** Makes everything that is generated, from the sources under `project`, and writes nothing. */
export function generate(project: string): Generated {
  const schemas = readSchemas(join(project, 'schemas'))
  const model = modelOf(schemas)
  const problems = [...model.problems]
  const config = schemas.files.get(configFile)
  const customRules = schemas.files.get(customRulesFile)

  // A new sort of generated file is one more line here.
  const outputs: Output[] = [
    { path: 'server/language/generated/policies.ts', content: policyTypes(model) },
    { path: 'server/language/generated/fields.ts', content: fieldTable(model, problems) },
    ...compiled('server/language/generated/validators.js', () => policyValidators(schemas)),
    { path: 'server/language/generated/validators.d.ts', content: policyValidatorTypes(), uncommitted: true },
    { path: 'server/language/generated/schema-texts.ts', content: schemaTexts(schemas), uncommitted: true },
    ...starterSets(),
    { path: 'server/rules/generated/registry.ts', content: ruleRegistry(join(project, 'server/rules')) },
    ...referencePages(model, join(project, 'docs/language/examples'), problems),
  ]
  if (config) {
    outputs.push(
      { path: 'server/config/generated/config.ts', content: configTypes(model) },
      { path: 'docs/configuration.md', content: configurationPage(model, join(project, 'docs/examples/concord.yaml')) },
      ...(customRules ? [{ path: 'docs/custom-rules-reference.md', content: customRulesPage(model) }] : []),
      ...compiled('server/config/generated/validator.js', () => configValidator(schemas, config, customRules)),
      { path: 'server/config/generated/validator.d.ts', content: configValidatorTypes(), uncommitted: true },
    )
  }
  return { outputs, problems }

  /** A project in a test has none. */
  function starterSets(): Output[] {
    const folder = join(project, 'samples/starters')
    if (!existsSync(folder)) return []
    return [{ path: 'server/command/generated/starters.ts', content: starterTexts(folder), uncommitted: true }]
  }

  /** Ajv throws at the first thing in a schema that it does not accept: that is a problem of the schema, not of the generator. */
  function compiled(path: string, compile: () => string): Output[] {
    try {
      return [{ path, content: compile(), uncommitted: true }]
    } catch (error) {
      problems.push(`Ajv does not compile ${path}: ${error instanceof Error ? error.message : error}`)
      return []
    }
  }
}

/** The outputs whose file under `project` is missing or says something else. */
export function stale(outputs: readonly Output[], project: string): Output[] {
  return outputs.filter(({ path, content }) => {
    const file = join(project, path)
    return !existsSync(file) || readFileSync(file, 'utf8').replaceAll('\r\n', '\n') !== content
  })
}

export function write(outputs: readonly Output[], project: string): void {
  for (const { path, content } of stale(outputs, project)) {
    const file = join(project, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}
