/** An element of an XML document; attributes that are undefined are left out. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number | undefined>>
  /** Elements, or a text alone. */
  readonly content: readonly XmlElement[] | string
}

export function element(
  name: string,
  attributes: XmlElement['attributes'],
  content: XmlElement['content'] = [],
): XmlElement {
  return { name, attributes, content }
}

/** The document as text: one element a line, what stands inside indented. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${[...linesOf(root, '')].join('\n')}\n`
}

function* linesOf({ name, attributes, content }: XmlElement, indent: string): Generator<string> {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${attributeText(String(value))}"`],
  )
  const opening = `${indent}<${name}${given.join('')}`
  if (content.length === 0) yield `${opening}/>`
  else if (typeof content === 'string') yield `${opening}>${elementText(content)}</${name}>`
  else {
    yield `${opening}>`
    for (const child of content) yield* linesOf(child, `${indent}  `)
    yield `${indent}</${name}>`
  }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text between tags. A > is always written as a reference, so that no ]]> comes about. */
export function elementText(text: string): string {
  return writable(text)
    .replace(/[&<>]/g, (sign) => entities[sign] ?? '')
    .replaceAll('\r', '&#13;')
}

/** Text in double quotes. Readers make spaces of line breaks and tabs that are not references. */
export function attributeText(text: string): string {
  return writable(text)
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? '')
    .replace(/[\t\n\r]/g, (blank) => `&#${blank.charCodeAt(0)};`)
}

/** XML 1.0 has no way to write other characters, halves of surrogate pairs among them. */
function writable(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
}
