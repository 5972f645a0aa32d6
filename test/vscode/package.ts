import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { extensionFolder } from './host-run.ts'

/** Packages the extension as it is built, and says where it is. @throws Error when that fails, or it is over its budget. */
export function packagedExtension(): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['client/build/package.mjs'], {
    cwd: extensionFolder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The extension could not be packaged.\n${stdout}${stderr}`)
  return join(extensionFolder, 'concord.vsix')
}
