import {
  type CompletionContext,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  InsertTextFormat,
  InsertTextMode,
  type Range,
} from 'vscode-languageserver'
import { completion } from '../../features/completion.ts'
import { completionDocs } from '../../features/completion-docs.ts'
import type { Completion, CompletionItem as Item, Origin } from '../../features/completion-item.ts'
import type { Asked } from '../answering.ts'
import { markup } from '../markup.ts'
import { ruleLink } from '../rule-link.ts'
import type { Requests, Serving } from '../serving.ts'
import { nameOfUri } from '../uris.ts'

/** Not the colon and the list mark: what follows them is mostly a line break, which must not choose anything. */
const triggerCharacters = [' ', '"', "'", '[', '{', ',', '/', '?', '.']

/** Opens the list of items in VS Code. */
const suggest = 'editor.action.triggerSuggest'

/** A list of so many items says of each at once what is to be said, for clients that do not ask. */
const mostSaid = 200

/** What an item's documentation is made of, with its label. */
interface ItemData {
  readonly uri: string
  readonly offset: number
  readonly origins: readonly Origin[]
}

const kinds: Readonly<Record<Item['sort'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Reference,
  group: CompletionItemKind.Snippet,
  policy: CompletionItemKind.Class,
}

export const completionRequests: Requests = (serving) => {
  const { connection, session, answering } = serving
  const respond = (file: Asked, params: CompletionParams): CompletionList | null => {
    const offset = file.document.offsetAt(params.position)
    if (isIdleSpace(file.text, offset, params.context) || isIdleDot(file, params.context)) return null
    const found = completion({ ...file, offset }, () => session.cel())
    return found === undefined ? null : listOf(serving, file, offset, found)
  }
  // Names are up to date with every text; only what has never been read is waited for.
  const atOnce = answering.inDocument('text', respond)
  const onceRead = answering.inDocument('read', respond)
  connection.onCompletion((params, token) => (session.wasRead ? atOnce : onceRead)(params, token))
  connection.onCompletionResolve(
    answering.handler('text', (item) => {
      const { data } = item
      return isItemData(data) ? { ...item, ...documentation(serving, data, item.label) } : item
    }),
  )
  return { completionProvider: { triggerCharacters, resolveProvider: true } }
}

/** A space asks only behind a mark that something must follow. */
function isIdleSpace(text: string, offset: number, context: CompletionContext | undefined): boolean {
  const isTyped = context?.triggerKind === CompletionTriggerKind.TriggerCharacter && context.triggerCharacter === ' '
  return isTyped && !/[-:,[{] $/.test(text.slice(Math.max(0, offset - 2), offset))
}

/** A dot asks in the expressions of custom rules alone. */
function isIdleDot(file: Asked, context: CompletionContext | undefined): boolean {
  return context?.triggerCharacter === '.' && file.company.configSchemaOf(file.name) === undefined
}

function listOf(serving: Serving, file: Asked, offset: number, found: Completion): CompletionList {
  const { places, client } = serving
  const { inCommon, lazyDocs } = client.completion
  const items = found.items.filter(({ text }) => text !== undefined || client.snippets)
  const range = places.range(file.name, found.replace)
  const data: ItemData = { uri: file.document.uri, offset, origins: found.origins }
  const itemDefaults = {
    ...(inCommon.has('editRange') ? { editRange: range } : {}),
    ...(inCommon.has('data') ? { data } : {}),
  }
  const isSaidAtOnce = !lazyDocs && items.length <= mostSaid
  return {
    isIncomplete: false,
    ...(Object.keys(itemDefaults).length > 0 ? { itemDefaults } : {}),
    items: items.map((item, index) => ({
      label: item.label,
      kind: kinds[item.sort],
      ...details(item, client.completion.labelDetails),
      sortText: String(index).padStart(5, '0'),
      ...(item.filter === item.label ? {} : { filterText: item.filter }),
      ...edits(serving, file.name, item, range),
      ...(item.asksOn && client.commands.has(suggest) ? { command: { title: 'Suggest', command: suggest } } : {}),
      ...(isSaidAtOnce ? documentation(serving, data, item.label) : {}),
      ...(inCommon.has('data') ? {} : { data }),
    })),
  }
}

/** What an item writes. It replaces the whole word in each of VS Code's ways to take an item: half a value is never meant to stay. */
function edits(
  { places, client }: Serving,
  file: string,
  item: Item,
  range: Range,
): Pick<CompletionItem, 'textEdit' | 'textEditText' | 'insertTextFormat' | 'insertTextMode' | 'additionalTextEdits'> {
  const snippet = client.snippets ? item.snippet : undefined
  const newText = snippet ?? item.text ?? ''
  const edit = client.completion.inCommon.has('editRange')
    ? { textEditText: newText }
    : { textEdit: { range, newText } }
  if (snippet === undefined) return edit
  const isIndented = snippet.includes('\n') && client.completion.indents
  return {
    ...edit,
    insertTextFormat: InsertTextFormat.Snippet,
    ...(isIndented ? { insertTextMode: InsertTextMode.adjustIndentation } : {}),
    ...(item.clears === undefined
      ? {}
      : { additionalTextEdits: [{ range: places.range(file, item.clears), newText: '' }] }),
  }
}

/** Behind the label where the client has a place for it; else in the one line that every client has. */
function details({ title, about }: Item, besideLabel: boolean): Pick<CompletionItem, 'detail' | 'labelDetails'> {
  const detail = [title, about].filter((part) => part !== '').join(', ')
  if (detail === '') return {}
  if (!besideLabel) return { detail }
  return {
    labelDetails: {
      ...(title === '' ? {} : { detail: ` ${title}` }),
      ...(about === '' ? {} : { description: about }),
    },
  }
}

function documentation(
  { session, client }: Serving,
  data: ItemData,
  label: string,
): Pick<CompletionItem, 'documentation'> {
  const file = session.openFile(nameOfUri(data.uri))
  if (file === undefined) return {}
  const offset = Math.min(data.offset, file.text.length)
  const docs = completionDocs({ ...file, offset }, data.origins, label, ruleLink(client, file.company.rules))
  return docs === undefined ? {} : { documentation: markup(docs, client.completion.markdown) }
}

function isItemData(data: unknown): data is ItemData {
  return typeof data === 'object' && data !== null && 'uri' in data && 'offset' in data && 'origins' in data
}
