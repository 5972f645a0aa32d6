import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readDocuments } from '../../server/language/document.ts'
import { applyEdits, editsFor, type Operation, type TextEdit } from '../../server/language/edit.ts'
import type { Path } from '../../server/language/path.ts'
import type { Value } from '../../server/language/source-document.ts'
import { Choices, type Sample, sampleDocument } from './yaml-samples.ts'

const numRuns = Number(process.env['EDIT_RUNS'] ?? 300)

const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({ maxLength: 12 }),
      fc.constantFrom('a\nb\n', 'x: y', '# no', '- z', 'line\n\nmore', ' lead\nb', '__proto__', 'yes', '~', '1'),
    ),
    fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.oneof(fc.constantFrom('mode', 'weights', '<<', '', 'a: b', '__proto__', '1'), fc.string({ maxLength: 6 })),
      tie('value'),
      { maxKeys: 3, noNullPrototype: true },
    ),
  ),
})).value

const document = (aliases: boolean) =>
  fc
    .array(fc.nat(5039), { minLength: 20, maxLength: 300 })
    .map((numbers) => sampleDocument(new Choices(numbers), { aliases }))

const request = fc.record({
  op: fc.constantFrom(
    'set' as const,
    'set' as const,
    'add' as const,
    'append' as const,
    'remove' as const,
    'rename' as const,
  ),
  at: fc.nat(5039),
  value,
  key: fc.constantFrom('fresh', 'a: b', '5', 'two words', '<<'),
  comment: fc.option(fc.constantFrom('because', 'see # 4'), { nil: undefined }),
})
type Request = typeof request extends fc.Arbitrary<infer T> ? T : never

describe('edits of any document', function () {
  this.timeout(120_000)

  it('do what one operation asks, and nothing else', () => {
    fc.assert(
      fc.property(document(false), request, (sample, wish) => {
        const before = read(sample.text)
        const operation = operationFor(before, wish)
        if (operation === undefined) return
        const edits = editsFor(sample.text, 0, [operation])
        assert.notEqual(edits, undefined, `no edits for ${JSON.stringify(operation)} in:\n${sample.text}`)
        keepsTheLaws(sample, [operation], edits ?? [], expected(before, [operation]))
      }),
      { numRuns },
    )
  })

  it('do several operations at once, or none', () => {
    fc.assert(
      fc.property(document(true), fc.array(request, { minLength: 2, maxLength: 4 }), (sample, wishes) => {
        const before = read(sample.text)
        const operations = wishes.flatMap((wish) => operationFor(before, wish) ?? [])
        const edits = editsFor(sample.text, 0, operations)
        if (edits !== undefined) keepsTheLaws(sample, operations, edits, expected(before, operations))
      }),
      { numRuns },
    )
  })

  it('are none for a value that is there already', () => {
    fc.assert(
      fc.property(document(true), request, (sample, wish) => {
        const operation = operationFor(read(sample.text), { ...wish, op: 'set' })
        const edits = operation && editsFor(sample.text, 0, [operation])
        if (operation === undefined || edits === undefined) return
        assert.deepEqual(editsFor(applyEdits(sample.text, edits), 0, [operation]), [])
      }),
      { numRuns },
    )
  })
})

function keepsTheLaws(
  sample: Sample,
  operations: readonly Operation[],
  edits: readonly TextEdit[],
  wanted: Value,
): void {
  const after = applyEdits(sample.text, edits)
  const story = `${JSON.stringify(operations)}\n--- before\n${sample.text}\n--- after\n${after}\n---`
  const [document, ...more] = readDocuments(after)
  assert.equal(more.length, 0, story)
  assert.deepEqual(document?.problems, [], story)
  assert.deepEqual(plain(document?.value ?? null), plain(wanted), story)
  for (let number = 0; number < sample.comments; number++)
    assert.equal(after.split(`# c${number}.`).length, 2, `comment ${number}: ${story}`)
  let at = 0
  let outside = 0
  for (const { range, text } of edits) {
    assert.ok(range.start >= at && range.end >= range.start, story)
    const kept = sample.text.slice(at, range.start)
    assert.equal(after.slice(outside, outside + kept.length), kept, story)
    outside += kept.length + text.length
    at = range.end
  }
  assert.equal(after.slice(outside), sample.text.slice(at), story)
  const breaks = sample.text.includes('\r\n') ? '\r\n' : '\n'
  if (sample.text.includes('\n')) assert.equal(after.replaceAll(breaks, '').includes('\n'), false, story)
}

