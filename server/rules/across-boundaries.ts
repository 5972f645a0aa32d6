import type { Theme } from '../language/generated/policies.ts'

const themes: ReadonlySet<Theme> = new Set([
  'contribution-to-others',
  'use-of-others-work',
  'shared-results',
  'collaboration',
  'partnering',
])

/** Whether something that is about this theme stands for working across boundaries, as the policy language says. */
export function isAcrossBoundaries(theme: Theme | undefined): boolean {
  return theme !== undefined && themes.has(theme)
}
