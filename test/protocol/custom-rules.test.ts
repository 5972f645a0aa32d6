import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CompletionList, CompletionTriggerKind, FileChangeType } from 'vscode-languageserver/node'
import { temporaryFolder } from '../command/running.ts'
import { agreement, ruleText } from '../custom-rules/writing.ts'
import { Client, messageOf, uriOf } from './client.ts'

const id = 'custom/leaders/tried'
const rule = ruleText({ forEach: 'policy.spec.commitments', passes: 'item.fte <= 5', at: 'fte' })
const config = 'root: true\ncustomRules: [rules.yaml]\n'

describe('custom rules in an editor', () => {
  const start = async (files: Readonly<Record<string, string>> = {}) => {
    const folder = temporaryFolder({ '.concord.yaml': config, 'rules.yaml': rule, 'a.yaml': agreement, ...files })
    const client = await Client.start({ folders: [folder] })
    const at = (name: string): string => join(folder, name)
    const said = async (name: string): Promise<readonly string[]> => (await client.diagnostics(at(name))).map(messageOf)
    const custom = async (): Promise<number> => (await client.rules(at('a.yaml'))).filter((rule) => rule === id).length
    return { client, at, said, custom }
  }

  it('find what they find in a check, and follow their file as it is edited', async () => {
    const { client, at, custom } = await start()
    client.open(at('a.yaml'), agreement)
    assert.equal(await custom(), 1)
    client.open(at('rules.yaml'), rule)
    client.change(at('rules.yaml'), rule.replace('<= 5', '<= 1'))
    assert.equal(await custom(), 2)
    client.close(at('rules.yaml'))
    assert.equal(await custom(), 1)
    await client.end()
  })
  it('say in their own file what is wrong with them, while the last right text holds', async () => {
    const { client, at, said, custom } = await start()
    client.open(at('a.yaml'), agreement)
    client.open(at('rules.yaml'), rule)
    assert.deepEqual(await said('rules.yaml'), [])
    client.change(at('rules.yaml'), rule.replace('passes:', 'pases:'))
    assert.match((await said('rules.yaml')).join('\n'), /"pases" is not a field .* Did you mean "passes"\?/)
    assert.equal(await custom(), 1)
    client.change(at('rules.yaml'), rule.replace('item.fte <=', 'item.ftee <='))
    assert.deepEqual(await said('rules.yaml'), ['"ftee" is no field of "item". Did you mean "fte"?'])
    client.change(at('rules.yaml'), rule)
    assert.deepEqual(await said('rules.yaml'), [])
    await client.end()
  })
  it('lead to the line in which they are written, and say in a hover what they rest on', async () => {
    const evidenced = rule.replace('    why:', '    evidence: Handbook, section 4\n    why:')
    const { client, at } = await start({ 'rules.yaml': evidenced })
    client.open(at('a.yaml'), agreement)
    const [found] = (await client.diagnostics(at('a.yaml'))).filter(({ code }) => code === id)
    assert.equal(found?.codeDescription?.href, `${uriOf(at('rules.yaml'))}#L3`)
    assert.match(messageOf(found), /It does not pass\.[\s\S]*It hurts\./)
    const hover = JSON.stringify(await client.at('textDocument/hover', at('a.yaml'), found.range.start))
    assert.match(hover, /Warning: Tried \(\[custom\/leaders\/tried\]\(file:.*rules\.yaml#L3\)\)/)
    assert.match(hover, /A rule of this company\. It rests on: Handbook, section 4/)
    await client.end()
  })
  it('are offered by their ids where rules are named', async () => {
    const { client, at } = await start()
    const offered = async (name: string, text: string, line: number, character: number): Promise<string> => {
      client.open(at(name), text)
      const answer = await client.at('textDocument/completion', at(name), { line, character })
      client.close(at(name))
      return JSON.stringify(answer)
    }
    const settings = `${config}rules:\n  \noverrides:\n  - files: [a]\n    rules:\n      \nwaivers:\n  - rule: \n`
    for (const [line, character] of [
      [3, 2],
      [7, 6],
      [9, 10],
    ] as const)
      assert.ok((await offered('.concord.yaml', settings, line, character)).includes(`"label":"${id}"`), `line ${line}`)
    const commented = agreement.replace('spec:\n', 'spec: # concord-ignore \n')
    assert.ok((await offered('a.yaml', commented, 3, 23)).includes(`"label":"${id}"`))
    await client.end()
  })
  it('follow their file on disk', async () => {
    const { client, at, custom } = await start()
    client.open(at('a.yaml'), agreement)
    assert.equal(await custom(), 1)
    writeFileSync(at('rules.yaml'), rule.replace('<= 5', '<= 9'))
    client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(at('rules.yaml')), type: FileChangeType.Changed }],
    })
    assert.equal(await custom(), 0)
    await client.end()
  })
  it('are no more where the configuration no longer names them', async () => {
    const { client, at, said, custom } = await start()
    client.open(at('a.yaml'), agreement)
    client.open(at('.concord.yaml'), config)
    client.change(at('.concord.yaml'), config.replace('rules.yaml', 'rulez.yaml'))
    assert.match((await said('.concord.yaml'))[0] ?? '', /There is no file "rulez\.yaml"/)
    client.change(at('.concord.yaml'), 'root: true\n')
    assert.equal(await custom(), 0)
    await client.end()
  })
})

