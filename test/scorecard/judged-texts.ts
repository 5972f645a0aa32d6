import { Checker } from '../../server/checker/checker.ts'
import { defaultSettings, type Settings } from '../../server/checker/settings.ts'
import { readPolicyFile } from '../../server/language/policy-file.ts'
import { rules } from '../../server/rules/generated/registry.ts'
import { judgedIn } from '../../server/scorecard/judged.ts'
import type { Judged } from '../../server/scorecard/tallies.ts'
import { Workspace } from '../../server/workspace/workspace.ts'

export interface JudgedTexts {
  readonly judged: Judged
  readonly workspace: Workspace
  readonly checker: Checker
}

/** What a scorecard counts of a workspace of these texts, on the day of the samples. */
export function judgedTexts(texts: ReadonlyMap<string, string>, settings: Settings = defaultSettings): JudgedTexts {
  const workspace = new Workspace('2026-11-23')
  workspace.change(() => {
    for (const [name, text] of texts) workspace.replace(name, readPolicyFile(text))
  })
  const checker = new Checker(workspace, rules, settings)
  return { judged: judgedIn(checker, workspace), workspace, checker }
}
