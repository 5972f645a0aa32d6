import { type Opened, plainFolder, twoCompanies } from './companies.ts'

/** The suites in each folder of host/, and what is open while they run. */
export const sessions: readonly (readonly [name: string, open: () => Opened])[] = [
  ['plain', plainFolder],
  ['company', twoCompanies],
]
