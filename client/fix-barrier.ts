import { type CodeAction, CodeActionKind, commands, Uri, window, workspace } from 'vscode'
import type { Place } from './messages.ts'
import { rangeOf } from './places.ts'

/** Applies the fix of a barrier; where there are several, asks which. */
export async function fixBarrier({ uri, range }: Place, rule: string): Promise<void> {
  const offered = await commands.executeCommand<readonly CodeAction[] | undefined>(
    'vscode.executeCodeActionProvider',
    Uri.parse(uri),
    rangeOf(range),
    CodeActionKind.QuickFix.value,
    20,
  )
  const fixes = (offered ?? []).filter(({ edit, diagnostics, title }) => {
    const own = diagnostics?.some(({ code }) => rule === (typeof code === 'object' ? code.value : code))
    return edit !== undefined && own === true && !title.startsWith('Suppress ')
  })
  const [first, second] = fixes
  const fix = second === undefined ? first : (await pick(fixes))?.fix
  if (fix?.edit === undefined) {
    if (first === undefined) void window.showInformationMessage('There is no fix for this barrier any more.')
    return
  }
  await workspace.applyEdit(fix.edit)
}

function pick(fixes: readonly CodeAction[]) {
  const items = fixes.map((fix) => ({ label: fix.title, fix }))
  return window.showQuickPick(items, { placeHolder: 'Which fix?' })
}
