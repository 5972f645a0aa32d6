import { type MarkupContent, MarkupKind } from 'vscode-languageserver'

/** Markdown as the client shows it. */
export function markup(markdown: string, canShow: boolean): MarkupContent {
  if (canShow) return { kind: MarkupKind.Markdown, value: markdown }
  // Without its marks Markdown is text that people read.
  const text = markdown.replace(/\*\*|`/g, '').replace(/\\(?=[\\*_[\]<>|~#&$@:+.)=-])/g, '')
  return { kind: MarkupKind.PlainText, value: text }
}
