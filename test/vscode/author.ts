import type { Locator, Page } from './playwright.ts'

/** Somebody who writes policies in the workbench, by keyboard and mouse. Everything waits until it is there. */
export class Author {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  editorOf(file: string): Locator {
    return this.page.locator(`.monaco-editor[data-uri$="/${file}"]`).first()
  }

  /** Opens a file of the folder by its name. */
  async open(file: string): Promise<Locator> {
    await this.#quickInput('Control+P', file, file)
    const editor = this.editorOf(file)
    await editor.waitFor()
    return editor
  }

  /** Puts the cursor into the active editor, at a line and column from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.#quickInput('Control+G', `:${line}:${column}`)
    await this.page
      .locator('.statusbar-item')
      .filter({ hasText: `Ln ${line}, Col ${column}` })
      .waitFor()
  }

  /** Runs a command of the palette by its whole title. */
  async run(command: string): Promise<void> {
    await this.#quickInput('F1', `>${command}`, command)
  }

  /** Presses keys until something shows: what answers them may still be starting. */
  async pressUntil(keys: readonly string[], shown: Locator): Promise<void> {
    for (let tries = 1; ; tries++) {
      for (const key of keys) await this.page.keyboard.press(key)
      try {
        return await shown.first().waitFor({ timeout: 3_000 })
      } catch (error) {
        if (tries === 8) throw error
        await this.page.keyboard.press('Escape')
      }
    }
  }

  /** The offers of the light bulb at the cursor that hold these words. */
  async quickFix(words: string | RegExp): Promise<Locator> {
    const offer = this.page.locator('.action-widget .monaco-list-row').filter({ hasText: words }).first()
    await this.pressUntil(['Control+Period'], offer)
    return offer
  }

  async hover(words: string | RegExp): Promise<Locator> {
    const hover = this.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: words }).first()
    await this.pressUntil(['Control+K', 'Control+I'], hover)
    return hover
  }

  async completion(words: string | RegExp): Promise<Locator> {
    const offer = this.page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: words }).first()
    await this.pressUntil(['Control+Space'], offer)
    return offer
  }

  async rename(name: string): Promise<void> {
    const box = this.page.locator('.rename-box input').first()
    await this.pressUntil(['F2'], box)
    await box.fill(name)
    await box.press('Enter')
    await box.waitFor({ state: 'hidden' })
  }

  async problem(words: string | RegExp): Promise<Locator> {
    const problem = this.page.locator('.markers-panel .monaco-list-row').filter({ hasText: words }).first()
    if (!(await this.page.locator('.markers-panel').isVisible())) await this.page.keyboard.press('Control+Shift+M')
    await problem.waitFor()
    return problem
  }

  /** What a webview shows, such as a preview. */
  webview(selector: string): Locator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator(selector)
  }

  async #quickInput(keys: string, text: string, row?: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input.input').first()
    await this.pressUntil([keys], input)
    await input.fill(text)
    if (row !== undefined) {
      await this.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: row }).first().waitFor()
    }
    await this.page.keyboard.press('Enter')
    await input.waitFor({ state: 'hidden' })
  }
}
