import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { Uri, workspace } from 'vscode'

/** A file that was built for the extension: as it is where that runs from a build, unpacked where it was packaged. */
export async function textOf(programs: Uri, name: string): Promise<string> {
  const read = async (file: string): Promise<Uint8Array> => workspace.fs.readFile(Uri.joinPath(programs, file))
  const packed = await read('packed.br').catch(() => undefined)
  if (packed === undefined) return new TextDecoder().decode(await read(name))
  // Written by client/build/package.mjs with this extension.
  const texts = JSON.parse((await promisify(brotliDecompress)(packed)).toString('utf8')) as Record<string, string>
  return texts[name] ?? ''
}
