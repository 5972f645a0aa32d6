// Generated from the modules under server/rules/ by `npm run generate`. Do not edit.

import performanceForcedDistribution from '../performance/forced-distribution.ts'
import resourcesCommitmentUnallocated from '../resources/commitment-unallocated.ts'

export const rules = [
  performanceForcedDistribution,
  resourcesCommitmentUnallocated,
] as const
