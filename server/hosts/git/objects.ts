import { type Git, GitFault } from './git.ts'

/** As much as is in memory at once, unless a single object is larger. */
const mostBytesAtOnce = 32 * 1024 * 1024

/** How large objects are, by their ids, in one process for all of them. Those that are not there are left out. */
export function sizesOf(git: Git, ids: readonly string[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>()
  if (ids.length === 0) return sizes
  const told = git.output(['cat-file', '--batch-check=%(objectname) %(objectsize)'], lines(ids)).toString()
  for (const line of told.split('\n')) {
    const [id = '', size = ''] = line.split(' ')
    if (/^\d+$/.test(size)) sizes.set(id, Number(size))
  }
  return sizes
}

/** The bytes of objects whose sizes are known, in their order; one process for many of them, never more in memory than needed. */
export function* bytesOf(
  git: Git,
  sizes: ReadonlyMap<string, number>,
): Generator<{ readonly id: string; readonly bytes: Buffer }> {
  let together: string[] = []
  let bytes = 0
  for (const [id, size] of sizes) {
    if (together.length > 0 && bytes + size > mostBytesAtOnce) {
      yield* batch(git, together)
      together = []
      bytes = 0
    }
    together.push(id)
    bytes += size
  }
  if (together.length > 0) yield* batch(git, together)
}

/** Each answer is a line `id type size`, so many bytes, and a line break. */
function* batch(git: Git, ids: readonly string[]): Generator<{ readonly id: string; readonly bytes: Buffer }> {
  const told = git.output(['cat-file', '--batch'], lines(ids))
  let at = 0
  for (const id of ids) {
    const end = told.indexOf(0x0a, at)
    const size = Number(/^\S+ \S+ (\d+)$/.exec(told.toString('latin1', at, end))?.[1])
    if (end < 0 || Number.isNaN(size)) throw new GitFault(`Git cannot read the object ${id} of this repository.`)
    yield { id, bytes: told.subarray(end + 1, end + 1 + size) }
    at = end + 1 + size + 1
  }
}

/** Whether bytes are those of an object, or are once their line ends are the repository's. No object is read for it. */
export function isObject(id: string, bytes: Buffer): boolean {
  if (objectId(bytes, id.length) === id) return true
  // In a text, no other character has these bytes; where they are something else, the answer is no.
  return (
    bytes.includes('\r\n') &&
    objectId(Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'), id.length) === id
  )
}

/** What git calls a file with these bytes; the length of names tells which of its two hashes the repository uses. */
function objectId(bytes: Buffer, length: number): string {
  const { createHash } = process.getBuiltinModule('node:crypto')
  const hash = createHash(length === 40 ? 'sha1' : 'sha256')
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

function lines(ids: readonly string[]): string {
  return ids.map((id) => `${id}\n`).join('')
}
