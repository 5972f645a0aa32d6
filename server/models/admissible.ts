// What a model accepts. A number outside its range is a caller's bug, so these throw; what a policy may
// really declare (0 %, 100 %, a group of one, nobody at all) is inside every range.

/** Throws RangeError unless `value` is a finite number of at least `least` and at most `most`. */
export function requireBetween(name: string, value: number, least: number, most: number): void {
  if (!Number.isFinite(value) || value < least || value > most) {
    const range = most === Infinity ? `at least ${least}` : `between ${least} and ${most}`
    throw new RangeError(`${name} must be a number ${range}, got ${value}`)
  }
}

/** Throws RangeError unless `value` is a share, 0 to 1. */
export function requireShare(name: string, value: number): void {
  requireBetween(name, value, 0, 1)
}

/** Throws RangeError unless `value` is a percentage, 0 to 100. */
export function requirePercent(name: string, value: number): void {
  requireBetween(name, value, 0, 100)
}

/** Throws RangeError unless `value` is an amount: finite and not negative. */
export function requireAmount(name: string, value: number): void {
  requireBetween(name, value, 0, Infinity)
}

/** Throws RangeError unless `value` is a finite number greater than 0. */
export function requirePositive(name: string, value: number): void {
  if (!Number.isFinite(value) || value <= 0) {
    throw new RangeError(`${name} must be a number greater than 0, got ${value}`)
  }
}

/** Throws RangeError unless `value` is a whole number of at least 0 and at most `most`. */
export function requireCount(name: string, value: number, most = Number.MAX_SAFE_INTEGER): void {
  if (!Number.isInteger(value) || value < 0 || value > most) {
    const range = most === Number.MAX_SAFE_INTEGER ? 'of at least 0' : `between 0 and ${most}`
    throw new RangeError(`${name} must be a whole number ${range}, got ${value}`)
  }
}
