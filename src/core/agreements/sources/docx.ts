import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflateAsync = promisify(inflateRaw)
const mostEntries = 2_000
/** All parts together, unpacked. 300 pages with pictures need less. */
const mostUnpacked = 200 * 1024 * 1024
const mostRelations = 1024 * 1024

type Entry = { name: string; method: number; packed: number; unpacked: number; at: number }

/** Whether bytes are a ZIP file, as .docx files are. judgeDocx judges the content. */
export function isPacked(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04'
}

/**
 * Why a ZIP file is refused as a Word document, before any program opens it: no document, damaged, too large unpacked,
 * macros, or parts that are fetched from outside. Null when it is accepted.
 */
export async function judgeDocx(
  bytes: Buffer,
): Promise<'docx_not' | 'docx_damaged' | 'docx_heavy' | 'docx_macros' | 'docx_outside' | null> {
  const entries = readEntries(bytes)
  if (!entries) return 'docx_damaged'
  const has = (name: RegExp) => entries.some((entry) => name.test(entry.name))
  if (!has(/^word\/document\.xml$/) || !has(/^\[Content_Types\]\.xml$/)) return 'docx_not'
  if (entries.length > mostEntries || entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > mostUnpacked)
    return 'docx_heavy'
  if (has(/vbaProject\.bin$|vbaData\.xml$|\/activeX\//i)) return 'docx_macros'
  for (const entry of entries.filter(({ name }) => name.endsWith('.rels'))) {
    const text = await unpack(bytes, entry)
    if (text === null) return 'docx_damaged'
    if (fetchesOutside(text)) return 'docx_outside'
  }
  return null
}

/** Whether a part is loaded from outside. A hyperlink loads nothing. */
function fetchesOutside(relations: string): boolean {
  const outside = relations.match(/<[^<>]*TargetMode\s*=\s*["']External["'][^<>]*>/gi) ?? []
  return outside.some((relation) => !/Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(relation))
}

async function unpack(bytes: Buffer, { method, packed, at }: Entry): Promise<string | null> {
  // The data follows a local header: 30 bytes, the name, and an extra field.
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) return null
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const part = bytes.subarray(from, from + packed)
  if (method === 0) return part.toString()
  if (method !== 8) return null
  const whole = await inflateAsync(part, { maxOutputLength: mostRelations }).catch(() => null)
  return whole?.toString() ?? null
}

/** The parts in the directory at the end of a ZIP file; null when the directory is damaged. */
function readEntries(bytes: Buffer): Entry[] | null {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > bytes.length) return null
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const entries: Entry[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return null
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset))
    const name = bytes.subarray(at + 46, at + 46 + (nameLength ?? 0)).toString()
    entries.push({
      name,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return entries
}
