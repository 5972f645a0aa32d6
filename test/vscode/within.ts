/** @throws Error that says what was waited for, when a promise takes longer than it may. */
export async function within<T>(milliseconds: number, what: string, promise: Promise<T>): Promise<T> {
  let limit: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    limit = setTimeout(() => reject(new Error(`${what}: nothing came within ${milliseconds / 1000} s.`)), milliseconds)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(limit)
  }
}