describe('what a configuration extends, in an editor', () => {
  it('holds as it is edited, and says what is wrong in it and where it is named', async () => {
    const folder = temporaryFolder({
      '.concord.yaml': 'root: true\nextends: ./base.yaml\n',
      'base.yaml': 'rules: {language/wrong-value: off}\n',
      'a.yaml': agreement.replace('co-sell', 'co-sel'),
    })
    const client = await Client.start({ folders: [folder] })
    const at = (name: string): string => join(folder, name)
    const wrongValues = async (): Promise<number> =>
      (await client.rules(at('a.yaml'))).filter((rule) => rule === 'language/wrong-value').length
    client.open(at('a.yaml'), agreement.replace('co-sell', 'co-sel'))
    assert.equal(await wrongValues(), 0)
    client.open(at('base.yaml'), 'rules: {language/wrong-value: off}\n')
    client.change(at('base.yaml'), 'rules: {language/wrong-value: error}\n')
    assert.equal(await wrongValues(), 1)
    client.change(at('base.yaml'), 'rules: {language/wrong-valu: error}\n')
    const said = (await client.diagnostics(at('base.yaml'))).map(messageOf)
    assert.deepEqual(said, ['There is no rule "language/wrong-valu". Did you mean "language/wrong-value"?'])
    await client.end()
  })
})

describe('a file with custom rules, in an editor', () => {
  it('offers fields behind a dot in its expressions, and none elsewhere', async () => {
    const folder = temporaryFolder({ '.concord.yaml': config, 'rules.yaml': rule, 'a.yaml': agreement })
    const client = await Client.start({ folders: [folder] })
    const [file, policy] = [join(folder, 'rules.yaml'), join(folder, 'a.yaml')]
    const context = { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: '.' }
    const half = rule.replace('item.fte <= 5', 'item.')
    client.open(policy, agreement)
    client.open(file, half)
    await client.diagnostics(policy)
    const line = half.split('\n').findIndex((each) => each.includes('passes:'))
    const position = { line, character: half.split('\n')[line]?.length ?? 0 }
    const { items } = await client.at<CompletionList>('textDocument/completion', file, position, { context })
    assert.ok(['fte', 'owner', 'resource'].every((field) => items.some(({ label }) => label === field)))
    const title = { line: half.split('\n').findIndex((each) => each.includes('title:')), character: 12 }
    const other = await client.at<CompletionList | null>('textDocument/completion', policy, title, { context })
    assert.equal(other, null)
    await client.end()
  })
  it('is completed and explained by its schema', async () => {
    const folder = temporaryFolder({ '.concord.yaml': config, 'rules.yaml': rule, 'a.yaml': agreement })
    const client = await Client.start({ folders: [folder] })
    const file = join(folder, 'rules.yaml')
    assert.deepEqual(await client.rules(file), [])
    client.open(file, `${rule}    \n`)
    const textDocument = { uri: uriOf(file) }
    const lines = rule.split('\n')
    const completed = JSON.stringify(
      await client.request('textDocument/completion', {
        textDocument,
        position: { line: lines.length - 1, character: 4 },
      }),
    )
    for (const field of ['let', 'howMuch', 'examples', 'evidence'])
      assert.ok(completed.includes(`"label":"${field}"`), field)
    const line = lines.findIndex((each) => each.includes('passes:'))
    const hover = JSON.stringify(
      await client.request('textDocument/hover', { textDocument, position: { line, character: 6 } }),
    )
    assert.match(hover, /Whether a thing is as it should be/)
    await client.end()
  })
})
