import { readKeyKind } from '../../../verifier/asn1/algorithms.ts'
import { readCertificate } from '../../../verifier/asn1/certificates.ts'
import { checkChain } from '../../../verifier/asn1/chain.ts'
import { readAnySigned, readSignerCertificate, writeSigned } from '../../../verifier/asn1/cms.ts'
import { partsOf, readDer } from '../../../verifier/asn1/der-read.ts'
import { tags } from '../../../verifier/asn1/der-write.ts'
import { lowest } from '../../../verifier/asn1/signatures.ts'
import { readTokenInfo, writeTokenRequest } from '../../../verifier/asn1/tokens.ts'
import { readSmall } from '../../../verifier/asn1/values.ts'
import type { TimeAuthority } from '../../core/evidence/index.ts'
import type { Send } from '../../core/webhooks/index.ts'
import { toDer } from './ber.ts'
import { SealError } from './fault.ts'

const headers = { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' }

type Elsewhere = Extract<TimeAuthority, { kind: 'url' }>

/** Asks an authority for a timestamp over HTTP (RFC 3161, section 3.4). Does not check the token. Throws SealError. */
export async function askAuthority(
  send: Send,
  { url, roots }: Elsewhere,
  asked: { imprint: Uint8Array; nonce: bigint },
): Promise<Uint8Array> {
  const body = Buffer.from(writeTokenRequest(asked.imprint, asked.nonce))
  const answer = await send({ url, headers, body, signal: new AbortController().signal })
  if (answer.kind === 'failure') throw failed(`It did not answer (${answer.word}).`)
  if (answer.status !== 200) throw failed(`It answered with status ${answer.status}.`)
  return tidyToken(readAnswer(answer.body), roots)
}

// Status 0 (granted) and status 1 (granted with changes) come with a token.
function readAnswer(body: Uint8Array): Uint8Array {
  const parts = partsOf(readDer(toDer(body)), tags.sequence)
  const status = readSmall(partsOf(parts.take(tags.sequence)).take(tags.integer))
  if (status > 1) throw failed(`It refused with status ${status}.`)
  const token = parts.take(tags.sequence).bytes
  parts.end()
  return token
}

/**
 * Writes a token in the one form that the verifier accepts. The bytes that the authority has signed stay. Of the rest,
 * only certificates that lead to a root are kept, and an ECDSA signature gets the smaller of its two numbers.
 */
async function tidyToken(token: Uint8Array, roots: readonly Uint8Array[]): Promise<Uint8Array> {
  const signed = readAnySigned(token)
  const { signer, others } = readSignerCertificate(signed)
  const { at } = readTokenInfo(signed)
  const chain = await checkChain(signer, { others, roots: roots.map(readCertificate), at })
  const kind = readKeyKind(signer.publicKey)
  const signature = kind.family === 'EC' ? lowest(signed.signature, kind.curve) : signed.signature
  const certificates = chain.map((one) => one.bytes)
  return writeSigned({ ...signed, certificates, signature, unsignedAttributes: [] })
}

function failed(message: string): SealError {
  return new SealError('authority_failed', message)
}
