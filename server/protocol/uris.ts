/**
 * A document's name in Concord: for a file its path with forward slashes, as the checker and the command name it; for anything else,
 * such as a document that was never saved, its URI.
 */
export function nameOfUri(uri: string): string {
  const path = /^file:\/\/([^/]*)(\/.*)$/i.exec(uri)
  if (path === null) return uri
  const [, host = '', written = ''] = path
  const decoded = decode(written)
  const drive = /^\/([A-Za-z]):/.exec(decoded)
  if (drive !== null) return `${drive[1]?.toLowerCase()}${decoded.slice(2)}`
  return host === '' || host === 'localhost' ? decoded : `//${host}${decoded}`
}

/** The URI of a file's name, written as VS Code writes it. */
export function uriOfName(name: string): string {
  if (!isFileName(name)) return name
  const share = /^\/\/([^/]+)(.*)$/.exec(name)
  if (share !== null) return `file://${share[1]}${encode(share[2] ?? '')}`
  return `file://${encode(name.startsWith('/') ? name : `/${name}`)}`
}

/** Whether a name is that of a file, which can be read; other names are URIs. */
export function isFileName(name: string): boolean {
  return name.startsWith('/') || /^[A-Za-z]:\//.test(name)
}

/** Whether a name is that of a folder, or of something in it. */
export function isIn(name: string, folder: string): boolean {
  return name === folder || name.startsWith(folder.endsWith('/') ? folder : `${folder}/`)
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // A percent sign that encodes nothing stands for itself.
    return path.replace(/(?:%[0-9A-Fa-f]{2})+/g, (encoded) => {
      try {
        return decodeURIComponent(encoded)
      } catch {
        return encoded
      }
    })
  }
}

function encode(path: string): string {
  return path
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/')
}
