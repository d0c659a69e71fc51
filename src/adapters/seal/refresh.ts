import { readCertificate } from '../../../verifier/asn1/certificates.ts'
import { checkToken } from '../../../verifier/asn1/tokens.ts'
import type { Refreshed, RefreshRequest } from '../../core/evidence/index.ts'
import type { Send } from '../../core/webhooks/index.ts'
import { append, endOf, readAgain } from './archive.ts'
import { SealError } from './fault.ts'
import { toSealError } from './sign.ts'
import { believedOf, nameOf } from './stamp.ts'

/**
 * Appends the proofs of a document's newest timestamp, and another timestamp over the whole file. Throws SealError,
 * also when the newest timestamp is no longer valid.
 */
export async function refreshSeal(send: Send, request: RefreshRequest): Promise<Refreshed> {
  const { pdf, authorities, at } = request
  const { archives, state } = await readAgain(pdf)
  const newest = archives.at(-1)?.stamp
  if (!newest) throw new SealError('not_sealed', 'Only a document of B-LTA can get another timestamp.')
  const crls = [...request.crls, ...authorities.flatMap((one) => believedOf(one).crls)]
  const roots = request.timeRoots.map(readCertificate)
  const imprint = await newest.digest()
  const before = await checkToken(newest.der, { imprint, roots, crls }).catch((error: unknown) => {
    throw toSealError(error, 'not_sealed')
  })
  if (before.chain.some(({ until }) => until < at))
    throw new SealError('certificate_expired', 'The certificate of the newest timestamp has ended before another came.')
  const { bytes, stamp } = await append({ bytes: pdf, state, chains: [before.chain], crls, at }, { send, authorities })
  if (!stamp) throw new SealError('authority_failed', 'No timestamp was put on the document.')
  await readAgain(bytes)
  return { bytes, stampedAt: stamp.checked.at, authority: nameOf(stamp.authority), refreshBefore: endOf(stamp) }
}
