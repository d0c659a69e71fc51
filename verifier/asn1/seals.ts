import { type Bytes, hashOf, isSame } from './bytes.ts'
import type { Certificate } from './certificates.ts'
import { checkChain, checkEmbedded } from './chain.ts'
import { readAttributes, readSigned, readSignerCertificate, type Signed, signedBytesOf, writeAttribute } from './cms.ts'
import { inOrder, octets, oid } from './der-write.ts'
import { checkLow } from './low.ts'
import { oids } from './oids.ts'
import { Refused } from './refused.ts'
import { isSignedBy } from './signatures.ts'
import { writeSigningCertificate } from './signing-certificate.ts'
import { type CheckedToken, checkToken } from './tokens.ts'

type SealRules = {
  /** The SHA-256 of the bytes that the seal covers. */
  digest: Uint8Array
  sealRoots: readonly Certificate[]
  timeRoots: readonly Certificate[]
  crls?: readonly Uint8Array[]
}

export type CheckedSeal = {
  certificate: Certificate
  /** From the certificate to the root. */
  chain: Certificate[]
  token: CheckedToken
  signature: Uint8Array
}

/** The attributes that a seal signs. PAdES forbids a claimed time among them (EN 319 142-1, 6.3). */
export async function writeSealAttributes(certificate: Uint8Array, digest: Uint8Array): Promise<Uint8Array[]> {
  return inOrder([
    writeAttribute(oids.contentType, oid(oids.data)),
    writeAttribute(oids.messageDigest, octets(digest)),
    writeAttribute(oids.signingCertificateV2, await writeSigningCertificate(certificate)),
  ])
}

/** Parses and verifies the signature of a seal and its timestamp. Throws Refused. */
export async function checkSeal(bytes: Uint8Array, rules: SealRules): Promise<CheckedSeal> {
  const { signed, signer, others } = await checkBareSeal(bytes, rules.digest)
  const token = await checkToken(readStamp(signed), {
    imprint: await hashOf(signed.signature),
    roots: rules.timeRoots,
    crls: rules.crls ?? [],
  })
  const chain = await checkChain(signer, { others, roots: rules.sealRoots, at: token.at, crls: rules.crls ?? [] })
  checkEmbedded(chain, [signer, ...others])
  return { certificate: signer, chain, token, signature: signed.signature }
}

/**
 * Verifies only that the key of the embedded certificate has signed the digest, without timestamp and chain. Throws
 * Refused.
 */
export async function checkBareSeal(bytes: Uint8Array, digest: Uint8Array) {
  const signed = readSigned(bytes)
  if (signed.contentType !== oids.data || signed.content || signed.hash !== 'SHA-256')
    throw new Refused('not_signed_data', 'This is no signature beside a document.')
  const { signer, others } = readSignerCertificate(signed)
  await checkSignature(signed, signer, digest)
  checkPurpose(signer)
  return { signed, signer, others }
}

async function checkSignature(signed: Signed, signer: Certificate, digest: Uint8Array): Promise<void> {
  const wanted = await writeSealAttributes(signer.bytes, digest)
  const isWhole = wanted.length === signed.signedAttributes.length
  const found = readAttributes(signed.signedAttributes).get(oids.messageDigest)
  if (found && !isSame(found.bytes, octets(digest))) throw new Refused('content_hash', 'The document was changed.')
  if (!isWhole || !wanted.every((one, index) => isSame(one, signed.signedAttributes[index] ?? new Uint8Array())))
    throw new Refused('attributes', 'The seal signs other attributes than it should.')
  checkLow(signer.publicKey, signed.signature)
  if (!(await isSignedBy(signer.publicKey, signed.algorithm, signed.signature, signedBytesOf(signed))))
    throw new Refused('signature', 'The signature of the seal is wrong.')
}

function readStamp({ unsignedAttributes }: Signed): Uint8Array {
  const attributes = readAttributes(unsignedAttributes)
  const token = attributes.get(oids.timestampToken)
  if (!token || attributes.size !== 1) throw new Refused('not_token', 'The seal has no timestamp, or more than that.')
  return token.bytes
}

/** The purposes that a seal's certificate may name. A certificate without purposes may do everything. */
const purposes = new Set<string>([
  oids.documentSigning,
  oids.emailProtection,
  // Any purpose, and the identifiers of Adobe and Microsoft for signing documents.
  '2.5.29.37.0',
  '1.2.840.113583.1.1.5',
  '1.3.6.1.4.1.311.10.3.12',
])

/** Throws Refused for a certificate that is not for seals. Keys for timestamps must be separate. */
export function checkPurpose({ purposes: named, usage }: Pick<Certificate, 'purposes' | 'usage'>): void {
  const isNamed = named === null || named.ids.some((id) => purposes.has(id))
  const maySign = usage === null || usage.has(0) || usage.has(1)
  if (!isNamed || !maySign || named?.ids.includes(oids.timeStamping))
    throw new Refused('purpose', 'The certificate is not for seals.')
}

/** The timestamp of a seal as its unsigned attribute. */
export function writeStamp(token: Uint8Array): Bytes {
  return writeAttribute(oids.timestampToken, token)
}
