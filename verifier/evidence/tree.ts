import { type Bytes, concat, hashOf } from '../asn1/bytes.ts'

const [ofLeaf, ofNode] = [Uint8Array.of(0), Uint8Array.of(1)]

/** The hash of a leaf (RFC 6962, section 2.1). */
export function leafHash(entry: Uint8Array): Promise<Bytes> {
  return hashOf(concat([ofLeaf, entry]))
}

function nodeHash(left: Uint8Array, right: Uint8Array): Promise<Bytes> {
  return hashOf(concat([ofNode, left, right]))
}

/**
 * The root of the tree in which a leaf has a place, by the hashes beside its way, from the leaf up (RFC 9162, section
 * 2.1.3.2). Null when there are too many or too few of them.
 */
export async function rootOf(
  hash: Uint8Array,
  { leaf, size }: { leaf: number; size: number },
  proof: readonly Uint8Array[],
): Promise<Uint8Array | null> {
  if (leaf >= size) return null
  let [at, last, found] = [leaf, size - 1, hash]
  for (const beside of proof) {
    if (last === 0) return null
    if (at % 2 === 1) found = await nodeHash(beside, found)
    else if (at < last) found = await nodeHash(found, beside)
    else {
      // The last node of a level rises until it has one to its left.
      while (at % 2 === 0 && at > 0) [at, last] = [at / 2, Math.floor(last / 2)]
      found = await nodeHash(beside, found)
    }
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 ? found : null
}
