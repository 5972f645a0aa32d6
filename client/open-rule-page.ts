import { commands, languages, Uri, window } from 'vscode'
import { rulePagePath, rulePageScheme, ruleTitles } from './rule-page.ts'
import type { RulePageStore } from './rule-page-store.ts'

/** Markdown as it is read; package.json makes it what links to these pages open, too. */
const previewEditor = 'vscode.markdown.preview.editor'

/** Shows the page of a rule; without one, asks which. */
export async function openRulePage(store: RulePageStore, asked: unknown): Promise<void> {
  const rule = ruleIn(asked) ?? (await pickRule(store))
  if (rule === undefined) return
  const path = rulePagePath(rule)
  if (!(await store.pages()).has(path)) {
    void window.showWarningMessage(`Concord has no rule "${rule}".`)
    return
  }
  await commands.executeCommand(
    'vscode.openWith',
    Uri.from({ scheme: rulePageScheme, path: `/${path}` }),
    previewEditor,
  )
}

/** A rule's id, or a row of the tree of barriers. */
function ruleIn(asked: unknown): string | undefined {
  if (typeof asked === 'string') return asked
  if (typeof asked !== 'object' || asked === null || !('rule' in asked)) return undefined
  return typeof asked.rule === 'string' ? asked.rule : undefined
}

/** The rules that found something at the cursor come first. */
async function pickRule(store: RulePageStore): Promise<string | undefined> {
  const here = rulesAtCursor()
  const titles = ruleTitles(await store.pages())
  const items = [...titles]
    .sort((a, b) => Number(here.has(b.rule)) - Number(here.has(a.rule)))
    .map(({ rule, title }) => ({ label: title, description: rule, rule }))
  const picked = await window.showQuickPick(items, {
    placeHolder: 'Which rule?',
    matchOnDescription: true,
  })
  return picked?.rule
}

function rulesAtCursor(): ReadonlySet<string> {
  const editor = window.activeTextEditor
  if (editor === undefined) return new Set()
  const found = languages.getDiagnostics(editor.document.uri).filter(({ source, range }) => {
    return source === 'concord' && range.contains(editor.selection.active)
  })
  return new Set(found.map(({ code }) => String(typeof code === 'object' ? code.value : code)))
}
