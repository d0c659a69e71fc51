import type { Report } from './provider.ts'
import { isClosed, type State } from './state.ts'
import type { Json } from './verification.ts'

/**
 * The details of a verification (reference, section 4). Each report replaces them whole, so that nothing of an older
 * report stays. They are stored and returned as one document, hence the snake_case.
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

/** Whether a person must review the provider's findings before there is a result. */
function needsReview(report: Pick<Report, 'phase' | 'outcome'>): boolean {
  return report.phase === 'completed' && (report.outcome === 'consider' || report.outcome === null)
}

function outcomeOf(report: Report, state: State): string | null {
  if (report.phase === 'cancelled') return report.outcome ?? 'unable_to_complete'
  return isClosed(state) || needsReview(report) ? report.outcome : null
}
