// Makes the pictures under docs/images/ from the packaged extension at work on Meridian.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Author } from './author.ts'
import { oneCompany } from './companies.ts'
import { extensionFolder } from './host-run.ts'
import { packagedExtension } from './package.ts'
import { smallPng } from './small-png.ts'
import { Workbench } from './workbench.ts'

const images = join(extensionFolder, 'docs/images')
const agreement = 'alliances/quillon-codevelopment.yaml'
const ratings = 'people/ratings-research-and-development.yaml'

/** Without what an author does not need to see in a picture. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.scrollBeyondLastLine': false,
  'editor.occurrencesHighlight': 'off',
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.editor.empty.hint': 'hidden',
  'workbench.tips.enabled': false,
}

mkdirSync(images, { recursive: true })
const { workspace, remove } = oneCompany()
const size = { width: 1180, height: 680 }
const workbench = await Workbench.start({ packages: [packagedExtension().path], settings, size, sharpness: 1.5 })
try {
  const first = workbench.addressOf(join(workspace, ratings))
  const author = new Author(await workbench.open(workspace, [['openFile', first]]))
  const { page } = author

  const take = async (name: string) => {
    // Until the last movement has ended, which nothing tells.
    await new Promise((resolve) => setTimeout(resolve, 700))
    const picture = smallPng(await page.screenshot())
    writeFileSync(join(images, `${name}.png`), picture)
    console.log(`docs/images/${name}.png: ${Math.round(picture.length / 1024)} KB`)
  }
  const goTo = async (path: string, marked: string) => {
    const editor = await author.open(path.slice(path.lastIndexOf('/') + 1))
    const text = readFileSync(join(workspace, path), 'utf8')
    const before = text.slice(0, text.indexOf(marked.replace('|', '')) + marked.indexOf('|')).split('\n')
    await author.goTo(before.length, (before.at(-1) ?? '').length + 1)
    return editor
  }
  const rest = () => page.mouse.move(size.width / 2, size.height - 3)

  const name = ratings.slice(ratings.lastIndexOf('/') + 1)
  await author.editorOf(name).locator('.squiggly-error').first().waitFor()
  await author.barriers()
  await (await author.scorecard('.since')).waitFor()
  await author.problems('ratings')
  await goTo(ratings, 'distri|bution:\n')
  await rest()
  await take('problems')

  await page.keyboard.press('Control+J')
  await goTo(ratings, 'mode: for|ced')
  await author.hover('performance/forced-distribution')
  await take('hover')
  await page.keyboard.press('Escape')

  await goTo(ratings, 'mode: for|ced')
  await author.quickFix('Make the distribution a benchmark')
  await take('quick-fix')
  await page.keyboard.press('Escape')

  await goTo(agreement, 'ourMembers: [|chief-scientific-officer')
  await page.keyboard.type('chief-')
  await author.completion('chief-medical-officer')
  await take('completion')
  await page.keyboard.press('Escape')
  await author.run('File: Revert File')

  const rows = await author.barriers()
  await rows.filter({ hasText: 'quillon-codevelopment' }).first().click()
  await rows
    .filter({ hasText: /line \d+/ })
    .first()
    .click()
  await author.editorOf('quillon-codevelopment.yaml').waitFor()
  await rest()
  await take('barriers')

  // The scorecard alone, a change after the last commit.
  await page
    .locator('.pane-header')
    .filter({ hasText: /^\s*barriers/i })
    .first()
    .click()
  await (await author.scorecard('.fix[data-rule="organization/dotted-line-no-say"]')).first().click()
  await (await author.scorecard('.since')).filter({ hasText: /^\+/ }).waitFor()
  await (await author.scorecard('body')).evaluate('window.scrollTo(0, 0)')
  await rest()
  await take('scorecard-view')
  await page
    .locator('.pane-header')
    .filter({ hasText: /^\s*barriers/i })
    .first()
    .click()

  await author.run('Concord: Open the Page of a Rule')
  await author.pick('Which rule?', 'performance/zero-sum-pool')
  await author.webview('h1').first().waitFor()
  await rest()
  await take('rule-page')
} finally {
  await workbench.end()
  remove()
}
