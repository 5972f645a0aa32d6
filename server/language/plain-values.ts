/**
 * What a plain scalar stands for in YAML 1.2's core schema: null, true or false, a number, else text. Numbers that JSON has no
 * word for stay text, as does what YAML 1.1 took for dates and switches.
 */
export function plainValue(source: string): string | number | boolean | null {
  const first = source.charCodeAt(0)
  // Nearly all values start with a letter that no other sort of value starts with.
  if (first > 57 && !mayStartWord.test(source)) return source
  if (source === '' || nulls.test(source)) return null
  if (trues.test(source)) return true
  if (falses.test(source)) return false
  if (octal.test(source)) return finite(Number.parseInt(source.slice(2), 8), source)
  if (integer.test(source) || hexadecimal.test(source) || float.test(source)) return finite(Number(source), source)
  return source
}

const mayStartWord = /^[~nNtTfF]/
const nulls = /^(?:~|[Nn]ull|NULL)$/
const trues = /^(?:[Tt]rue|TRUE)$/
const falses = /^(?:[Ff]alse|FALSE)$/
const octal = /^0o[0-7]+$/
const hexadecimal = /^0x[0-9a-fA-F]+$/
const integer = /^[-+]?[0-9]+$/
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/

function finite(value: number, source: string): number | string {
  return Number.isFinite(value) ? value : source
}
