/**
 * How well a text matches what somebody typed to find it: 0 when the text lacks a letter of it, or has them in another order.
 * From 5 down: the whole text, its beginning, the beginning of a word in it, letters that each begin a word or follow directly,
 * letters together inside a word, letters scattered over the text. Among equals the shorter text counts more. Case, spaces and
 * hyphens do not count.
 */
export function matchScore(typed: string, text: string): number {
  const wanted = letters(typed)
  if (wanted === '') return text === '' ? 0 : 1 / (1 + text.length)
  if (text === '' || !hasInOrder(text.toLowerCase(), wanted)) return 0
  const { squeezed, starts } = squeeze(text)
  const brevity = 0.9 / (1 + squeezed.length / 100)
  if (wanted === squeezed) return 5
  if (squeezed.startsWith(wanted)) return 4 + brevity
  if (wordStart(squeezed, wanted, starts)) return 3 + brevity
  const share = scattered(wanted, squeezed, starts)
  if (share === 1) return 2 + brevity
  return squeezed.includes(wanted) ? 1 + brevity : share * brevity
}

function hasInOrder(text: string, wanted: string): boolean {
  let at = -1
  for (const letter of wanted) {
    at = text.indexOf(letter, at + 1)
    if (at < 0) return false
  }
  return true
}

/** The share of the letters that begin a word or follow the letter before directly; a little for the rest. Of all ways to find them the best. */
function scattered(wanted: string, text: string, starts: ReadonlySet<number>): number {
  const nowhere = Number.NEGATIVE_INFINITY
  /** The most points for the letters so far, by where the last of them stands. */
  const points = new Float64Array(text.length)
  for (let letter = 0; letter < wanted.length; letter++) {
    // Of the letters before: the most points anywhere to the left, and directly to the left.
    let most = letter === 0 ? 0 : nowhere
    let directly = nowhere
    for (let at = 0; at < text.length; at++) {
      const before = letter === 0 ? nowhere : (points[at] ?? nowhere)
      const isFound = text.charCodeAt(at) === wanted.charCodeAt(letter)
      points[at] = isFound ? Math.max(directly + 1, most + (starts.has(at) ? 1 : 0.1)) : nowhere
      most = Math.max(most, before)
      directly = before
    }
  }
  return Math.max(...points) / wanted.length
}

function wordStart(text: string, wanted: string, starts: ReadonlySet<number>): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (starts.has(at)) return true
  }
  return false
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, '')
}

interface Squeezed {
  readonly squeezed: string
  /** Where in it the words of the text begin. */
  readonly starts: ReadonlySet<number>
}

function squeeze(text: string): Squeezed {
  let squeezed = ''
  const starts = new Set<number>()
  for (const word of text.toLowerCase().split(/[\s_-]+/)) {
    if (word === '') continue
    starts.add(squeezed.length)
    squeezed += word
  }
  return { squeezed, starts }
}
