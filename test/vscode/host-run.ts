import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Outcome } from './host/index.ts'
import { within } from './within.ts'
import { Workbench } from './workbench.ts'

/** The folder of the extension itself. */
export const extensionFolder = fileURLToPath(new URL('../..', import.meta.url))

/** Below node_modules, so that the suites find mocha, and no tool takes them for sources. */
const bundles = join(extensionFolder, 'node_modules/.tools/vscode-suites')
/** What VS Code showed when something failed. */
const pictures = join(extensionFolder, 'node_modules/.tools/vscode-pictures')

/** Pictures of failures go here, by name. */
export function pictureOf(name: string): string {
  mkdirSync(pictures, { recursive: true })
  return join(pictures, `${name}.png`)
}

/** Bundles the suites that run inside VS Code's extension host. @returns the path of the module that VS Code calls */
export async function bundledSuites(): Promise<string> {
  const host = fileURLToPath(new URL('host', import.meta.url))
  await build({
    entryPoints: [join(host, 'index.ts'), join(host, 'suites.ts')],
    outdir: bundles,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  })
  return join(bundles, 'index.cjs')
}

export interface HostRun {
  readonly outcomes: readonly Outcome[]
  /** Why the suites did not come to their end, if so. */
  readonly failure?: string
}

/**
 * Runs the suites in the extension host of VS Code without a desktop.
 * @param workspace the `….code-workspace` that is open meanwhile
 * @throws Error when VS Code does not start, or leaves a process behind.
 */
export async function runInHost(workspace: string, milliseconds: number): Promise<HostRun> {
  const runner = await bundledSuites()
  const folder = mkdtempSync(join(tmpdir(), 'concord-report-'))
  const report = join(folder, 'outcomes.jsonl')
  try {
    // A small window: painting it takes a good part of the time.
    const size = { width: 800, height: 600 }
    const workbench = await Workbench.start({ size, environment: { CONCORD_TEST_REPORT: report } })
    try {
      await within(milliseconds, 'The end of the suites in VS Code', suitesEnd(workbench, workspace, runner))
      return { outcomes: outcomesIn(report).filter(({ state }) => state !== 'began') }
    } catch (error) {
      const picture = pictureOf('extension-host')
      await workbench.picture(picture).catch(() => {})
      const outcomes = outcomesIn(report)
      const last = outcomes.at(-1)
      const during = last?.state === 'began' ? `During: ${last.titles.join(' ')}\n` : ''
      const why = error instanceof Error ? error.message : String(error)
      return {
        outcomes: outcomes.filter(({ state }) => state !== 'began'),
        failure: `${why}\n${during}What it showed: ${picture}\nWhat it said last:\n${workbench.said}`,
      }
    } finally {
      await workbench.end()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Resolves when VS Code says that the suites have ended, with or without failures. */
function suitesEnd(workbench: Workbench, workspace: string, runner: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const payload = [
      ['extensionDevelopmentPath', workbench.addressOf(extensionFolder)],
      ['extensionTestsPath', workbench.addressOf(runner)],
    ] as const
    const opened = workbench.open(workspace, payload, async (page) => {
      page.on('crash', () => reject(new Error('The page crashed.')))
      await page.exposeFunction('codeAutomationLog', () => {})
      await page.exposeFunction('codeAutomationExit', () => resolve())
    })
    opened.catch(reject)
  })
}

function outcomesIn(report: string): readonly Outcome[] {
  const lines = existsSync(report) ? readFileSync(report, 'utf8').trimEnd().split('\n') : []
  return lines.map((line) => JSON.parse(line))
}
