import { type Disposable, languages, type TextEditor, window, workspace } from 'vscode'
import { configurationAbove } from './configuration-above.ts'
import { documents } from './documents.ts'
import { configurationName } from './signs-of-policies.ts'

/** Says beside the language of a YAML file which configuration is in force there, and opens it. */
export function showConfiguration(): Disposable[] {
  const item = languages.createLanguageStatusItem('concord.configuration', documents)
  item.name = 'Concord: Configuration'
  item.text = configurationName
  const show = async (editor: TextEditor | undefined): Promise<void> => {
    if (editor === undefined || languages.match(documents, editor.document) === 0) return
    const { uri } = editor.document
    const configuration = await configurationAbove(uri)
    if (window.activeTextEditor?.document.uri.toString() !== uri.toString()) return
    if (configuration === undefined) {
      item.text = `No ${configurationName}`
      item.detail = 'Every rule has its own severity'
      item.command = undefined
    } else {
      item.text = workspace.asRelativePath(configuration)
      item.detail = 'The configuration in force'
      item.command = { command: 'vscode.open', title: 'Open', arguments: [configuration] }
    }
  }
  const refresh = (): void => void show(window.activeTextEditor)
  const watcher = workspace.createFileSystemWatcher(`**/${configurationName}`, false, true, false)
  refresh()
  return [
    item,
    watcher,
    watcher.onDidCreate(refresh),
    watcher.onDidDelete(refresh),
    window.onDidChangeActiveTextEditor(show),
  ]
}
