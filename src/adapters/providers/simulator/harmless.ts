import type { HarmlessMembers } from '../../../core/verifications/index.ts'

const values = new Set(
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

/** The members of the guide's applicant object that name no person. */
export const harmless: HarmlessMembers = {
  isValue: (name) => values.has(name) || flag.test(name) || scan.test(name),
  isNested: (name) => nested.has(name),
}
