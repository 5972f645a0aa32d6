import { Checker } from '../../server/checker/checker.ts'
import type { Finding } from '../../server/checker/finding.ts'
import { defaultSettings, type Settings } from '../../server/checker/settings.ts'
import { readPolicyFile } from '../../server/language/policy-file.ts'
import { rules } from '../../server/rules/generated/registry.ts'
import type { Rule } from '../../server/rules/rule.ts'
import { Workspace } from '../../server/workspace/workspace.ts'

/** The findings of a workspace of these texts, on the day of the samples. */
export function findingsIn(
  texts: ReadonlyMap<string, string>,
  settings: Settings = defaultSettings,
  all: readonly Rule[] = rules,
): readonly Finding[] {
  const workspace = new Workspace('2026-11-23')
  workspace.change(() => {
    for (const [name, text] of texts) workspace.replace(name, readPolicyFile(text))
  })
  return new Checker(workspace, all, settings).findings()
}

/** A check that goes on from one state of the same texts to the next. */
export class OngoingCheck {
  readonly #workspace = new Workspace('2026-11-23')
  readonly #checker = new Checker(this.#workspace, rules, defaultSettings)
  readonly #texts = new Map<string, string>()

  constructor(texts: ReadonlyMap<string, string>) {
    this.findingsOf(texts)
  }

  findingsOf(texts: ReadonlyMap<string, string>): readonly Finding[] {
    this.#workspace.change(() => {
      for (const [name, text] of texts) {
        if (this.#texts.get(name) === text) continue
        this.#workspace.replace(name, readPolicyFile(text))
        this.#texts.set(name, text)
      }
    })
    return this.#checker.findings()
  }
}
