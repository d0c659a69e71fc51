import { readHash, type StrongHash, writeHash } from './algorithms.ts'
import { type Bytes, hashOf, isSame } from './bytes.ts'
import { type Certificate, readExtensions } from './certificates.ts'
import { checkChain, checkEmbedded } from './chain.ts'
import { readAttributes, readSigned, readSignerCertificate, type Signed, signedBytesOf } from './cms.ts'
import { type Der, partsOf, readDer } from './der-read.ts'
import { boolean, context, generalizedTime, integer, octets, oid, sequence, tags } from './der-write.ts'
import { checkLow } from './low.ts'
import { oids } from './oids.ts'
import { Refused } from './refused.ts'
import { isSignedBy } from './signatures.ts'
import { checkBinding } from './signing-certificate.ts'
import { readBoolean, readGeneralizedTime, readInteger, readOctets, readOid, readSmall } from './values.ts'

/** The content of a timestamp (RFC 3161, section 2.4.2). */
type TokenInfo = {
  policy: string
  hash: StrongHash
  imprint: Uint8Array
  serial: bigint
  at: Date
  nonce: bigint | null
}

export type CheckedToken = TokenInfo & {
  /** From the authority's certificate to the root. */
  chain: Certificate[]
}

type TokenRules = {
  /** The SHA-256 of the stamped bytes. */
  imprint: Uint8Array
  /** The nonce of the request; omitted when there was no request. */
  nonce?: bigint
  roots: readonly Certificate[]
  /** The time in which the stamp must have been made; omitted when any time is accepted. */
  window?: { from: Date; until: Date }
  crls?: readonly Uint8Array[]
}

/** Parses and verifies a timestamp token. Throws Refused. */
export async function checkToken(bytes: Uint8Array, rules: TokenRules): Promise<CheckedToken> {
  const signed = readSigned(bytes)
  const info = readTokenInfo(signed)
  if (signed.unsignedAttributes.length > 0) throw new Refused('attributes', 'The token has unsigned attributes.')
  const { signer, others } = readSignerCertificate(signed)
  await checkSignature(signed, signer)
  if (info.hash !== 'SHA-256' || !isSame(info.imprint, rules.imprint))
    throw new Refused('imprint', 'The token is about something else.')
  if (rules.nonce !== undefined && info.nonce !== rules.nonce)
    throw new Refused('nonce', 'The token answers another request.')
  checkPurpose(signer)
  if (rules.window && (info.at < rules.window.from || info.at > rules.window.until))
    throw new Refused('time_window', 'The time of the token is not the time of the request.')
  const crls = rules.crls ?? []
  const chain = await checkChain(signer, { others, roots: rules.roots, at: info.at, crls })
  checkEmbedded(chain, [signer, ...others])
  return { ...info, chain }
}

/** The content of a token. Throws Refused for any other content. */
export function readTokenInfo({ contentType, content }: Signed): TokenInfo {
  if (contentType !== oids.tstInfo || !content) throw new Refused('not_token', 'This is no timestamp.')
  const parts = partsOf(readDer(content), tags.sequence)
  if (readSmall(parts.take(tags.integer)) !== 1) throw new Refused('not_token', 'The version is not known.')
  const policy = readOid(parts.take(tags.oid))
  const message = partsOf(parts.take(tags.sequence))
  const [hash, imprint] = [readHash(message.take(tags.sequence)), readOctets(message.take(tags.octets))]
  message.end()
  const [serial, at] = [readInteger(parts.take(tags.integer)), readGeneralizedTime(parts.take(tags.generalizedTime))]
  parts.maybe(tags.sequence)
  const ordering = parts.maybe(tags.boolean)
  if (ordering) readBoolean(ordering)
  const nonce = parts.maybe(tags.integer)
  parts.maybe(context(0))
  checkExtensions(parts.maybe(context(1)))
  parts.end()
  return { policy, hash, imprint, serial, at, nonce: nonce && readInteger(nonce) }
}

function checkExtensions(value: Der | null): void {
  if (!value) return
  const all = readExtensions({ ...value, tag: tags.sequence })
  if ([...all.values()].some(({ isCritical }) => isCritical))
    throw new Refused('critical_extension', 'A critical extension of the token is not understood.')
}

async function checkSignature(signed: Signed, signer: Certificate): Promise<void> {
  const attributes = readAttributes(signed.signedAttributes)
  const [type, digest] = [attributes.get(oids.contentType), attributes.get(oids.messageDigest)]
  if (!type || !digest || readOid(type) !== signed.contentType)
    throw new Refused('attributes', 'An attribute of the token is missing.')
  if (!isSame(readOctets(digest), await hashOf(signed.content ?? new Uint8Array(), signed.hash)))
    throw new Refused('content_hash', 'The content of the token was changed.')
  checkLow(signer.publicKey, signed.signature)
  if (!(await isSignedBy(signer.publicKey, signed.algorithm, signed.signature, signedBytesOf(signed))))
    throw new Refused('signature', 'The signature of the token is wrong.')
  await checkBinding(attributes, signer.bytes)
}

// RFC 3161, section 2.3: the purpose must be critical, and the only one.
function checkPurpose({ purposes, usage }: Certificate): void {
  const isOnly = purposes?.isCritical && purposes.ids.length === 1 && purposes.ids[0] === oids.timeStamping
  const maySign = usage === null || usage.has(0) || usage.has(1)
  if (!isOnly || !maySign) throw new Refused('purpose', 'The certificate is not for timestamps alone.')
}

/** Writes the content of a timestamp. */
export function writeTokenInfo({ policy, imprint, serial, at, nonce }: Omit<TokenInfo, 'hash'>): Bytes {
  const message = sequence(writeHash('SHA-256'), octets(imprint))
  const asked = nonce === null ? [] : [integer(nonce)]
  // The accuracy is one second.
  return sequence(
    integer(1),
    oid(policy),
    message,
    integer(serial),
    generalizedTime(at),
    sequence(integer(1)),
    ...asked,
  )
}

/** Writes a request for a timestamp with the authority's certificates (RFC 3161, section 2.4.1). */
export function writeTokenRequest(imprint: Uint8Array, nonce: bigint): Bytes {
  const message = sequence(writeHash('SHA-256'), octets(imprint))
  return sequence(integer(1), message, integer(nonce), boolean(true))
}
