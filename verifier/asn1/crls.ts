import { readSignatureAlgorithm, type SignatureAlgorithm } from './algorithms.ts'
import { isSame } from './bytes.ts'
import { checkCanonical } from './canonical.ts'
import { type Extension, readExtensions } from './certificates.ts'
import { partsOf, readDer } from './der-read.ts'
import { context, tags } from './der-write.ts'
import { oids } from './oids.ts'
import { Refused } from './refused.ts'
import { readInside, readInteger, readSmall, readTime, readWholeBits } from './values.ts'

/** A certificate revocation list. */
export type Crl = {
  bytes: Uint8Array
  signed: Uint8Array
  issuer: Uint8Array
  from: Date
  /** The time of the next list; null when it does not say. */
  until: Date | null
  revoked: readonly { serial: Uint8Array; at: Date }[]
  algorithm: SignatureAlgorithm
  signature: Uint8Array
}

const heeded = new Set<string>([oids.crlNumber, oids.authorityKeyIdentifier])

/** Parses a list of version 2 over all certificates of its issuer, in strict DER. Throws Refused for anything else. */
export function readCrl(bytes: Uint8Array): Crl {
  checkCanonical(bytes)
  const outer = partsOf(readDer(bytes), tags.sequence)
  const [body, named, signature] = [outer.take(tags.sequence), outer.take(tags.sequence), outer.take(tags.bits)]
  outer.end()
  const parts = partsOf(body)
  const version = readSmall(parts.take(tags.integer))
  const inner = parts.take(tags.sequence)
  const [issuer, from] = [parts.any(), readTime(parts.any())]
  const until = parts.maybe(tags.utcTime) ?? parts.maybe(tags.generalizedTime)
  const entries = parts.maybe(tags.sequence)
  const extensions = parts.maybe(context(0))
  parts.end()
  if (extensions) checkKnown(readExtensions(readInside(extensions)))
  if (version !== 1 || !isSame(inner.bytes, named.bytes)) throw new Refused('not_crl', 'This is no list of version 2.')
  return {
    bytes,
    signed: body.bytes,
    issuer: issuer.bytes,
    from,
    until: until && readTime(until),
    revoked: entries
      ? partsOf(entries)
          .rest()
          .map((entry) => readEntry(entry.bytes))
      : [],
    algorithm: readSignatureAlgorithm(named),
    signature: readWholeBits(signature),
  }
}

function readEntry(bytes: Uint8Array): Crl['revoked'][number] {
  const parts = partsOf(readDer(bytes), tags.sequence)
  const serial = parts.take(tags.integer)
  readInteger(serial)
  const at = readTime(parts.any())
  const extensions = parts.maybe(tags.sequence)
  if (extensions) checkKnown(readExtensions(extensions))
  parts.end()
  return { serial: serial.content, at }
}

function checkKnown(extensions: ReadonlyMap<string, Extension>): void {
  const unknown = [...extensions].find(([id, { isCritical }]) => isCritical && !heeded.has(id))
  if (unknown) throw new Refused('critical_extension', `The critical extension ${unknown[0]} is not understood.`)
}

/** Whether a certificate was revoked at a time or before, by this list. */
export function isRevoked(list: Crl, serial: Uint8Array, at: Date): boolean {
  return list.revoked.some((one) => isSame(one.serial, serial) && one.at <= at)
}
