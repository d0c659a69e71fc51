/** The stored id of a public id that ends in 32 digits: `AGREESUBMISSION-<32 hex>`. Null for any other form. */
export function keyOf(id: string): string | null {
  const [, a, b, c, d, e] = /^[A-Z]+-([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/.exec(id) ?? []
  return a === undefined ? null : `${a}-${b}-${c}-${d}-${e}`
}

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** The stored id of a link's public id: 22 letters, which are digits of base 57. */
export function keyOfLink(id: string): string | null {
  const digits = [...id].map((letter) => BigInt(letters.indexOf(letter)))
  if (digits.length !== 22 || digits.some((digit) => digit < 0n)) return null
  const hex = digits
    .reduce((sum, digit) => sum * 57n + digit, 0n)
    .toString(16)
    .padStart(32, '0')
  return keyOf(`LINK-${hex}`)
}
