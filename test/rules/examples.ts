import assert from 'node:assert/strict'
import { check, type Example, type ExampleFile, type Mark } from '../../server/build/rule-examples.ts'
import { type Finding, type FindingFix, messageOf } from '../../server/checker/finding.ts'
import { fixEdits } from '../../server/checker/fix-edits.ts'
import { leftToFillIn } from '../../server/features/left-to-fill-in.ts'
import { applyEdits } from '../../server/language/edit.ts'
import { readPolicyFile } from '../../server/language/policy-file.ts'
import type { Rule } from '../../server/rules/rule.ts'
import { omissions } from './omissions.ts'

/** What a finding is held against, in the words that an examples file uses. */
interface Seen {
  readonly where: string
  readonly severity: string
  readonly message: string
}

/** The findings of an example are those that its markers say: not one more, not one less. */
export function assertMarked(example: Example, rule: Rule): void {
  const { findings } = check(example, example.files, [rule])
  const seen = findings.map((finding) => seenOf(finding, example))
  const expected = example.files.flatMap((file) => file.marks.map((mark) => expectedOf(mark, file)))
  const places = (each: readonly Seen[]) => each.map(({ where, severity }) => `${where} ${severity}`).sort()
  const said = findings
    .map((finding) => `  ${seenOf(finding, example).where} ${finding.severity}: ${messageOf(finding)}`)
    .join('\n')
  assert.deepEqual(
    places(seen),
    places(expected),
    `The findings are not where the markers are. Found:\n${said || '  nothing'}\n`,
  )
  for (const { where, severity, message } of expected) {
    const hit = seen.some(
      (each) => each.where === where && each.severity === severity && each.message.includes(message),
    )
    assert.ok(hit, `No message at ${where} says "${message}". Found:\n${said}`)
  }
  for (const finding of findings) assertReadable(finding)
}

/** Whatever is left out of an example: the rule says something readable of the rest, or nothing. */
export function assertStandsEachOmission(example: Example, rule: Rule): void {
  example.files.forEach((file, at) => {
    for (const { what, text } of omissions(file.text)) {
      const files = example.files.with(at, { ...file, text })
      for (const finding of check(example, files, [rule]).findings)
        assertReadable(finding, `Without ${what} in "${example.title}": `)
    }
  })
}

/** At least one thing was looked at and found to be no barrier. Findings of reading have nothing to pass. */
export function assertPasses(example: Example, rule: Rule): void {
  if (rule.run === undefined) return
  assert.ok(
    check(example, example.files, [rule]).passed > 0,
    'The rule looked at nothing here: no passed() was yielded.',
  )
}

/** Nothing but the rule's own subject is wrong with the documents of an example. */
export function assertWellFormed(files: readonly ExampleFile[]): void {
  for (const { name, text } of files) {
    const { documents } = readPolicyFile(text)
    assert.ok(documents.length > 0, `${name} holds no policy.`)
    const said = documents.flatMap(({ problems }) => problems.map(({ rule, message }) => `${rule}: ${message}`))
    assert.deepEqual(said, [], `${name} is not well-formed.`)
  }
}

/** Applying a fix gives the files under its After heading; the finding is then gone, and nothing is wrong with the language. */
export function assertFixed(example: Example, after: Example['afters'][number], rule: Rule): void {
  const before = check(example, example.files, [rule]).findings
  const offered = before.find(({ fixes }) => fixes.some(({ title }) => title === after.title))
  const fix = offered?.fixes.find(({ title }) => title === after.title)
  const titles = [...new Set(before.flatMap(({ fixes }) => fixes.map(({ title }) => `  ${title}`)))].join('\n')
  assert.ok(
    offered !== undefined && fix !== undefined,
    `No finding offers "${after.title}". Offered:\n${titles || '  nothing'}`,
  )

  const edits = fixEdits(fix, (name) => example.files.find((file) => file.name === name)?.text)
  assert.ok(edits !== undefined, `"${fix.title}" cannot be applied.`)
  assert.equal(
    [...edits.values()].some((changes) => leftToFillIn(changes) !== undefined),
    fix.applicability === 'placeholder',
    'A fix of this kind, and no other, leaves something to fill in that an editor can show.',
  )
  const fixed = example.files.map((file) => ({ ...file, text: applyEdits(file.text, edits.get(file.name) ?? []) }))
  fixed.forEach(({ name, text }, at) => {
    assert.equal(text, after.files[at]?.text, `${name} is not as the After heading says.`)
  })
  assert.equal(fixed.length, after.files.length, 'There are as many blocks after as before.')

  const left = check(example, fixed, [rule]).findings
  const still = left.map((finding) => `  ${messageOf(finding)}`).join('\n')
  assert.ok(
    !left.some(({ fingerprint }) => fingerprint === offered.fingerprint),
    `The finding is still there:\n${still}`,
  )
  assert.ok(left.length < before.length, `There are no fewer findings than before:\n${still}`)
  assert.deepEqual(newProblems(example.files, fixed), [], 'The fix brings a fault of the language.')
}

