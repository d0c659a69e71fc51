import { type Bytes, concat, encodeText, hashOf, toHex } from '../asn1/bytes.ts'
import { writeBase64 } from './base64.ts'

/** An Ed25519 key that signs notes under a name, as a log (type 1) or as a witness (type 4). */
export type TestSigner = { name: string; vkey: string; keyId: Bytes; sign(text: string): Promise<Bytes> }

export async function newSigner(name: string, type: 1 | 4): Promise<TestSigner> {
  const { subtle } = globalThis.crypto
  const pair = await subtle.generateKey('Ed25519', true, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error('No pair of keys was made.')
  const typed = concat([Uint8Array.of(type), new Uint8Array(await subtle.exportKey('raw', pair.publicKey))])
  const keyId = (await hashOf(concat([encodeText(`${name}\n`), typed]))).slice(0, 4)
  const sign = async (text: string) => new Uint8Array(await subtle.sign('Ed25519', pair.privateKey, encodeText(text)))
  return { name, keyId, vkey: `${name}+${toHex(keyId)}+${writeBase64(typed)}`, sign }
}

export async function signLine(signer: TestSigner, text: string): Promise<string> {
  return lineOf(signer, await signer.sign(text))
}

export async function cosignLine(witness: TestSigner, text: string, seconds: number): Promise<string> {
  const time = Uint8Array.from({ length: 8 }, (_, index) => Math.floor(seconds / 256 ** (7 - index)) % 256)
  return lineOf(witness, concat([time, await witness.sign(`cosignature/v1\ntime ${seconds}\n${text}`)]))
}

function lineOf({ name, keyId }: TestSigner, signature: Uint8Array): string {
  return `\u2014 ${name} ${writeBase64(concat([keyId, signature]))}\n`
}

const leafOf = (entry: string) => hashOf(concat([Uint8Array.of(0), encodeText(entry)]))
const nodeOf = (left: Bytes, right: Bytes) => hashOf(concat([Uint8Array.of(1), left, right]))

/** The root of all entries, by the definition of RFC 6962, section 2.1. */
export async function rootOfAll(entries: readonly string[]): Promise<Bytes> {
  if (entries.length === 1) return leafOf(entries[0] ?? '')
  const split = splitOf(entries.length)
  return nodeOf(await rootOfAll(entries.slice(0, split)), await rootOfAll(entries.slice(split)))
}

/** The inclusion proof of an entry, by the definition of RFC 6962, section 2.1.1. */
export async function proofOf(leaf: number, entries: readonly string[]): Promise<Bytes[]> {
  if (entries.length === 1) return []
  const split = splitOf(entries.length)
  const [left, right] = [entries.slice(0, split), entries.slice(split)]
  return leaf < split
    ? [...(await proofOf(leaf, left)), await rootOfAll(right)]
    : [...(await proofOf(leaf - split, right)), await rootOfAll(left)]
}

function splitOf(size: number): number {
  return 2 ** (Math.ceil(Math.log2(size)) - 1)
}
