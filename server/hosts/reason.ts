/** What the operating system said, in words. */
export function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied'
  if (code === 'EISDIR') return 'it is a folder'
  if (code === 'ENOENT') return 'it does not exist'
  if (code === 'ENOTDIR') return 'a part of its path is no folder'
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n')[0]?.replace(/\.$/, '') ?? ''
}
