import {
  readHash,
  readSignatureAlgorithm,
  type SignatureAlgorithm,
  type StrongHash,
  writeHash,
  writeSignerAlgorithm,
} from './algorithms.ts'
import { type Bytes, isSame } from './bytes.ts'
import { checkCanonical } from './canonical.ts'
import { type Certificate, readCertificate, readKeyIdentifier } from './certificates.ts'
import { type Der, type Parts, partsOf, readDer } from './der-read.ts'
import { context, der, inOrder, integer, octets, oid, plain, sequence, setOf, tags } from './der-write.ts'
import { oids } from './oids.ts'
import { Refused } from './refused.ts'
import { readInside, readOctets, readOid, readSmall } from './values.ts'

/** A SignedData with one signer (RFC 5652, section 5). */
export type Signed = {
  contentType: string
  /** Null for a detached signature. */
  content: Uint8Array | null
  certificates: readonly Uint8Array[]
  /** The signer as bytes: issuer and serial number, or the key identifier. */
  signer: Uint8Array
  hash: StrongHash
  /** The signed attributes as bytes, in the order of a SET OF. */
  signedAttributes: readonly Uint8Array[]
  algorithm: SignatureAlgorithm
  signature: Uint8Array
  unsignedAttributes: readonly Uint8Array[]
}

/** Writes the only accepted form, so that nothing outside of the signature can vary. */
export function writeSigned(signed: Signed): Bytes {
  const isByKey = signed.signer[0] === plain(0)
  const isData = signed.contentType === oids.data
  const content = signed.content ? [der(context(0), octets(signed.content))] : []
  const unsigned = signed.unsignedAttributes.length > 0 ? [der(context(1), ...inOrder(signed.unsignedAttributes))] : []
  const signer = sequence(
    integer(isByKey ? 3 : 1),
    signed.signer,
    writeHash(signed.hash),
    der(context(0), ...inOrder(signed.signedAttributes)),
    writeSignerAlgorithm(signed.algorithm),
    octets(signed.signature),
    ...unsigned,
  )
  const body = sequence(
    integer(isData && !isByKey ? 1 : 3),
    setOf(writeHash(signed.hash)),
    sequence(oid(signed.contentType), ...content),
    der(context(0), ...inOrder(signed.certificates)),
    setOf(signer),
  )
  return sequence(oid(oids.signedData), der(context(0), body))
}

/** Parses a SignedData in exactly the form that writeSigned writes. Throws Refused for any other form. */
export function readSigned(bytes: Uint8Array): Signed {
  checkCanonical(bytes)
  const signed = readAnySigned(bytes)
  if (!isSame(writeSigned(signed), bytes))
    throw new Refused('not_canonical', 'The signature is not written as it should.')
  return signed
}

/** Parses a SignedData in DER with one signer, also with parts that writeSigned leaves out. */
export function readAnySigned(bytes: Uint8Array): Signed {
  const outer = partsOf(readDer(bytes), tags.sequence)
  if (readOid(outer.take(tags.oid)) !== oids.signedData) throw new Refused('not_signed_data', 'This is no SignedData.')
  const parts = partsOf(readInside(outer.take(context(0))), tags.sequence)
  outer.end()
  readSmall(parts.take(tags.integer))
  partsOf(parts.take(tags.set)).rest().map(readHash)
  const inner = partsOf(parts.take(tags.sequence))
  const contentType = readOid(inner.take(tags.oid))
  const content = inner.maybe(context(0))
  inner.end()
  const certificates = parts.maybe(context(0))
  parts.maybe(context(1))
  const signers = partsOf(parts.take(tags.set))
  const signer = partsOf(signers.take(tags.sequence))
  signers.end()
  parts.end()
  return {
    contentType,
    content: content && readOctets(readInside(content)),
    certificates: certificates
      ? partsOf(certificates)
          .rest()
          .map((one) => one.bytes)
      : [],
    ...readSigner(signer),
  }
}

function readSigner(parts: Parts): Omit<Signed, 'contentType' | 'content' | 'certificates'> {
  readSmall(parts.take(tags.integer))
  const signer = (parts.maybe(plain(0)) ?? parts.take(tags.sequence)).bytes
  const hash = readHash(parts.take(tags.sequence))
  const attributes = parts.take(context(0))
  const algorithm = readSignatureAlgorithm(parts.take(tags.sequence), hash)
  const signature = readOctets(parts.take(tags.octets))
  const unsigned = parts.maybe(context(1))
  parts.end()
  const bytesOf = (value: Der | null) =>
    value
      ? inOrder(
          partsOf(value)
            .rest()
            .map((one) => one.bytes),
        )
      : []
  const unsignedAttributes = bytesOf(unsigned)
  return { signer, hash, signedAttributes: bytesOf(attributes), algorithm, signature, unsignedAttributes }
}

/** An attribute with one value. */
export function writeAttribute(id: string, value: Uint8Array): Bytes {
  return sequence(oid(id), setOf(value))
}

/** The attributes by identifier. Throws Refused unless each occurs once and has one value. */
export function readAttributes(attributes: readonly Uint8Array[]): Map<string, Der> {
  const found = new Map<string, Der>()
  for (const bytes of attributes) {
    const parts = partsOf(readDer(bytes), tags.sequence)
    const id = readOid(parts.take(tags.oid))
    const values = partsOf(parts.take(tags.set))
    parts.end()
    if (found.has(id)) throw new Refused('attributes', 'An attribute stands twice.')
    found.set(id, values.any())
    values.end()
  }
  return found
}

/** The bytes that the signer has signed: its attributes as a SET OF. */
export function signedBytesOf(signed: Pick<Signed, 'signedAttributes'>): Bytes {
  return setOf(...signed.signedAttributes)
}

/** The name of a signer by its certificate: issuer and serial number. */
export function writeSignerName({ issuer, serial }: Pick<Certificate, 'issuer' | 'serial'>): Bytes {
  return sequence(issuer, der(tags.integer, serial))
}

/** The certificate of the signer, and the others. Throws Refused when the signer's is missing. */
export function readSignerCertificate(signed: Signed): { signer: Certificate; others: Certificate[] } {
  const all = signed.certificates.map(readCertificate)
  const isSigner = (one: Certificate) => {
    if (signed.signer[0] !== plain(0)) return isSame(writeSignerName(one), signed.signer)
    const own = readKeyIdentifier(one, 'own')
    return own !== null && isSame(own, readDer(signed.signer).content)
  }
  const signer = all.find(isSigner)
  if (!signer) throw new Refused('signer_certificate', 'The certificate of the signer is not there.')
  return { signer, others: all.filter((one) => one !== signer) }
}
