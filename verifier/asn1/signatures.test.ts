import { webcrypto } from 'node:crypto'
import { expect, test } from 'vitest'
import { sequence, unsigned } from './der-write.ts'
import { isSignedBy } from './signatures.ts'

const { subtle } = webcrypto
const data = new TextEncoder().encode('What was signed.')

test.each([
  ['P-256', 32],
  ['P-384', 48],
  ['P-521', 66],
] as const)(
  'Node takes and refuses the signatures on %s that WebCrypto takes and refuses',
  async (namedCurve, size) => {
    const kind = { name: 'ECDSA', namedCurve, hash: 'SHA-256' }
    const { privateKey, publicKey } = await subtle.generateKey(kind, true, ['sign', 'verify'])
    const spki = new Uint8Array(await subtle.exportKey('spki', publicKey))
    const good = new Uint8Array(await subtle.sign(kind, privateKey, data))
    for (const raw of [good, ...Array.from(good, (byte, at) => good.with(at, byte ^ 1))]) {
      const written = sequence(unsigned(raw.subarray(0, size)), unsigned(raw.subarray(size)))
      const answer = await isSignedBy(spki, { family: 'ECDSA', hash: 'SHA-256' }, written, data)
      expect(answer).toBe(await subtle.verify(kind, publicKey, raw, data))
      expect(answer).toBe(raw === good)
    }
  },
)
