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
 * The root of the tree, from a leaf's hash and its sibling hashes (RFC 9162, section 2.1.3.2). Null when there are too
 * many or too few.
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
      // The last node of a level rises until it has a left sibling.
      while (at % 2 === 0 && at > 0) [at, last] = [at / 2, Math.floor(last / 2)]
      found = await nodeHash(beside, found)
    }
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 ? found : null
}
