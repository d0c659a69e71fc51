import type { VerificationResult, VerificationStatus, VerificationSubStatus, VerificationType } from './catalogue.ts'
import type { Progress } from './provider.ts'

export type State = {
  status: VerificationStatus
  result: VerificationResult | null
  subStatus: VerificationSubStatus | null
}

/** Where a verification stands, with the newest report that it follows. */
export type Standing = State & {
  attempt: number
  revision: number
  /** We ended it ourselves (cancelled by a person): whatever the provider still says is too late. */
  isClosedHere: boolean
}

/** `started` and `cancelled` exist for these alone (footnote of the guide's status table). */
const withSubmission: ReadonlySet<VerificationType> = new Set(['enhanced_identity_verification', 'panel_drug'])

const pending: State = { status: 'in_progress', result: 'pending', subStatus: null }
const levels = { national: 'national_level_check', county: 'county_level_check' } as const

/**
 * The next standing after a report: the newest (attempt, revision) decides, alone. So reports may come late, twice or in
 * any order, and the end is the same; and only a newer revision re-opens what was completed.
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

/** Is the first a later word than the second? */
export function isNewer(
  report: { attempt: number; revision: number },
  than: { attempt: number; revision: number },
): boolean {
  return report.attempt === than.attempt ? report.revision > than.revision : report.attempt > than.attempt
}

/** The documented state for what a provider says (reference, section 3.1; footnotes of the guide). */
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

/** What a check is when it ends without an answer: identity and drug are cancelled, the others completed with null. */
export function endWithoutResult(type: VerificationType): State {
  return { status: withSubmission.has(type) ? 'cancelled' : 'completed', result: null, subStatus: null }
}

/** The state of an order that no provider has answered yet. */
export function firstState(type: VerificationType): State {
  return stateOfProgress(type, { phase: 'started', outcome: null, level: null })
}

/** No answer is expected any more, unless the provider re-opens it. */
export function isClosed(state: Pick<State, 'status'>): boolean {
  return state.status === 'completed' || state.status === 'cancelled'
}

function endOf(type: VerificationType, outcome: Progress['outcome']): State {
  if (outcome === 'verified' || outcome === 'rejected') return { status: 'completed', result: outcome, subStatus: null }
  // A hit is not a decision: a person decides (FCRA, EEOC), and until then the result is pending.
  if (outcome === 'consider' || outcome === null) return pending
  return endWithoutResult(type)
}

function subStatusOf(type: VerificationType, level: Progress['level']): VerificationSubStatus | null {
  return type === 'us_criminal_record_check' && level !== null ? levels[level] : null
}
