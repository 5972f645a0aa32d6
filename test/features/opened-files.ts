import { Checker } from '../../server/checker/checker.ts'
import { defaultSettings, type Settings } from '../../server/checker/settings.ts'
import { configFileName, configSchemaFile } from '../../server/config/config-file.ts'
import type { OpenFile } from '../../server/features/place.ts'
import { readPolicyFile } from '../../server/language/policy-file.ts'
import { rules } from '../../server/rules/generated/registry.ts'
import { Workspace } from '../../server/workspace/workspace.ts'

/** A company of these texts on the day of the samples, with one of its files open. */
export function opened(
  texts: ReadonlyMap<string, string> | string,
  name = 'policy.yaml',
  settings: Settings = defaultSettings,
): OpenFile {
  const files = typeof texts === 'string' ? new Map([[name, texts]]) : texts
  const workspace = new Workspace('2026-11-23')
  workspace.change(() => {
    for (const [file, text] of files) workspace.replace(file, readPolicyFile(text))
  })
  const checker = new Checker(workspace, rules, settings)
  const text = files.get(name) ?? ''
  const content = workspace.file(name)?.content ?? readPolicyFile(text)
  const configSchemaOf = (file: string): string | undefined =>
    file.split('/').at(-1) === configFileName ? configSchemaFile : undefined
  const configAbove = (): string | undefined => (files.has(configFileName) ? configFileName : undefined)
  const textOf = (file: string): string | undefined => files.get(file)
  const company = { workspace, checker, rules, settings, configSchemaOf, leadsFrom: () => [], configAbove, textOf }
  return { company, name, text, content }
}

/** A text without the `|` that marks a cursor in it, and where the cursor is. */
export function withCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|')
  if (offset < 0) throw new Error('There is no | in this text.')
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset }
}
