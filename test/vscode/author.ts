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

  /** A line of the text, as the editor shows it: its spaces do not break. */
  line(file: string, words: string): Locator {
    return this.editorOf(file)
      .locator('.view-line')
      .filter({ hasText: words.replaceAll(' ', '\u00a0') })
      .first()
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

  /** Writes every file that has been changed. */
  async saveAll(): Promise<void> {
    await this.run('File: Save All')
    await this.page.locator('.tab.dirty').first().waitFor({ state: 'detached' })
  }

  /** Runs a command of the palette by its whole title. */
  async run(command: string): Promise<void> {
    await this.#quickInput('F1', `>${command}`, command)
  }

  /** Picks in a list that a command has opened. */
  async pick(placeholder: string, words: string): Promise<void> {
    const input = this.page.locator(`.quick-input-widget input.input[placeholder="${placeholder}"]`)
    await input.waitFor()
    await this.#choose(input, words, words)
  }

  /** Presses keys until something shows: what answers them may still be starting. */
  async pressUntil(keys: readonly string[], shown: Locator): Promise<void> {
    for (let tries = 1; ; tries++) {
      for (const key of keys) await this.page.keyboard.press(key)
      try {
        return await shown.first().waitFor({ timeout: 4_000 })
      } catch (error) {
        if (tries === 5) throw error
        await this.page.keyboard.press('Escape')
      }
    }
  }

  /** Shows the window in another theme, by its name. */
  async theme(name: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input.input[placeholder*="Color Theme"]').first()
    await this.pressUntil(['Control+K', 'Control+T'], input)
    await this.#choose(input, name, name)
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

  /** The rows of the panel of problems that a filter leaves. */
  async problems(filter: string): Promise<Locator> {
    const input = this.page.locator('.viewpane-filter input').first()
    if (!(await input.isVisible())) await this.pressUntil(['Control+Shift+M'], input)
    await input.fill(filter)
    await this.page.locator('.viewpane-filter').filter({ hasText: 'Showing' }).first().waitFor()
    return this.page.locator('.markers-panel .monaco-list-row')
  }

  /** The rows of the tree of barriers. */
  async barriers(): Promise<Locator> {
    const rows = this.page.locator('.pane-body .monaco-list-row')
    await this.#showConcord()
    await rows.first().waitFor()
    return rows
  }

  /** What the view of the scorecard shows. */
  async scorecard(selector: string): Promise<Locator> {
    await this.#showConcord()
    return this.#webviews(':is([src*="purpose=webviewView"])', selector)
  }

  async #showConcord(): Promise<void> {
    const panes = this.page.locator('.pane-header').filter({ hasText: /^\s*barriers/i })
    if (!(await panes.first().isVisible()))
      await this.page.locator('.activitybar .action-label[aria-label^="Concord"]').click()
    await panes.first().waitFor()
  }

  /** What a webview shows, such as a preview. */
  webview(selector: string): Locator {
    return this.#webviews(':not([src*="purpose=webviewView"])', selector)
  }

  #webviews(which: string, selector: string): Locator {
    return this.page.frameLocator(`iframe.webview.ready${which}`).frameLocator('iframe#active-frame').locator(selector)
  }

  async #quickInput(keys: string, text: string, row?: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input.input').first()
    await this.pressUntil([keys], input)
    await this.#choose(input, text, row)
  }

  /** What was typed is gone from the box when it is done, though the command may have opened a box of its own. */
  async #choose(input: Locator, text: string, row?: string): Promise<void> {
    await input.fill(text)
    if (row !== undefined) {
      await this.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: row }).first().waitFor()
    }
    await input.press('Enter')
    await this.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: text.replace(/^>/, '') })
      .first()
      .waitFor({ state: 'hidden' })
  }
}
