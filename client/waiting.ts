import { CancellationTokenSource, Disposable, languages, type TextDocument, type Uri, workspace } from 'vscode'
import { documents } from './documents.ts'
import { findSign } from './policy-search.ts'
import { configurationName, isSign, mayHaveBecomePolicy } from './signs-of-policies.ts'

/** Waits for the first policy or configuration, says once which file it is in, and looks no more. */
export function waitForPolicies(found: (file: Uri) => void): Disposable {
  const search = new CancellationTokenSource()
  const listeners: Disposable[] = []
  let over = false
  const end = (): void => {
    over = true
    search.cancel()
    search.dispose()
    for (const listener of listeners.splice(0)) listener.dispose()
  }
  const wake = (file: Uri): void => {
    if (over) return
    end()
    found(file)
  }
  const look = (document: TextDocument): void => {
    if (!over && isOurs(document) && isSign(document.uri.path, document.getText())) wake(document.uri)
  }
  const searchFolders = async (): Promise<void> => {
    const file = await findSign(search.token)
    if (file !== undefined) wake(file)
  }

  workspace.textDocuments.forEach(look)
  if (over) return new Disposable(end)
  const configurations = workspace.createFileSystemWatcher(`**/${configurationName}`, false, true, true)
  listeners.push(
    configurations,
    configurations.onDidCreate(wake),
    workspace.onDidOpenTextDocument(look),
    workspace.onDidSaveTextDocument(look),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!isOurs(document)) return
      const typed = contentChanges.map(({ text, range }) => ({ text, line: lineAt(document, range.start.line) }))
      if (mayHaveBecomePolicy(typed)) look(document)
    }),
    workspace.onDidChangeWorkspaceFolders(() => void searchFolders()),
  )
  void searchFolders()
  return new Disposable(end)
}

function isOurs(document: TextDocument): boolean {
  return languages.match(documents, document) > 0
}

/** The line that a change began on may be gone with a later change of the same edit. */
function lineAt(document: TextDocument, line: number): string {
  return line < document.lineCount ? document.lineAt(line).text : ''
}
