import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseExamples } from '../../server/build/rule-examples.ts'
import { ruleIds, ruleModule } from '../../server/build/rule-modules.ts'
import { Checker } from '../../server/checker/checker.ts'
import type { Finding } from '../../server/checker/finding.ts'
import { defaultSettings, type Settings } from '../../server/checker/settings.ts'
import { readPolicyFile } from '../../server/language/policy-file.ts'
import { rules } from '../../server/rules/generated/registry.ts'
import type { Rule } from '../../server/rules/rule.ts'
import { type WorkedFigure, workedFigures } from '../../server/workings/workings.ts'
import { Workspace } from '../../server/workspace/workspace.ts'

/** A finding with its figures worked out, and where it was found. */
export interface Sample {
  readonly where: string
  readonly finding: Finding
  readonly figures: readonly WorkedFigure[]
}

const root = fileURLToPath(new URL('../../', import.meta.url))

function worked(
  where: string,
  texts: ReadonlyMap<string, string>,
  checked: readonly Rule[],
  settings: Settings,
  today: string,
): readonly Sample[] {
  const workspace = new Workspace(today)
  workspace.change(() => {
    for (const [name, text] of texts) workspace.replace(name, readPolicyFile(text))
  })
  return new Checker(workspace, checked, settings).findings().flatMap((finding) => {
    const rule = checked.find(({ id }) => id === finding.rule)
    if (rule === undefined || finding.figures.length === 0) return []
    return [{ where, finding, figures: workedFigures(finding, rule, { workspace, settings }) }]
  })
}

/** Every finding with figures in a folder of samples. */
export function findingsInSample(folder: string, today = '2027-03-31'): readonly Sample[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  )
  const texts = new Map(names.map((name) => [name, readFileSync(join(root, folder, name), 'utf8')]))
  return worked(folder, texts, rules, defaultSettings, today)
}

/** Every finding with figures in the examples of the rules, each example judged by its own rule. */
export async function findingsInExamples(): Promise<readonly Sample[]> {
  const folder = join(root, 'server/rules')
  const modules = await Promise.all(ruleIds(folder).map((id) => ruleModule(folder, id)))
  return modules.flatMap(({ rule, examples }) =>
    parseExamples(examples ?? '').examples.flatMap((example) =>
      worked(
        `${example.rule}: ${example.title}`,
        new Map(example.files.map(({ name, text }) => [name, text])),
        [rule],
        {
          ...defaultSettings,
          forFile: () => ({ severity: () => undefined, options: () => example.options }),
          assumptions: example.assumptions,
        },
        example.today,
      ),
    ),
  )
}
