import { realpathSync } from 'node:fs'
import { createRequire } from 'node:module'

/** A program that stands in a file of its own beside the command, so that a check does not pay for it. */
export function besideCommand(file: string): unknown {
  return createRequire(realpathSync(process.argv[1] ?? ''))(`./${file}`)
}
