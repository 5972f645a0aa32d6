import { type Hover, MarkdownString, type ProviderResult } from 'vscode'
import { commandLinks } from './rule-page.ts'

/** Hovers open no links of schemes that VS Code does not know, so links to rule pages become links to the command that opens them. */
export function withOpenableLinks(hover: Hover | null | undefined): ProviderResult<Hover> {
  if (hover === null || hover === undefined) return hover
  for (const content of hover.contents) {
    if (content instanceof MarkdownString) content.value = commandLinks(content.value)
  }
  return hover
}
