import assert from 'node:assert/strict'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FileChangeType } from 'vscode-languageserver/node'
import type { ScorecardView } from '../../server/protocol/scorecard.ts'
import type { JsonComparison } from '../../server/reports/comparison-json.ts'
import { forced, misspelt } from '../command/policies.ts'
import { copyPolicies, TestRepository } from '../command/repositories.ts'
import { concord, temporaryFolder } from '../command/running.ts'
import { Client, uriOf } from './client.ts'

const samples = fileURLToPath(new URL('../../samples', import.meta.url))

const told = forced.replace('descripton', 'description')
const mended = told.replace('mode: forced', 'mode: none')

const scorecard = (client: Client): Promise<ScorecardView> => client.request<ScorecardView>('concord/scorecard', {})

/** Asks for the scorecard again, as a view does whenever it is told to, until it shows what it should. */
async function until(client: Client, holds: (view: ScorecardView) => boolean): Promise<ScorecardView> {
  for (;;) {
    const asked = client.statuses.at(-1)?.state
    const view = await scorecard(client)
    if (holds(view)) return view
    await client.until('there is something else to show', () => client.statuses.at(-1)?.state !== asked)
  }
}

/** Git has written, and the editor's watchers say so. */
function moved(client: Client, repository: TestRepository): void {
  client.watched([join(repository.folder, '.git/logs/HEAD'), FileChangeType.Changed])
}

