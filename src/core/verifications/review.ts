import type { VerificationRow } from './verification.ts'

/** Whether the provider is done, and a person has to decide on what it found. */
export function awaitsReview(row: VerificationRow): boolean {
  return row.status === 'in_progress' && 'review' in row.details
}
