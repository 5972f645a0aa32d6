import assert from 'node:assert/strict'
import { type Hover, hover } from '../../server/features/hover.ts'
import { forced, smallGroup } from '../command/policies.ts'
import { marked, markedAgain, policy } from './marked-files.ts'

type Texts = Readonly<Record<string, string>>

/** What is shown at the cursor. « » mark, where they are there, what it is shown for. */
function shown(texts: Texts): Hover {
  const files = marked(texts)
  const found = hover(files.place, (rule) => `<${rule}>`)
  assert.ok(found, 'Nothing is shown.')
  if (Object.values(texts).some((text) => text.includes('«')))
    assert.deepEqual(markedAgain(files.texts, [{ file: files.place.name, range: found.range }]), files.expected)
  return found
}

/** The parts of what is shown, each of one line joined by ` / `. */
function parts(texts: Texts): readonly string[] {
  return shown(texts)
    .markdown.split('\n\n---\n\n')
    .map((part) => part.replace(/\n+/g, ' / '))
}

function nothing(texts: Texts): void {
  assert.equal(
    hover(marked(texts).place, (rule) => rule),
    undefined,
  )
}

const rating = (spec: string) => policy('PerformanceCalibration', 'ratings', spec)
const mode =
  '**Mode** (required) / How binding the shares are. / - `forced`: The shares must be met. / - `expected`: The shares are a benchmark to talk about; they may be missed. / - `none`: There are no shares.'
const forcedMode =
  '**Mode** (required) / `forced`: The shares must be met. / How binding the shares are. / - `expected`: The shares are a benchmark to talk about; they may be missed. / - `none`: There are no shares.'
const forcedRule = 'Error: Ratings are forced into a distribution (<performance/forced-distribution>)'

describe('hover on a field', () => {
  it('says what it is for, and what may be written', () =>
    assert.deepEqual(parts({ 'a.yaml': rating('distribution:\n  «mo|de»: expected') }), [mode]))
  it('says it in brackets, too', () =>
    assert.deepEqual(parts({ 'a.yaml': rating('distribution: { «"le|vels"»: [], mode: expected }') }), [
      '**Levels** / The share of each level. Shares in percent add up to 100.',
    ]))
  it('gives an example', () =>
    assert.match(shown({ 'a.yaml': rating('groups: [{ «name|»: optics }]') }).markdown, /\n\nFor example: `optics/))
  it('explains the value that stands there', () =>
    assert.match(
      parts({ 'a.yaml': rating('distribution: { mode: «"expec|ted"» }') }).join(),
      /^\*\*Mode\*\* \(required\) \/ `expected`: The shares are a benchmark .* - `forced`: [^`]* - `none`: /,
    ))
  it('explains a kind by what such policies are', () =>
    assert.match(
      shown({ 'a.yaml': rating('{}').replace('PerformanceCalibration', '«Performance|Calibration»') }).markdown,
      /^\*\*PerformanceCalibration\*\*\n\nHow people's performance is rated/,
    ))
  it('works in each document of a file, whatever the ends of its lines', () => {
    const text = `# first\n${policy('CulturalNorms', 'norms', 'values: []')}---\nnot: a policy\n---\n${rating('distribution:\n  «mo|de»: expected')}`
    assert.deepEqual(parts({ 'a.yaml': text }), [mode])
    assert.deepEqual(parts({ 'a.yaml': text.replaceAll('\n', '\r\n') }), [mode])
    assert.match(
      shown({ 'a.yaml': text.replace('|', '').replace('norms }', 'nor|ms }').replace(/[«»]/g, '') }).markdown,
      /^\*\*Name/,
    )
  })
  it('works in a broken document', () =>
    assert.deepEqual(parts({ 'a.yaml': rating('distribution:\n  «mo|de»: expected\n  levels: [\n  - {') }), [mode]))
  it('explains only what all kinds share while the kind is not known', () => {
    const unknown = (field: string) => ({
      'a.yaml': policy('Rating', 'x', 'company: {}').replace(field, `${field.slice(0, 1)}|${field.slice(1)}`),
    })
    assert.match(shown(unknown('name')).markdown, /^\*\*Name\*\* \(required\)\n\nHow other policies refer to this/)
    for (const field of ['metadata', 'kind', 'spec', 'company']) nothing(unknown(field))
  })
  it('says nothing between things, in comments, and in files without policies', () => {
    nothing({ 'a.yaml': rating('distribution:\n  mode: expected # com|ment') })
    nothing({ 'a.yaml': rating('distribution:\n|\n  mode: expected') })
    nothing({ 'a.yaml': 'distribution:\n  mo|de: expected' })
    nothing({ 'a.yaml': policy('CulturalNorms', 'norms', 'values:\n-|   name: candour') })
  })
})

