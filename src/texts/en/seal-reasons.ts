/** Why nothing can be sealed just now, and what whoever runs the server does about it. */
export const sealReasons = {
  authority_failed:
    'no timestamp authority gives a good timestamp. Mend SEALANE_TIMESTAMP_URLS or SEALANE_TIMESTAMP_ROOTS, or rotate the built-in one with `sealane seal rotate --purpose time`',
  certificate_early:
    'a certificate is not valid yet. Set the clock of the server right, or act with another: `sealane seal rotate`, or `seal import`',
  certificate_expired: 'a certificate has ended. Act with the next one: `sealane seal rotate`, or `seal import`',
  certificate_revoked: 'a certificate was revoked. Act with another: `sealane seal rotate`, or `seal import`',
  certificate_unfit:
    'the certificate, its chain and its key do not fit. Import them anew: `sealane seal import`, or `seal rotate`',
  log_pending:
    'the log waits for its witnesses, or for a transaction that stays open. See what `sealane doctor` says of SEALANE_WITNESSES',
  other: 'what fails stands in the log of the server, and in `sealane seal status`',
  revocation_missing:
    'there is no present list of revoked certificates. Put the newest lists of your authorities where SEALANE_REVOCATIONS leads',
  signing_failed: 'the signing command, or the key, gives no signature. Try SEALANE_SEAL_COMMAND by hand',
  signing_slow: 'the signing command does not answer in time. Try SEALANE_SEAL_COMMAND by hand',
  storage_failed:
    'the database does not store a document, or gives back another. See its log and its disk, and what `sealane doctor` says of it',
}
export type SealReason = keyof typeof sealReasons

export const sealReasonCodes: string[] = Object.keys(sealReasons)

/** What the APIs say of the member that tells why a document is not sealed. */
export const aboutSealReason: string = `Why the last try to seal its document failed: ${sealReasonCodes.join(', ')}. Null while none has, and once it is sealed.`
