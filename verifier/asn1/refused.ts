/** Why a certificate, signature or timestamp is refused. */
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

/** The error for anything that is refused. The code is for programs, and the message for engineers. */
export class Refused extends Error {
  readonly code: AsnRefusal

  constructor(code: AsnRefusal, message: string) {
    super(message)
    this.name = 'Refused'
    this.code = code
  }
}
