import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { JsonScorecardReport } from '../../server/reports/scorecard-json.ts'
import { forced } from '../command/policies.ts'
import { copyPolicies, TestRepository } from '../command/repositories.ts'
import { concord, concordProcess, type Files, temporaryFolder } from '../command/running.ts'
import { hostile } from '../reports/hostile.ts'
import { installed } from '../tools/install.ts'
import { installedBrowser } from '../vscode/browser.ts'
import type { Context, Page, Playwright } from '../vscode/playwright.ts'

const day = ['--today', '2026-11-23']
const widths = { 'a wide window': 1280, 'a telephone': 360 }

/** A page in a file, and what the JSON of the same scorecard says. */
function pageOf(folder: string, ...paths: readonly string[]) {
  const words = ['scorecard', ...paths, ...day]
  const { out, code, error } = concordProcess(folder, [...words, '--format', 'html'])
  assert.deepEqual([code, error], [0, ''])
  const json: JsonScorecardReport = JSON.parse(concord(folder, [...words, '--format', 'json']).out)
  return { html: out, address: pathToFileURL(join(temporaryFolder({ 'page.html': out }), 'page.html')).href, json }
}

/** A company that has mended its pay and has something new to mend, in a repository of its own. */
function overTime() {
  const repository = new TestRepository()
  copyPolicies('samples/meridian', repository.folder)
  repository.commit('Write the policies down </title><script>alert(1)</script>', '2026-09-01')
  copyPolicies('samples/meridian-after', repository.folder, (path) => path.startsWith('pay/'))
  repository.commit('Mend the pay', '2026-10-01')
  const calibration = 'people/ratings-other-units.yaml'
  repository.write({ [calibration]: repository.read(calibration).replace('mode: expected', 'mode: forced') })
  const words = ['scorecard', ...day, '--since', 'HEAD~1', '--history', '5']
  const { out, code, error } = concordProcess(repository.folder, [...words, '--format', 'html'])
  assert.deepEqual([code, error], [0, ''])
  const since = [...words.slice(0, -2), '--format', 'json']
  const json: JsonScorecardReport = JSON.parse(concord(repository.folder, since).out)
  return { html: out, address: pathToFileURL(join(temporaryFolder({ 'page.html': out }), 'page.html')).href, json }
}

const asideFiles: Files = {
  ...hostile,
  'aside.yaml': forced
    .replace('name: ratings', 'name: aside')
    .replace(
      '    mode: forced',
      '    # concord-ignore performance/forced-distribution until=2099-12-31 reason="</style><img src=x onerror=alert(1)>"\n    mode: forced',
    ),
}

