// What these tests use of playwright-core. It is installed for the tests alone, after types have been checked without it.

import type { ChildProcess } from 'node:child_process'

export interface Playwright {
  readonly chromium: {
    executablePath(): string
    launchServer(options: LaunchOptions): Promise<BrowserServer>
    connect(address: string): Promise<Browser>
  }
}

interface LaunchOptions {
  readonly executablePath: string
  readonly headless: boolean
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
}

export interface BrowserServer {
  wsEndpoint(): string
  process(): ChildProcess
  close(): Promise<void>
}

export interface Browser {
  newContext(options: ContextOptions): Promise<Context>
  close(): Promise<void>
}

interface ContextOptions {
  readonly viewport: { readonly width: number; readonly height: number }
  readonly deviceScaleFactor: number
}

export interface Context {
  newPage(): Promise<Page>
  close(): Promise<void>
}

export interface Page {
  readonly keyboard: { press(keys: string): Promise<void>; type(text: string): Promise<void> }
  readonly mouse: { move(x: number, y: number): Promise<void> }
  goto(address: string): Promise<unknown>
  locator(selector: string): Locator
  frameLocator(selector: string): Frame
  getByRole(role: string, options: { name: string | RegExp; exact?: boolean }): Locator
  exposeFunction(name: string, call: (...given: never[]) => unknown): Promise<void>
  screenshot(options: { path: string }): Promise<unknown>
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
  readonly first: () => Locator
  last(): Locator
  nth(index: number): Locator
  filter(options: { hasText: string | RegExp }): Locator
  locator(selector: string): Locator
  click(options?: { button?: 'left' | 'right'; modifiers?: readonly string[]; force?: boolean }): Promise<void>
  dblclick(): Promise<void>
  hover(): Promise<void>
  fill(text: string): Promise<void>
  press(keys: string): Promise<void>
  count(): Promise<number>
  textContent(): Promise<string | null>
  innerText(): Promise<string>
  allInnerTexts(): Promise<string[]>
  isVisible(): Promise<boolean>
  waitFor(options?: { state?: 'visible' | 'hidden' | 'attached' | 'detached'; timeout?: number }): Promise<void>
  boundingBox(): Promise<{ x: number; y: number; width: number; height: number } | null>
}
