import { sign, verify } from 'node:crypto'
import {
  keyIdOf,
  type Note,
  type NoteSigner,
  readVerifier,
  signatureLine,
  type Verifier,
  writeVerifier,
} from './note.ts'

/** The key type of a witness (C2SP tlog-cosignature, version 1 with Ed25519). */
const cosigning = 4

export function writeWitnessKey(signer: Pick<NoteSigner, 'name' | 'publicKey'>): string {
  return writeVerifier(signer, cosigning)
}

/** Parses the verifier key of a witness. Throws for any other text. */
export function readWitnessKey(text: string): Verifier {
  return readVerifier(text, cosigning)
}

/**
 * The cosignature line of a witness. It states that at this second the head was the largest consistent tree that the
 * witness had seen.
 */
export function cosign(text: string, signer: NoteSigner, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000)
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(seconds))
  const signature = sign(null, messageOf(text, seconds), signer.privateKey)
  return signatureLine(signer.name, keyIdOf(signer.name, signer.publicKey, cosigning), Buffer.concat([time, signature]))
}

/** When a witness signed a head; null when it did not. Throws when the witness's line has a false signature. */
export function cosignedAt({ text, signatures }: Note, { name, keyId, publicKey }: Verifier): Date | null {
  const theirs = signatures.find((one) => one.name === name && one.keyId.equals(keyId))
  if (!theirs) return null
  const seconds = theirs.signature.length === 72 ? Number(theirs.signature.readBigUInt64BE()) : Number.NaN
  const isTheirs =
    Number.isSafeInteger(seconds) && verify(null, messageOf(text, seconds), publicKey, theirs.signature.subarray(8))
  if (!isTheirs) throw new Error(`The cosignature of ${name} is false.`)
  return new Date(seconds * 1000)
}

function messageOf(text: string, seconds: number): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`)
}
