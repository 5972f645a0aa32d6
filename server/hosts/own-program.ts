import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A digest of the program that runs, with what it reads later: another one may judge otherwise, also under the same version. */
export function ownDigest(): string {
  const [, program = ''] = process.argv
  const later = join(dirname(program), 'later')
  const parts = existsSync(later) ? readdirSync(later).sort() : []
  const hash = createHash('sha256')
  for (const file of [program, ...parts.filter((name) => name.endsWith('.cjs')).map((name) => join(later, name))])
    hash.update(readFileSync(file))
  return hash.digest('base64')
}
