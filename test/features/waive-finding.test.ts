import assert from 'node:assert/strict'
import { readConfig } from '../../server/config/config-file.ts'
import { waiveFinding } from '../../server/features/waive-finding.ts'
import { applyEdits } from '../../server/language/edit.ts'
import { ruleProblem } from '../../server/rules/rule-problem.ts'
import { forced, misspelt } from '../command/policies.ts'
import { opened } from './opened-files.ts'

const rule = 'performance/forced-distribution'

/** The waiver of the forced distribution, in a configuration. */
function waived(config: string, policy = forced, of = rule) {
  const file = opened(
    new Map([
      ['policy.yaml', policy],
      ['.concord.yaml', config],
    ]),
  )
  const finding = file.company.checker.findings().find((found) => found.rule === of)
  assert.ok(finding !== undefined)
  return waiveFinding(file, finding)
}

const item = `  - rule: ${rule}
    policy: PerformanceCalibration/ratings
    owner: ?role-or-team
    reason: ?why
    until: 2027-02-23
`

/** A configuration without quotes, which another style of it may have. */
const bare = (text: string): string => text.replaceAll('"', '')

describe('a waiver of a finding', () => {
  const forms: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'without waivers': ['root: true # all of it\n', `root: true # all of it\nwaivers:\n${item}`],
    'without a line break at the end': ['root: true', `root: true\nwaivers:\n${item.trimEnd()}`],
    'that is empty': ['', `waivers:\n${item}`],
    'of comments alone': ['# To be filled in.\n', `# To be filled in.\nwaivers:\n${item}`],
    'with waivers': [
      `waivers:\n  - { rule: performance/zero-sum-pool, files: [a], owner: finance, reason: r, until: 2027-01-01 } # old\nroot: true\n`,
      `waivers:\n  - { rule: performance/zero-sum-pool, files: [a], owner: finance, reason: r, until: 2027-01-01 } # old\n${item}root: true\n`,
    ],
  }
  for (const [form, [before, after]] of Object.entries(forms)) {
    it(`goes into a configuration ${form}`, () => {
      const made = waived(before)
      assert.equal(bare(made?.text ?? ''), after)
      assert.equal(applyEdits(before, made?.edits ?? []), made?.text)
    })
    it(`goes into a configuration with CRLF ${form}`, () =>
      assert.equal(bare(waived(before.replaceAll('\n', '\r\n'))?.text ?? ''), crlf(before, after)))
  }
  it('goes into lists and groups in brackets', () => {
    for (const config of ['{ root: true }\n', '{ root: true, waivers: [] } # all\n', 'root: true\nwaivers: []\n']) {
      const made = waived(config)
      assert.match(made?.text ?? '', /waivers: *\[? *\{|waivers:\n {2}- rule/, config)
      assert.ok('config' in readConfig(filledIn(made?.text ?? ''), ruleProblem), made?.text)
    }
  })
  it('waives nothing until its owner and its reason are filled in', () => {
    const { text = '', owner = { start: 0, end: 0 } } = waived('root: true\n') ?? {}
    assert.equal(bare(text.slice(owner.start, owner.end)), '?role-or-team')
    assert.ok('problems' in readConfig(text, ruleProblem))
    for (const half of [text.replace('?role-or-team', 'head-of-people'), text.replace('?why', 'until the new plan')])
      assert.ok('problems' in readConfig(half, ruleProblem), half)
    assert.ok('config' in readConfig(filledIn(text), ruleProblem))
  })
  it('is about the file where the policy has no name', () => {
    const unnamed = misspelt.replace('  name: misspelt # the name stays\n', '')
    const made = waived('root: true\n', unnamed, 'language/unknown-field')
    assert.match(bare(made?.text ?? ''), /\n {4}files:\n {6}- policy\.yaml\n/)
  })
  it('is not offered where there is no configuration, a broken one, or nothing that could be waived', () => {
    const file = opened(misspelt)
    const [finding] = file.company.checker.findings()
    assert.ok(finding !== undefined)
    assert.equal(waiveFinding(file, finding), undefined)
    assert.equal(waived('root: [true\n'), undefined)
    assert.equal(waived('root: true\n---\nroot: true\n'), undefined)
    const withConfig = opened(
      new Map([
        ['policy.yaml', misspelt],
        ['.concord.yaml', 'root: true\n'],
      ]),
    )
    assert.ok(waiveFinding(withConfig, finding) !== undefined)
    assert.equal(waiveFinding(withConfig, { ...finding, rule: 'language/syntax' }), undefined)
    assert.equal(waiveFinding(withConfig, { ...finding, internal: true }), undefined)
  })
})

/** With the line ends of what was there. What held no line break has no other than the usual one. */
function crlf(before: string, after: string): string {
  return before.includes('\n') ? after.replaceAll('\n', '\r\n') : after
}

function filledIn(text: string): string {
  return text.replace('?role-or-team', 'head-of-people').replace('?why', 'until the new plan')
}
