import { readHash } from './algorithms.ts'
import { type Bytes, type HashName, hashOf, isSame } from './bytes.ts'
import type { Der } from './der-read.ts'
import { partsOf } from './der-read.ts'
import { octets, sequence, tags } from './der-write.ts'
import { oids } from './oids.ts'
import { Refused } from './refused.ts'
import { readOctets } from './values.ts'

/** The attribute that binds a signature to one certificate, by its hash (RFC 5035). */
export async function writeSigningCertificate(certificate: Uint8Array): Promise<Bytes> {
  return sequence(sequence(sequence(octets(await hashOf(certificate)))))
}

/** Throws Refused unless the attributes bind to this certificate, by SHA-2, or in older tokens by SHA-1. */
export async function checkBinding(attributes: ReadonlyMap<string, Der>, certificate: Uint8Array): Promise<void> {
  const [newer, older] = [attributes.get(oids.signingCertificateV2), attributes.get(oids.signingCertificate)]
  const value = newer ?? older
  const first = value && partsOf(partsOf(value, tags.sequence).take(tags.sequence)).take(tags.sequence)
  if (!first) throw new Refused('attributes', 'The signature is not bound to a certificate.')
  const parts = partsOf(first)
  const named = newer ? parts.maybe(tags.sequence) : null
  const hash: HashName = newer ? (named ? readHash(named) : 'SHA-256') : 'SHA-1'
  if (!isSame(readOctets(parts.take(tags.octets)), await hashOf(certificate, hash)))
    throw new Refused('signer_certificate', 'The signature is bound to another certificate.')
}
