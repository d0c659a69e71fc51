/** Why nothing can be sealed just now, and what the operator does about it. */
export const sealReasons = {
  authority_failed:
    'no timestamp authority gives a valid timestamp. Correct SEALANE_TIMESTAMP_URLS or SEALANE_TIMESTAMP_ROOTS, or rotate the built-in authority with `sealane seal rotate --purpose time`',
  certificate_early:
    'a certificate is not valid yet. Correct the clock of the server, or use another certificate: `sealane seal rotate`, or `seal import`',
  certificate_expired: 'a certificate has expired. Use the next one: `sealane seal rotate`, or `seal import`',
  certificate_revoked: 'a certificate was revoked. Use another one: `sealane seal rotate`, or `seal import`',
  certificate_unfit:
    'the certificate, its chain and its key do not belong together. Import them again: `sealane seal import`, or `seal rotate`',
  log_pending: 'the log waits for its witnesses, or for an open transaction. `sealane doctor` tests SEALANE_WITNESSES',
  other: 'the log of the server and `sealane seal status` say what fails',
  revocation_missing:
    'a current list of revoked certificates is missing. Put the newest lists of your authorities at the places that SEALANE_REVOCATIONS names',
  signing_failed: 'the signing command or the key gives no signature. Run SEALANE_SEAL_COMMAND by hand',
  signing_slow: 'the signing command does not answer in time. Run SEALANE_SEAL_COMMAND by hand',
  storage_failed:
    'the database does not store a document, or returns another one. Check its log and its disk, and run `sealane doctor`',
}
export type SealReason = keyof typeof sealReasons

export const sealReasonCodes: string[] = Object.keys(sealReasons)

/** The description of the member that explains why a document is not sealed. */
export const aboutSealReason: string = `Why the last try to seal the document failed: ${sealReasonCodes.join(', ')}. Null before a try has failed, and once the document is sealed.`
