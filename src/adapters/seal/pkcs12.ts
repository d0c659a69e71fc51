import { timingSafeEqual } from 'node:crypto'
import { concat } from '../../../verifier/asn1/bytes.ts'
import { type Der, partsOf, readAll, readDer } from '../../../verifier/asn1/der-read.ts'
import { context, plain, tags } from '../../../verifier/asn1/der-write.ts'
import { oids } from '../../../verifier/asn1/oids.ts'
import { readInside, readOctets, readOid } from '../../../verifier/asn1/values.ts'
import type { Imported } from '../../core/evidence/index.ts'
import { toDer } from './ber.ts'
import { SealError } from './fault.ts'
import { matchKey } from './imported.ts'
import { derive, macOf, macUse, readStretching, roundsOf, stretch, unlock, wordsOf } from './pkcs12-keys.ts'

const bags = {
  key: '1.2.840.113549.1.12.10.1.1',
  lockedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
  nested: '1.2.840.113549.1.12.10.1.6',
}
const encryptedData = '1.2.840.113549.1.7.6'
const pbmac1 = '1.2.840.113549.1.5.14'

const macHashes: Record<string, { name: string; size: number }> = {
  '1.3.14.3.2.26': { name: 'sha1', size: 20 },
  '2.16.840.1.101.3.4.2.1': { name: 'sha256', size: 32 },
  '2.16.840.1.101.3.4.2.2': { name: 'sha384', size: 48 },
  '2.16.840.1.101.3.4.2.3': { name: 'sha512', size: 64 },
}

/** The key and the certificates of a PKCS#12 file (RFC 7292): the key's own first, then its issuers. Throws SealError. */
export async function readPkcs12(
  bytes: Uint8Array,
  passphrase: string,
): Promise<Imported & { privateKey: Uint8Array }> {
  try {
    const outer = partsOf(readDer(toDer(bytes)), tags.sequence)
    outer.take(tags.integer)
    const safe = readContent(outer.take(tags.sequence))
    const mac = outer.maybe(tags.sequence)
    if (mac) await checkMac(mac, safe, passphrase)
    const found: Found = { keys: [], certificates: [] }
    for (const content of partsOf(readDer(toDer(safe)), tags.sequence).rest())
      await collect(await openContent(content, passphrase), passphrase, found)
    return matchKey(found.keys, found.certificates)
  } catch (error) {
    if (error instanceof SealError && error.code !== 'authority_failed') throw error
    throw new SealError('import_unreadable', 'This is no PKCS#12 file.', { cause: error })
  }
}

type Found = { keys: Uint8Array[]; certificates: Uint8Array[] }

function readContent(info: Der): Uint8Array {
  const parts = partsOf(info, tags.sequence)
  if (readOid(parts.take(tags.oid)) !== oids.data)
    throw new Error('The file is protected by a signature and not by a passphrase.')
  return readOctets(readInside(parts.take(context(0))))
}

async function openContent(info: Der, passphrase: string): Promise<Uint8Array> {
  const parts = partsOf(info, tags.sequence)
  if (readOid(parts.take(tags.oid)) !== encryptedData) return readContent(info)
  const data = partsOf(readInside(parts.take(context(0))), tags.sequence)
  data.take(tags.integer)
  const locked = partsOf(data.take(tags.sequence))
  locked.take(tags.oid)
  const algorithm = locked.take(tags.sequence)
  // The content may be in one piece or in several.
  const whole = locked.maybe(plain(0))?.content
  const content = whole ?? concat(readAll(locked.take(context(0)).content).map(readOctets))
  return unlock(algorithm, content, passphrase)
}

async function collect(safe: Uint8Array, passphrase: string, found: Found): Promise<void> {
  for (const bag of partsOf(readDer(toDer(safe)), tags.sequence).rest()) {
    const parts = partsOf(bag, tags.sequence)
    const kind = readOid(parts.take(tags.oid))
    const value = readInside(parts.take(context(0)))
    if (kind === bags.key) found.keys.push(value.bytes)
    else if (kind === bags.nested) await collect(value.bytes, passphrase, found)
    else if (kind === bags.certificate) {
      const inner = partsOf(value, tags.sequence)
      inner.take(tags.oid)
      found.certificates.push(readOctets(readInside(inner.take(context(0)))))
    } else if (kind === bags.lockedKey) {
      const inner = partsOf(value, tags.sequence)
      const algorithm = inner.take(tags.sequence)
      found.keys.push(await unlock(algorithm, readOctets(inner.take(tags.octets)), passphrase))
    }
  }
}

// A wrong passphrase is detected here first. Some writers encode an empty one as a zero, others as nothing.
async function checkMac(mac: Der, safe: Uint8Array, passphrase: string): Promise<void> {
  const parts = partsOf(mac)
  const digest = partsOf(parts.take(tags.sequence))
  const algorithm = partsOf(digest.take(tags.sequence))
  const name = readOid(algorithm.take(tags.oid))
  const wanted = readOctets(digest.take(tags.octets))
  const salt = readOctets(parts.take(tags.octets))
  const rounds = parts.maybe(tags.integer)
  const secrets = passphrase === '' ? [wordsOf(''), Buffer.alloc(0)] : [wordsOf(passphrase)]
  const hash = macHashes[name]
  if (name !== pbmac1 && !hash) throw new Error('The hash of the file is not known.')
  const macs = hash
    ? secrets.map((secret) =>
        macOf(hash.name, stretch(hash.name, secret, salt, rounds ? roundsOf(rounds) : 1, macUse, hash.size), safe),
      )
    : [await modernMac(algorithm.take(tags.sequence), safe, passphrase)]
  if (!macs.some((one) => one.length === wanted.length && timingSafeEqual(one, wanted)))
    throw new SealError('passphrase_wrong', 'The passphrase does not open the file.')
}

// PBMAC1 (RFC 9579).
async function modernMac(given: Der, safe: Uint8Array, passphrase: string): Promise<Buffer> {
  const parts = partsOf(given)
  const how = partsOf(parts.take(tags.sequence))
  how.take(tags.oid)
  const { salt, rounds, hmac, size } = readStretching(how.take(tags.sequence))
  const key = await derive(passphrase, salt, rounds, size ?? 32, hmac)
  return macOf(hmac, key, safe)
}
