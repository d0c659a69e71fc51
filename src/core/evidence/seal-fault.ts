import type { SealReason } from '../../texts/index.ts'
import { DomainError } from '../errors.ts'
import { type SealFault, sealFaults } from './seal-tools.ts'
import { StorageFailed } from './storage.ts'

const reasons: Readonly<Record<SealFault, SealReason>> = {
  authority_failed: 'authority_failed',
  certificate_early: 'certificate_early',
  certificate_expired: 'certificate_expired',
  certificate_revoked: 'certificate_revoked',
  certificate_unfit: 'certificate_unfit',
  chain_broken: 'certificate_unfit',
  key_mismatch: 'certificate_unfit',
  key_missing: 'certificate_unfit',
  revocation_missing: 'revocation_missing',
  signing_failed: 'signing_failed',
  signing_slow: 'signing_slow',
  evidence_level: 'other',
  import_unreadable: 'other',
  not_sealed: 'other',
  passphrase_wrong: 'other',
  pdf_unreadable: 'other',
}

/**
 * The reason why nothing is sealed. `log_pending` means that the log waits for witnesses or for an open transaction.
 */
export function reasonOf(error: unknown): SealReason {
  if (error instanceof DomainError && error.code === 'log_pending') return 'log_pending'
  if (error instanceof StorageFailed) return 'storage_failed'
  const code = error instanceof Error && 'code' in error ? error.code : null
  const fault = sealFaults.find((one) => one === code)
  return fault === undefined ? 'other' : reasons[fault]
}
