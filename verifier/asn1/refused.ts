/** Why a certificate, a signature or a timestamp is not believed. */
export type AsnRefusal =
  | 'not_der'
  | 'not_certificate'
  | 'not_crl'
  | 'not_signed_data'
  | 'not_token'
  | 'not_canonical'
  | 'algorithm'
  | 'attributes'
  | 'content_hash'
  | 'signature'
  | 'signer_certificate'
  | 'spare_certificate'
  | 'chain'
  | 'critical_extension'
  | 'expired'
  | 'revoked'
  | 'proof_missing'
  | 'purpose'
  | 'imprint'
  | 'nonce'
  | 'time_window'

/** What was read is not believed. The code says why; the message says it to an engineer. */
export class Refused extends Error {
  readonly code: AsnRefusal

  constructor(code: AsnRefusal, message: string) {
    super(message)
    this.name = 'Refused'
    this.code = code
  }
}
