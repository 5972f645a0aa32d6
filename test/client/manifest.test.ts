import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { barriersViewId, commandIds, scorecardViewId } from '../../client/command-ids.ts'
import manifest from '../../package.json' with { type: 'json' }
import { kinds } from '../../server/language/generated/policies.ts'

const { contributes } = manifest
const grammar = readFileSync('syntaxes/concord.injection.tmLanguage.json', 'utf8')

describe('The manifest of the extension', () => {
  it('contributes the commands that the code has', () => {
    const contributed = contributes.commands.map(({ command }) => command)
    // A code lens names the places that it shows; nobody can call it by hand.
    assert.deepEqual([...contributed, commandIds.showReferences].sort(), Object.values(commandIds).sort())
  })
  it('contributes the view that the code fills', () => {
    assert.deepEqual(
      contributes.views.concord.map(({ id }) => id),
      [scorecardViewId, barriersViewId],
    )
  })
  it('describes every setting, and says where it may be set', () => {
    for (const [name, setting] of Object.entries(contributes.configuration.properties)) {
      const description = 'description' in setting ? setting.description : setting.markdownDescription
      assert.ok(description.length > 20, name)
      assert.ok(['resource', 'window'].includes(setting.scope), name)
    }
  })
  it('names files that are there', () => {
    const media = contributes.walkthroughs.flatMap(({ steps }) => steps.map((step) => step.media.markdown))
    const icons = [manifest.icon, ...contributes.viewsContainers.activitybar.map(({ icon }) => icon)]
    const grammars = contributes.grammars.map(({ path }) => path)
    for (const path of [manifest.main, ...icons, ...grammars, ...media]) assert.ok(existsSync(path), path)
  })
  it('works in a folder that nobody has said to trust', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true)
  })
})

describe('The highlighting', () => {
  it('knows every kind, and no other', () => {
    const [, alternatives] = /\^kind: \)\(\?:([A-Za-z|]+)\)/.exec(grammar) ?? []
    assert.deepEqual(alternatives?.split('|'), [...kinds])
  })
})
