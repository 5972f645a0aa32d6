import type { Rule } from '../rules/rule.ts'
import type { FileSettings } from './settings.ts'

/** So many days before its end an exemption is reported in a file. */
export function noticeDays(inForce: FileSettings, rules: ReadonlyMap<string, Rule>): number {
  const rule = rules.get('language/suppression-expiring')
  const days =
    rule === undefined ? undefined : (inForce.options(rule)['withinDays'] ?? rule.options['withinDays']?.default)
  return typeof days === 'number' ? days : 0
}
