import { type AsnRefusal, Refused } from '../asn1/index.ts'
import { Disproved, type ReasonCode } from '../disproved.ts'

type Table = Readonly<Partial<Record<AsnRefusal, ReasonCode>>>

/** What it means when a seal is not believed. What stands in neither table is a matter of form. */
const ofSeal: Table = {
  content_hash: 'document_changed',
  signature: 'seal_signature',
  signer_certificate: 'seal_signature',
  chain: 'seal_stranger',
  purpose: 'seal_unfit',
  expired: 'seal_expired',
  revoked: 'seal_revoked',
  not_token: 'time_missing',
  imprint: 'time_other',
  nonce: 'time_other',
}

/** The same of a timestamp. */
const ofTime: Table = {
  imprint: 'time_other',
  content_hash: 'time_other',
  signature: 'time_other',
  nonce: 'time_other',
  chain: 'time_stranger',
  purpose: 'time_stranger',
  expired: 'time_expired',
  revoked: 'time_revoked',
  not_token: 'time_missing',
}

/** Does work on a seal, or on a timestamp, and turns what is not believed into a reason. */
export async function judge<T>(what: 'seal' | 'time', work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Disproved) throw error
    const isSeal = what === 'seal'
    // A key that cannot be read is an error of the engine that checks signatures: of form, too.
    const code = error instanceof Refused ? (isSeal ? ofSeal : ofTime)[error.code] : undefined
    throw new Disproved(code ?? (isSeal ? 'seal_form' : 'time_form'))
  }
}
