// The suites of the extension host in a desktop VS Code: one that CONCORD_VSCODE names, or one that gets downloaded.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runTests } from '@vscode/test-electron'
import { plainAndCompanies } from './companies.ts'
import { bundledSuites, extensionFolder } from './host-run.ts'

const executable = process.env['CONCORD_VSCODE']
const { workspace, folder, remove } = plainAndCompanies()
try {
  const profile = join(folder, 'profile')
  mkdirSync(join(profile, 'User'), { recursive: true })
  writeFileSync(
    join(profile, 'User/settings.json'),
    JSON.stringify({ 'files.autoSave': 'off', 'git.enabled': false, 'workbench.startupEditor': 'none' }),
  )
  await runTests({
    ...(executable === undefined ? {} : { vscodeExecutablePath: executable }),
    cachePath: join(extensionFolder, 'node_modules/.tools/vscode-desktop'),
    extensionDevelopmentPath: extensionFolder,
    extensionTestsPath: await bundledSuites(),
    launchArgs: [
      workspace,
      '--disable-extensions',
      '--disable-workspace-trust',
      `--user-data-dir=${profile}`,
      `--extensions-dir=${join(folder, 'extensions')}`,
    ],
  })
} finally {
  remove()
}
