import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { installed } from '../tools/install.ts'
import { Author } from './author.ts'
import { commit, type Opened, oneCompany } from './companies.ts'
import { describeHere } from './describe-here.ts'
import { pictureOf } from './host-run.ts'
import { type PackagedExtension, packagedExtension } from './package.ts'
import { Workbench } from './workbench.ts'

const ratings = 'ratings-research-and-development.yaml'
const agreement = 'quillon-codevelopment.yaml'
const plan = 'people-and-money-2027.yaml'

// One window for all of it, as for an author at work.
describeHere('the packaged extension in the workbench', function () {
  // Installing VS Code takes about a minute on a clean clone.
  this.timeout(600_000)
  let opened: Opened
  let packaged: PackagedExtension
  let workbench: Workbench
  let author: Author
  let axe: string

  before(async () => {
    axe = readFileSync(installed('tools').resolve('axe-core/axe.min.js'), 'utf8')
    opened = oneCompany()
    packaged = packagedExtension()
    workbench = await Workbench.start({ packages: [packaged.path] })
    const first = join(opened.workspace, 'people', ratings)
    author = new Author(await workbench.open(opened.workspace, [['openFile', workbench.addressOf(first)]]))
  })

  after(async () => {
    await workbench?.end()
    opened?.remove()
  })

  beforeEach(function () {
    this.timeout(120_000)
  })

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      const picture = pictureOf(this.currentTest.title.replaceAll(/\W+/g, '-'))
      await workbench.picture(picture)
      console.error(`What it showed: ${picture}\nWhat it said last:\n${workbench.said}`)
      await author.page.keyboard.press('Escape')
    }
  })

  /** Puts the cursor where `|` stands in a piece of a file's text, as the file was at first. */
  async function cursor(path: string, marked: string): Promise<void> {
    const text = readFileSync(join(opened.workspace, path), 'utf8')
    const before = text.slice(0, text.indexOf(marked.replace('|', '')) + marked.indexOf('|')).split('\n')
    await author.goTo(before.length, (before.at(-1) ?? '').length + 1)
  }

  it('is small', () => {
    assert(packaged.bytes <= 450 * 1024, `${packaged.bytes} bytes`)
    assert(packaged.files < 20, `${packaged.files} files`)
  })

  it('underlines a barrier, and lists it among the problems', async () => {
    await author.editorOf(ratings).locator('.squiggly-error').first().waitFor()
    const rows = await author.problems('performance/forced-distribution')
    await rows.filter({ hasText: 'The rating levels are forced' }).first().waitFor()
  })

  it('opens the page of a rule from its problem, inside the editor', async () => {
    const rows = await author.problems('performance/forced-distribution')
    const row = rows.filter({ hasText: 'The rating levels are forced' }).first()
    await row.locator('a[href]').last().click()
    await author.webview('h1').filter({ hasText: 'Ratings are forced into a distribution' }).first().waitFor()
  })

  it('mends a barrier by a quick fix', async () => {
    await author.open(ratings)
    await cursor(`people/${ratings}`, 'mode: for|ced')
    const fix = await author.quickFix('Make the distribution a benchmark')
    await fix.click()
    await author.line(ratings, 'mode: expected').waitFor()
    const rows = await author.problems('performance/forced-distribution')
    await rows.filter({ hasText: 'The rating levels are forced' }).first().waitFor({ state: 'hidden' })
  })

  it('explains a reference', async () => {
    await author.open(plan)
    await cursor(`resources/${plan}`, 'quillon-codevelopment/formulation-|scientists')
    await author.hover('Formulation scientists')
    await author.page.keyboard.press('Escape')
  })

  it('colours a kind and a reference by its grammar', async () => {
    await author.open(plan)
    const inspected = author.page.locator('.token-inspect-widget')
    for (const [marked, scope] of [
      ['kind: Resource|Allocation', 'kind.concord'],
      ['quillon-codevelopment/formulation-|scientists', 'reference.concord'],
    ] as const) {
      await cursor(`resources/${plan}`, marked)
      await author.run('Developer: Inspect Editor Tokens and Scopes')
      await inspected.filter({ hasText: scope }).first().waitFor()
      await author.page.keyboard.press('Escape')
    }
  })

  it('completes a name from another file', async () => {
    await author.open(agreement)
    await cursor(`alliances/${agreement}`, 'ourMembers: [|chief-scientific-officer')
    await author.page.keyboard.type('chief-med')
    const offer = await author.completion('chief-medical-officer')
    await offer.click()
    await author.line(agreement, 'chief-medical-officer').waitFor()
  })

  it('renames a thing in every file that names it', async () => {
    await author.open(plan)
    await cursor(`resources/${plan}`, 'quillon-codevelopment/formulation-|scientists')
    await author.rename('formulation-experts')
    await author.line(plan, 'quillon-codevelopment/formulation-experts').waitFor()
    await author.open(agreement)
    await author.goTo(78, 1)
    await author.line(agreement, 'name: formulation-experts').waitFor()
  })

  it('fixes all that is safe by a command', async () => {
    await author.open(ratings)
    await cursor(`people/${ratings}`, 'round|ing: nearest')
    await author.page.keyboard.press('Delete')
    const rows = await author.problems('language/unknown-field')
    await rows.filter({ hasText: 'round' }).first().waitFor()
    await author.open(ratings)
    await author.run('Concord: Fix What Can Be Fixed Safely in This File')
    await author.line(ratings, 'rounding: nearest').waitFor()
  })

  it('shows the barriers in a tree, and leads from there to the policy', async () => {
    const rows = await author.barriers()
    await rows.filter({ hasText: 'Performance' }).first().waitFor()
    assert((await rows.count()) >= 7)
    await rows.filter({ hasText: 'therapy-sales' }).first().click()
    await rows
      .filter({ hasText: /line \d+/ })
      .first()
      .click()
    await author.editorOf('therapy-sales.yaml').waitFor()
  })

  it('shows the scorecard, and leads from what would gain most to its place', async () => {
    const rows = await author.scorecard('tbody tr')
    await rows.first().waitFor()
    assert.equal(await rows.count(), 7)
    await (await author.scorecard('.gain[data-rule="organization/dotted-line-no-say"]')).first().click()
    await author.editorOf('roles.yaml').waitFor()
    await author.page.locator('.statusbar-item').filter({ hasText: 'Ln 206, ' }).waitFor()
  })

  it('shows of a component alone what holds it back, by keyboard too', async () => {
    const culture = await author.scorecard('#component-culture')
    await culture.press('Enter')
    await (await author.scorecard('#component-culture[aria-pressed="true"]')).waitFor()
    const others = await author.scorecard('li:not([hidden]):not([data-component="culture"])')
    assert.equal(await others.count(), 0)
    await author.page.keyboard.press('Enter')
    await (await author.scorecard('#component-culture[aria-pressed="false"]')).waitFor()
  })

  it('applies a fix from the scorecard, and the score rises', async () => {
    const score = await author.scorecard('tr:has-text("Organization") .score')
    const before = Number(await score.innerText())
    const rule = '[data-rule="organization/dotted-line-no-say"]'
    await (await author.scorecard(`.fix${rule}`)).first().click()
    await (await author.scorecard(`.gain${rule}`)).first().waitFor({ state: 'detached' })
    assert(Number(await score.innerText()) > before)
  })

  it('shows how the score has moved since the last commit, until the change is committed', async () => {
    const since = await author.scorecard('.since')
    await since.filter({ hasText: /^\+\d+\.\d since the last commit:.* gone\.$/ }).waitFor()
    const organization = await author.scorecard('tr:has-text("Organization") .change')
    assert.match(await organization.innerText(), /^\+\d+\.\d$/)
    assert.match((await since.getAttribute('title')) ?? '', /: Write the policies down$/)
    await author.saveAll()
    commit(opened.workspace, 'Mend what the scorecard showed')
    await since.filter({ hasText: 'No change since the last commit.' }).waitFor()
  })

  it('shows the score of the policy at hand beside its language', async () => {
    await author.open(plan)
    const item = author.page.locator('.hover-language-status').filter({ hasText: /This policy: \d+ of 100/ })
    await author.page.locator('.statusbar-item a[aria-label^="Editor Language Status"]').first().hover()
    await item.first().waitFor()
    assert.match(await item.first().innerText(), /Concord: .* in \d+ policies in \d+ files/)
    await author.page.mouse.move(5, 5)
  })

  it('shows what is new alone, and stays where it is while somebody types', async () => {
    const scorecard = await author.scorecard('body')
    await author.open('values-and-norms.yaml')
    await cursor('culture/values-and-norms.yaml', 'countsAgainst: |false')
    await author.page.keyboard.press('Shift+End')
    await author.page.keyboard.type('true')
    const news = await author.scorecard('#new')
    await news.filter({ hasText: /^\d+ new$/ }).waitFor()
    await news.press('Enter')
    const others = await author.scorecard('li:not([hidden]):not([data-new])')
    const own = await author.scorecard('li[data-new]:not([hidden])')
    await own.first().waitFor()
    assert.equal(await others.count(), 0)
    await news.press('Enter')
    await scorecard.evaluate('window.scrollTo(0, 60)')
    const before = await (await author.scorecard('.since')).innerText()
    await author.open('values-and-norms.yaml')
    await author.run('File: Revert File')
    await (await author.scorecard('.since')).filter({ hasText: 'No change since the last commit.' }).waitFor()
    assert.notEqual(before, await (await author.scorecard('.since')).innerText())
    assert.equal(await scorecard.evaluate('window.scrollY'), 60)
  })

  it('is used by keyboard alone: from the view to a barrier in its policy, and through its fix', async () => {
    const { keyboard } = author.page
    await author.run('Concord: Focus on Scorecard View')
    const focused = await author.scorecard(':focus')
    const reach = async (selector: string): Promise<void> => {
      for (let steps = 0; steps < 60; steps++) {
        await keyboard.press('Tab')
        if ((await (await author.scorecard(`${selector}:focus`)).count()) > 0) return
      }
      assert.fail(`Tab does not lead to ${selector}, but to ${await focused.first().innerText()}`)
    }
    await reach('.gain')
    const where = JSON.parse((await focused.getAttribute('data-range')) ?? '')
    await keyboard.press('Enter')
    await author.page
      .locator('.statusbar-item')
      .filter({ hasText: `Ln ${where.start.line + 1}, ` })
      .waitFor()
    await author.run('Concord: Focus on Scorecard View')
    await reach('.fix')
    const mended = `#${(await focused.getAttribute('id'))?.replace(/^fix-/, 'gain-').replaceAll(/[^\w-]/g, '\\$&')}`
    await keyboard.press('Enter')
    await (await author.scorecard(mended)).waitFor({ state: 'detached' })
    await (await author.scorecard('.since')).filter({ hasText: /^\+/ }).waitFor()
  })

  for (const [theme, kind] of [
    ['Light Modern', 'light'],
    ['Dark Modern', 'dark'],
    ['Dark High Contrast', 'high-contrast'],
    ['Light High Contrast', 'high-contrast-light'],
  ] as const) {
    it(`takes its colours from the theme, and can be read in it: ${theme}`, async () => {
      await author.theme(theme)
      await (await author.scorecard(`body.vscode-${kind}`)).waitFor()
      const body = await author.scorecard('body')
      const colours = await body.evaluate(
        `(() => {
          const probe = document.createElement("i")
          document.body.append(probe)
          const of = (name) => { probe.style.color = "var(" + name + ")"; return getComputedStyle(probe).color }
          const pairs = [["body", "--vscode-foreground"], [".note", "--vscode-descriptionForeground"], [".fix", "--vscode-button-secondaryForeground"]]
          const found = pairs.map(([selector, name]) => [getComputedStyle(document.querySelector(selector)).color, of(name)])
          probe.remove()
          return found
        })()`,
      )
      assert.ok(Array.isArray(colours))
      for (const [own, ofTheme] of colours) assert.equal(own, ofTheme)
      await body.evaluate('window.scrollTo(0, 0)')
      await author.page
        .locator('[id="workbench.parts.sidebar"]')
        .screenshot({ path: pictureOf(`scorecard-in-${kind}`) })
      // The view lets the side bar shine through, which a reader of the frame alone cannot see.
      await body.evaluate('document.documentElement.style.background = "var(--vscode-sideBar-background)"')
      await body.evaluate(axe)
      const found = await body.evaluate(
        'axe.run({ rules: { "page-has-heading-one": { enabled: false } } }).then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(({ html, any }) => html + " " + any.map(({ message }) => message))].join("\\n")))',
      )
      assert.deepEqual(found, [])
    })
  }

  it('opens the page of a rule that is picked from a list', async () => {
    await author.run('Concord: Open the Page of a Rule')
    await author.pick('Which rule?', 'performance/zero-sum-pool')
    await author.page.locator('.tab.active').filter({ hasText: 'zero-sum-pool' }).waitFor()
  })
})
