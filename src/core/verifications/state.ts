import type { VerificationResult, VerificationStatus, VerificationSubStatus, VerificationType } from './catalogue.ts'
import type { Progress } from './provider.ts'

export type State = {
  status: VerificationStatus
  result: VerificationResult | null
  subStatus: VerificationSubStatus | null
}

/** The state of a verification, with the attempt and revision of its newest report. */
export type Standing = State & {
  attempt: number
  revision: number
  /** A person has cancelled the verification here, so later reports are ignored. */
  isClosedHere: boolean
}

/** Only these types use the statuses `started` and `cancelled` (footnote of the guide's status table). */
const withSubmission: ReadonlySet<VerificationType> = new Set(['enhanced_identity_verification', 'panel_drug'])

const pending: State = { status: 'in_progress', result: 'pending', subStatus: null }
const levels = { national: 'national_level_check', county: 'county_level_check' } as const

/**
 * The state after a report. Only the newest (attempt, revision) decides, so reports may come late, twice or in any
 * order. Only a newer revision reopens a completed verification.
 */
export function nextState(
  type: VerificationType,
  current: Standing,
  report: Progress & { attempt: number; revision: number },
): Standing {
  if (current.isClosedHere || !isNewer(report, current)) return current
  const { attempt, revision } = report
  return { ...stateOfProgress(type, report), attempt, revision, isClosedHere: false }
}

/** Whether the first comes after the second. */
export function isNewer(
  report: { attempt: number; revision: number },
  than: { attempt: number; revision: number },
): boolean {
  return report.attempt === than.attempt ? report.revision > than.revision : report.attempt > than.attempt
}

/** The documented state for a provider's progress (reference, section 3.1; footnotes of the guide). */
export function stateOfProgress(type: VerificationType, progress: Progress): State {
  switch (progress.phase) {
    case 'started':
      return withSubmission.has(type) ? { status: 'started', result: null, subStatus: null } : pending
    case 'in_progress':
      return { ...pending, subStatus: subStatusOf(type, progress.level) }
    case 'cancelled':
      return endWithoutResult(type)
    case 'completed':
      return endOf(type, progress.outcome)
  }
}

/**
 * The state of a verification that ends without a result. Identity verifications and drug tests are cancelled, the
 * others completed with null.
 */
export function endWithoutResult(type: VerificationType): State {
  return { status: withSubmission.has(type) ? 'cancelled' : 'completed', result: null, subStatus: null }
}

/** The state of an order before the provider has answered. */
export function firstState(type: VerificationType): State {
  return stateOfProgress(type, { phase: 'started', outcome: null, level: null })
}

/** Whether no result is expected any more, unless the provider reopens the verification. */
export function isClosed(state: Pick<State, 'status'>): boolean {
  return state.status === 'completed' || state.status === 'cancelled'
}

function endOf(type: VerificationType, outcome: Progress['outcome']): State {
  if (outcome === 'verified' || outcome === 'rejected') return { status: 'completed', result: outcome, subStatus: null }
  // A hit is not a decision. A person decides (FCRA, EEOC), and the result is pending until then.
  if (outcome === 'consider' || outcome === null) return pending
  return endWithoutResult(type)
}

function subStatusOf(type: VerificationType, level: Progress['level']): VerificationSubStatus | null {
  return type === 'us_criminal_record_check' && level !== null ? levels[level] : null
}