function read(text: string): Value {
  const [document] = readDocuments(text)
  assert.deepEqual(document?.problems, [], `the sample itself is broken:\n${text}`)
  return document?.value ?? null
}

function operationFor(root: Value, { op, at, value, key, comment }: Request): Operation | undefined {
  const places = [...placesIn(root, [])]
  const fitting = places.filter(({ path, value: there }) => {
    if (op === 'set') return true
    if (op === 'append') return there === null || isList(there)
    if (op === 'add') return there === null || isRecord(there)
    return path.length > 0 && (op === 'remove' || typeof path.at(-1) === 'string')
  })
  const place = fitting[at % fitting.length]
  if (place === undefined) return undefined
  const note = comment === undefined ? {} : { comment }
  const { path } = place
  if (op === 'set' || op === 'append') return { op, path, value, ...note }
  if (op === 'add') return { op: 'set', path: [...path, key, ...(at % 2 === 0 ? [] : ['inner', 0])], value, ...note }
  return op === 'rename' ? { op, path, key } : { op, path }
}

function* placesIn(value: Value, path: Path): Generator<{ readonly path: Path; readonly value: Value }> {
  yield { path, value }
  if (isList(value)) for (const [position, item] of value.entries()) yield* placesIn(item, [...path, position])
  else if (isRecord(value)) for (const [key, item] of Object.entries(value)) yield* placesIn(item, [...path, key])
}

type Draft = Map<string, Draft> | Draft[] | string | number | boolean | null | typeof gone
const gone = Symbol('gone')

/** The same changes done on a copy in the plainest way; what goes is marked first, so positions stay those of the original. */
function expected(root: Value, operations: readonly Operation[]): Value {
  const holder = new Map<string, Draft>([['root', drafted(root)]])
  const goes: (() => void)[] = []
  for (const operation of operations) {
    const steps = ['root', ...operation.path]
    const last = steps.at(-1)
    const parent = steps
      .slice(0, -1)
      .reduce<Draft>((at, step, index) => entered(at, step, typeof steps[index + 1] === 'number'), holder)
    if (operation.op === 'set') write(parent, last, drafted(operation.value))
    else if (operation.op === 'append') {
      const list = entered(parent, last, true)
      if (Array.isArray(list)) list.push(drafted(operation.value))
    } else if (operation.op === 'remove') goes.push(() => write(parent, last, gone))
    else {
      goes.push(() => {
        if (!(parent instanceof Map) || typeof last !== 'string' || operation.key === last) return
        const moved = parent.get(last) ?? null
        parent.delete(last)
        parent.set(operation.key, moved)
      })
    }
  }
  for (const go of goes) go()
  return finished(holder.get('root') ?? null)
}

function entered(at: Draft, step: string | number | undefined, list: boolean): Draft {
  const there =
    at instanceof Map && typeof step === 'string'
      ? at.get(step)
      : Array.isArray(at) && typeof step === 'number'
        ? at[step]
        : undefined
  if (there !== undefined && there !== null) return there
  const made: Draft = list ? [] : new Map()
  write(at, step, made)
  return made
}

function write(at: Draft, step: string | number | undefined, value: Draft): void {
  if (at instanceof Map && typeof step === 'string') at.set(step, value)
  else if (Array.isArray(at) && typeof step === 'number') at[step] = value
}

function drafted(value: Value): Draft {
  if (isList(value)) return value.map(drafted)
  return isRecord(value) ? new Map(Object.entries(value).map(([key, item]) => [key, drafted(item)])) : value
}

function finished(draft: Draft): Value {
  if (typeof draft === 'symbol') return null
  if (Array.isArray(draft)) return draft.filter((item) => item !== gone).map(finished)
  if (!(draft instanceof Map)) return draft
  return Object.fromEntries([...draft].filter(([, item]) => item !== gone).map(([key, item]) => [key, finished(item)]))
}

/** As maps with sorted keys, since neither the order of keys nor the sign of zero counts. */
function plain(value: Value): unknown {
  if (isList(value)) return value.map(plain)
  if (isRecord(value))
    return new Map(
      Object.entries(value)
        .sort()
        .map(([key, item]) => [key, plain(item)]),
    )
  return value === 0 ? 0 : value
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

function isRecord(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
