import type { Case, Random, Target } from './case.ts'
import { splice } from './case.ts'

/**
 * Changes bits, bytes and digits all over a file. Half of the changes are after the document itself, where the proofs
 * are.
 */
export function* flips({ bytes, trust, parts, hole }: Target, random: Random, count: number): Generator<Case> {
  const place = () => (random(2) === 0 ? random(bytes.length) : parts.start + random(bytes.length - parts.start))
  for (let index = 0; index < count; index++) {
    const at = place()
    const changed = Uint8Array.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ (1 << random(8))
    yield { kind: 'flip a bit', bytes: changed, trust }
  }
  for (let index = 0; index < count / 8; index++) {
    const at = place()
    yield { kind: 'leave out a byte', bytes: splice(bytes, at, 1, ''), trust }
    yield { kind: 'put in a byte', bytes: splice(bytes, at, 0, Uint8Array.of(random(256))), trust }
    yield { kind: 'double a byte', bytes: splice(bytes, at, 0, bytes.slice(at, at + 1)), trust }
    yield { kind: 'cut the end', bytes: bytes.slice(0, at), trust }
    yield { kind: 'turn a digit', bytes: turnDigit(bytes, hole.at + random(hole.room * 2), random), trust }
  }
}

/** Each byte of a file changed once. */
export function* everyByte({ bytes, trust }: Target, random: Random, step = 1): Generator<Case> {
  for (let at = 0; at < bytes.length; at += step) {
    const changed = Uint8Array.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ (1 << random(8))
    yield { kind: 'flip a bit of each byte', bytes: changed, trust }
  }
}

// Another hexadecimal digit, or the same in upper case.
function turnDigit(bytes: Uint8Array, at: number, random: Random): Uint8Array {
  const digit = String.fromCharCode(bytes[at] ?? 0)
  const upper = digit.toUpperCase()
  const other = '0123456789abcdef'[random(16)] ?? '0'
  return splice(bytes, at, 1, upper !== digit ? upper : other === digit ? 'x' : other)
}
