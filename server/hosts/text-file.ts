import { isUtf8 } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import { type PolicyFile, readPolicyFile, withProblem } from '../language/policy-file.ts'

/** Larger files are not read; a company's whole leadership system is a few megabytes in many files. */
const largestBytes = 10 * 1024 * 1024

const mark = '\uFEFF'

/** A file's text without its byte order mark, and whether it had one, so that it can be written back as it was. */
export interface TextFile {
  readonly text: string
  readonly marked: boolean
}

/** Reads a file for checking. Throws only what the operating system throws. */
export function readPolicyFileAt(path: string): PolicyFile {
  const { size } = statSync(path)
  if (size > largestBytes) {
    const message = `This file has ${Math.round(size / 1024 / 1024)} MB and was not read; Concord reads files of up to ${largestBytes / 1024 / 1024} MB.`
    return withProblem(readPolicyFile(''), '', message, 0)
  }
  return policyFileOf(readFileSync(path))
}

/** The policies in a file's bytes. Files that cannot hold any are not even decoded. */
export function policyFileOf(bytes: Buffer): PolicyFile {
  const sixteen =
    bytes.length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
  if (sixteen) {
    const text = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
    const content = readPolicyFile(text)
    return content.documents.length === 0
      ? content
      : withProblem(content, text, 'This file is saved as UTF-16. Save it as UTF-8, which all tools for YAML read.', 0)
  }
  if (!bytes.includes('leadership/')) return readPolicyFile('')
  const { text } = decode(bytes)
  const content = readPolicyFile(text)
  if (content.documents.length === 0 || isUtf8(bytes)) return content
  const at = Math.max(text.indexOf('\uFFFD'), 0)
  return withProblem(
    content,
    text,
    'This file is not UTF-8 text: a character here cannot be read. Save it as UTF-8.',
    at,
  )
}

export function readTextAt(path: string): TextFile {
  return decode(readFileSync(path))
}

export function decode(bytes: Buffer): TextFile {
  const text = bytes.toString('utf8')
  return text.startsWith(mark) ? { text: text.slice(mark.length), marked: true } : { text, marked: false }
}

/** The text as it stands in the file. */
export function encoded({ text, marked }: TextFile): string {
  return marked ? mark + text : text
}
