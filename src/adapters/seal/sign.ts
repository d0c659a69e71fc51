import { hashOf } from '../../../verifier/asn1/bytes.ts'
import { readCertificate } from '../../../verifier/asn1/certificates.ts'
import { checkChain } from '../../../verifier/asn1/chain.ts'
import { type Signed, signedBytesOf, writeSigned, writeSignerName } from '../../../verifier/asn1/cms.ts'
import { oids } from '../../../verifier/asn1/oids.ts'
import { Refused } from '../../../verifier/asn1/refused.ts'
import {
  type CheckedSeal,
  checkPurpose,
  checkSeal,
  writeSealAttributes,
  writeStamp,
} from '../../../verifier/asn1/seals.ts'
import type { SealFault, SealIdentity, SealRequest } from '../../core/evidence/index.ts'
import type { Send } from '../../core/webhooks/index.ts'
import { withoutDoubles } from './authority.ts'
import { SealError } from './fault.ts'
import { algorithmOf, signWith } from './keys.ts'
import { believedOf, type Stamp, stamp } from './stamp.ts'

export type Signature = { cms: Uint8Array; checked: CheckedSeal; stamp: Stamp }

/** Signs a digest, has the signature stamped, and checks the whole before it is given back. Throws SealError. */
export async function signDigest(
  send: Send,
  digest: Uint8Array,
  { identity, authorities, at }: Pick<SealRequest, 'identity' | 'authorities' | 'at'>,
): Promise<Signature> {
  await checkIdentity(identity, at)
  const [leaf = new Uint8Array()] = identity.chain
  const certificate = readCertificate(leaf)
  const signedAttributes = await writeSealAttributes(leaf, digest)
  const bare: Signed = {
    contentType: oids.data,
    content: null,
    certificates: withoutDoubles(identity.chain),
    signer: writeSignerName(certificate),
    hash: 'SHA-256',
    signedAttributes,
    algorithm: algorithmOf(certificate.publicKey),
    signature: await signWith(identity.key, certificate.publicKey, signedBytesOf({ signedAttributes })),
    unsignedAttributes: [],
  }
  const stamped = await stamp(send, authorities, await hashOf(bare.signature), at)
  const cms = writeSigned({ ...bare, unsignedAttributes: [writeStamp(stamped.token)] })
  return { cms, checked: await checkSigned(cms, digest, identity, stamped), stamp: stamped }
}

async function checkSigned(cms: Uint8Array, digest: Uint8Array, identity: SealIdentity, stamped: Stamp) {
  const believed = believedOf(stamped.authority)
  try {
    return await checkSeal(cms, {
      digest,
      sealRoots: identity.chain.slice(-1).map(readCertificate),
      timeRoots: believed.roots.map(readCertificate),
      crls: [...identity.crls, ...believed.crls],
    })
  } catch (error) {
    const isKey = error instanceof Refused && error.code === 'signature'
    throw toSealError(error, isKey ? 'key_mismatch' : 'signing_failed')
  }
}

/** Throws SealError for a certificate that may not seal at that time. */
export async function checkIdentity({ chain, crls }: SealIdentity, at: Date): Promise<void> {
  try {
    const [leaf, ...others] = chain.map(readCertificate)
    const root = others.at(-1) ?? leaf
    if (!leaf || !root) throw new SealError('chain_broken', 'There is no certificate to seal with.')
    checkPurpose(leaf)
    await checkChain(leaf, { others, roots: [root], at, crls })
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
