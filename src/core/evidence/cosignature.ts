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

/** The type of a witness's key (C2SP tlog-cosignature, version 1 of Ed25519). */
const cosigning = 4

/** The verifier key of a witness. */
export function writeWitnessKey(signer: Pick<NoteSigner, 'name' | 'publicKey'>): string {
  return writeVerifier(signer, cosigning)
}

/** Reads the verifier key of a witness. Throws for what is none. */
export function readWitnessKey(text: string): Verifier {
  return readVerifier(text, cosigning)
}

/** A witness's line below a head: at that second, this was the largest consistent tree that it had seen. */
export function cosign(text: string, signer: NoteSigner, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000)
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(seconds))
  const signature = sign(null, messageOf(text, seconds), signer.privateKey)
  return signatureLine(signer.name, keyIdOf(signer.name, signer.publicKey, cosigning), Buffer.concat([time, signature]))
}

/** When a witness has signed a head; null when it has not. Throws for a line that is said to be the witness's and is not. */
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
