import {
  type ClientCapabilities,
  type CompletionClientCapabilities,
  type InitializeParams,
  InsertTextMode,
} from 'vscode-languageserver'
import { chosenEncoding, type Encoding } from './position-encoding.ts'

/** What a client can do of what makes a difference here. */
export interface ClientAbilities {
  readonly encoding: Encoding
  /** Asks for diagnostics itself. */
  readonly pullsDiagnostics: boolean
  readonly relatedPlaces: boolean
  readonly links: boolean
  readonly configuration: boolean
  readonly registersConfiguration: boolean
  readonly registersWatching: boolean
  readonly watchesElsewhere: boolean
  readonly progress: boolean
  readonly refreshes: {
    readonly diagnostics: boolean
    readonly codeLens: boolean
    readonly inlayHints: boolean
    readonly semanticTokens: boolean
  }
  /** Shows definitions with where they were asked from and the whole of what they lead to. */
  readonly definitionLinks: boolean
  readonly symbolTree: boolean
  readonly snippets: boolean
  readonly markdown: boolean
  /** Resolves the edits of a code action when it is chosen, and keeps the data that are needed for it. */
  readonly lazyCodeActions: boolean
  readonly actionsHaveData: boolean
  readonly documentChanges: boolean
  /** Takes edits with places to fill in. */
  readonly snippetEdits: boolean
  readonly completion: CompletionAbilities
  /** Where a rule's page opens, with `{rule}` for its id; undefined where the client has no place for it. */
  readonly rulePageUri: string | undefined
  /** Commands that the client has registered and that may be named in lenses and links. */
  readonly commands: ReadonlySet<string>
}

export function abilitiesOf({ capabilities, initializationOptions }: InitializeParams): ClientAbilities {
  const { workspace, textDocument, general, window }: ClientCapabilities = capabilities
  const item = textDocument?.completion?.completionItem
  const action = textDocument?.codeAction
  const formats = textDocument?.hover?.contentFormat
  return {
    encoding: chosenEncoding(general?.positionEncodings),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    relatedPlaces: (textDocument?.diagnostic ?? textDocument?.publishDiagnostics)?.relatedInformation === true,
    links: (textDocument?.diagnostic ?? textDocument?.publishDiagnostics)?.codeDescriptionSupport === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesElsewhere: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    progress: window?.workDoneProgress === true,
    refreshes: {
      diagnostics: workspace?.diagnostics?.refreshSupport === true,
      codeLens: workspace?.codeLens?.refreshSupport === true,
      inlayHints: workspace?.inlayHint?.refreshSupport === true,
      semanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    },
    definitionLinks: textDocument?.definition?.linkSupport === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    snippets: item?.snippetSupport === true,
    markdown: formats === undefined || formats.includes('markdown'),
    lazyCodeActions: action?.resolveSupport?.properties.includes('edit') === true && action.dataSupport === true,
    actionsHaveData: action?.dataSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits:
      workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    completion: completionAbilities(textDocument?.completion),
    ...ownOptions(initializationOptions),
  }
}

/** What a client can do with the items of a completion. */
interface CompletionAbilities {
  /** Shows something behind an item's label. */
  readonly labelDetails: boolean
  readonly markdown: boolean
  /** Asks what is to be said of an item once it is shown. */
  readonly lazyDocs: boolean
  /** Says whether the further lines of an item are indented like the line that it goes into. */
  readonly indents: boolean
  /** What can be said once for all items of a list. */
  readonly inCommon: ReadonlySet<string>
}

function completionAbilities(completion: CompletionClientCapabilities | undefined): CompletionAbilities {
  const { completionItem: item, completionList: list } = completion ?? {}
  return {
    labelDetails: item?.labelDetailsSupport === true,
    markdown: item?.documentationFormat?.includes('markdown') === true,
    lazyDocs: item?.resolveSupport?.properties.includes('documentation') === true,
    indents: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.adjustIndentation) === true,
    inCommon: new Set(list?.itemDefaults ?? []),
  }
}

/** What Concord's own client says of itself beyond the protocol. */
function ownOptions(options: unknown): Pick<ClientAbilities, 'rulePageUri' | 'commands'> {
  const given = typeof options === 'object' && options !== null ? options : {}
  const uri = 'rulePageUri' in given && typeof given.rulePageUri === 'string' ? given.rulePageUri : undefined
  const commands = 'commands' in given && Array.isArray(given.commands) ? given.commands : []
  return { rulePageUri: uri, commands: new Set(commands.filter((command) => typeof command === 'string')) }
}
