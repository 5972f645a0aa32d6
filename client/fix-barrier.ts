import { type CodeAction, CodeActionKind, commands, Uri, window, workspace } from 'vscode'
import type { Place } from './messages.ts'
import { rangeOf } from './places.ts'

/** Applies the fix of a barrier; where there are several, asks which. */
export async function fixBarrier({ uri, range }: Place): Promise<void> {
  const offered = await commands.executeCommand<readonly CodeAction[] | undefined>(
    'vscode.executeCodeActionProvider',
    Uri.parse(uri),
    rangeOf(range),
    CodeActionKind.QuickFix.value,
    20,
  )
  // Which barrier of this place a fix is for, VS Code does not say here; its title does.
  const fixes = (offered ?? []).filter(({ edit, title }) => edit !== undefined && !/^(?:Suppress|Waive) /.test(title))
  const [first, second] = fixes
  const fix = second === undefined ? first : (await pick(fixes))?.fix
  if (fix?.edit === undefined) {
    if (first === undefined) void window.showInformationMessage('There is no fix for this barrier any more.')
    return
  }
  const isDone = await workspace.applyEdit(fix.edit)
  // Shows what the fix leaves to fill in.
  if (isDone && fix.command !== undefined)
    await commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []))
}

function pick(fixes: readonly CodeAction[]) {
  const items = fixes.map((fix) => ({ label: fix.title, fix }))
  return window.showQuickPick(items, { placeHolder: 'Which fix?' })
}
