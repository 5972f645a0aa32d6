import { runsHere } from './install.ts'

/** Mocha's `describe` where VS Code runs without a desktop; elsewhere the suite is skipped. */
export const describeHere = runsHere ? describe : describe.skip
