import { createDecipheriv, createHash, createHmac, pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import { type Der, partsOf } from '../../../verifier/asn1/der-read.ts'
import { tags } from '../../../verifier/asn1/der-write.ts'
import { readOctets, readOid, readSmall } from '../../../verifier/asn1/values.ts'
import { SealError } from './fault.ts'

const derive = promisify(pbkdf2)
const mostRounds = 10_000_000

/** The purposes of a key derived from a passphrase (RFC 7292, appendix B.3). */
const use = { key: 1, start: 2, mac: 3 } as const
export const macUse: number = use.mac

const hmacs: Record<string, string> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}

const ciphers: Record<string, { name: string; size: number }> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', size: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', size: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', size: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', size: 24 },
}

const pbes2 = '1.2.840.113549.1.5.13'
const threeKeys = '1.2.840.113549.1.12.1.3'

/** Decrypts content that is encrypted with a passphrase. Throws SealError. */
export async function unlock(algorithm: Der, locked: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const parts = partsOf(algorithm, tags.sequence)
  const name = readOid(parts.take(tags.oid))
  if (name === pbes2) return unlockModern(parts.take(tags.sequence), locked, passphrase)
  if (name !== threeKeys)
    throw unfit(
      'The file has an old encryption (RC2). Convert it: openssl pkcs12 -legacy -in old.p12 -nodes | openssl pkcs12 -export -out new.p12',
    )
  const given = partsOf(parts.take(tags.sequence))
  const [salt, rounds] = [readOctets(given.take(tags.octets)), roundsOf(given.take(tags.integer))]
  const secret = wordsOf(passphrase)
  const key = stretch('sha1', secret, salt, rounds, use.key, 24)
  return decipher('des-ede3-cbc', key, stretch('sha1', secret, salt, rounds, use.start, 8), locked)
}

async function unlockModern(given: Der, locked: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const parts = partsOf(given)
  const how = partsOf(parts.take(tags.sequence))
  const cipher = partsOf(parts.take(tags.sequence))
  if (readOid(how.take(tags.oid)) !== '1.2.840.113549.1.5.12')
    throw unfit('The file derives its key in an unknown way.')
  const { salt, rounds, hmac } = readStretching(how.take(tags.sequence))
  const found = ciphers[readOid(cipher.take(tags.oid))]
  if (!found) throw unfit('The cipher of the file is not known.')
  const key = await derive(passphrase, salt, rounds, found.size, hmac)
  return decipher(found.name, key, readOctets(cipher.take(tags.octets)), locked)
}

/** The parameters of PBKDF2 (RFC 8018, appendix A.2). */
export function readStretching(value: Der): { salt: Uint8Array; rounds: number; hmac: string; size: number | null } {
  const parts = partsOf(value, tags.sequence)
  const [salt, rounds] = [readOctets(parts.take(tags.octets)), roundsOf(parts.take(tags.integer))]
  const size = parts.maybe(tags.integer)
  const named = parts.maybe(tags.sequence)
  const hmac = named ? hmacs[readOid(partsOf(named).take(tags.oid))] : 'sha1'
  if (!hmac) throw unfit('The file derives its key with an unknown hash.')
  return { salt, rounds, hmac, size: size && readSmall(size) }
}

export function roundsOf(value: Der): number {
  const rounds = readSmall(value)
  if (rounds < 1 || rounds > mostRounds) throw unfit('Deriving the key of the file takes too long.')
  return rounds
}

function decipher(name: string, key: Uint8Array, start: Uint8Array, locked: Uint8Array): Uint8Array {
  try {
    const open = createDecipheriv(name, key, start)
    return Buffer.concat([open.update(locked), open.final()])
  } catch (error) {
    throw new SealError('passphrase_wrong', 'The passphrase does not open the file.', { cause: error })
  }
}

/** A passphrase in the old form: UTF-16 with a final zero. */
export function wordsOf(passphrase: string): Buffer {
  return Buffer.from(`${passphrase}\0`, 'utf16le').swap16()
}

/** Derives bytes from a passphrase in the old way (RFC 7292, appendix B.2). */
export function stretch(
  hash: string,
  secret: Uint8Array,
  salt: Uint8Array,
  rounds: number,
  id: number,
  size: number,
): Buffer {
  const block = hash === 'sha1' || hash === 'sha256' ? 64 : 128
  const fill = (bytes: Uint8Array) => {
    const length = block * Math.ceil(bytes.length / block)
    return Buffer.from(Array.from({ length }, (_, index) => bytes[index % bytes.length] ?? 0))
  }
  const mixed = Buffer.concat([fill(salt), fill(secret)])
  const made: Buffer[] = []
  for (let done = 0; done < size; ) {
    let part = createHash(hash).update(Buffer.alloc(block, id)).update(mixed).digest()
    for (let round = 1; round < rounds; round++) part = createHash(hash).update(part).digest()
    made.push(part)
    done += part.length
    addTo(mixed, part, block)
  }
  return Buffer.concat(made).subarray(0, size)
}

// Adds the derived part and one to each block of the mixed input.
function addTo(mixed: Buffer, part: Buffer, block: number): void {
  for (let start = 0; start < mixed.length; start += block) {
    let carry = 1
    for (let at = block - 1; at >= 0; at--) {
      const sum = (mixed[start + at] ?? 0) + (part[at % part.length] ?? 0) + carry
      mixed[start + at] = sum & 0xff
      carry = sum >> 8
    }
  }
}

export function macOf(hash: string, key: Uint8Array, data: Uint8Array): Buffer {
  return createHmac(hash, key).update(data).digest()
}

export { derive }

function unfit(message: string): SealError {
  return new SealError('import_unreadable', message)
}
