import type { Report } from './provider.ts'
import { isClosed, type State } from './state.ts'
import type { Json } from './verification.ts'

/**
 * The members of a verification's details (reference, section 4). They are made whole from each report, so that no word
 * of an older one survives a newer one. It is a document that is stored and handed on as it is, hence the snake_case.
 */
export function describeReport(source: { provider: string; reference: string }, report: Report, state: State): Json {
  const { provider, reference } = source
  return {
    provider,
    provider_ref: reference,
    provider_status: report.providerStatus,
    attempt: report.attempt,
    revision: report.revision,
    outcome: outcomeOf(report, state),
    waiting_on: isClosed(state) ? null : (report.waitingOn ?? (needsReview(report) ? 'client' : 'provider')),
    eta: report.eta?.toISOString() ?? null,
    reason_codes: report.reasonCodes,
    screenings: report.screenings.map(({ type, status, result, cancellationReason }) => ({
      type,
      status,
      result,
      cancellation_reason: cancellationReason,
    })),
    ...(needsReview(report) && { review: { state: 'needed' } }),
  }
}

/** A person must look at the provider's findings before there is a result. */
export function needsReview(report: Pick<Report, 'phase' | 'outcome'>): boolean {
  return report.phase === 'completed' && (report.outcome === 'consider' || report.outcome === null)
}

function outcomeOf(report: Report, state: State): string | null {
  if (report.phase === 'cancelled') return report.outcome ?? 'unable_to_complete'
  return isClosed(state) || needsReview(report) ? report.outcome : null
}
