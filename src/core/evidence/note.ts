import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto'

/** A key that signs notes under a name (C2SP signed-note, type 1, Ed25519). */
export type NoteSigner = { name: string; privateKey: KeyObject; publicKey: Buffer }

/** A parsed verifier key, `<name>+<key id in hex>+<type and public key in base64>`. */
export type Verifier = { name: string; keyId: Buffer; publicKey: KeyObject }

const ed25519 = 1
/** The DER prefix of an Ed25519 public key in an SPKI (RFC 8410). */
const spkiStart = Buffer.from('302a300506032b6570032100', 'hex')
const signatureStart = '\u2014 '

/** The key id: the first four bytes of the SHA-256 over name, signature type and public key. */
export function keyIdOf(name: string, publicKey: Uint8Array, type = ed25519): Buffer {
  const named = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(type), publicKey])
  return hash('sha256', named, 'buffer').subarray(0, 4)
}

export function writeVerifier(
  { name, publicKey }: Pick<NoteSigner, 'name' | 'publicKey'>,
  type: number = ed25519,
): string {
  const key = Buffer.concat([Buffer.of(type), publicKey]).toString('base64')
  return `${name}+${keyIdOf(name, publicKey, type).toString('hex')}+${key}`
}

/** Parses a verifier key of one type. Throws for any other text, and for a wrong key id. */
export function readVerifier(text: string, type: number = ed25519): Verifier {
  const [, name = '', id = '', key = ''] = /^([^\s+]+)\+([\da-f]{8})\+([A-Za-z\d+/]+=*)$/.exec(text) ?? []
  const bytes = Buffer.from(key, 'base64')
  const publicKey = bytes.subarray(1)
  const isKey = bytes[0] === type && publicKey.length === 32
  const isOwn = isKey && keyIdOf(name, publicKey, type).toString('hex') === id
  if (!isOwn) throw new Error('This is no verifier key of Ed25519.')
  return { name, keyId: Buffer.from(id, 'hex'), publicKey: toPublicKey(publicKey) }
}

/** The text with a signature line below it. The text must end in a newline. */
export function signNote(text: string, signer: NoteSigner): string {
  const signature = sign(null, Buffer.from(text), signer.privateKey)
  return `${text}\n${signatureLine(signer.name, keyIdOf(signer.name, signer.publicKey), signature)}`
}

/** The signature line of a note. */
export function signatureLine(name: string, keyId: Buffer, signature: Uint8Array): string {
  return `${signatureStart}${name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`
}

/** A parsed note. */
export type Note = { text: string; signatures: { name: string; keyId: Buffer; signature: Buffer }[] }

/** Parses a note without verifying it. Throws for any other text. */
export function readNote(note: string): Note {
  const end = note.lastIndexOf('\n\n')
  const lines = note.slice(end + 2).split('\n')
  const isNote = end > 0 && lines.pop() === '' && lines.length > 0 && lines.length <= 100 && !/(?!\n)\p{Cc}/u.test(note)
  const signatures = lines.map(readSignature)
  if (!isNote || !signatures.every((one) => one !== null)) throw new Error('This is no signed note.')
  return { text: note.slice(0, end + 1), signatures }
}

/** Parses the signature line of a note. Null for any other line. */
function readSignature(line: string): Note['signatures'][number] | null {
  const [, name = '', base64 = ''] = /^\u2014 ([^\s+]+) ([A-Za-z\d+/]+=*)$/.exec(line) ?? []
  const bytes = Buffer.from(base64, 'base64')
  return bytes.length > 4 ? { name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) } : null
}

/**
 * Whether the verifier's key has signed a note. Signatures of other keys are ignored. A false signature under this key
 * makes the result false.
 */
export function isSignedBy({ text, signatures }: Note, { name, keyId, publicKey }: Verifier): boolean {
  const theirs = signatures.filter((one) => one.name === name && one.keyId.equals(keyId))
  return theirs.length > 0 && theirs.every(({ signature }) => verify(null, Buffer.from(text), publicKey, signature))
}

/** The signer of a stored key in PKCS#8. */
export function toSigner(name: string, key: { privateKey: Buffer; publicKey: Buffer }): NoteSigner {
  const privateKey = createPrivateKey({ key: key.privateKey, format: 'der', type: 'pkcs8' })
  return { name, privateKey, publicKey: key.publicKey }
}

/** The 32 bytes of an Ed25519 public key. */
export function rawPublicKey(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(spkiStart.length)
}

function toPublicKey(raw: Buffer): KeyObject {
  return createPublicKey({ key: Buffer.concat([spkiStart, raw]), format: 'der', type: 'spki' })
}
