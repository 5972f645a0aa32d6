import { Checker } from '../checker/checker.ts'
import { applyFixes } from '../checker/fixing.ts'
import type { FileSettings, Settings } from '../checker/settings.ts'
import type { TextEdit } from '../language/edit.ts'
import { readPolicyFile } from '../language/policy-file.ts'
import { Workspace } from '../workspace/workspace.ts'
import type { OpenFile } from './place.ts'
import { successiveEdits } from './successive-edits.ts'

/**
 * The edits that apply every safe fix of a file's findings and change nothing outside of it, without overlaps and in the order
 * of the text. The fixes of one another's results are included: what `concord check --fix` would write.
 */
export function fixAll(file: OpenFile): readonly TextEdit[] {
  const { company, name, text, content } = file
  if (hasNothingToFix(file)) return []
  // A copy of the company: trying fixes out on its own policies would have every finding in the editor flicker.
  const workspace = new Workspace(company.workspace.today)
  workspace.change(() => {
    for (const file of company.workspace.files) if (file.name !== name) workspace.replace(file.name, file.content)
    workspace.replace(name, content)
  })
  const checker = new Checker(workspace, company.rules, only(name, company.settings))
  const lots: (readonly TextEdit[])[] = []
  let now = text
  applyFixes(
    {
      findings: () => checker.findingsIn(name),
      textOf: (file) => (file === name ? now : company.textOf(file)),
      mayChange: (file) => file === name,
      change: (edited) => {
        for (const own of edited) {
          lots.push(own.edits)
          now = own.text
        }
        workspace.replace(name, readPolicyFile(now))
      },
    },
    ['safe'],
  )
  return successiveEdits(text.length, lots)
}

/** As nearly always when a file is saved. */
function hasNothingToFix({ company, name, content }: OpenFile): boolean {
  const isCurrent = company.workspace.file(name)?.content === content
  const findings = isCurrent ? company.checker.findingsIn(name) : undefined
  return findings?.every(({ fixes }) => fixes.every(({ applicability }) => applicability !== 'safe')) === true
}

const nothing: FileSettings = { severity: () => 'off', options: () => ({}) }

/** Settings by which only one file is judged, against all the others. */
function only(name: string, settings: Settings): Settings {
  return { ...settings, forFile: (file) => (file === name ? settings.forFile(file) : nothing) }
}
