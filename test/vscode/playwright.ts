// What these tests use of playwright-core. It is installed for the tests alone, after types have been checked without it.

export interface Playwright {
  readonly chromium: {
    executablePath(): string
    launchPersistentContext(profile: string, options: LaunchOptions): Promise<Context>
  }
}

interface LaunchOptions {
  readonly executablePath: string
  readonly headless: boolean
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly viewport: { readonly width: number; readonly height: number }
  readonly deviceScaleFactor: number
  readonly timeout: number
}

export interface Context {
  pages(): Page[]
  newPage(): Promise<Page>
  close(): Promise<void>
}

export interface Page {
  readonly keyboard: {
    press(keys: string): Promise<void>
    type(text: string): Promise<void>
    insertText(text: string): Promise<void>
  }
  readonly mouse: { move(x: number, y: number): Promise<void> }
  goto(address: string): Promise<unknown>
  /** Runs an expression in the page. */
  evaluate(expression: string): Promise<unknown>
  emulateMedia(media: { readonly media: 'screen' | 'print' }): Promise<void>
  setViewportSize(size: { readonly width: number; readonly height: number }): Promise<void>
  locator(selector: string): Locator
  frameLocator(selector: string): Frame
  exposeFunction(name: string, call: (...given: never[]) => unknown): Promise<void>
  screenshot(options?: { path: string }): Promise<Buffer>
  setDefaultTimeout(milliseconds: number): void
  on(event: 'console', hear: (message: { type(): string; text(): string }) => void): void
  on(event: 'pageerror', hear: (error: Error) => void): void
  on(event: 'crash', hear: () => void): void
}

export interface Frame {
  locator(selector: string): Locator
  frameLocator(selector: string): Frame
}

export interface Locator {
  first(): Locator
  last(): Locator
  nth(index: number): Locator
  filter(options: { hasText: string | RegExp }): Locator
  locator(selector: string): Locator
  click(options?: { button?: 'left' | 'right'; modifiers?: readonly string[]; force?: boolean }): Promise<void>
  hover(): Promise<void>
  fill(text: string): Promise<void>
  press(keys: string): Promise<void>
  count(): Promise<number>
  innerText(): Promise<string>
  getAttribute(name: string): Promise<string | null>
  focus(): Promise<void>
  /** Runs an expression in the frame of what it finds. */
  evaluate(expression: string): Promise<unknown>
  screenshot(options?: { path: string }): Promise<Buffer>
  allInnerTexts(): Promise<string[]>
  isVisible(): Promise<boolean>
  waitFor(options?: { state?: 'visible' | 'hidden' | 'attached' | 'detached'; timeout?: number }): Promise<void>
}
