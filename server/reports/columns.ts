import { eastAsianWidth } from 'get-east-asian-width'

/**
 * How many columns of a terminal a text takes, which holds no control and format characters: marks that join the character before
 * take none, those of East Asia and emoji two. (Packages for this compile expressions for all emoji, which takes longer than
 * checking a policy, for joined emoji that cannot occur here.)
 */
export function columns(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length
  let count = 0
  for (const character of text) count += columnsOf(character)
  return count
}

export function columnsOf(character: string): number {
  return /^[\p{Mn}\p{Me}]/u.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0)
}
