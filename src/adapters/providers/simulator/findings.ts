import type { Report } from '../../../core/verifications/index.ts'
import type { Order } from './reference.ts'
import type { Step } from './timeline.ts'

const done = { phase: 'completed', outcome: 'verified', level: null } as const
const waiting = { phase: 'in_progress', outcome: null, level: null } as const

/** The progress of scans that differ from the whole verification. */
export function scansOf(current: Step): Report['scans'] {
  if (current.phase === 'cancelled') return {}
  // The SSN trace ends with the national level, and decides nothing by itself.
  if (current.level !== 'national') return { ssn_id_document_reports: done }
  return { single_state_county_record_check_result: waiting, all_state_county_record_check_result: waiting }
}

const national = ['ssn_trace', 'sex_offender_search', 'global_watchlist_search', 'national_criminal_search']
const county = ['county_criminal_search', 'federal_criminal_search']
const others = {
  enhanced_identity_verification: 'identity_verification',
  motor_vehicle_record: 'motor_vehicle_report',
  panel_drug: 'drug_screening',
}

/** The scans of a verification. */
export function screeningsOf(order: Order, current: Step): Report['screenings'] {
  if (order.type !== 'us_criminal_record_check') return [screening(others[order.type], current)]
  const hasCounty = order.tier !== 'request_us_criminal_record_check_tier_1' || current.level === 'county'
  const isNationalOver = current.level !== 'national' && current.phase !== 'cancelled'
  return [
    ...national.map((type) => screening(type, isNationalOver ? { ...done, reasonCodes: [] } : current)),
    ...(hasCounty ? county.map((type) => screening(type, current)) : []),
  ]
}

const statuses = { started: 'pending', in_progress: 'pending', completed: 'complete', cancelled: 'canceled' }

function screening(type: string, { phase, outcome, reasonCodes }: Pick<Step, 'phase' | 'outcome' | 'reasonCodes'>) {
  const finding = outcome === 'verified' ? 'clear' : 'consider'
  return {
    type,
    status: statuses[phase],
    result: phase === 'completed' ? finding : null,
    cancellationReason: phase === 'cancelled' ? (reasonCodes[0] ?? null) : null,
  }
}
