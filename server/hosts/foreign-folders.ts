/** Where `concord check --cache` keeps what it remembers: a folder beside the policies. */
export const cacheFolderName = '.concord-cache'

const foreign = /(?:^|[\\/])(?:node_modules|\.git|\.hg|\.svn|\.concord-cache)(?:[\\/]|$)/

/** Whether a path, or the name of a folder, is or lies in one that belongs to other tools: none of a company's policies is looked for there. */
export function isForeign(path: string): boolean {
  return foreign.test(path)
}
