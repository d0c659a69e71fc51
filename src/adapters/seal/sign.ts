import { hashOf } from '../../../verifier/asn1/bytes.ts'
import { type Certificate, readCertificate } from '../../../verifier/asn1/certificates.ts'
import { checkChain } from '../../../verifier/asn1/chain.ts'
import { type Signed, signedBytesOf, writeSigned, writeSignerName } from '../../../verifier/asn1/cms.ts'
import { oids } from '../../../verifier/asn1/oids.ts'
import { Refused } from '../../../verifier/asn1/refused.ts'
import {
  type CheckedSeal,
  checkBareSeal,
  checkPurpose,
  writeSealAttributes,
  writeStamp,
} from '../../../verifier/asn1/seals.ts'
import type { SealFault, SealIdentity, SealKey, SealRequest } from '../../core/evidence/index.ts'
import type { Send } from '../../core/webhooks/index.ts'
import { SealError } from './fault.ts'
import { algorithmOf, signWith } from './keys.ts'
import { type Stamp, stamp } from './stamp.ts'

export type Signature = { cms: Uint8Array; checked: CheckedSeal; stamp: Stamp }

/**
 * Signs a digest and gets a timestamp for the signature. Checks the chain, the signature and the timestamp as the
 * verifier does, each before the next step. Throws SealError.
 */
export async function signDigest(
  send: Send,
  digest: Uint8Array,
  { identity, authorities, at }: Pick<SealRequest, 'identity' | 'authorities' | 'at'>,
): Promise<Signature> {
  const chain = await checkIdentity(identity, at)
  const bare = await signBare(identity.key, chain, digest)
  const stamped = await stamp(send, authorities, await hashOf(bare.signature), at)
  const { checked: token } = stamped
  if (chain.some(({ from, until }) => token.at < from || token.at > until))
    throw new SealError('certificate_expired', 'The certificate is not valid at the time of the timestamp.')
  const cms = writeSigned({ ...bare, unsignedAttributes: [writeStamp(stamped.token)] })
  const [certificate] = chain
  return { cms, checked: { certificate, chain, token, signature: bare.signature }, stamp: stamped }
}

type Chain = [leaf: Certificate, ...issuers: Certificate[]]

async function signBare(key: SealKey, chain: Chain, digest: Uint8Array): Promise<Signed> {
  const [leaf] = chain
  const signedAttributes = await writeSealAttributes(leaf.bytes, digest)
  const bare: Signed = {
    contentType: oids.data,
    content: null,
    certificates: chain.map((one) => one.bytes),
    signer: writeSignerName(leaf),
    hash: 'SHA-256',
    signedAttributes,
    algorithm: algorithmOf(leaf.publicKey),
    signature: await signWith(key, leaf.publicKey, signedBytesOf({ signedAttributes })),
    unsignedAttributes: [],
  }
  try {
    await checkBareSeal(writeSigned(bare), digest)
  } catch (error) {
    const isKey = error instanceof Refused && error.code === 'signature'
    throw toSealError(error, isKey ? 'key_mismatch' : 'signing_failed')
  }
  return bare
}

/** The chain of a certificate that may seal at that time. Throws SealError. */
async function checkIdentity({ chain, crls }: SealIdentity, at: Date): Promise<Chain> {
  try {
    const [leaf, ...others] = chain.map(readCertificate)
    const root = others.at(-1) ?? leaf
    if (!leaf || !root) throw new SealError('chain_broken', 'There is no certificate to seal with.')
    checkPurpose(leaf)
    const early = [leaf, ...others].find(({ from }) => at < from)
    if (early)
      throw new SealError('certificate_early', `A certificate is not valid before ${early.from.toISOString()}.`)
    const late = [leaf, ...others].find(({ until }) => at > until)
    if (late) throw new SealError('certificate_expired', `A certificate has ended at ${late.until.toISOString()}.`)
    const [, ...issuers] = await checkChain(leaf, { others, roots: [root], at, crls })
    return [leaf, ...issuers]
  } catch (error) {
    throw toSealError(error, 'certificate_unfit')
  }
}

const faults: Partial<Record<Refused['code'], SealFault>> = {
  expired: 'certificate_expired',
  revoked: 'certificate_revoked',
  chain: 'chain_broken',
  proof_missing: 'revocation_missing',
  purpose: 'certificate_unfit',
}

export function toSealError(error: unknown, otherwise: SealFault): SealError {
  if (error instanceof SealError) return error
  const code = error instanceof Refused ? (faults[error.code] ?? otherwise) : otherwise
  return new SealError(code, error instanceof Error ? error.message : String(error), { cause: error })
}
