const byteaOid = 17

/**
 * Encodes byte strings as a bytea[] parameter in PostgreSQL's binary format (array_recv): dimensions, null flag,
 * element type, length, lower bound, then each element after its length. The text format would double each byte and
 * need parsing.
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
