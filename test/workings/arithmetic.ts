/**
 * Calculates a line of a working as a person would, from its text alone: `86,400 × (8 − 1) ÷ 8²`. It knows nothing of how the text was made.
 *
 * @throws Error for a text that is no arithmetic.
 */
export function calculated(line: string): number {
  const tokens =
    line.replace(/(\d),(?=\d{3})/g, '$1').match(/\d+(?:\.\d+)?(?:e[+-]?\d+)?|[-−+×÷^²%();]|[a-z]+(?: [a-z]+)*/g) ?? []
  let at = 0
  const next = (): string => tokens[at++] ?? ''
  const expect = (token: string): void => {
    const found = next()
    if (found !== token) throw new Error(`"${token}" is expected, not "${found}", in: ${line}`)
  }
  const sum = (): number => {
    let value = product()
    while (['+', '−'].includes(tokens[at] ?? '')) value = next() === '+' ? value + product() : value - product()
    return value
  }
  const product = (): number => {
    let value = signed()
    while (['×', '÷'].includes(tokens[at] ?? '')) value = next() === '×' ? value * signed() : value / signed()
    return value
  }
  const signed = (): number => {
    if (tokens[at] !== '-') return power()
    at++
    return -power()
  }
  const power = (): number => {
    const base = atom()
    if (tokens[at] === '²') {
      at++
      return base ** 2
    }
    if (tokens[at] !== '^') return base
    at++
    return base ** atom()
  }
  const list = (): readonly number[] => {
    expect('(')
    const values = [sum()]
    while (tokens[at] === ';') {
      at++
      values.push(sum())
    }
    expect(')')
    return values
  }
  const atom = (): number => {
    const token = next()
    if (token === '(') {
      at--
      return list()[0] ?? Number.NaN
    }
    if (/^[a-z]/.test(token)) return called(token, list())
    const value = Number(token)
    if (token === '' || Number.isNaN(value)) throw new Error(`"${token}" is no number, in: ${line}`)
    if (tokens[at] !== '%') return value
    at++
    return value / 100
  }
  const value = sum()
  if (at < tokens.length) throw new Error(`"${tokens[at]}" is left over, in: ${line}`)
  return value
}

function called(name: string, values: readonly number[]): number {
  const [first = Number.NaN, second = Number.NaN] = values
  switch (name) {
    case 'the larger of':
      return Math.max(...values)
    case 'the smaller of':
      return Math.min(...values)
    case 'rounded up':
      return Math.ceil(first - 1e-9)
    case 'rounded down':
      return Math.floor(first + 1e-9)
    case 'rounded nearest':
      return Math.floor(first + 0.5 + 1e-9)
    case 'choose':
      return Array.from({ length: second }, (_, step) => (first - step) / (step + 1)).reduce(
        (one, other) => one * other,
        1,
      )
    default:
      throw new Error(`"${name}" is not known.`)
  }
}
