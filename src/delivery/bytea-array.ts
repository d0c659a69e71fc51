const byteaOid = 17

/**
 * Byte strings as one parameter of type bytea[], in PostgreSQL's binary form (array_recv): number of dimensions, a flag
 * for nulls, type of the elements, length, lower bound; then each element behind its length. The text form would double
 * every byte and be parsed on the other side.
 */
export function encodeByteaArray(values: readonly Buffer[]): Buffer {
  const whole = Buffer.allocUnsafe(values.reduce((sum, value) => sum + 4 + value.length, 20))
  let at = 0
  for (const word of [1, 0, byteaOid, values.length, 1]) at = whole.writeInt32BE(word, at)
  for (const value of values) {
    at = whole.writeInt32BE(value.length, at)
    at += value.copy(whole, at)
  }
  return whole
}