/** Errors of any rule that were not there before: by rule and policy, since places and numbers may change. */
export function newErrors(
  example: Example,
  after: readonly Pick<ExampleFile, 'name' | 'text'>[],
  rules: readonly Rule[],
): readonly string[] {
  const errors = (files: readonly Pick<ExampleFile, 'name' | 'text'>[]) =>
    check(example, files, rules).findings.filter(({ severity, internal }) => severity === 'error' && !internal)
  const counted = (findings: readonly Finding[], one: Finding) =>
    findings.filter(({ rule, policy }) => rule === one.rule && policy.name === one.policy.name).length
  const before = errors(example.files)
  const now = errors(after)
  return now
    .filter((error) => counted(now, error) > counted(before, error))
    .map((error) => `${error.rule}: ${messageOf(error)}`)
}

/** What one fix does, apart from names and numbers: two fixes of the same shape need only one After. */
export function shapeOf({ title, applicability, changes, texts }: FindingFix): string {
  const operations = changes.flatMap((change) =>
    change.operations.map(({ op, path }) => `${op} ${path.filter((step) => typeof step === 'string').join('.')}`),
  )
  return [applicability, title.split(' ')[0], ...operations, ...texts.map(() => 'text')].join(', ')
}

/** What a fix leaves to be filled in is no fault. */
function newProblems(before: readonly ExampleFile[], after: readonly ExampleFile[]): readonly string[] {
  const told = (files: readonly ExampleFile[]) =>
    files.flatMap(({ name, text }) =>
      readPolicyFile(text).documents.flatMap(({ problems }) =>
        problems.flatMap(({ rule, message }) =>
          rule === 'language/placeholder' ? [] : [`${name}: ${rule}: ${message}`],
        ),
      ),
    )
  const known = new Set(told(before))
  return told(after).filter((problem) => !known.has(problem))
}

function seenOf({ place, severity, ...finding }: Finding, example: Example): Seen {
  const file = example.files.find(({ name }) => name === place.file)
  const line = file?.text.split('\n')[place.start.line] ?? ''
  // What runs over the end of the line is marked up to its end, and an empty range by one caret.
  const end = place.end.line === place.start.line ? place.end.column : line.length
  return {
    where: whereText(place.file, place.start.line, place.start.column, Math.max(end, place.start.column + 1)),
    severity,
    message: messageOf(finding),
  }
}

function expectedOf({ line, start, end, severity, message }: Mark, { name }: ExampleFile): Seen {
  return { where: whereText(name, line, start, end), severity, message }
}

function whereText(file: string, line: number, start: number, end: number): string {
  return `${file}:${line + 1}:${start + 1}-${end + 1}`
}

/** Messages are sentences: no undefined, no NaN, no empty halves. */
function assertReadable(finding: Finding, when = ''): void {
  const message = messageOf(finding)
  assert.ok(!finding.internal, `${when}The rule failed: ${finding.text.why}`)
  assert.doesNotMatch(message, /undefined|NaN|Infinity|\[object|null\b/, `${when}Not for people: ${message}`)
  assert.match(message, /[.?!)]$/, `${when}No full stop at the end: ${message}`)
  assert.doesNotMatch(message, / {2}|\.\.(?!\.)| [.,]/, `${when}Badly joined: ${message}`)
  for (const { name, value } of finding.figures) {
    assert.match(name, /^[a-z0-9]+(-[a-z0-9]+)*$/, `${when}The figure "${name}" is not in kebab-case.`)
    assert.ok(Number.isFinite(value), `${when}The figure ${name} is ${value}.`)
  }
}