describe('the page of a scorecard', function () {
  this.timeout(240_000)
  const profile = mkdtempSync(join(tmpdir(), 'concord-page-'))
  let context: Context
  let page: Page
  let axe: string

  before(async () => {
    const require = installed('tools')
    const playwright: Playwright = require('playwright-core')
    axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
    const executablePath = installedBrowser({
      command: join(dirname(require.resolve('playwright-core/package.json')), 'cli.js'),
      path: () => playwright.chromium.executablePath(),
    })
    context = await playwright.chromium.launchPersistentContext(profile, {
      executablePath,
      headless: true,
      args: ['--no-sandbox', '--disable-gpu'],
      env: process.env,
      viewport: { width: 1280, height: 900 },
      deviceScaleFactor: 1,
      timeout: 60_000,
    })
    page = context.pages()[0] ?? (await context.newPage())
  })
  after(async () => {
    await context?.close()
    rmSync(profile, { recursive: true, force: true })
  })

  const meridian = pageOf('.', 'samples/meridian')
  const changed = overTime()
  const foreign = pageOf(temporaryFolder(asideFiles))

  const pages = { 'the sample company': meridian, 'hostile names': foreign, 'what has changed': changed }
  for (const [what, { address }] of Object.entries(pages)) {
    for (const [where, width] of Object.entries(widths)) {
      for (const media of ['screen', 'print'] as const) {
        it(`has nothing that axe-core finds in the way of a reader: ${what}, ${where}, ${media}`, async () => {
          await page.emulateMedia({ media })
          await page.setViewportSize({ width, height: 900 })
          await page.goto(address)
          await page.evaluate(axe)
          const found = await page.evaluate(
            'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)].join(" ")))',
          )
          assert.deepEqual(found, [])
        })
      }
    }
  }
  it('fits a narrow window', async () => {
    await page.emulateMedia({ media: 'screen' })
    await page.setViewportSize({ width: 360, height: 900 })
    for (const { address } of [meridian, changed]) {
      await page.goto(address)
      assert.deepEqual(
        await page.evaluate(
          '[...document.querySelectorAll("main *")].filter((node) => node.getBoundingClientRect().right > 361).map((node) => node.outerHTML.slice(0, 80))',
        ),
        [],
      )
    }
  })
  it('draws the trend as a line with a point for each state, and the numbers in a table', async () => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(changed.address)
    assert.equal(await page.locator('.trend .dot').count(), 3)
    const heights = await page.evaluate(
      '[...document.querySelectorAll(".trend .dot")].map((dot) => Number(dot.getAttribute("cy")))',
    )
    assert.ok(Array.isArray(heights) && heights[1] < heights[0] && heights[2] > heights[1], String(heights))
    assert.deepEqual(await page.locator('.commits tbody th').allInnerTexts(), [
      '2026-09-01',
      '2026-10-01',
      '2026-11-23',
    ])
    const scores = await page.locator('.commits td.score').allInnerTexts()
    assert.equal(scores.at(-1), changed.json.scorecard.overall?.toFixed(1))
    assert.match(
      String(await page.evaluate('document.querySelector(".trend").getAttribute("aria-label")')),
      /^The overall score went from [\d.]+ to [\d.]+, from 1 September 2026 to 23 November 2026$/,
    )
  })
  it('shows what has changed as the JSON of it does', async () => {
    await page.goto(changed.address)
    const { since } = changed.json
    const told = await page.locator('.changes tr:last-child .score').last().innerText()
    assert.equal(told, `+${since?.overall.change?.toFixed(1)}`)
    const news = page.locator('h3:has-text("New") + ul li')
    assert.equal(await news.count(), since?.new.length)
    await news.locator('a').first().click()
    assert.match(String(await page.evaluate('location.hash')), /^#barrier-\d+$/)
  })
  it('needs nothing else: no script, nothing from outside', async () => {
    await page.goto(meridian.address)
    assert.deepEqual(
      await page.evaluate(
        '[...document.querySelectorAll("script, link, img, iframe, [src]")].map((node) => node.outerHTML)',
      ),
      [],
    )
    for (const { html } of [meridian, changed]) assert.doesNotMatch(html, /https?:\/\/|@import|<script/)
  })
  it('shows texts that try to be something else as the text that they are', async () => {
    await page.goto(foreign.address)
    assert.equal(
      await page.evaluate(
        'document.querySelectorAll("script, img, iframe, b, em, [onerror]").length + document.querySelectorAll("style").length',
      ),
      1,
    )
    const said = await page.locator('body').innerText()
    assert.ok(said.includes('<script>alert(1)</script>') && said.includes('</style><img src=x onerror=alert(1)>'))
  })
  it('shows the numbers of the other formats', async () => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(meridian.address)
    const { scorecard, partners } = meridian.json
    const scores = await page.locator('table').first().locator('td.score').allInnerTexts()
    assert.deepEqual(
      scores,
      scorecard.components.map(({ score }) => String(Math.round(score ?? -1))),
    )
    assert.equal(
      await page.evaluate('document.querySelector(".ring .figure").textContent'),
      String(Math.round(scorecard.overall ?? -1)),
    )
    assert.equal(await page.locator('.finding').count(), scorecard.lost.length)
    const titles = await page.locator('section').allInnerTexts()
    for (const { title, scorecard } of partners)
      assert.ok(
        titles.some((text) => text.startsWith(`${title}\n${Math.round(scorecard.overall ?? -1)}\n`)),
        title,
      )
  })
  it('leads from each gain to its barrier', async () => {
    await page.goto(meridian.address)
    assert.deepEqual(
      await page.evaluate(
        '[...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")).filter((to) => document.getElementById(to.slice(1)) === null)',
      ),
      [],
    )
  })
})
