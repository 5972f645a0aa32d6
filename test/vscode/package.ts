import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extensionFolder } from './host-run.ts'

export interface PackagedExtension {
  readonly path: string
  readonly bytes: number
  readonly files: number
}

/** Packages the extension as it is built. @throws Error when that fails. */
export function packagedExtension(): PackagedExtension {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['client/build/package.mjs'], {
    cwd: extensionFolder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The extension could not be packaged.\n${stdout}${stderr}`)
  const path = join(extensionFolder, 'concord.vsix')
  const content = readFileSync(path)
  // The record that ends an archive counts its entries.
  const end = content.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  return { path, bytes: content.length, files: content.readUInt16LE(end + 10) }
}
