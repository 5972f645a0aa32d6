import {
  type Disposable,
  EventEmitter,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from 'vscode'
import { type BarrierNode, barrierTree } from './barrier-tree.ts'
import { barriersViewId, commandIds } from './command-ids.ts'
import type { LanguageServer } from './language-server.ts'
import type { Severity } from './messages.ts'
import { countWords } from './words.ts'

/** The view of all barriers; VS Code asks for its rows only while somebody can see it. */
export function showBarriers(server: LanguageServer): Disposable[] {
  const rows = new BarrierRows(server)
  const view = window.createTreeView(barriersViewId, { treeDataProvider: rows, showCollapseAll: true })
  const refresh = (): void => {
    view.description = server.status === undefined ? '' : countWords(server.status.counts)
    rows.refresh()
  }
  return [view, rows, server.onDidCheck(refresh), server.onDidChangeState(refresh)]
}

class BarrierRows implements TreeDataProvider<BarrierNode>, Disposable {
  readonly #server: LanguageServer
  readonly #changed = new EventEmitter<undefined>()
  readonly onDidChangeTreeData = this.#changed.event

  constructor(server: LanguageServer) {
    this.#server = server
  }

  refresh(): void {
    this.#changed.fire(undefined)
  }

  async getChildren(parent?: BarrierNode): Promise<BarrierNode[]> {
    if (parent !== undefined) return [...parent.children]
    const barriers = await this.#server.barriers()
    return barriers === undefined ? [] : [...barrierTree(barriers)]
  }

  getTreeItem(node: BarrierNode): TreeItem {
    const item = new TreeItem(node.label, stateOf(node))
    item.id = node.id
    item.description = node.description
    item.tooltip = tooltip(node)
    item.accessibilityInformation = { label: node.spoken }
    item.contextValue = node.type
    if (node.type === 'policy') item.iconPath = new ThemeIcon('file')
    else if (node.type === 'barrier' && node.severity !== undefined) item.iconPath = icons[node.severity]
    if (node.type === 'barrier')
      item.command = { command: commandIds.revealBarrier, title: 'Show in the Policy', arguments: [node] }
    return item
  }

  dispose(): void {
    this.#changed.dispose()
  }
}

function stateOf({ type }: BarrierNode): TreeItemCollapsibleState {
  if (type === 'barrier') return TreeItemCollapsibleState.None
  return type === 'component' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed
}

/** Names and messages come from policies: they are shown as they are, never as Markdown. */
function tooltip({ tooltip: text, rule, place, type }: BarrierNode): MarkdownString {
  const shown = new MarkdownString().appendText(text)
  if (rule !== undefined) shown.appendMarkdown('\n\n').appendText(rule)
  if (type === 'policy' && place !== undefined)
    shown.appendMarkdown('\n\n').appendText(workspace.asRelativePath(Uri.parse(place.uri)))
  return shown
}

const icons: Readonly<Record<Severity, ThemeIcon>> = {
  error: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
  warning: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  info: new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground')),
}
