/** The public ids in the samples, by the names of their members. */
type Stage = Readonly<Record<string, string>>

/** A good body for each operation that takes one, by operation id. */
export function bodies(stage: Stage): Record<string, unknown> {
  return {
    createWebhook: { destination_url: 'https://b.example/hook', notification_email: 'ops@b.example' },
    updateWebhook: { event_types: ['verification'], service_status: true },
    rotateWebhookSecret: { overlap_hours: 1 },
    sendTestWebhookEvent: { event_type: 'agreement.signed' },
    updateWebhookDeliverySettings: {
      ordered: true,
      max_concurrency: 4,
      max_per_second: 50,
      custom_headers: { 'x-team': 'blue' },
      oauth: { token_url: 'https://b.example/token', client_id: 'sealane', client_secret: 'a secret' },
    },
    updateWebhookFilters: { agreement_ids: [stage.agreement_id], metadata: { internal_id: '1' } },
    recoverWebhook: { since: Date.UTC(2020, 0, 1), per_second: 50 },
    createAgreement: agreement,
    updateAgreement: { title: 'A better title' },
    duplicateAgreement: { title: 'A second one', tags: ['drivers'] },
    createAgreementLink: { agreement_id: stage.agreement_id, title: 'For Robin' },
    updateAgreementLink: { is_active: false },
    createSubmission: {
      agreement_link_id: stage.agreement_link_id,
      submission_metadata: { internal_id: '7' },
      signer: { name: 'Robin' },
    },
    createBulkSend: {
      agreement_link_id: stage.agreement_link_id,
      file_upload: { name: 'people.csv', base64: 'ZW1haWwsb3JkZXIKcm9iaW5AZXhhbXBsZS5jb20sNwo=' },
    },
    previewBulkSend: {
      agreement_link_id: stage.agreement_link_id,
      file_upload: { name: 'people.csv', base64: 'ZW1haWwsb3JkZXIKcm9iaW5AZXhhbXBsZS5jb20sNwo=' },
    },
    createExport: { list: 'verifications', format: 'csv', query: 'status=completed' },
    createInvitation: { name: 'Sam', email: 'sam@example.com', role: 'member' },
    reassignSigner: { name: 'Alex', email: 'alex@example.com', delivery: 'link' },
    voidSubmission: { reason: 'A mistake' },
    createConsent: { kind: 'background_check', typed_name: 'Ada Clear' },
    orderVerification: order,
    cancelVerification: { reason: 'Changed our mind' },
    updateOrganization: { name: 'Acme & Sons', tracking_parameters: ['utm_*', 'promo_id'] },
    createErasure: { subject_id: stage.subject_id },
  }
}

const agreement = {
  title: 'Driver agreement',
  source: '# Driver agreement\n\nI, {{name}}, agree. {{signature}}',
  signer_roles: [{ key: 'driver', name: 'Driver' }],
  fields: [
    { key: 'name', type: 'text', role: 'driver', label: 'Name', required: true, max_length: 80 },
    { key: 'signature', type: 'signature', role: 'driver', label: 'Signature', required: true },
  ],
  required_verifications: [{ verification_type: 'motor_vehicle_record', verification_tier: null, role: 'driver' }],
}

const order = {
  verification_type: 'us_criminal_record_check',
  verification_tier: 'request_us_criminal_record_check_tier_1',
  person: {
    legal_name: { first: 'Ada', last: 'Clear' },
    date_of_birth: '1970-01-22',
    ssn: '543-21-2001',
    address: { street: '1 Main Street', city: 'Los Angeles', state: 'CA', zip: '90401' },
  },
  consents: [{ kind: 'background_check', typed_name: 'Ada Clear' }],
  verification_metadata: { internal_id: 'a-1' },
}
