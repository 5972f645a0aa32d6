// What the suites do in the editor, in few words.

import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as vscode from 'vscode'

/** The settings that apply to the whole window. */
export const everywhere = vscode.ConfigurationTarget.Global

/**
 * Asks ten times a second until the answer passes the check: VS Code may cancel a question, or answer before a provider is there.
 * @throws what the last check or answer threw, when none has passed within 10 s.
 */
export async function eventually<T>(ask: () => Thenable<T> | T, check: (answer: T) => void = () => {}): Promise<T> {
  const until = Date.now() + 10_000
  for (;;) {
    try {
      const answer = await ask()
      check(answer)
      return answer
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

/** Asks VS Code what the providers say of an open document. */
export function ask<T>(command: string, { document }: vscode.TextEditor, ...given: readonly unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(command, document.uri, ...given)
}

/** Where a file of the workspace is, such as `meridian/people/leaders.yaml`. */
export function uriOf(path: string): vscode.Uri {
  const [first = '', ...rest] = path.split('/')
  const folder = (vscode.workspace.workspaceFolders ?? []).find(({ name }) => name === first)
  assert(folder, `There is no folder ${first} in the workspace.`)
  return vscode.Uri.joinPath(folder.uri, ...rest)
}

/** A file's path as in `uriOf`. */
export function pathOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, true)
}

export async function openFile(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(uriOf(path), { preview: false })
}

/** Opens a new document of this text. */
export async function openText(content: string, language = 'yaml'): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }))
}

/** Where `|` stands in a piece of the document's text, such as `mode: for|ced`. The piece must be there once. */
export function cursor({ document }: vscode.TextEditor, marked: string): vscode.Position {
  const piece = marked.replace('|', '')
  const at = document.getText().indexOf(piece)
  assert(at >= 0, `The document does not hold "${piece}".`)
  assert.equal(document.getText().indexOf(piece, at + 1), -1, `The document holds "${piece}" twice.`)
  return document.positionAt(at + marked.indexOf('|'))
}

/** Replaces a piece of the document's text, which must be there once. */
export async function replace(editor: vscode.TextEditor, piece: string, text: string): Promise<void> {
  const range = new vscode.Range(cursor(editor, `|${piece}`), cursor(editor, `${piece}|`))
  assert(await editor.edit((edit) => edit.replace(range, text)))
}

/** The rules that a file has findings of, in the order of places. */
export function rulesIn(uri: vscode.Uri): readonly string[] {
  return findingsIn(uri).map(ruleOf)
}

/** The diagnostics of Concord alone, in the order of places. */
export function findingsIn(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  const own = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'concord')
  return own.sort((a, b) => a.range.start.compareTo(b.range.start) || order(ruleOf(a), ruleOf(b)))
}

/** Waits until a file has findings of a rule. */
export async function untilFound(uri: vscode.Uri, rule: string): Promise<void> {
  await eventually(
    () => rulesIn(uri),
    (rules) => assert(rules.includes(rule), `${rule} is not among [${rules.join(', ')}] in ${pathOf(uri)}.`),
  )
}

/** Waits until a file has no findings of a rule. */
export async function untilGone(uri: vscode.Uri, rule: string): Promise<void> {
  await eventually(
    () => rulesIn(uri),
    (rules) => assert(!rules.includes(rule), `${rule} is still found in ${pathOf(uri)}.`),
  )
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code)
}

export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Puts every open document back to what its file holds, and closes all editors. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty || document.isClosed) continue
    await vscode.window.showTextDocument(document)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
}

// Files are changed behind the editor's back, as by a version control system.

export function read(path: string): string {
  return readFileSync(uriOf(path).fsPath, 'utf8')
}

export function write(path: string, text: string): void {
  const { fsPath } = uriOf(path)
  mkdirSync(dirname(fsPath), { recursive: true })
  writeFileSync(fsPath, text)
}

export function move(from: string, to: string): void {
  renameSync(uriOf(from).fsPath, uriOf(to).fsPath)
}

export function remove(path: string): void {
  rmSync(uriOf(path).fsPath, { recursive: true, force: true })
}
