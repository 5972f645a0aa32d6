import { applyFixes } from '../checker/fixing.ts'
import { type CheckedWorkspace, isAsked, reportedFindings, setText, textOf } from './workspaces.ts'

/** Applies fixes to the files that were asked about, in memory. Files that are not UTF-8 could not be written back as they were. */
export function fixWorkspace(checked: CheckedWorkspace, unsafe: boolean): void {
  applyFixes(
    {
      findings: () => reportedFindings(checked),
      textOf: (file) => textOf(checked, file)?.text,
      mayChange: (file) => isAsked(file, checked.folder) && textOf(checked, file)?.encoding === 'UTF-8',
      change: (edited) =>
        checked.workspace.change(() => {
          for (const { file, text } of edited) {
            const before = textOf(checked, file)
            if (before !== undefined) setText(checked, file, { ...before, text })
          }
        }),
    },
    unsafe ? ['safe', 'unsafe'] : ['safe'],
  )
}
