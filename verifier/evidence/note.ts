import { type Bytes, concat, encodeText, hashOf, toHex } from '../asn1/bytes.ts'
import { readBase64 } from './base64.ts'

/** A signed note (C2SP signed-note). */
export type Note = { text: string; signatures: readonly NoteSignature[] }
export type NoteSignature = { name: string; keyId: string; bytes: Bytes }

/** A key whose signatures count. */
export type NoteKey = { name: string; keyId: string; publicKey: Bytes }

/** The key types of logs, which sign notes, and of witnesses, which cosign heads. */
export const keyTypes = { note: 1, cosignature: 4 } as const

const mostSignatures = 100
const divider = '\n\n'

/** Parses a note without verifying it. Null for any other text. */
export function readNote(note: string): Note | null {
  const end = note.lastIndexOf(divider)
  const lines = note.slice(end + divider.length).split('\n')
  if (end < 1 || lines.pop() !== '' || lines.length === 0 || lines.length > mostSignatures) return null
  if (/(?!\n)\p{Cc}/u.test(note) || !note.isWellFormed()) return null
  const signatures = lines.flatMap((line) => readSignature(line) ?? [])
  return signatures.length === lines.length ? { text: note.slice(0, end + 1), signatures } : null
}

function readSignature(line: string): NoteSignature | null {
  const [, name = '', text = ''] = /^\u2014 ([^\s+]+) (\S+)$/.exec(line) ?? []
  const bytes = readBase64(text)
  return bytes && bytes.length > 4 ? { name, keyId: toHex(bytes.subarray(0, 4)), bytes: bytes.slice(4) } : null
}

/** Parses a verifier key, `<name>+<key id in hex>+<type and public key in base64>`. Null for another type or form. */
export async function readNoteKey(vkey: string, type: number): Promise<NoteKey | null> {
  const [, name = '', keyId = '', text = ''] = /^([^\s+]+)\+([\da-f]{8})\+(\S+)$/.exec(vkey) ?? []
  const bytes = readBase64(text)
  if (bytes?.length !== 33 || bytes[0] !== type) return null
  const hash = await hashOf(concat([encodeText(`${name}\n`), bytes]))
  return toHex(hash.subarray(0, 4)) === keyId ? { name, keyId, publicKey: bytes.slice(1) } : null
}

/** The signatures of a note with the name and id of a key. */
export function signaturesOf({ signatures }: Note, { name, keyId }: NoteKey): NoteSignature[] {
  return signatures.filter((one) => one.name === name && one.keyId === keyId)
}

/** Whether an Ed25519 key has signed a text. */
export async function isSignedBy({ publicKey }: NoteKey, signature: Bytes, text: string): Promise<boolean> {
  const { subtle } = globalThis.crypto
  const key = await subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
  return subtle.verify('Ed25519', key, signature, encodeText(text))
}
