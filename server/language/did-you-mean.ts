import { distance } from 'fastest-levenshtein'

/** So many candidates are compared one by one. */
const many = 500

/**
 * The candidate that was most likely meant: the nearest by edit distance, at most a third of the word away,
 * or the only one that starts with what was written. Undefined when nothing is near.
 */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  const word = written.toLowerCase()
  const squeezedWord = squeezed(word)
  let best: string | undefined
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  const longer: string[] = []
  let seen = 0
  for (const candidate of candidates) {
    // Among thousands of names most are far away: those of another beginning are not worth comparing.
    if (++seen > many && candidate.charAt(0) !== written.charAt(0)) continue
    if (candidate.length < written.length - least) continue
    const other = candidate.toLowerCase()
    if (word.length >= 3 && other.startsWith(word)) longer.push(candidate)
    if (other.length - word.length >= least) continue
    const far = isSwapped(word, other) ? 1 : distance(squeezedWord, squeezed(other))
    if (far < least) {
      least = far
      best = candidate
    }
  }
  return best ?? (longer.length === 1 ? longer[0] : undefined)
}

/** Two neighbouring letters in the wrong order are one slip, where edit distance counts two. */
function isSwapped(word: string, other: string): boolean {
  let at = 0
  while (at < word.length && word[at] === other[at]) at++
  return (
    word.length === other.length &&
    word[at] === other[at + 1] &&
    word[at + 1] === other[at] &&
    word.slice(at + 2) === other.slice(at + 2) &&
    at < word.length - 1
  )
}

/** Hyphens, underlines, spaces and case are the commonest slips; they count little. */
function squeezed(word: string): string {
  return word.replace(/[\s_-]+/g, '-')
}