describe('the scorecard of an editor since the last commit', () => {
  it('shows what has changed, says when it is known, and follows every edit', async () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': told, 'b.yaml': mended.replace('name: ratings', 'name: more') })
    repository.commit('Write the ratings down', '2026-11-01')
    const client = await Client.start({ folders: [repository.folder] })
    const before = await until(client, ({ since }) => since !== null)
    assert.deepEqual(before.since, {
      commits: [{ commit: repository.git('rev-parse', 'HEAD'), day: '2026-11-01', subject: 'Write the ratings down' }],
      change: 0,
      appeared: 0,
      gone: 0,
    })
    const file = join(repository.folder, 'a.yaml')
    client.open(file, told)
    client.change(file, mended)
    const after = await until(client, ({ overall }) => overall === 100)
    assert.deepEqual([after.since?.change, after.since?.gone, after.since?.appeared], [50, 1, 0])
    assert.deepEqual(
      after.components.flatMap(({ component, change }) => (change === null ? [] : [[component, change]])),
      [['performance', 50]],
    )
    client.change(file, `${told}---\n${told.replace('name: ratings', 'name: third')}`)
    const worse = await until(client, ({ gains }) => gains.length === 2)
    assert.deepEqual(
      worse.gains.map(({ policy, isNew }) => [policy, isNew]),
      [
        ['ratings', false],
        ['third', true],
      ],
    )
    assert.equal(worse.since?.appeared, 1)
    await client.end()
  })
  it('compares with the next commit once git has moved on, whatever was typed meanwhile', async () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': told })
    repository.commit('begin')
    repository.write({ 'a.yaml': mended })
    const client = await Client.start({ folders: [repository.folder] })
    await until(client, ({ since }) => since?.change === 100)
    repository.commit('mend it')
    moved(client, repository)
    const { since } = await until(client, ({ since }) => since?.change === 0)
    assert.equal(since?.commits[0]?.subject, 'mend it')
    repository.git('reset', '-q', '--soft', 'HEAD~1')
    moved(client, repository)
    await until(client, ({ since }) => since?.change === 100)
    await client.end()
  })
  it('agrees with compare, also where files were moved and laid out anew', async () => {
    const repository = new TestRepository()
    copyPolicies(join(samples, 'meridian'), repository.folder)
    repository.commit('begin')
    repository.git('mv', 'pay', 'compensation')
    const bonus = 'compensation/research-and-development-bonus.yaml'
    repository.write({ [bonus]: `# The bonus\n${repository.read(bonus)}` })
    const client = await Client.start({ folders: [repository.folder] })
    const unchanged = await until(client, ({ since }) => since !== null)
    assert.deepEqual([unchanged.since?.appeared, unchanged.since?.gone, unchanged.since?.change], [0, 0, 0])
    await client.end()
    copyPolicies(join(samples, 'meridian-after/pay'), join(repository.folder, 'compensation'))
    const again = await Client.start({ folders: [repository.folder] })
    const { since, components } = await until(again, ({ since }) => since !== null)
    const compared: JsonComparison = JSON.parse(concord(repository.folder, ['compare', 'HEAD', '--format=json']).out)
    const known = new Set(components.map(({ component }) => String(component)))
    const inComponents = (findings: JsonComparison['new']) => findings.filter(({ component }) => known.has(component))
    assert.deepEqual(
      [since?.appeared, since?.gone],
      [inComponents(compared.new).length, inComponents(compared.gone).length],
    )
    assert.ok((since?.gone ?? 0) > 5)
    assert.ok(Math.abs((since?.change ?? 0) - (compared.scorecard.overall.change ?? 0)) < 0.11)
    await again.end()
  })
  it('judges both states by the present configuration', async () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': told })
    repository.commit('begin')
    repository.write({ '.concord.yaml': 'root: true\nrules: {performance/forced-distribution: info}\n' })
    const client = await Client.start({ folders: [repository.folder] })
    const { since, gains } = await until(client, ({ since }) => since !== null)
    assert.deepEqual([since?.change, gains.map(({ isNew, severity }) => [isNew, severity])], [0, [[false, 'info']]])
    await client.end()
  })
  it('is about the folder that is open, also where it is a part of the repository', async () => {
    const repository = new TestRepository()
    repository.write({ 'in/a.yaml': told, 'out/b.yaml': misspelt })
    repository.commit('begin')
    repository.write({ 'in/a.yaml': mended })
    const client = await Client.start({ folders: [join(repository.folder, 'in')] })
    const { since } = await until(client, ({ since }) => since !== null)
    assert.deepEqual([since?.change, since?.gone], [100, 1])
    const watched = [...client.registrations.values()].map(({ registerOptions }) => JSON.stringify(registerOptions))
    assert.ok(
      watched.some((options) => options.includes(`${uriOf(repository.folder)}/.git/logs`)),
      String(watched),
    )
    await client.end()
  })
  it('says nothing where there is no repository, or no commit', async () => {
    for (const folder of [temporaryFolder({ 'a.yaml': told }), new TestRepository().folder]) {
      const client = await Client.start({ folders: [folder] })
      client.open(join(folder, 'b.yaml'), told.replace('name: ratings', 'name: more'))
      assert.equal((await scorecard(client)).since, null)
      assert.equal((await scorecard(client)).since, null)
      assert.deepEqual(client.logged, [])
      await client.end()
    }
  })
  it('begins with the first commit', async () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': told })
    const client = await Client.start({ folders: [repository.folder] })
    assert.equal((await scorecard(client)).since, null)
    repository.commit('begin')
    moved(client, repository)
    const { since } = await until(client, ({ since }) => since !== null)
    assert.equal(since?.commits.length, 1)
    await client.end()
  })
  it('takes what no repository holds as unchanged', async () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': told })
    repository.commit('begin')
    const loose = temporaryFolder({ 'b.yaml': told.replace('name: ratings', 'name: more') })
    const client = await Client.start({ folders: [repository.folder, loose] })
    const { since, gains } = await until(client, ({ since }) => since !== null)
    assert.deepEqual([since?.appeared, since?.change, gains.length], [0, 0, 2])
    await client.end()
  })
})

describe('the scores of the policies in a document', () => {
  it('are those above them', async () => {
    const folder = temporaryFolder()
    const client = await Client.start({ folders: [folder] })
    const file = join(folder, 'a.yaml')
    client.open(file, `${told}---\n${mended.replace('name: ratings', 'name: more')}---\nkind: Pod\n`)
    const asked = { textDocument: { uri: uriOf(file) } }
    assert.deepEqual(await client.request('concord/policyScores', asked), [
      { name: 'ratings', score: 0 },
      { name: 'more', score: 100 },
    ])
    await client.end()
  })
})
