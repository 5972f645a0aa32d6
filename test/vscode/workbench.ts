import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installedPrograms, type Programs } from './install.ts'
import type { Browser, BrowserServer, Context, Page } from './playwright.ts'
import { endGroups, type Mark, newMark, startGroup } from './process-group.ts'

/** Settings that keep the workbench quiet: nothing opens, asks, or looks for the internet by itself. */
const quiet = {
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
}

/** What would lead the server to a VS Code that happens to run these tests. */
const foreign = ['VSCODE_IPC_HOOK_CLI', 'VSCODE_PROXY_URI', 'ELECTRON_RUN_AS_NODE', 'PORT', 'PASSWORD', 'NODE_OPTIONS']

export interface WorkbenchOptions {
  /** Packaged extensions to install first. */
  readonly packages?: readonly string[]
  readonly settings?: Readonly<Record<string, unknown>>
  /** What extensions find in their environment, besides the usual. */
  readonly environment?: Readonly<Record<string, string>>
  /** Pixels of the screen for one of the page. */
  readonly sharpness?: number
}

/** Tells the workbench at its start what to do, such as `['openFile', …]`. */
export type Payload = readonly (readonly [name: string, value: string])[]

/** The real workbench of VS Code in a browser without a window, on a server of its own. */
export class Workbench {
  readonly #folder: string
  readonly #mark: Mark
  readonly #server: ChildProcess
  readonly #address: URL
  readonly #said: string[]
  readonly #browserServer: BrowserServer
  readonly #browser: Browser
  readonly #sharpness: number
  #context: Context | undefined

  private constructor(parts: Parts) {
    this.#folder = parts.folder
    this.#mark = parts.mark
    this.#server = parts.server
    this.#address = parts.address
    this.#said = parts.said
    this.#browserServer = parts.browserServer
    this.#browser = parts.browser
    this.#sharpness = parts.sharpness
  }

  /** @throws Error when something cannot be installed or does not start; nothing is left running then. */
  static async start(options: WorkbenchOptions = {}): Promise<Workbench> {
    const programs = installedPrograms()
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'concord-vscode-')))
    const mark = newMark()
    const leaders: (number | undefined)[] = []
    try {
      const environment = surroundings(folder, { ...options.environment, ...mark.environment })
      writeSettings(folder, { ...quiet, ...options.settings })
      const said: string[] = []
      for (const path of options.packages ?? []) {
        const installer = startServer(programs, folder, ['--install-extension', path], environment, said)
        leaders.push(installer.pid)
        await ended(installer, said)
      }
      const server = startServer(programs, folder, serving, environment, said)
      leaders.push(server.pid)
      const address = await addressOf(server, said)
      const browserServer = await startBrowser(programs, environment)
      leaders.push(browserServer.process().pid)
      const browser = await programs.playwright.chromium.connect(browserServer.wsEndpoint())
      const sharpness = options.sharpness ?? 1
      return new Workbench({ folder, mark, server, address, said, browserServer, browser, sharpness })
    } catch (error) {
      await endGroups(leaders, mark)
      rmSync(folder, { recursive: true, force: true })
      throw error
    }
  }

  /** What the server and the pages have said so far: where to look when something fails. */
  get said(): string {
    return this.#said.join('')
  }

  /** How the workbench names a file of this machine. */
  addressOf(path: string): string {
    return `vscode-remote://${this.#address.host}${path}`
  }

  /**
   * Opens a folder, or a file that names several (`….code-workspace`), in a new window in place of the last one.
   * @param prepare what to do with the page before it loads
   */
  async open(path: string, payload: Payload = [], prepare?: (page: Page) => Promise<void>): Promise<Page> {
    await this.#context?.close()
    this.#context = await this.#browser.newContext({
      viewport: { width: 1280, height: 800 },
      deviceScaleFactor: this.#sharpness,
    })
    const page = await this.#context.newPage()
    page.setDefaultTimeout(30_000)
    page.on('console', (message) => this.#said.push(`${message.type()}: ${message.text()}\n`))
    page.on('pageerror', (error) => this.#said.push(`page: ${error.stack ?? error.message}\n`))
    await prepare?.(page)
    const address = new URL(this.#address)
    address.searchParams.set(path.endsWith('.code-workspace') ? 'workspace' : 'folder', path)
    address.searchParams.set('payload', JSON.stringify([...payload, ['skipWelcome', 'true']]))
    await page.goto(address.href)
    return page
  }

  /** Ends everything. @throws Error when a process outlives it. */
  async end(): Promise<void> {
    await Promise.race([this.#browserServer.close(), endOf(this.#browserServer.process())]).catch(() => {})
    try {
      await endGroups([this.#server.pid, this.#browserServer.process().pid], this.#mark)
    } finally {
      rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 })
    }
  }
}

interface Parts {
  readonly folder: string
  readonly mark: Mark
  readonly server: ChildProcess
  readonly address: URL
  readonly said: string[]
  readonly browserServer: BrowserServer
  readonly browser: Browser
  readonly sharpness: number
}

/** Without the driver of the smoke tests, the workbench ignores the paths of tests without a word. */
const serving = [
  ...['--bind-addr', '127.0.0.1:0', '--auth', 'none', '--disable-telemetry', '--disable-update-check'],
  ...['--disable-workspace-trust', '--disable-getting-started-override'],
  ...['--vscode-option', 'enable-smoke-test-driver'],
]

function startServer(
  programs: Programs,
  folder: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  said: string[],
): ChildProcess {
  const places = ['--config', join(folder, 'config.yaml'), '--user-data-dir', join(folder, 'data')]
  const extensions = ['--extensions-dir', join(folder, 'extensions')]
  const server = startGroup(programs.node, [programs.server, ...places, ...extensions, ...words], environment)
  for (const stream of [server.stdout, server.stderr]) stream?.setEncoding('utf8').on('data', (text) => said.push(text))
  return server
}

/** The environment of everything that starts: nothing is read or written outside a folder. */
function surroundings(folder: string, more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const home = join(folder, 'home')
  mkdirSync(home)
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    ...more,
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_STATE_HOME: join(home, '.local/state'),
    XDG_RUNTIME_DIR: home,
    EXTENSIONS_GALLERY: '{}',
  }
  for (const name of foreign) delete environment[name]
  return environment
}

function writeSettings(folder: string, settings: Readonly<Record<string, unknown>>): void {
  const user = join(folder, 'data/User')
  mkdirSync(user, { recursive: true })
  writeFileSync(join(user, 'settings.json'), JSON.stringify(settings, null, 2))
}

async function startBrowser(programs: Programs, environment: NodeJS.ProcessEnv): Promise<BrowserServer> {
  return programs.playwright.chromium.launchServer({
    executablePath: programs.browser,
    headless: true,
    env: environment,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  })
}

/** Where a server that has just started listens. @throws Error when it ends instead. */
function addressOf(server: ChildProcess, said: readonly string[]): Promise<URL> {
  return new Promise((resolve, reject) => {
    let text = ''
    server.stdout?.on('data', (more) => {
      text += more
      const address = /listening on (http:\S+)/.exec(text)?.[1]
      if (address !== undefined) resolve(new URL(address))
    })
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`The server of VS Code did not start.\n${said.join('')}`)))
  })
}

async function ended(program: ChildProcess, said: readonly string[]): Promise<void> {
  const code = await endOf(program)
  if (code !== 0) throw new Error(`VS Code could not install an extension.\n${said.join('')}`)
}

function endOf(program: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    if (program.exitCode !== null) resolve(program.exitCode)
    program.once('error', reject)
    program.once('exit', (code) => resolve(code))
  })
}
