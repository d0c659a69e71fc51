import { readKeyKind } from './algorithms.ts'
import { isSame } from './bytes.ts'
import { Refused } from './refused.ts'
import { lowest } from './signatures.ts'

/** Throws Refused for an ECDSA signature that has a second valid form. */
export function checkLow(publicKey: Uint8Array, signature: Uint8Array): void {
  const kind = readKeyKind(publicKey)
  if (kind.family === 'EC' && !isSame(lowest(signature, kind.curve), signature))
    throw new Refused('not_canonical', 'The signature is not written with the smaller number.')
}
