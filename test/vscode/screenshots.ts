// Makes the pictures under docs/images/ from the packaged extension at work on Meridian.

import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Author } from './author.ts'
import { oneCompany } from './companies.ts'
import { extensionFolder } from './host-run.ts'
import { packagedExtension } from './package.ts'
import { Workbench } from './workbench.ts'

const images = join(extensionFolder, 'docs/images')
const ratings = 'people/ratings-research-and-development.yaml'
const agreement = 'alliances/quillon-codevelopment.yaml'

/** Without what an author does not need to see in a picture. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.semanticHighlighting.enabled': true,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.colorTheme': 'Default Light Modern',
}

mkdirSync(images, { recursive: true })
const { workspace, remove } = oneCompany()
const workbench = await Workbench.start({ packages: [packagedExtension()], settings, sharpness: 1.5 })
try {
  const first = workbench.addressOf(join(workspace, ratings))
  const author = new Author(await workbench.open(workspace, [['openFile', first]]))
  const { page } = author

  const take = async (name: string) => {
    // Out of the way of anything that answers to a pointer.
    await page.mouse.move(640, 790)
    await page.screenshot({ path: join(images, `${name}.png`) })
  }
  const goTo = async (path: string, marked: string) => {
    const editor = await author.open(path.slice(path.lastIndexOf('/') + 1))
    const text = readFileSync(join(workspace, path), 'utf8')
    const before = text.slice(0, text.indexOf(marked.replace('|', '')) + marked.indexOf('|')).split('\n')
    await author.goTo(before.length, (before.at(-1) ?? '').length + 1)
    return editor
  }

  const editor = author.editorOf('ratings-research-and-development.yaml')
  await editor.locator('.squiggly-error').first().waitFor()
  await author.problem('performance/forced-distribution')
  await goTo(ratings, 'mode: for|ced')
  await editor.locator('.squiggly-error').first().waitFor()
  await take('problems')

  await author.run('View: Close Panel')
  await goTo(ratings, 'mode: for|ced')
  await author.quickFix('Make the distribution a benchmark')
  await take('quick-fix')
  await page.keyboard.press('Escape')

  await author.hover('performance/forced-distribution')
  await take('hover')
  await page.keyboard.press('Escape')

  await goTo(agreement, 'ourMembers: [|chief-scientific-officer')
  await page.keyboard.type('chief-')
  await author.completion('chief-medical-officer')
  await take('completion')
  await page.keyboard.press('Escape')
  await author.run('File: Revert File')

  await page.locator('.activitybar .action-label[aria-label^="Concord"]').click()
  await page
    .locator('.pane-body .monaco-list-row')
    .filter({ hasText: /performance/i })
    .first()
    .waitFor()
  await take('barriers')
} finally {
  await workbench.end()
  remove()
}
