import { crc32, deflateSync, inflateSync } from 'node:zlib'

const mostColours = 256

/** Pixels of three bytes each: red, green, blue. */
interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Buffer
}

/** The same picture of a user interface with at most 256 colours, which makes it about a third as large. Its shades of text stay apart. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, pixels } = decoded(png)
  const { palette, indexOf } = colours(pixels)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows[y * (width + 1) + 1 + x] = indexOf(pixels.readUIntBE((y * width + x) * 3, 3))
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits a pixel, by palette.
  head.set([8, 3, 0, 0, 0], 8)
  const data = deflateSync(rows, { level: 9 })
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The colours that are there most often, and which of them is the nearest to another. */
function colours(pixels: Buffer): { palette: Buffer; indexOf: (colour: number) => number } {
  const counts = new Map<number, number>()
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = pixels.readUIntBE(at, 3)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const chosen: number[] = []
  for (const [colour] of [...counts].sort((a, b) => b[1] - a[1])) {
    // Shades of one colour must not crowd out a small spot of another.
    const isNew = chosen.length < 64 || chosen.every((other) => distance(colour, other) > 300)
    if (isNew && chosen.push(colour) === mostColours) break
  }
  const known = new Map(chosen.map((colour, index) => [colour, index]))
  const indexOf = (colour: number): number => {
    const index = known.get(colour) ?? nearest(colour, chosen)
    known.set(colour, index)
    return index
  }
  return { palette: Buffer.from(chosen.flatMap(channels)), indexOf }
}

function nearest(colour: number, palette: readonly number[]): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  palette.forEach((other, index) => {
    const far = distance(colour, other)
    if (far < least) [best, least] = [index, far]
  })
  return best
}

/** The square of how far two colours are from one another. */
function distance(a: number, b: number): number {
  const others = channels(b)
  return channels(a).reduce((sum, channel, at) => sum + (channel - (others[at] ?? 0)) ** 2, 0)
}

function channels(colour: number): readonly number[] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
}

/** Reads what a browser writes: eight bits a channel, three or four channels, not interlaced. The fourth is left out. */
function decoded(png: Buffer): Picture {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const perPixel = png.readUInt8(25) === 6 ? 4 : 3
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const rows = inflateSync(Buffer.concat(parts))
  const stride = width * perPixel
  const all = Buffer.alloc(stride * height)
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) {
    const filter = rows.readUInt8(y * (stride + 1))
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const left = x < perPixel ? 0 : (all[at - perPixel] ?? 0)
      const above = y === 0 ? 0 : (all[at - stride] ?? 0)
      const corner = x < perPixel || y === 0 ? 0 : (all[at - stride - perPixel] ?? 0)
      all[at] = (rows[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, above, corner)
      const channel = x % perPixel
      if (channel < 3) pixels[(y * width + (x - channel) / perPixel) * 3 + channel] = all[at] ?? 0
    }
  }
  return { width, height, pixels }
}

/** What a filter of PNG guesses for a byte from its neighbours. */
function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  if (filter !== 4) return 0
  const guess = left + above - corner
  const [toLeft, toAbove, toCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
