import { crc32 } from 'node:zlib'

/** One chunk of a PNG file; `data` is a view of the file. */
export type Chunk = { type: string; data: Buffer }

const signature = Buffer.from('89504e470d0a1a0a', 'hex')
// Four letters; the third is a capital one in this version of PNG.
const chunkType = /^[A-Za-z]{2}[A-Z][A-Za-z]$/
const mostChunks = 1_000

/**
 * The chunks of a PNG file, or null when the bytes are not one whole PNG file: a chunk is cut short, its sum is wrong,
 * something follows the end, or there are more chunks than anybody draws. Nothing is inflated.
 */
export function readChunks(bytes: Buffer): Chunk[] | null {
  if (!bytes.subarray(0, signature.length).equals(signature)) return null
  const chunks: Chunk[] = []
  let at = signature.length
  while (at < bytes.length) {
    const chunk = readChunk(bytes, at)
    if (!chunk || chunks.length >= mostChunks) return null
    chunks.push(chunk)
    at += chunk.data.length + 12
    if (chunk.type === 'IEND') return at === bytes.length && chunk.data.length === 0 ? chunks : null
  }
  return null
}

function readChunk(bytes: Buffer, at: number): Chunk | null {
  if (bytes.length < at + 12) return null
  const length = bytes.readUInt32BE(at)
  const type = bytes.toString('latin1', at + 4, at + 8)
  if (length > bytes.length - at - 12 || !chunkType.test(type)) return null
  const end = at + 8 + length
  if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return null
  return { type, data: bytes.subarray(at + 8, end) }
}

/** A PNG file of chunks. */
export function writeChunks(chunks: readonly Chunk[]): Buffer {
  return Buffer.concat([signature, ...chunks.map(writeChunk)])
}

function writeChunk({ type, data }: Chunk): Buffer {
  const bytes = Buffer.alloc(data.length + 12)
  bytes.writeUInt32BE(data.length, 0)
  bytes.write(type, 4, 'latin1')
  data.copy(bytes, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length)
  return bytes
}
