const languageIds = ['yaml', 'json']
const schemes = ['file', 'untitled', 'vscode-vfs']

/** The documents that may hold policies: JSON is YAML, too. Others, such as the old side of a comparison, are nobody's to judge. */
export const documents: { language: string; scheme: string }[] = languageIds.flatMap((language) =>
  schemes.map((scheme) => ({ language, scheme })),
)
