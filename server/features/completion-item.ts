import type { Path } from '../language/path.ts'
import type { Range } from '../language/range.ts'

/** What may be written at a cursor. */
export interface Completion {
  /** What an item replaces: the whole of the written word, in one line. */
  readonly replace: Range
  /** The items in the order in which they are to be shown. */
  readonly items: readonly CompletionItem[]
  /** Where the items come from. */
  readonly origins: readonly Origin[]
}

export interface CompletionItem {
  /** `group` is several fields at once. */
  readonly sort: 'key' | 'value' | 'name' | 'group' | 'policy'
  readonly label: string
  readonly title: string
  /** What else is good to know, in a few words. */
  readonly about: string
  /** What is compared with the written word. */
  readonly filter: string
  /** What is written, in one line; undefined where only a snippet says it. */
  readonly text: string | undefined
  /** The same with places to fill in. Its further lines are indented relative to the line that it is put into. */
  readonly snippet: string | undefined
  /** Blanks in front of the cursor that go, because a line break follows. */
  readonly clears: Range | undefined
  /** Whether there is something to choose from where the cursor stands afterwards. */
  readonly asksOn: boolean
}

/** What items were made of; it says with an item's label what the item is. */
export interface Origin {
  readonly at: 'keys' | 'values' | 'policies'
  readonly schemaFile: string
  readonly path: Path
}
