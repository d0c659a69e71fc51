import { closeSync, openSync, readSync } from 'node:fs'

type Place = { tag: string; offset: number; length: number }

const COLLECTION = 0x74746366
const HEAD_BYTES = 12
const ENTRY_BYTES = 16
/** No font has more tables, so a file that claims more is not a font. */
const MAX_TABLES = 200

/**
 * Reads one table of a font file (OpenType, chapter "Organization of an OpenType Font") without the rest. Of a
 * collection the first font counts. Undefined when the font lacks the table. Throws when the file is not a font.
 */
export function readTable(file: string, tag: string): Buffer | undefined {
  const handle = openSync(file, 'r')
  try {
    const read = (position: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length)
      if (readSync(handle, bytes, 0, length, position) < length) throw new Error(`${file} ends too early for a font`)
      return bytes
    }
    const place = readDirectory(read).find((table) => table.tag === tag)
    return place && read(place.offset, place.length)
  } finally {
    closeSync(handle)
  }
}

/**
 * The font under another family name, so that no system font of the same name replaces it. The PostScript name in the
 * PDF stays.
 */
export function renameFamily(font: Buffer, family: string): Buffer {
  const places = readDirectory((position, length) => font.subarray(position, position + length))
  const tables = places.map(({ tag, offset, length }) => ({ tag, bytes: font.subarray(offset, offset + length) }))
  const name = tables.find((table) => table.tag === 'name')
  if (!name) throw new Error('the font has no table of names')
  const postScript = readName(name.bytes, 6) ?? family
  name.bytes = writeNames([
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, postScript],
  ])
  return writeFont(font.readUInt32BE(startOf((at, length) => font.subarray(at, at + length))), tables)
}

type Read = (position: number, length: number) => Buffer

function startOf(read: Read): number {
  const head = read(0, HEAD_BYTES)
  return head.readUInt32BE(0) === COLLECTION ? read(HEAD_BYTES, 4).readUInt32BE(0) : 0
}

function readDirectory(read: Read): Place[] {
  const start = startOf(read)
  const count = read(start, HEAD_BYTES).readUInt16BE(4)
  if (count === 0 || count > MAX_TABLES) throw new Error('this is no font')
  const entries = read(start + HEAD_BYTES, count * ENTRY_BYTES)
  return Array.from({ length: count }, (_, index) => {
    const at = index * ENTRY_BYTES
    const tag = entries.toString('latin1', at, at + 4)
    return { tag, offset: entries.readUInt32BE(at + 8), length: entries.readUInt32BE(at + 12) }
  })
}

/** A name in Windows encoding, which every present font has. */
function readName(table: Buffer, id: number): string | undefined {
  const strings = table.readUInt16BE(4)
  for (let at = 6; at + 12 <= 6 + table.readUInt16BE(2) * 12; at += 12) {
    if (table.readUInt16BE(at) !== 3 || table.readUInt16BE(at + 6) !== id) continue
    const from = strings + table.readUInt16BE(at + 10)
    return Buffer.from(table.subarray(from, from + table.readUInt16BE(at + 8)))
      .swap16()
      .toString('utf16le')
  }
  return undefined
}

function writeNames(names: [id: number, value: string][]): Buffer {
  const head = Buffer.alloc(6 + names.length * 12)
  head.writeUInt16BE(names.length, 2)
  head.writeUInt16BE(head.length, 4)
  const values: Buffer[] = []
  let offset = 0
  names.forEach(([id, value], index) => {
    const bytes = Buffer.from(value, 'utf16le').swap16()
    // Platform Windows, Unicode, English.
    ;[3, 1, 0x409, id, bytes.length, offset].forEach((number, part) => {
      head.writeUInt16BE(number, 6 + index * 12 + part * 2)
    })
    values.push(bytes)
    offset += bytes.length
  })
  return Buffer.concat([head, ...values])
}

/** Writes tables as a font file without checksums, because readers of fonts in memory ignore them. */
function writeFont(kind: number, tables: { tag: string; bytes: Buffer }[]): Buffer {
  const head = Buffer.alloc(HEAD_BYTES + tables.length * ENTRY_BYTES)
  head.writeUInt32BE(kind, 0)
  head.writeUInt16BE(tables.length, 4)
  const parts: Buffer[] = [head]
  let offset = head.length
  tables.forEach(({ tag, bytes }, index) => {
    const at = HEAD_BYTES + index * ENTRY_BYTES
    head.write(tag, at, 'latin1')
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(bytes.length, at + 12)
    const padding = Buffer.alloc(-bytes.length & 3)
    parts.push(bytes, padding)
    offset += bytes.length + padding.length
  })
  return Buffer.concat(parts)
}
