import type { ChildProcess } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installedPrograms, type Programs } from './install.ts'
import type { Context, Page } from './playwright.ts'
import { ProcessGroups } from './process-groups.ts'
import { within } from './within.ts'

/** Settings that keep the workbench quiet: nothing opens, asks, or looks for the internet by itself. */
const quiet = {
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'remote.autoForwardPorts': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
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
  readonly size?: { readonly width: number; readonly height: number }
  /** Pixels of the screen for one of the page. */
  readonly sharpness?: number
}

/** Tells the workbench at its start what to do, such as `['openFile', …]`. */
export type Payload = readonly (readonly [name: string, value: string])[]

/** The real workbench of VS Code in a browser without a screen, on a server of its own. */
export class Workbench {
  readonly #groups: ProcessGroups
  readonly #address: URL
  readonly #browser: Context
  readonly #said: string[]
  #page: Page | undefined

  private constructor(groups: ProcessGroups, address: URL, browser: Context, said: string[]) {
    this.#groups = groups
    this.#address = address
    this.#browser = browser
    this.#said = said
  }

  /** @throws Error when something cannot be installed or does not start; nothing is left running then. */
  static async start(options: WorkbenchOptions = {}): Promise<Workbench> {
    const programs = installedPrograms()
    const groups = new ProcessGroups('vscode')
    const said: string[] = []
    try {
      const environment = surroundings(groups.folder, options.environment)
      writeSettings(groups.folder, { ...quiet, ...options.settings })
      const serve = (words: readonly string[]) => startServer(programs, groups, words, environment, said)
      for (const path of options.packages ?? []) await installs(serve(['--install-extension', path]))
      const [address, browser] = await Promise.all([
        addressOf(serve(serving)),
        startBrowser(programs, groups, environment, options),
      ])
      groups.adopt()
      return new Workbench(groups, address, browser, said)
    } catch (error) {
      await groups.end()
      throw new Error(`VS Code did not start.\n${ending(said)}`, { cause: error })
    }
  }

  /** The last of what the server and the page have said: where to look when something fails. */
  get said(): string {
    return ending(this.#said)
  }

  /** How the workbench names a file of this machine. */
  addressOf(path: string): string {
    return `vscode-remote://${this.#address.host}${path}`
  }

  /**
   * Opens a folder, or a file that names several (`….code-workspace`), in place of what was open.
   * @param prepare what to do with the page before it loads
   */
  async open(path: string, payload: Payload = [], prepare?: (page: Page) => Promise<void>): Promise<Page> {
    const page = this.#page ?? this.#browser.pages()[0] ?? (await this.#browser.newPage())
    this.#page = page
    page.setDefaultTimeout(20_000)
    page.on('console', (message) => this.#said.push(`${message.type()}: ${message.text()}\n`))
    page.on('pageerror', (error) => this.#said.push(`page: ${error.stack ?? error.message}\n`))
    await prepare?.(page)
    const address = new URL(this.#address)
    address.searchParams.set(path.endsWith('.code-workspace') ? 'workspace' : 'folder', path)
    address.searchParams.set('payload', JSON.stringify([...payload, ['skipWelcome', 'true']]))
    await page.goto(address.href)
    return page
  }

  /** Keeps what the window shows as a picture. */
  async picture(path: string): Promise<void> {
    await this.#page?.screenshot({ path })
  }

  /** Ends everything. @throws Error when a process outlives it. */
  async end(): Promise<void> {
    await within(3_000, 'The end of the browser', this.#browser.close()).catch(() => {})
    await this.#groups.end()
  }
}

/** Without the driver of the smoke tests, the workbench ignores the paths of tests without a word. */
const serving = [
  ...['--bind-addr', '127.0.0.1:0', '--auth', 'none', '--disable-telemetry', '--disable-update-check'],
  ...['--disable-workspace-trust', '--disable-getting-started-override'],
  ...['--vscode-option', 'enable-smoke-test-driver'],
]

function startServer(
  { node, server }: Programs,
  groups: ProcessGroups,
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  said: string[],
): ChildProcess {
  const { folder } = groups
  const places = ['--config', join(folder, 'config.yaml'), '--user-data-dir', join(folder, 'data')]
  const extensions = ['--extensions-dir', join(folder, 'extensions')]
  const started = groups.start(node, [server, ...places, ...extensions, ...words], environment)
  for (const stream of [started.stdout, started.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => said.push(text))
  }
  return started
}

/** The environment of everything that starts: nothing is read or written outside a folder. */
function surroundings(folder: string, more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
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

function startBrowser(
  { playwright, browser }: Programs,
  groups: ProcessGroups,
  environment: NodeJS.ProcessEnv,
  { size = { width: 1280, height: 800 }, sharpness = 1 }: WorkbenchOptions,
): Promise<Context> {
  return playwright.chromium.launchPersistentContext(join(groups.folder, 'browser'), {
    executablePath: browser,
    headless: true,
    env: { ...environment, ...groups.environment },
    viewport: size,
    deviceScaleFactor: sharpness,
    timeout: 30_000,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  })
}

/** Where a server that has just started listens. @throws Error when it ends instead. */
function addressOf(server: ChildProcess): Promise<URL> {
  const address = new Promise<URL>((resolve, reject) => {
    let text = ''
    server.stdout?.on('data', (more) => {
      text += more
      const found = /listening on (http:\S+)/.exec(text)?.[1]
      if (found !== undefined) resolve(new URL(found))
    })
    server.once('error', reject)
    server.once('exit', () => reject(new Error('The server of VS Code ended.')))
  })
  return within(30_000, 'The address of the server', address)
}

async function installs(installer: ChildProcess): Promise<void> {
  const end = new Promise<number | null>((resolve, reject) => {
    installer.once('error', reject)
    installer.once('exit', (code) => resolve(code))
  })
  const code = await within(60_000, 'The end of an installation', end)
  if (code !== 0) throw new Error('VS Code could not install an extension.')
}

/** The last lines, without what stands in every run. */
function ending(said: readonly string[]): string {
  const lines = said.join('').split('\n')
  return lines
    .filter((line) => line.trim() !== '' && !/Ignoring fetching additional builtin/.test(line))
    .slice(-40)
    .join('\n')
}
