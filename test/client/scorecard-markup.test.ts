import assert from 'node:assert/strict'
import type { Gain, ScorecardView } from '../../client/messages.ts'
import { scorecardMarkup } from '../../client/scorecard-markup.ts'
import { scorecardPage } from '../../client/scorecard-page.ts'

const range = { start: { line: 3, character: 2 }, end: { line: 3, character: 9 } }

const gain = (over: Partial<Gain> = {}): Gain => ({
  isFirst: true,
  component: 'performance',
  rule: 'performance/zero-sum-pool',
  title: 'A fixed pool is divided by who did better',
  what: 'The pool is fixed.',
  policy: 'bonus',
  severity: 'error',
  fingerprint: '1:abc',
  gain: 1.25,
  fixable: true,
  isNew: false,
  uri: 'file:///a.yaml',
  range,
  ...over,
})

const view = (gains: readonly Gain[], over: Partial<ScorecardView> = {}): ScorecardView => ({
  version: 2,
  overall: 81.4,
  waived: 0,
  coverage: 2,
  since: null,
  components: [
    {
      component: 'performance',
      described: true,
      score: 72.6,
      waived: 0,
      barriers: 2,
      severities: { error: 1, warning: 1, info: 0 },
      change: null,
    },
    {
      component: 'culture',
      described: false,
      score: null,
      waived: 0,
      barriers: 0,
      severities: { error: 0, warning: 0, info: 0 },
      change: null,
    },
  ],
  gains,
  costing: gains.length,
  ...over,
})

describe('the view of the scorecard', () => {
  it('is a table with the score of each component, and says which are not described', () => {
    const markup = scorecardMarkup(view([gain()]))
    assert.match(markup, /<span class="number">81<\/span> of 100, over 2 of 2 components/)
    assert.match(
      markup,
      /<th scope="row"><button id="component-performance"[^>]*>Performance<\/button><\/th><td class="score">73<\/td><td class="found" title="1 error, 1 warning">1 error, 1 warning<\/td>/,
    )
    assert.match(markup, /<span>Culture<\/span><\/th><td class="score">not described<\/td>/)
    assert.match(markup, /<caption>Scores by component, 0–100<\/caption>/)
  })
  it('gives a bar the level of the score that is shown beside it', () => {
    const levels = [69.4, 69.6, 89.6].map(
      (overall) => scorecardMarkup(view([], { overall })).match(/<svg class="(\w+)"/)?.[1],
    )
    assert.deepEqual(levels, ['low', 'middle', 'high'])
  })
  it('lists what fixing gains, each with its place, and a button for its fix where it has one', () => {
    const markup = scorecardMarkup(view([gain(), gain({ fingerprint: '1:def', fixable: false, gain: 0.01 })]))
    assert.match(markup, /id="gain-1:abc" data-does="show" data-uri="file:\/\/\/a\.yaml" data-range="\{&#34;start&#34;/)
    assert.match(markup, /<span class="points">\+1\.3<\/span>/)
    assert.match(markup, /<span class="points">&#60;0\.1<\/span>/)
    assert.match(markup, /id="fix-1:abc"/)
    assert.doesNotMatch(markup, /id="fix-1:def"/)
  })
  it('hides what is not among the largest until it is asked for, and counts it', () => {
    const gains = [gain(), gain({ fingerprint: '1:later', isFirst: false })]
    const markup = scorecardMarkup(view(gains, { costing: 31 }))
    assert.equal(markup.match(/data-rank="first"/g)?.length, 1)
    assert.equal(markup.match(/data-rank="later"/g)?.length, 1)
    assert.match(markup, /30 smaller ones/)
  })
  it('says what has changed since the last commit, in all and in each component', () => {
    const since = {
      commits: [{ commit: '3f2a1bc0d9', day: '2027-03-30', subject: 'Agree on <b>shared</b> goals' }],
      change: -2.25,
      appeared: 2,
      gone: 1,
    }
    const [first, second] = view([]).components
    assert(first !== undefined && second !== undefined)
    const markup = scorecardMarkup(
      view([gain({ isNew: true })], { since, components: [{ ...first, change: 1.5 }, second] }),
    )
    assert.match(markup, /title="3f2a1bc of 2027-03-30: Agree on &#60;b&#62;shared&#60;\/b&#62; goals"/)
    assert.match(markup, /<b>−2\.3<\/b> since the last commit: <button id="new"[^>]*>2 new<\/button>, 1 gone\./)
    assert.match(markup, /<td class="change">\+1\.5<\/td><td class="score">73<\/td>/)
    assert.match(markup, /<td class="change"><\/td><td class="score">not described<\/td>/)
    assert.match(markup, /<li data-component="performance" data-new="" .*<span class="badge">new<\/span> A fixed pool/)
    assert.match(markup, /<th scope="col">Since the last commit<\/th>/)
  })
  it('says so where nothing has changed, and nothing where there is no commit', () => {
    const since = { commits: [], change: 0, appeared: 0, gone: 0 }
    assert.match(scorecardMarkup(view([], { since })), /No change since the last commits\./)
    assert.doesNotMatch(scorecardMarkup(view([gain()])), /commit|class="change"|class="badge"/)
  })
  it('says of waived points that they are', () => {
    assert.match(scorecardMarkup(view([], { waived: 2.5 })), /2\.5 of these points are waived/)
  })
  it('says so where there is nothing to score, or nothing to fix', () => {
    assert.match(scorecardMarkup(view([], { overall: null })), /nothing to score yet/)
    assert.match(scorecardMarkup(view([])), /No barrier was found/)
  })
  it('shows names as text, whatever they are', () => {
    const evil = `"><img src=x onerror=alert(1)>'&`
    const markup = scorecardMarkup(
      view([gain({ title: evil, what: evil, policy: evil, fingerprint: evil, uri: evil, rule: evil })]),
    )
    assert.doesNotMatch(markup, /<img/)
    assert((markup.match(/&#60;img/g)?.length ?? 0) >= 8)
  })
})

describe('the page around the scorecard', () => {
  it('lets nothing run or load but what has its nonce', () => {
    const page = scorecardPage('https://x/scorecard-view.js', 'https://x', 'n0nce')
    assert.match(page, /content="default-src 'none'; style-src 'nonce-n0nce'; script-src 'nonce-n0nce'"/)
    assert.equal(page.match(/nonce="n0nce"/g)?.length, 2)
    assert.doesNotMatch(page, /style="|onclick|unsafe/)
  })
})
