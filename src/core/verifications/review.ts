import type { VerificationRow } from './verification.ts'

/** Whether the provider has finished and a person must decide on the findings. */
export function awaitsReview(row: VerificationRow): boolean {
  return row.status === 'in_progress' && 'review' in row.details
}
