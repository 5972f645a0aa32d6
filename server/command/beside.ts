import { createRequire } from 'node:module'
import { ownProgram } from '../hosts/own-program.ts'

/** A program that stands in a file of its own beside the command, so that a check does not pay for it. */
export function besideCommand(file: string): unknown {
  return createRequire(ownProgram())(`./${file}`)
}
