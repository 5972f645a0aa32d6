/** Where `concord check --cache` keeps what it remembers: a folder beside the policies, in which none are looked for. */
export const cacheFolderName = '.concord-cache'
