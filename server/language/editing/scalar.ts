import { stringify } from 'yaml'
import type { Plain } from './draft.ts'
import type { Quote } from './site.ts'

/** Words that YAML 1.1 tools take for booleans; they get quotes, though Concord reads YAML 1.2. */
const formerBoolean = /^(?:y|n|yes|no|on|off)$/i
const printable = /^[\x20-\x7E\xA0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]*$/u

export interface ScalarStyle {
  /** How texts are quoted; plain ones get quotes only where they need them. */
  readonly quote: Quote
  /** The quotes for plain texts that need some. */
  readonly needed: 'single' | 'double'
  /** Inside [ ] or { }. */
  readonly flow: boolean
}

/** A value in one line. */
export function scalarText(value: Plain, style: ScalarStyle): string {
  if (typeof value !== 'string') return String(value)
  if (style.quote === 'double' || !printable.test(value)) return doubleQuoted(value)
  if (style.quote === 'single') return singleQuoted(value)
  const text = style.flow
    ? stringify([value], { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trimEnd().slice(1, -1)
    : stringify(new Map([['k', value]]), { lineWidth: 0 })
        .trimEnd()
        .slice('k: '.length)
  return text === value && !formerBoolean.test(value) ? value : quoted(value, style.needed)
}

/** A key in one line, without the ":". */
export function keyText(key: string, style: ScalarStyle): string {
  if (style.quote === 'double' || !printable.test(key)) return doubleQuoted(key)
  if (style.quote === 'single') return singleQuoted(key)
  const flow = style.flow ? ({ collectionStyle: 'flow', flowCollectionPadding: false } as const) : {}
  const text = stringify(new Map([[key, 0]]), { ...flow, lineWidth: 0, simpleKeys: true }).trimEnd()
  return key !== '<<' && (text === `${key}: 0` || text === `{${key}: 0}`) ? key : quoted(key, style.needed)
}

/**
 * A text of several lines as a "|" block: its header, and its lines without indentation. Undefined for texts that such a block
 * could not hold for certain, or that would be hard to read in one.
 */
export function blockText(value: Plain): { readonly header: string; readonly lines: readonly string[] } | undefined {
  if (typeof value !== 'string' || !value.includes('\n')) return undefined
  const chomped = value.endsWith('\n')
  const lines = (chomped ? value.slice(0, -1) : value).split('\n')
  const ends = lines.at(-1) !== '' && lines[0] !== ''
  const fits = ends && !/^\s/.test(value) && lines.every((line) => printable.test(line) && !/\s$/.test(line))
  return fits ? { header: chomped ? '|' : '|-', lines } : undefined
}

function quoted(text: string, quote: 'single' | 'double'): string {
  return quote === 'single' ? singleQuoted(text) : doubleQuoted(text)
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** JSON's way, which YAML shares, with all that could count as a line break escaped. */
function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7F-\x9F\u2028\u2029\uFEFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
