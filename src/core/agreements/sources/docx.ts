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
  for (const entry of entries.filter(({ name }) => /\.rels$/i.test(name))) {
    const text = await unpack(bytes, entry)
    if (text === null) return 'docx_damaged'
    if (fetchesOutside(text)) return 'docx_outside'
  }
  return null
}

/**
 * Whether a part is loaded from outside. A hyperlink loads nothing. Attributes are read as a reader of XML reads them: codes
 * of characters stand for characters. A list that declares entities, or is not UTF-8, could say anything.
 */
function fetchesOutside(relations: string): boolean {
  if (/<!|[\0\ufffd]/.test(relations) || /^\ufeff?<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8["'])/i.test(relations))
    return true
  return [...relations.matchAll(/<(?:[^<>"']|"[^"]*"|'[^']*')*>/g)].some(([element]) => {
    const attributes = new Map(
      [...element.matchAll(/\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
        ([, name = '', double, single]): [string, string] => [name, unescapeXml(double ?? single ?? '')],
      ),
    )
    const isOutside = [...attributes].some(([name, value]) => /targetmode$/i.test(name) && /external/i.test(value))
    return isOutside && !attributes.get('Type')?.endsWith('/hyperlink')
  })
}

function unescapeXml(text: string): string {
  return text.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, digits?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(digits)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
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
