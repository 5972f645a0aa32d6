import type { Finding } from '../../checker/finding.ts'
import type { Component, Severity } from '../../rules/rule.ts'

/** What a component is called in a page for people who do not read policies, and what it is about. */
export const componentWords: Readonly<Record<Component, { readonly title: string; readonly about: string }>> = {
  performance: { title: 'Performance', about: 'How people are rated and paid.' },
  resources: { title: 'Resources', about: 'What people, money and equipment are given to.' },
  'decision-making': { title: 'Decision-making', about: 'Who decides, how fast, and when bodies meet.' },
  leaders: { title: 'Leaders', about: 'How leaders are selected, promoted and succeeded.' },
  accountability: { title: 'Accountability', about: 'Which goals are measured, and who answers for them.' },
  organization: { title: 'Organization', about: 'How units and roles are shaped, and how work passes between them.' },
  culture: { title: 'Culture', about: 'Which values, norms and ways of sharing information hold.' },
}

/** What a component means for one partner. */
export const partnerWords: Readonly<Record<Component, string>> = {
  resources: 'Commitments are resourced',
  accountability: 'Promises have owners and measures',
  'decision-making': 'Decisions come on time',
  performance: 'Pay and ratings are aligned',
  leaders: 'Leaders look after the relationship',
  organization: 'Counterparts are in place',
  culture: 'Information is shared',
}

export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Information',
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

/** `29 November 2026`. */
export function dayText(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

export function saidOf({ text }: Finding): readonly string[] {
  return [text.what, text.howMuch].filter((part) => part !== '')
}
