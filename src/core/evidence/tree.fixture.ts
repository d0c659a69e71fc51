import { nodeHash } from './tree.ts'

/** Verifies an inclusion proof (RFC 9162, section 2.1.3.2). */
export function isIncluded(
  hashed: Buffer,
  leaf: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Buffer,
): boolean {
  if (leaf < 0 || leaf >= size) return false
  let [at, last, found] = [leaf, size - 1, hashed]
  for (const beside of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      found = nodeHash(beside, found)
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
    } else found = nodeHash(found, beside)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 && found.equals(root)
}
