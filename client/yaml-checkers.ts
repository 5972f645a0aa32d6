import { type Diagnostic, extensions, type Uri, workspace } from 'vscode'
import { isDouble } from './doubled-message.ts'

/** Leaves out what another extension says of the same text already. */
export function withoutDoubles(uri: Uri, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const language = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.languageId
  const checked = language !== undefined && isChecked(language, uri)
  return diagnostics.filter((diagnostic) => !(checked && isDouble(ruleOf(diagnostic), diagnostic.message)))
}

/** Whether somebody else reports errors of the syntax in an open document of that language. */
function isChecked(language: string, uri: Uri): boolean {
  const validates = (section: string, key: string): boolean =>
    workspace.getConfiguration(section, uri).get<boolean>(key) !== false
  if (language === 'yaml') return isActive('redhat.vscode-yaml') && validates('yaml', 'validate')
  return language === 'json' && isActive('vscode.json-language-features') && validates('json', 'validate.enable')
}

function isActive(extension: string): boolean {
  return extensions.getExtension(extension)?.isActive === true
}

function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code)
}
