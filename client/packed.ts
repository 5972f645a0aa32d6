import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { Uri, workspace } from 'vscode'

const name = 'rule-pages.json'

/** The pages of the rules by their path under docs/: as they were built, or unpacked where the extension was packaged. */
export async function builtPages(programs: Uri): Promise<Readonly<Record<string, string>>> {
  const read = async (file: string): Promise<Uint8Array> => workspace.fs.readFile(Uri.joinPath(programs, file))
  const packed = await read('packed.br').catch(() => undefined)
  // Written by client/build/rule-pages.mjs, and packed by client/build/package.mjs, with this extension.
  if (packed === undefined) return JSON.parse(new TextDecoder().decode(await read(name))) as Record<string, string>
  // Names and texts in turn; those of programs come first.
  const parts = (await promisify(brotliDecompress)(packed)).toString('utf8').split('\0')
  const pairs = parts.flatMap((part, at) => (at % 2 === 0 && part.endsWith('.md') ? [[part, parts[at + 1] ?? '']] : []))
  return Object.fromEntries(pairs)
}
