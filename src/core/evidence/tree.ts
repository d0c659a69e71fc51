import { hash } from 'node:crypto'

/** Reads the hash of part `index` of a tree, where each part has 2^height leaves. */
export type ReadNode = (height: number, index: number) => Promise<Buffer>

export const hashLength = 32

/** The hash of the empty tree (RFC 6962, section 2.1). */
export const emptyRoot: Buffer = sha256(Buffer.alloc(0))

/** The hash of a leaf (RFC 6962, section 2.1). */
export function leafHash(entry: Uint8Array): Buffer {
  return sha256(Buffer.concat([Buffer.of(0), entry]))
}

/** The hash of an inner node (RFC 6962, section 2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(Buffer.concat([Buffer.of(1), left, right]))
}

export function rootOf(size: number, read: ReadNode): Promise<Buffer> {
  return size === 0 ? Promise.resolve(emptyRoot) : rangeHash(0, size, read)
}

/** A proof that a leaf is in a tree: the sibling hashes from the leaf up (RFC 6962, section 2.1.1). */
export async function inclusionProof(leaf: number, size: number, read: ReadNode, start = 0): Promise<Buffer[]> {
  if (size === 1) return []
  const left = splitOf(size)
  return leaf < left
    ? [...(await inclusionProof(leaf, left, read, start)), await rangeHash(start + left, size - left, read)]
    : [...(await inclusionProof(leaf - left, size - left, read, start + left)), await rangeHash(start, left, read)]
}

/** A proof that a tree begins with an older tree (RFC 6962, section 2.1.2). */
export function consistencyProof(older: number, size: number, read: ReadNode): Promise<Buffer[]> {
  return older === 0 ? Promise.resolve([]) : proveRange(older, { start: 0, size, isKnown: true }, read)
}

type Range = { start: number; size: number; isKnown: boolean }

async function proveRange(older: number, { start, size, isKnown }: Range, read: ReadNode): Promise<Buffer[]> {
  if (older === size) return isKnown ? [] : [await rangeHash(start, size, read)]
  const left = splitOf(size)
  return older <= left
    ? [
        ...(await proveRange(older, { start, size: left, isKnown }, read)),
        await rangeHash(start + left, size - left, read),
      ]
    : [
        ...(await proveRange(older - left, { start: start + left, size: size - left, isKnown: false }, read)),
        await rangeHash(start, left, read),
      ]
}

/** Verifies a consistency proof (RFC 9162, section 2.1.4.2). */
export function isConsistent(
  older: { size: number; root: Buffer },
  newer: { size: number; root: Buffer },
  proof: readonly Buffer[],
): boolean {
  if (older.size > newer.size) return false
  if (older.size === newer.size) return proof.length === 0 && older.root.equals(newer.root)
  if (older.size === 0) return proof.length === 0
  const isPerfect = Number.isInteger(Math.log2(older.size)) && 2 ** Math.log2(older.size) === older.size
  const [first, ...rest] = isPerfect ? [older.root, ...proof] : proof
  if (!first) return false
  let [at, last] = [older.size - 1, newer.size - 1]
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  let [old, fresh] = [first, first]
  for (const beside of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      old = nodeHash(beside, old)
      fresh = nodeHash(beside, fresh)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else fresh = nodeHash(fresh, beside)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && old.equals(older.root) && fresh.equals(newer.root)
}

async function rangeHash(start: number, size: number, read: ReadNode): Promise<Buffer> {
  const height = Math.log2(size)
  if (2 ** Math.floor(height) === size) return read(Math.floor(height), start / size)
  const left = splitOf(size)
  return nodeHash(await rangeHash(start, left, read), await rangeHash(start + left, size - left, read))
}

/** The largest power of two below a size. */
function splitOf(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}

// JavaScript's bit shifts are limited to 32 bits.
function half(number: number): number {
  return Math.floor(number / 2)
}

function sha256(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer')
}
