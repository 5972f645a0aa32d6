import assert from 'node:assert/strict'
import { rulePages } from '../../server/build/rule-pages.ts'
import { put, removeTemporaryProjects, temporaryProject } from './temporary-project.ts'

async function pages(project = temporaryProject('fixture')) {
  const problems: string[] = []
  const outputs = await rulePages(project, problems)
  const text = (path: string) => outputs.find((output) => output.path === path)?.content ?? assert.fail(`no ${path}`)
  return { text, problems }
}

const headings = (page: string) => [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)

describe('the page of a rule', () => {
  after(removeTemporaryProjects)
  const page = async () => (await pages()).text('docs/rules/performance/forced-distribution.md')

  it('has its parts in the fixed order', async () => {
    assert.deepEqual(headings(await page()), [
      'What it finds',
      'Why it hurts',
      'How sure the evidence is',
      'What speaks against it',
      'Example',
      'Better',
      'Fix',
      'Options',
      'Law',
      'How to configure it',
    ])
  })

  it('leaves out the parts that the rule has nothing for', async () => {
    const { text } = await pages()
    assert.deepEqual(headings(text('docs/rules/language/syntax.md')), [
      'What it finds',
      'Why it hurts',
      'How sure the evidence is',
      'Example',
      'Better',
      'Fix',
      'How to configure it',
    ])
  })

  it('says on what the severity depends', async () => {
    assert.match(await page(), /\| pooled: .* \| warning \|/)
    assert.match(await page(), /\| reciprocal: .* \| error \|/)
  })

  it('cites each source with what it shows and its strength in words', async () => {
    assert.match(
      await page(),
      /- Berger, J\..* In an experiment .* \(\[R8\]\(\.\.\/\.\.\/evidence\.md#r8\): research, with data\)/,
    )
  })

  it('shows the first barrier without its markers, and what it presupposes', async () => {
    assert.match(
      await page(),
      /A forced curve among people who help one another \(on 2027-02-01, with `smallestGroup: 20`\):/,
    )
    assert.doesNotMatch(await page(), /\^\^/)
  })

  it('says what Concord says, by running the rule', async () => {
    assert.match(
      await page(),
      /^> \*\*error\*\* at `forced` in line 9: The levels are forced from 20 people on\. My rating needs your lower rating\. Write mode: expected\.$/m,
    )
  })

  it('shows what the fix makes of the example', async () => {
    assert.match(await page(), /After the fix “Make it a benchmark”:\n\n```yaml\n[^`]*mode: expected\n```/)
  })

  it('shows an example that passes where there is no fix', async () => {
    const { text } = await pages()
    assert.match(text('docs/rules/language/syntax.md'), /## Better\n\nEach key is written once:\n/)
  })

  it('says of an option that its default is a convention', async () => {
    assert.match(await page(), /\| `smallestGroup` \| `50` \| yes \| Smallest group\. .* \(at least 1\) \|/)
  })

  it('says whom a law binds', async () => {
    assert.match(
      await page(),
      /\| 5 CFR 430\.208\(c\) \| federal agencies of the United States \(`us-federal-agency`\) \|/,
    )
  })
})

describe('the pages about all rules', () => {
  after(removeTemporaryProjects)

  it('list each rule by component, with its severity', async () => {
    const { text } = await pages()
    const index = text('docs/rules/README.md')
    assert.deepEqual(headings(index), ['Performance', 'Language'])
    assert.match(
      index,
      /\| \[forced-distribution\]\(performance\/forced-distribution\.md\) \| warning to error \| Ratings are forced into a distribution \|/,
    )
  })

  it('list each source with its strength and the rules that rest on it', async () => {
    const { text } = await pages()
    assert.match(
      text('docs/evidence.md'),
      /## R8\n\nBerger.*\n\n- What it shows: .*\n- Strength: research, with data\n- Used by: \[performance\/forced-distribution\]\(rules\/performance\/forced-distribution\.md\)/,
    )
  })

  it('name a rule without examples, and one that cannot be loaded', async () => {
    const project = temporaryProject('fixture')
    put(project, 'server/rules/leaders/slots.ts', "export { default } from '../performance/forced-distribution.ts'\n")
    put(project, 'server/rules/leaders/broken.ts', 'throw new Error("half done")\n')
    const { problems } = await pages(project)
    assert.deepEqual(problems, [
      'A rule cannot be loaded: Error: half done',
      'server/rules/leaders/slots.examples.md is missing',
    ])
  })
})
