/** Types that the catalogue does not tell: of structures, and of views. Their names stand in src/db/shapes.ts. */
export const shapes: Readonly<Record<string, string>> = {
  'agreement_versions.fields': 'StoredField[]',
  'agreement_versions.required_verifications': 'RequiredVerification[]',
  'agreement_links.reminders': 'ReminderRule',
  'agreement_versions.signer_roles': 'SignerRole[]',
  'attempts.answer_headers': 'Record<string, string>',
  'attempts.error': 'KeptError',
  'attempts.sent': 'readonly [string, string, readonly string[]]',
  'bulk_sends.columns': 'FileColumn[]',
  'bulk_sends.trouble': 'KeptError',
  'deliveries.state': 'DeliveryState',
  'exports.trouble': 'KeptError',
  'pdf_sources.anchors': 'StoredAnchor[]',
  'pdf_sources.pages': 'StoredPage[]',
  'mail_recipients.told': 'Record<string, string>',
  'submissions.reminders': 'ReminderRule',
  'submissions.left_out': 'LeftOutParameter[]',
  'submissions.metadata': 'Record<string, string | string[]>',
  'webhook_lanes.last_error': 'KeptError',
  'webhook_lanes.told': 'Record<string, string>',
}

/** Columns of views that may be null; the catalogue says so of all of them. */
export const viewColumnsWithoutValue: ReadonlySet<string> = new Set([
  'deliveries.sequence',
  'deliveries.next_attempt_at',
  'deliveries.finished_at',
])
