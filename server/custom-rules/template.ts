/** A part of a sentence: text as it is, or an expression to be filled in. */
export type Part = { readonly text: string } | { readonly expression: string; readonly start: number }

/** Takes a sentence apart. Texts in quotes within an expression may hold braces. */
export function partsOfTemplate(template: string): readonly Part[] | { readonly unclosed: number } {
  const parts: Part[] = []
  let at = 0
  for (let open = template.indexOf('${'); open >= 0; open = template.indexOf('${', at)) {
    const end = closing(template, open + 2)
    if (end === undefined) return { unclosed: open }
    if (open > at) parts.push({ text: template.slice(at, open) })
    parts.push({ expression: template.slice(open + 2, end), start: open + 2 })
    at = end + 1
  }
  if (at < template.length) parts.push({ text: template.slice(at) })
  return parts
}

function closing(template: string, from: number): number | undefined {
  let depth = 0
  for (let at = from; at < template.length; at++) {
    const letter = template.charAt(at)
    if (letter === '"' || letter === "'") {
      const end = template.indexOf(letter, at + 1)
      if (end < 0) return undefined
      at = end
    } else if (letter === '{') depth++
    else if (letter === '}' && depth-- === 0) return at
  }
  return undefined
}

/** The longest text that is filled into a sentence. */
const longest = 300

/** A value as it stands in a sentence. */
export function inSentence(value: unknown): string {
  if (value === undefined || value === null) return 'not given'
  if (Array.isArray(value)) return shortened(value.slice(0, 20).map(inSentence).join(', '))
  if (typeof value === 'bigint') return value.toLocaleString('en')
  if (typeof value === 'number') return value.toLocaleString('en', { maximumFractionDigits: 2 })
  if (typeof value === 'object') return moneyOf(value) ?? shortened(nameOf(value))
  return shortened(String(value))
}

function moneyOf(value: object): string | undefined {
  return 'amount' in value && 'currency' in value ? `${inSentence(value.amount)} ${String(value.currency)}` : undefined
}

function nameOf(value: object): string {
  return 'name' in value ? String(value.name) : 'a group of fields'
}

const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)
