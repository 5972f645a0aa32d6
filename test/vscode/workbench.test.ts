import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Author } from './author.ts'
import { type Opened, oneCompany } from './companies.ts'
import { packagedExtension } from './package.ts'
import { Workbench } from './workbench.ts'

const ratings = 'ratings-research-and-development.yaml'
const agreement = 'quillon-codevelopment.yaml'
const plan = 'people-and-money-2027.yaml'

// One window for all of it, as for an author at work.
describe('the packaged extension in the workbench', function () {
  this.timeout(600_000)
  let opened: Opened
  let workbench: Workbench
  let author: Author

  before(async () => {
    opened = oneCompany()
    workbench = await Workbench.start({ packages: [packagedExtension()] })
    const first = join(opened.workspace, 'people', ratings)
    author = new Author(await workbench.open(opened.workspace, [['openFile', workbench.addressOf(first)]]))
    await author.editorOf(ratings).waitFor()
  })

  after(async () => {
    await workbench?.end()
    opened?.remove()
  })

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') console.error(workbench.said)
    await author.page.keyboard.press('Escape')
  })

  /** Puts the cursor where `|` stands in a piece of a file's text, as the file was at first. */
  async function cursor(path: string, marked: string): Promise<void> {
    const text = readFileSync(join(opened.workspace, path), 'utf8')
    const before = text.slice(0, text.indexOf(marked.replace('|', '')) + marked.indexOf('|')).split('\n')
    await author.goTo(before.length, (before.at(-1) ?? '').length + 1)
  }

  it('underlines a barrier, and lists it among the problems', async () => {
    await author.editorOf(ratings).locator('.squiggly-error').first().waitFor()
    await author.problem('performance/forced-distribution')
  })

  it('mends it by a quick fix', async () => {
    const editor = await author.open(ratings)
    await cursor(`people/${ratings}`, 'mode: for|ced')
    const fix = await author.quickFix('Make the distribution a benchmark')
    await fix.click()
    await editor.locator('.view-line').filter({ hasText: 'mode:\u00a0expected' }).waitFor()
    await author.page
      .locator('.markers-panel .monaco-list-row')
      .filter({ hasText: /performance\/forced-distribution(?!-)/ })
      .waitFor({ state: 'detached' })
  })

  it('explains a reference', async () => {
    await author.open(plan)
    await cursor(`resources/${plan}`, 'quillon-codevelopment/formulation-|scientists')
    await author.hover('Formulation scientists')
  })

  it('completes a name from another file', async () => {
    const editor = await author.open(agreement)
    await cursor(`alliances/${agreement}`, 'ourMembers: [|chief-scientific-officer')
    await author.page.keyboard.type('chief-med')
    const offer = await author.completion('chief-medical-officer')
    await offer.click()
    await editor.locator('.view-line').filter({ hasText: 'chief-medical-officer' }).first().waitFor()
  })

  it('renames a thing in every file that names it', async () => {
    const editor = await author.open(plan)
    await cursor(`resources/${plan}`, 'quillon-codevelopment/formulation-|scientists')
    await author.rename('formulation-experts')
    await editor.locator('.view-line').filter({ hasText: 'quillon-codevelopment/formulation-experts' }).waitFor()
    const other = await author.open(agreement)
    await author.goTo(78, 1)
    await other.locator('.view-line').filter({ hasText: 'name:\u00a0formulation-experts' }).waitFor()
  })

  it('shows the barriers in a tree, and leads from there to the policy', async () => {
    await author.page.locator('.activitybar .action-label[aria-label^="Concord"]').click()
    const rows = author.page.locator('.pane-body .monaco-list-row')
    await rows
      .filter({ hasText: /performance/i })
      .first()
      .waitFor()
    await rows
      .filter({ hasText: /leaders/i })
      .first()
      .waitFor()
    assert((await rows.count()) >= 7)
  })

  it('opens the page of a rule, without a network', async () => {
    await author.run('Concord: Open the Page of a Rule')
    const input = author.page.locator('.quick-input-widget input.input').first()
    await input.fill('zero-sum-pool')
    await author.page.locator('.quick-input-list .monaco-list-row.focused').first().waitFor()
    await input.press('Enter')
    await author.webview('h1').first().waitFor()
  })
})