describe('hover on a name', () => {
  const calendar = (chair: string) =>
    policy('GovernanceCalendar', 'meetings', `bodies:\n- { name: board, chair: ${chair} }`)
  const roles = policy(
    'OrganizationDesign',
    'roles',
    'roles:\n- { name: head-of-sales, title: Head of Sales, description: Sells., level: 2, lineManager: ceo }',
  )

  it('shows what it refers to, with its key facts and where it is declared', () =>
    assert.deepEqual(parts({ 'x/a.yaml': calendar('«head-|of-sales»'), 'x/people/b.yaml': roles }), [
      '**Head of Sales**, a role: `head-of-sales` / Sells. / - Level: 2 / - Line manager: ceo / Declared in `people/b.yaml`',
    ]))
  it('shows the field where the name is declared, and where it leads nowhere', () => {
    assert.match(
      parts({ 'b.yaml': roles.replace('head-of', '«head|-of').replace('sales,', 'sales»,') })[0] ?? '',
      /^\*\*Name\*\*/,
    )
    assert.match(parts({ 'a.yaml': calendar('«head-|of-sales»') })[0] ?? '', /^\*\*Chair\*\*/)
  })
  it('is shown for the name with its quotes behind the closing one', () =>
    assert.match(
      parts({ 'a.yaml': calendar('«"head-of-sales"|»'), 'b.yaml': roles })[0] ?? '',
      /^\*\*Head of Sales\*\*, a role/,
    ))
  it('shows at most three things of the name', () => {
    const more = ['b', 'c', 'd', 'e'].map((name) => [`${name}.yaml`, roles.replace('name: roles', `name: ${name}`)])
    const found = parts({ 'a.yaml': calendar('head-|of-sales'), ...Object.fromEntries(more) })
    const declared = found.filter((part) => part.includes('Declared in')).map((part) => part.slice(-8))
    assert.deepEqual(declared, ['`b.yaml`', '`c.yaml`', '`d.yaml`'])
  })
})

describe('hover on an alias', () => {
  const code = (texts: Texts) => shown(texts).markdown.replace(/^```yaml\n|\n```$/g, '')

  it('shows the value that it stands for', () =>
    assert.equal(
      code({
        'a.yaml': rating(
          'distribution: &d # shared\n  mode: expected # why\n\n  levels:\n  - { level: low }\nother: «*|d»\nmore: 1',
        ),
      }),
      'mode: expected # why\n\nlevels:\n- { level: low }',
    ))
  it('shows it at the anchor, too, and in brackets just the value', () =>
    assert.equal(
      code({ 'a.yaml': rating('scale: [«&l|ow» { name: low }, { name: high }]\nother: *low') }),
      '{ name: low }',
    ))
  it('shows what a merge key brings in', () =>
    assert.deepEqual(
      parts({ 'a.yaml': rating('scale:\n- &low { name: low }\n- &more\n  title: More\n- «<|<»: [*low, *more]') }),
      ['```yaml / { name: low } / ```', '```yaml / title: More / ```'],
    ))
  it('shows nothing of an anchor without a value', () =>
    assert.doesNotMatch(shown({ 'a.yaml': rating('scale: &none\ncriteria: *no|ne') }).markdown, /```/))
  it('shows it with line breaks of any kind, in a fence that its text cannot close', () => {
    const text = rating('purpose: &p >-\n  one ```\n  two\nother: «*|p»')
    const lines = ['````yaml', '>-', 'one ```', 'two', '````']
    assert.deepEqual(markdownLines({ 'a.yaml': text }), lines)
    assert.deepEqual(markdownLines({ 'a.yaml': text.replaceAll('\n', '\r\n') }), lines)
  })
  it('cuts what is too long', () => {
    const items = Array.from({ length: 40 }, (_, index) => `- { name: l${index} }`).join('\n')
    const lines = markdownLines({ 'a.yaml': rating(`scale: &all\n${items}\nother: *a|ll`) })
    assert.equal(lines.length, 15)
    assert.deepEqual(lines.slice(-2), ['…', '```'])
  })

  function markdownLines(texts: Texts): readonly string[] {
    return shown(texts).markdown.split('\n')
  }
})

