import { randomFillSync } from 'node:crypto'

const drawn = Buffer.alloc(8_192)
let used = drawn.length

/**
 * Random bytes (at most 8,192) for ids and nonces, from a buffer that is filled for many calls at once: drawing a dozen
 * bytes takes as long as drawing thousands. Do not use it for secrets, because they would stay in the buffer.
 */
export function takeRandom(length: number): Buffer {
  if (used + length > drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  used += length
  return Buffer.from(drawn.subarray(used - length, used))
}
