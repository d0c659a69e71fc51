import { readSignatureAlgorithm, type SignatureAlgorithm } from './algorithms.ts'
import { isSame } from './bytes.ts'
import { checkCanonical } from './canonical.ts'
import { type Der, partsOf, readDer } from './der-read.ts'
import { context, plain, tags } from './der-write.ts'
import { oids } from './oids.ts'
import { Refused } from './refused.ts'
import {
  readBoolean,
  readFlags,
  readInside,
  readInteger,
  readOctets,
  readOid,
  readSmall,
  readTime,
  readWholeBits,
} from './values.ts'

/** A parsed certificate. Names and the public key stay bytes. */
export type Certificate = {
  bytes: Uint8Array
  /** The bytes that the issuer has signed. */
  signed: Uint8Array
  /** The bytes of the serial number, with its sign. */
  serial: Uint8Array
  issuer: Uint8Array
  subject: Uint8Array
  from: Date
  until: Date
  /** SubjectPublicKeyInfo. */
  publicKey: Uint8Array
  /**
   * Null for an algorithm that is not accepted. An old root may be signed with SHA-1, because nobody verifies a root's
   * own signature.
   */
  algorithm: SignatureAlgorithm | null
  signature: Uint8Array
  extensions: ReadonlyMap<string, Extension>
  /** Null for a certificate that may not issue others. */
  authority: { mostBelow: number } | null
  /** The bits of the key usage (RFC 5280, 4.2.1.3); null without one. */
  usage: ReadonlySet<number> | null
  /** The extended key usage; null without one. */
  purposes: { isCritical: boolean; ids: readonly string[] } | null
}

export type Extension = { isCritical: boolean; value: Uint8Array }

// The newest certificates are kept, because all documents of an installation share a few. Callers must not change their
// bytes.
const known: Certificate[] = []
const mostKnown = 16

/** Parses an X.509 certificate, version 3, in strict DER. Throws Refused for anything else. */
export function readCertificate(bytes: Uint8Array): Certificate {
  const found = known.find((one) => isSame(one.bytes, bytes))
  const certificate = found ?? parseCertificate(Uint8Array.from(bytes))
  if (!found) known.splice(0, 0, certificate)
  if (known.length > mostKnown) known.pop()
  // Two copies in one signature must stay two objects.
  return { ...certificate }
}

function parseCertificate(bytes: Uint8Array): Certificate {
  checkCanonical(bytes)
  const outer = partsOf(readDer(bytes), tags.sequence)
  const [body, named, signature] = [outer.take(tags.sequence), outer.take(tags.sequence), outer.take(tags.bits)]
  outer.end()
  const parts = partsOf(body)
  const version = readSmall(readInside(parts.take(context(0))))
  const serial = parts.take(tags.integer)
  const inner = parts.take(tags.sequence)
  const [issuer, validity, subject, key] = [parts.any(), partsOf(parts.any(), tags.sequence), parts.any(), parts.any()]
  const [from, until] = [readTime(validity.any()), readTime(validity.any())]
  const extensions = readExtensions(readInside(parts.take(context(3))))
  parts.end()
  if (version !== 2 || readInteger(serial) < 0n || serial.content.length > 21 || !isSame(inner.bytes, named.bytes))
    throw new Refused('not_certificate', 'This is no certificate of version 3.')
  return {
    bytes,
    signed: body.bytes,
    serial: serial.content,
    issuer: issuer.bytes,
    subject: subject.bytes,
    from,
    until,
    publicKey: key.bytes,
    algorithm: readKnownAlgorithm(named),
    signature: readWholeBits(signature),
    extensions,
    ...readMeaning(extensions),
  }
}

function readKnownAlgorithm(value: Der): SignatureAlgorithm | null {
  try {
    return readSignatureAlgorithm(value)
  } catch (error) {
    if (error instanceof Refused && error.code === 'algorithm') return null
    throw error
  }
}

/** The extensions by identifier. Each may occur once. */
export function readExtensions(value: Der): Map<string, Extension> {
  const extensions = new Map<string, Extension>()
  for (const one of partsOf(value, tags.sequence).rest()) {
    const parts = partsOf(one, tags.sequence)
    const id = readOid(parts.take(tags.oid))
    const critical = parts.maybe(tags.boolean)
    // False is the default, and DER never writes a default.
    if (critical && !readBoolean(critical)) throw new Refused('not_der', 'A default value is written.')
    if (extensions.has(id)) throw new Refused('not_certificate', 'An extension stands twice.')
    extensions.set(id, { isCritical: critical !== null, value: readOctets(parts.take(tags.octets)) })
    parts.end()
  }
  return extensions
}

function readMeaning(
  extensions: ReadonlyMap<string, Extension>,
): Pick<Certificate, 'authority' | 'usage' | 'purposes'> {
  const read = (id: string) => {
    const found = extensions.get(id)
    return found && readDer(found.value)
  }
  const [constraints, usage, purposes] = [read(oids.basicConstraints), read(oids.keyUsage), read(oids.extendedKeyUsage)]
  const ids = purposes ? partsOf(purposes, tags.sequence).rest().map(readOid) : []
  const isCritical = extensions.get(oids.extendedKeyUsage)?.isCritical ?? false
  return {
    authority: constraints ? readConstraints(constraints) : null,
    usage: usage ? readFlags(usage) : null,
    purposes: purposes ? { isCritical, ids } : null,
  }
}

function readConstraints(value: Der): Certificate['authority'] {
  const parts = partsOf(value, tags.sequence)
  const isAuthority = parts.maybe(tags.boolean)
  const most = parts.maybe(tags.integer)
  parts.end()
  if (!isAuthority || !readBoolean(isAuthority)) return null
  return { mostBelow: most ? readSmall(most) : Number.POSITIVE_INFINITY }
}

/** The key identifier of a certificate, or of its issuer; null without one. */
export function readKeyIdentifier(
  certificate: Pick<Certificate, 'extensions'>,
  whose: 'own' | 'issuer',
): Uint8Array | null {
  const found = certificate.extensions.get(whose === 'own' ? oids.subjectKeyIdentifier : oids.authorityKeyIdentifier)
  if (!found) return null
  const value = readDer(found.value)
  return whose === 'own' ? readOctets(value) : (partsOf(value, tags.sequence).maybe(plain(0))?.content ?? null)
}

const attributes: Record<string, string> = {
  [oids.commonName]: 'CN',
  [oids.organizationName]: 'O',
}

/** A name for people: its common name, else its organization, else an empty text. */
export function readCommonName(name: Uint8Array): string {
  const found = new Map<string, string>()
  for (const set of partsOf(readDer(name), tags.sequence).rest()) {
    for (const one of partsOf(set, tags.set).rest()) {
      const parts = partsOf(one, tags.sequence)
      const short = attributes[readOid(parts.take(tags.oid))]
      if (short) found.set(short, new TextDecoder().decode(parts.any().content))
    }
  }
  return found.get('CN') ?? found.get('O') ?? ''
}
