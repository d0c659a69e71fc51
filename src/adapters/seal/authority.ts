import { hashOf, isSame } from '../../../verifier/asn1/bytes.ts'
import { readCertificate } from '../../../verifier/asn1/certificates.ts'
import { signedBytesOf, writeAttribute, writeSigned, writeSignerName } from '../../../verifier/asn1/cms.ts'
import { inOrder, octets, oid } from '../../../verifier/asn1/der-write.ts'
import { oids } from '../../../verifier/asn1/oids.ts'
import { writeSigningCertificate } from '../../../verifier/asn1/signing-certificate.ts'
import { writeTokenInfo } from '../../../verifier/asn1/tokens.ts'
import type { SealIdentity, Stamping } from '../../core/evidence/index.ts'
import { algorithmOf, signWith } from './keys.ts'

/** The policy of our timestamps. It is made of a random UUID (ITU-T X.667), so that nobody else has it. */
const policy = '2.25.87761380502466173904153434470160700468'

/** A timestamp of the built-in authority (RFC 3161, section 2.4.2). Throws SealError when the key does not sign. */
export async function makeToken(
  { key, chain }: Pick<SealIdentity, 'key' | 'chain'>,
  stamping: Stamping,
): Promise<Uint8Array> {
  const [leaf = new Uint8Array()] = chain
  const certificate = readCertificate(leaf)
  const content = writeTokenInfo({ policy, ...stamping })
  const signedAttributes = inOrder([
    writeAttribute(oids.contentType, oid(oids.tstInfo)),
    writeAttribute(oids.messageDigest, octets(await hashOf(content))),
    writeAttribute(oids.signingCertificateV2, await writeSigningCertificate(leaf)),
  ])
  const signature = await signWith(key, certificate.publicKey, signedBytesOf({ signedAttributes }))
  return writeSigned({
    contentType: oids.tstInfo,
    content,
    certificates: withoutDoubles(chain),
    signer: writeSignerName(certificate),
    hash: 'SHA-256',
    signedAttributes,
    algorithm: algorithmOf(certificate.publicKey),
    signature,
    unsignedAttributes: [],
  })
}

function withoutDoubles(all: readonly Uint8Array[]): Uint8Array[] {
  return all.filter((one, index) => all.findIndex((other) => isSame(other, one)) === index)
}
