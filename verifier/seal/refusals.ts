import { type AsnRefusal, Refused } from '../asn1/index.ts'
import { Disproved, type ReasonCode } from '../disproved.ts'

type Table = Readonly<Partial<Record<AsnRefusal, ReasonCode>>>

/** The reasons for refusing a seal. A code in neither table is a matter of form. */
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

/** The reasons for refusing a timestamp. */
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

/** Runs the verification of a seal or a timestamp, and turns a refusal into Disproved. */
export async function judge<T>(what: 'seal' | 'time', work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Disproved) throw error
    const isSeal = what === 'seal'
    // WebCrypto throws its own errors for an unreadable key. That is a matter of form too.
    const code = error instanceof Refused ? (isSeal ? ofSeal : ofTime)[error.code] : undefined
    throw new Disproved(code ?? (isSeal ? 'seal_form' : 'time_form'))
  }
}
