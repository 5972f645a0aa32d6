import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Outcome } from './host/index.ts'
import { Workbench } from './workbench.ts'

/** The folder of the extension itself. */
export const extensionFolder = fileURLToPath(new URL('../..', import.meta.url))

/** Below node_modules, so that the suites find mocha, and no tool takes them for sources. */
const bundles = join(extensionFolder, 'node_modules/.tools/vscode-suites')

/**
 * Bundles what is needed to run the suites in a folder of host/ inside VS Code's extension host.
 * @returns the path of the module that runs them all
 */
export async function bundledSuites(name: string): Promise<string> {
  const target = join(bundles, name)
  const host = fileURLToPath(new URL('host', import.meta.url))
  const suites = readdirSync(join(host, name)).filter((file) => file.endsWith('.ts'))
  rmSync(target, { recursive: true, force: true })
  await build({
    entryPoints: {
      index: join(host, 'index.ts'),
      ...Object.fromEntries(suites.map((file) => [basename(file, '.ts'), join(host, name, file)])),
    },
    outdir: target,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  })
  return join(target, 'index.cjs')
}

/**
 * Runs the suites in a folder of host/ in the extension host of VS Code without a desktop.
 * @param workspace the folder, or `….code-workspace`, that is open meanwhile
 * @throws Error when VS Code does not come to the end of them; what it said is in it.
 */
export async function runInHost(
  name: string,
  workspace: string,
  { milliseconds, settings = {} }: { milliseconds: number; settings?: Readonly<Record<string, unknown>> },
): Promise<readonly Outcome[]> {
  const runner = await bundledSuites(name)
  const folder = mkdtempSync(join(tmpdir(), 'concord-report-'))
  const report = join(folder, 'outcomes.jsonl')
  try {
    const workbench = await Workbench.start({ settings, environment: { CONCORD_TEST_REPORT: report } })
    try {
      await exitOf(workbench, workspace, runner, milliseconds)
    } catch (error) {
      const last = existsSync(report) ? readFileSync(report, 'utf8') : ''
      throw new Error(`The suites in VS Code did not come to their end.\n${last}\n${workbench.said}`, { cause: error })
    } finally {
      await workbench.end()
    }
    return outcomesIn(report)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Waits until VS Code says that the suites have ended: 0, or 1 when one failed. */
async function exitOf(workbench: Workbench, workspace: string, runner: string, milliseconds: number): Promise<number> {
  let limit: NodeJS.Timeout | undefined
  try {
    return await new Promise<number>((resolve, reject) => {
      limit = setTimeout(() => reject(new Error(`Nothing came within ${milliseconds / 1000} s.`)), milliseconds)
      const payload = [
        ['extensionDevelopmentPath', workbench.addressOf(extensionFolder)],
        ['extensionTestsPath', workbench.addressOf(runner)],
      ] as const
      const opened = workbench.open(workspace, payload, async (page) => {
        page.on('crash', () => reject(new Error('The page crashed.')))
        await page.exposeFunction('codeAutomationLog', () => {})
        await page.exposeFunction('codeAutomationExit', (code: number) => resolve(code))
      })
      opened.catch(reject)
    })
  } finally {
    clearTimeout(limit)
  }
}

function outcomesIn(report: string): readonly Outcome[] {
  const lines = existsSync(report) ? readFileSync(report, 'utf8').trimEnd().split('\n') : []
  return lines.map((line) => JSON.parse(line))
}
