import type { Json } from './verification.ts'

/** Single values that say how a check went and nothing of whom it is about. */
const plain = new Set(
  (
    'id created modified last_updated created_at updated_at completed_at revised_at submitted_time is_submitted ' +
    'applicant_type status status_label result result_label report_status certn_score certn_score_label ' +
    'certn_score_value overall_status overall_score overall_score_label score sub_score red_flags green_flags country ' +
    'us_criminal_record_check_years check_name adjudication_status adjudication_status_label adjudication dispute ' +
    'under_review_us under_review_rcmp can_upgrade can_resend_email is_viewed date_label time_label type type_label ' +
    'object package includes_canceled turnaround_time assessment estimated_completion_time cancellation_reason ' +
    'document_type document_type_label issuing_country ssn_status ssn_result identity_verification_provider'
  ).split(' '),
)

/** Members that hold members: they are walked, never copied. */
const nested = new Set(
  (
    'account_association_links activity_log check_executions checks report_summary application us_criminal_record_check_result ' +
    'ssn_id_document_reports federal_record_check_result record_check_details record_check_requests ' +
    'single_state_county_record_check_result all_state_county_record_check_result scan_status ' +
    'enhanced_identity_verification motor_vehicle_record_result panel_drug_result requested_countries'
  ).split(' '),
)

const flag = /^request_[a-z0-9_]+$/
const scan = /^[a-z_]+_scan(_status)?$/

/**
 * A provider's payload with only ids, codes, labels, times and scores (reference, sections 5.9 and 9). What is not known
 * to be harmless is left out, and a text with a run of nine digits is left out wherever it stands.
 */
export function redactPayload(payload: Json): Json {
  return Object.fromEntries(
    Object.entries(payload).flatMap(([key, value]) => {
      const kept = redactMember(key, value)
      return kept === undefined ? [] : [[key, kept]]
    }),
  )
}

function redactMember(key: string, value: unknown): unknown {
  if (nested.has(key)) return redactNested(value)
  if (plain.has(key) || flag.test(key) || scan.test(key)) return redactPlain(value)
  return undefined
}

function redactNested(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter(isObject).map(redactPayload)
  return isObject(value) ? redactPayload(value) : redactPlain(value)
}

function redactPlain(value: unknown): unknown {
  if (value === null || typeof value === 'boolean') return value
  // Scores and years are short; a long number may be anything.
  if (typeof value === 'number') return String(value).length <= 8 ? value : undefined
  if (typeof value !== 'string' || value.length > 200) return undefined
  return /(^|[^0-9a-f-])\d{3}[- ]?\d{2}[- ]?\d{4}($|[^0-9a-f-])/i.test(value) ? undefined : value
}

function isObject(value: unknown): value is Json {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
