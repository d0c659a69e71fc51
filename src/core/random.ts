import { randomFillSync } from 'node:crypto'

const drawn = Buffer.alloc(8_192)
let used = drawn.length

/**
 * So many random bytes (at most 8,192), for ids and nonces. They are drawn for many at once, because asking for a dozen
 * takes as long as asking for thousands. Secrets are drawn on their own, so that they stay in no buffer.
 */
export function takeRandom(length: number): Buffer {
  if (used + length > drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  used += length
  return Buffer.from(drawn.subarray(used - length, used))
}
