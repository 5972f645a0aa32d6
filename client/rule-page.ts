import { commandIds } from './command-ids.ts'

/** The scheme of the read-only files in which rule pages are shown. */
export const rulePageScheme = 'concord-rule'

/** A rule as somebody picks it. */
export interface RuleTitle {
  readonly rule: string
  readonly title: string
}

/** Where the page of a rule stands among the pages. */
export function rulePagePath(rule: string): string {
  return `rules/${rule}.md`
}

/** Markdown in which links to rule pages run the command that opens one: its argument is a list of one text, `["…"]`. */
export function commandLinks(markdown: string): string {
  const link = new RegExp(String.raw`\]\(<?${rulePageScheme}:/+rules/([a-z-]+/[a-z0-9-]+)\.md>?\)`, 'g')
  return markdown.replace(link, (_, rule) => `](command:${commandIds.openRulePage}?%5B%22${rule}%22%5D)`)
}

/** Every rule that has a page. */
export function ruleTitles(pages: ReadonlyMap<string, string>): readonly RuleTitle[] {
  const titles: RuleTitle[] = []
  for (const [path, text] of pages) {
    const rule = /^rules\/([^/]+\/[^/]+)\.md$/.exec(path)?.[1]
    if (rule !== undefined) titles.push({ rule, title: /^# (.+)$/m.exec(text)?.[1] ?? rule })
  }
  return titles
}
