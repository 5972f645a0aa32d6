import { codeText, plainText } from '../language/markdown.ts'
import { visible } from './visible.ts'

/** Rows of cells that are Markdown already; nothing where there are no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Also inside code a | would end the cell of a table. */
export function code(text: string): string {
  return codeText(visible(text)).replace(/(?<!\\)\|/g, '\\|')
}

/** Words of a policy, as Markdown that shows just these. */
export function prose(text: string): string {
  return plainText(visible(text.replace(/\s+/g, ' ')))
}
