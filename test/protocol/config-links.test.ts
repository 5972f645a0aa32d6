import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { DocumentLink, LocationLink } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { temporaryFolder } from '../command/running.ts'
import { agreement, ruleText } from '../custom-rules/writing.ts'
import { Client, uriOf } from './client.ts'

const config = `root: true
extends: [concord:recommended, ./shared, "@northwind/checks"]
customRules: [rules/one.yaml, rules/*.yaml]
rules:
  custom/leaders/tried: error
overrides:
  - files: [a.yaml]
    rules: { custom/leaders/tried: info }
waivers:
  - { rule: custom/leaders/tried, policy: PartnerAgreement/corvus, owner: sales, reason: r, until: 2099-01-01 }
`

describe('what a configuration names, in an editor', () => {
  const started = async () => {
    const folder = temporaryFolder({
      '.concord.yaml': config,
      'shared/concord.yaml': 'extends: ../base.yaml\n',
      'in/.concord.yaml': 'extends: ../shared\n',
      'base.yaml': 'rules: {}\n',
      'node_modules/@northwind/checks/concord.yaml': 'rules: {}\n',
      'rules/one.yaml': ruleText({}),
      'rules/two.yaml': ruleText({ id: 'custom/leaders/other' }),
      'a.yaml': agreement,
      'in/b.yaml': agreement.replaceAll('corvus', 'orion'),
    })
    const client = await Client.start({ folders: [folder] })
    const at = (name: string): string => join(folder, name)
    client.open(at('.concord.yaml'), config)
    /** Where a piece of the configuration leads: each file with the line. */
    const leadsTo = async (piece: string, nth = 0): Promise<readonly string[]> => {
      let offset = -1
      for (let count = 0; count <= nth; count++) offset = config.indexOf(piece, offset + 1)
      const position = TextDocument.create('', '', 0, config).positionAt(offset + 1)
      const found = await client.at<LocationLink[] | null>('textDocument/definition', at('.concord.yaml'), position)
      return (found ?? []).map(
        ({ targetUri, targetSelectionRange: { start } }) =>
          `${targetUri.slice(uriOf(folder).length + 1)}:${start.line + 1}`,
      )
    }
    return { client, at, folder, leadsTo }
  }

  it('is linked, where it is one file', async () => {
    const { client, at, folder } = await started()
    const linked = async (name: string, text: string) => {
      const links = await client.of<DocumentLink[]>('textDocument/documentLink', at(name))
      const document = TextDocument.create('', '', 0, text)
      return links.map(({ range, target = '' }) => [document.getText(range), target.slice(uriOf(folder).length + 1)])
    }
    assert.deepEqual(await linked('.concord.yaml', config), [
      ['./shared', 'shared/concord.yaml'],
      ['"@northwind/checks"', 'node_modules/%40northwind/checks/concord.yaml'],
      ['rules/one.yaml', 'rules/one.yaml'],
    ])
    client.open(at('shared/concord.yaml'), 'extends: ../base.yaml\n')
    assert.deepEqual(await linked('shared/concord.yaml', 'extends: ../base.yaml\n'), [['../base.yaml', 'base.yaml']])
    await client.end()
  })
  it('is gone to', async () => {
    const { client, leadsTo } = await started()
    assert.deepEqual(await leadsTo('./shared'), ['shared/concord.yaml:1'])
    assert.deepEqual(await leadsTo('@northwind'), ['node_modules/%40northwind/checks/concord.yaml:1'])
    assert.deepEqual(await leadsTo('rules/*'), ['rules/one.yaml:1', 'rules/two.yaml:1'])
    assert.deepEqual(await leadsTo('concord:recommended'), [])
    for (const nth of [0, 1, 2])
      assert.deepEqual(await leadsTo('custom/leaders/tried', nth), ['rules/one.yaml:3'], `${nth}`)
    assert.deepEqual(await leadsTo('PartnerAgreement/corvus'), ['a.yaml:3'])
    await client.end()
  })
  it('leads on from what is written now', async () => {
    const { client, at } = await started()
    client.change(at('.concord.yaml'), config.replace('./shared', './gone'))
    const links = await client.of<DocumentLink[]>('textDocument/documentLink', at('.concord.yaml'))
    assert.ok(!links.some(({ target }) => target?.includes('/shared/')))
    await client.end()
  })
})
