/** Every command of the extension, as package.json contributes them. */
export const commandIds = {
  checkWorkspace: 'concord.checkWorkspace',
  fixAll: 'concord.fixAll',
  openRulePage: 'concord.openRulePage',
  restart: 'concord.restart',
  showOutput: 'concord.showOutput',
  revealBarrier: 'concord.revealBarrier',
  showReferences: 'concord.showReferences',
} as const

/** The view of the scorecard. */
export const scorecardViewId = 'concord.scorecard'

/** The tree of barriers. */
export const barriersViewId = 'concord.barriers'