describe('hover on a finding', () => {
  it('names the rule behind what the field is for', () =>
    assert.deepEqual(parts({ 'a.yaml': forced.replace('mode: forced', 'mode: «for|ced»') }), [forcedMode, forcedRule]))
  it('stays in a broken document', () =>
    assert.deepEqual(parts({ 'a.yaml': `${forced.replace('mode: forced', 'mode: for|ced')}  x: [\n` }).slice(0, 2), [
      forcedMode,
      forcedRule,
    ]))
  it('shows the figures, each with what it assumes', () => {
    const { markdown } = shown({ 'a.yaml': smallGroup.replace('headcount: 5', 'headcount: «|5»') })
    const lines = markdown.split('\n').filter((line) => line.startsWith('- '))
    assert.deepEqual(lines.slice(1, 3), [
      '- Chance that nobody of 5 belongs in "low": **59 %**, assuming low performers 10 (the default)',
      '- Share of "low" ratings that go to people who do not belong there: **59 %**, assuming low performers 10 (the default); rounding nearest (from this policy)',
    ])
  })
})

describe('hover in .concord.yaml', () => {
  const inConfig = (text: string) => parts({ 'x/.concord.yaml': text }).join()

  it('explains settings and their values', () => {
    assert.match(inConfig('«ro|ot»: true'), /^\*\*Root\*\* \/ Whether this folder is the whole workspace/)
    assert.match(
      inConfig('extends: «concord:|strict»'),
      /^\*\*Extends\*\* \/ `concord:strict`: Every rule one step more severe/,
    )
    assert.match(inConfig('assumptions:\n  «lowPer|formers»: 5'), /^\*\*Low performers\*\*/)
  })
  it('shows what a rule finds, and why', () =>
    assert.match(
      inConfig('overrides:\n- files: [a/**]\n  rules: { «performance/zero-|sum-pool»: warning }'),
      /^\*\*A fixed pool is divided by who did better\*\* \(<performance\/zero-sum-pool>\) \/ .* \/ What one person gains the others lose/,
    ))
  it('explains an option as its rule does', () =>
    assert.equal(
      inConfig('rules:\n  performance/individual-only-goals:\n    options: { «shared|Weight»: 30 }'),
      'The weight in percent that the fix gives to a shared result.',
    ))
  it('explains only fields of a policy in files that are called alike', () => {
    assert.deepEqual(parts({ 'x.concord.yaml': rating('distribution:\n  «mo|de»: expected') }), [mode])
    nothing({ 'x/.concord.yaml': '|' })
    nothing({ 'x/.concord.yaml': 'unheard-|of: [' })
  })
})

describe('Markdown of a hover', () => {
  /** Titles in policies that would be more than text. */
  const hostile: Readonly<Record<string, string>> = {
    '[x](command:a)': '\\[x\\](command:a)',
    '<img src=x>': '\\<img src=x\\>',
    'https://x.example': 'https\\://x.example',
    'www.x.example or a@x.example': 'www\\.x.example or a\\@x.example',
    '`code` **bold** ~~gone~~': '\\`code\\` \\*\\*bold\\*\\* \\~\\~gone\\~\\~',
    '&lt;b&gt; $(zap)': '\\&lt;b\\&gt; \\$(zap)',
    'back\\slash': 'back\\\\slash',
  }
  const asHovered = (title: string): string => {
    const declared = `roles:\n- { name: head, title: ${JSON.stringify(title)} }`
    const chair = policy('GovernanceCalendar', 'meetings', 'bodies:\n- { name: board, chair: he|ad }')
    return (
      /^\*\*(.*?)\*\*, a role/s.exec(
        shown({ 'a.yaml': chair, 'b.yaml': policy('OrganizationDesign', 'r', declared) }).markdown,
      )?.[1] ?? ''
    )
  }

  for (const [title, escaped] of Object.entries(hostile))
    it(`shows a title as it is: ${title}`, () => assert.equal(asHovered(title), escaped))
  it('shows a title of several lines in one, and nothing that begins a list or a heading', () => {
    assert.equal(asHovered('# one\n\n- two'), '\\# one - two')
    assert.equal(asHovered('1. one'), '1\\. one')
    assert.equal(asHovered('- one'), '\\- one')
  })
})
