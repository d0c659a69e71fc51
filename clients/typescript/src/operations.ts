// Made from the OpenAPI document of version 2.2; do not edit. `npm run generate` writes it.
import type { Page, Request, RequestOptions } from './request.ts'

/** The version of the API that these types are of; every request asks for it. */
export const apiVersion = '2.2'

export type Verification = {
  /** Id of the verification. */
  verification_id: string
  /** Result of the verification. `pending` only while in progress; null when there is none. */
  result: 'pending' | 'verified' | 'rejected' | null
  /** Status of the verification. `started` and `cancelled` only for enhanced_identity_verification and panel_drug. */
  status: 'started' | 'cancelled' | 'in_progress' | 'completed'
  /** Type of the verification. */
  verification_type: 'enhanced_identity_verification' | 'us_criminal_record_check' | 'motor_vehicle_record' | 'panel_drug'
  /** Subtype of the verification. */
  verification_subtype: 'single_state_county_record_check_result' | 'all_state_county_record_check_result' | 'ssn_id_document_reports' | null
  /** Tier of the verification. */
  verification_tier: 'request_us_criminal_record_check_tier_1' | 'request_us_criminal_record_check_tier_2' | 'request_us_criminal_record_check_tier_3' | 'panel 5' | 'panel 7' | 'panel 9' | 'panel 10' | null
  /** Defines if this verification is a scan. */
  is_scan: boolean
  /** Latest response payload of the provider, without personal data. */
  latest_response: Record<string, unknown>
  /** User metadata (passed as URL params). */
  verification_metadata: Record<string, unknown>
  /** Date and time the verification record was last updated. Unix timestamp in milliseconds. */
  updated_at: number
  /** Date and time the verification record was created. Unix timestamp in milliseconds. */
  created_at: number
  /** Agreement link id; null when it was ordered without a link. */
  agreement_link_id: string | null
  /** Organization id. */
  organization_id: string
  /** Sub status of the verification, for us_criminal_record_check only. */
  sub_status: 'county_level_check' | 'national_level_check' | null
  /** Date and time the last status update was received. Unix timestamp in milliseconds. */
  last_status_at: number
  /** Date and time the verification was submitted to the provider. Unix timestamp in milliseconds. */
  submitted_at: number | null
  /** Verification details object: what it waits for, and why it ended as it did. */
  verification_details: Record<string, unknown>
}

export type VerificationDeleted = {
  /** Id of the deleted verification. */
  verification_id: string
  /** The moment of the deletion. Unix timestamp in milliseconds. */
  event_datetime: number
}

export type Consent = {
  /** Id of the consent. */
  consent_id: string
  /** The person; name them in an order. */
  subject_id: string
  /** Submission that it was given in. */
  submission_id: string | null
  /** What was consented to. */
  kind: string
  /** Version of the text. */
  text_version: string
  /** SHA-256 of the text, in hex. */
  text_sha256: string
  /** Language of the text. */
  locale: string
  /** The name as the person typed it. */
  typed_name: string | null
  /** When it was given. Unix timestamp in milliseconds. */
  accepted_at: number
  /** When it was withdrawn. Unix timestamp in milliseconds. */
  withdrawn_at: number | null
}

export type ConsentText = {
  /** What is consented to. */
  kind: string
  /** Version of the text. */
  text_version: string
  /** Language. */
  locale: string
  /** SHA-256 of the text, in hex. */
  text_sha256: string
  /** The sentence beside the box that is ticked. */
  statement: string
  /** What is shown before. */
  pages: Array<{
    /** Title. */
    title: string
    /** Plain text. */
    paragraphs: Array<string>
  }>
}

export type VerificationCatalog = {
  /** Types. */
  verification_types: Array<{
    /** The value on the wire. */
    value: string
    /** What it means. */
    description: string
  }>
  /** Subtypes. */
  verification_subtypes: Array<{
    /** The value on the wire. */
    value: string
    /** What it means. */
    description: string
  }>
  /** Tiers. */
  verification_tiers: Array<{
    /** The value on the wire. */
    value: string
    /** What it means. */
    description: string
  }>
  /** Statuses. */
  statuses: Array<{
    /** The value on the wire. */
    value: string
    /** What it means. */
    description: string
  }>
  /** Results. */
  results: Array<{
    /** The value on the wire. */
    value: string
    /** What it means. */
    description: string
  }>
  /** Sub statuses. */
  sub_statuses: Array<{
    /** The value on the wire. */
    value: string
    /** What it means. */
    description: string
  }>
  tier_coverage: Array<{
    /** Word for the service. */
    service: string
    /** What is searched. */
    description: string
    /** Tiers that contain it. */
    verification_tiers: Array<string>
  }>
  panel_coverage: Array<{
    /** The substance. */
    drug: string
    /** Panels that test for it. */
    verification_tiers: Array<string>
  }>
}

export type Webhook = {
  /** Id of the webhook. */
  webhook_id: string
  /** Date and time the webhook was created. Unix timestamp in milliseconds. */
  created_at: number
  /** Date and time the webhook was last updated. Unix timestamp in milliseconds. */
  updated_at: number
  /** URL that events are delivered to. */
  destination_url: string
  /** Event types to trigger from. */
  event_types: Array<'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'>
  /** Emails that are notified in case of failure. */
  notification_emails: Array<string>
  /** User id that created the webhook; null when an API key did. */
  created_by: string | null
  /** User id that last updated the webhook; null when an API key did. */
  updated_by: string | null
  /** Whether the webhook is on. */
  service_status: boolean
  /** Id of the organization. */
  organization_id: string
  /** Moment of the last change. UTC. */
  event_datetime: string
}

export type WebhookWithSecret = {
  /** Id of the webhook. */
  webhook_id: string
  /** Date and time the webhook was created. Unix timestamp in milliseconds. */
  created_at: number
  /** Date and time the webhook was last updated. Unix timestamp in milliseconds. */
  updated_at: number
  /** URL that events are delivered to. */
  destination_url: string
  /** Event types to trigger from. */
  event_types: Array<'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'>
  /** Emails that are notified in case of failure. */
  notification_emails: Array<string>
  /** User id that created the webhook; null when an API key did. */
  created_by: string | null
  /** User id that last updated the webhook; null when an API key did. */
  updated_by: string | null
  /** Whether the webhook is on. */
  service_status: boolean
  /** Id of the organization. */
  organization_id: string
  /** Moment of the last change. UTC. */
  event_datetime: string
  /** Signing secret (Standard Webhooks). Shown once. */
  secret: string
}

export type WebhookChanged = {
  /** Id of the webhook. */
  webhook_id: string
  /** Date and time the webhook was created. Unix timestamp in milliseconds. */
  created_at: number
  /** Date and time the webhook was last updated. Unix timestamp in milliseconds. */
  updated_at: number
  /** URL that events are delivered to. */
  destination_url: string
  /** Event types to trigger from. */
  event_types: Array<'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'>
  /** Emails that are notified in case of failure. */
  notification_emails: Array<string>
  /** User id that created the webhook; null when an API key did. */
  created_by: string | null
  /** User id that last updated the webhook; null when an API key did. */
  updated_by: string | null
  /** Whether the webhook is on. */
  service_status: boolean
  /** Id of the organization. */
  organization_id: string
  /** Moment of the last change. UTC. */
  event_datetime: string
  /** The new signing secret, when the request asked for one. Shown once. */
  secret?: string
}

export type WebhookDeleted = {
  /** Id of the webhook. */
  webhook_id: string
  /** Moment of the deletion. UTC. */
  event_datetime: string
}

export type WebhookEvent = {
  /** Id of the event; the header webhook-id carries it. */
  event_id: string
  /** Id of the webhook. */
  webhook_id: string
  /** Moment of the event. UTC. */
  event_datetime: string
  /** Type of the event. */
  event_type: 'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'
  /** Whether it was sent as a test. */
  is_test: boolean
  /** How the delivery stands. */
  state: 'pending' | 'delivered' | 'failed' | 'held'
  /** HTTP requests made so far. */
  attempts: number
  /** When it is tried again. Unix timestamp in milliseconds. */
  next_attempt_at: number | null
  /** When it was delivered, or given up. Unix timestamp in milliseconds. */
  finished_at: number | null
  /** What the body of the delivery says of it, in the version of the webhook. */
  data: Record<string, unknown>
  /** Number of the delivery, as the header webhook-sequence has it; in replies to `after` only. */
  sequence?: number | null
}

export type WebhookAttempt = {
  /** Id of the event; the header webhook-id carries it. */
  event_id: string
  /** Id of the webhook. */
  webhook_id: string
  /** Counts from 1, through redeliveries. */
  number: number
  /** delivered, or the word for what went wrong. */
  outcome: string
  /** Status of the answer. */
  http_status: number | null
  /** What went wrong, for people. */
  error: string | null
  /** What the receiver answered, cut. */
  response_excerpt: string | null
  /** When the request began. Unix timestamp in milliseconds. */
  started_at: number
  /** How long it took, in milliseconds. */
  duration_ms: number
}

export type EventBatch = {
  /** What happened, oldest first; empty when nothing did. */
  events: Array<{
    /** Id of the event; the header webhook-id carries it. */
    event_id: string
    /** Type of the event. */
    event_type: 'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'
    /** Moment of the event. UTC. */
    event_datetime: string
    /** Whether it was sent as a test. */
    is_test: boolean
    /** The body of its deliveries, byte for byte. */
    body: string
  }>
  /** Hand it back as `after` to go on from here. It means nothing else. */
  next: string
}

export type WebhookRecovery = {
  /** Id of the recovery. */
  recovery_id: string
  /** Id of the webhook. */
  webhook_id: string
  /** Events of this moment or later are sent again. Unix timestamp in milliseconds. */
  since: number
  /** Its state. */
  state: 'running' | 'done' | 'cancelled'
  /** Deliveries that were missing when it began. */
  total: number
  /** How many of them are on their way again, or have arrived. */
  reopened: number
  /** Pace. */
  per_second: number
  /** When it began. Unix timestamp in milliseconds. */
  created_at: number
  /** When it ended. Unix timestamp in milliseconds. */
  finished_at: number | null
}

export type WebhookDeliverySettings = {
  /** Id of the webhook. */
  webhook_id: string
  /** Whether the events of one agreement arrive in order. */
  ordered: boolean
  /** Requests in flight at once. */
  max_concurrency: number
  /** Requests begun per second; null for no limit. */
  max_per_second: number | null
  /** Whether v1a signatures (Ed25519) go along beside v1. */
  asymmetric: boolean
  /** Where anybody reads the public key of the v1a signatures, as a JWK set. */
  public_keys_url: string | null
  /** The headers that go along, by name; values are never shown. */
  custom_headers: Record<string, null>
  client_certificate: {
    /** Whom it names. */
    subject: string
    /** SHA-256 of the certificate, in hexadecimal with colons. */
    fingerprint_sha256: string
    /** When it ends. Unix timestamp in milliseconds. */
    expires_at: number
  } | null
  oauth: {
    /** Where tokens are asked for. */
    token_url: string
    /** Id of the client. */
    client_id: string
    /** Scope that is asked for. */
    scope: string | null
  } | null
  /** When the webhook was last changed. Unix timestamp in milliseconds. */
  updated_at: number
}

export type WebhookFilters = {
  /** Id of the webhook. */
  webhook_id: string
  /** Only events of these agreements; empty for all. */
  agreement_ids: Array<string>
  /** Only events of these agreement links; empty for all. */
  agreement_link_ids: Array<string>
  /** Only events whose metadata has all of these, compared as texts; empty for all. */
  metadata: Record<string, string>
  /** When the webhook was last changed. Unix timestamp in milliseconds. */
  updated_at: number
}

export type LoggedEvent = {
  /** Id of the event; the header webhook-id carries it. */
  event_id: string
  /** Moment of the event. UTC. */
  event_datetime: string
  /** Type of the event. */
  event_type: 'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'
  /** Whether it was sent as a test. */
  is_test: boolean
  /** How many deliveries are in each state. Deliveries to webhooks that were deleted count too. Each number is 0 when no webhook listened. */
  deliveries: {
    /** Webhooks that it is on its way to. */
    pending: number
    /** Webhooks that answered it with a 2xx. */
    delivered: number
    /** Webhooks for which it was given up. */
    failed: number
    /** Webhooks that were off when it was due. */
    held: number
  }
  /** What happened to what, in the version of the request. */
  data: Record<string, unknown>
}

export type Agreement = {
  /** Id of the agreement. */
  agreement_id: string
  /** Counts from 1; a change makes a new version. */
  version: number
  /** Title. */
  title: string
  /** Markdown; a placeholder {{key}} stands for a field. Empty for an agreement of a PDF. */
  source: string
  /** The PDF that it is made of; null for one of Markdown. */
  file: {
    /** What it was called. */
    name: string
    /** Its size in bytes. */
    byte_size: number
    pages: Array<{
      width: number
      height: number
    }>
  } | null
  /** Who takes part. */
  signer_roles: Array<{
    /** Word that fields name. */
    key: string
    /** Name for people. */
    name: string
    /** When they act: those of one order side by side, those of a later one when all before have. Their place in the list unless given. */
    order: number
    /** What they do: sign, approve without signing, or only get the finished document; signer unless given. */
    kind: 'signer' | 'approver' | 'copy'
  }>
  /** Blanks of the agreement. */
  fields: Array<{
    /** Word of the placeholder. */
    key: string
    /** What goes in. `text`: words; `date`: a day; `checkbox`: a box to tick; `signature`: the place of the signature; always required; `initials`: typed or drawn initials beside a passage; `number`: a number; `choice`: one of the choices; `file`: a file that the signer sends; `name`: the name that the person gave, filled in by itself; `email`: the e-mail address of the person, filled in by itself; `signing_date`: the day on which the person signs or approves, in UTC, filled in by itself. */
    type: 'text' | 'date' | 'checkbox' | 'signature' | 'initials' | 'number' | 'choice' | 'file' | 'name' | 'email' | 'signing_date'
    /** Signer role that fills it in. */
    role: string
    /** Label for people. */
    label: string
    /** Whether it must be filled in. */
    required: boolean
    /** What a text must be, whole: a regular expression as RE2 reads it. */
    pattern?: string
    /** Least number, or first day as YYYY-MM-DD. */
    min?: number | string
    /** Greatest number, or last day as YYYY-MM-DD. */
    max?: number | string
    /** Most decimal places of a number; 2 unless given. */
    decimals?: number
    /** What can be chosen. */
    choices?: Array<string>
    /** How choices are shown; `radio` unless given. */
    display?: 'radio' | 'dropdown'
    /** Types of files that are taken; pdf, jpeg and png unless given. */
    accept?: Array<'pdf' | 'jpeg' | 'png' | 'webp' | 'heic'>
    /** Name of the metadata that it begins with; metadata of the name of its key, unless given. */
    prefill?: string
    /** Whether what the sender has filled in stays as it is. */
    fixed?: boolean
    /** Page of the PDF that it stands on, from 1. */
    page?: number
    /** Its left side, as a fraction of the page as it is seen. */
    x?: number
    /** Its upper side, as a fraction of the page as it is seen. */
    y?: number
    /** Its width, as a fraction of the page as it is seen. */
    width?: number
    /** Its height, as a fraction of the page as it is seen. */
    height?: number
    /** Least characters of a text. */
    min_length?: number
    /** Most characters of a text. */
    max_length?: number
    /** Most MiB of a file; 5 unless given. */
    max_megabytes?: number
    /** What `pattern` asks for, in words for people. */
    pattern_words?: string
    /** When it is shown: by the value of a field of the same role or an earlier one. Always, unless given. */
    show_if?: {
      /** Key of the field that it depends on. */
      field: string
      /** Shown if that field has this value; true for a box that is ticked. */
      equals?: string | number | boolean
      /** Shown if that field is filled in; with false, if it is left empty. */
      filled?: boolean
      /** Shown if that field has another value, or none. */
      not_equals?: string | number | boolean
    }
  }>
  /** Verifications of the signers. */
  required_verifications: Array<{
    /** What is checked. */
    verification_type: 'enhanced_identity_verification' | 'us_criminal_record_check' | 'motor_vehicle_record' | 'panel_drug'
    /** Tier, where the type has tiers. */
    verification_tier: 'request_us_criminal_record_check_tier_1' | 'request_us_criminal_record_check_tier_2' | 'request_us_criminal_record_check_tier_3' | 'panel 5' | 'panel 7' | 'panel 9' | 'panel 10' | null
    /** Signer role that is checked. */
    role: string
  }>
  /** Language of the text as a tag of BCP 47: what its author said, or what was detected. */
  language: string
  /** Names of the metadata that signers see, on the pages and in the finished document; null, or left out, is what the address of their link says, and nothing that a submission was created with. */
  shown_metadata: Array<string> | null
  /** SHA-256 of the source, in hex. */
  source_sha256: string
  /** For how many days finished documents are kept; null is the rule of the organization. */
  document_retention_days: number | null
  /** What it is sorted into, by words of your own; they make no new version. */
  tags: Array<string>
  /** The agreement that it was made as a copy of, as long as that is there. */
  copy_of: string | null
  /** When it was taken out of use. Unix timestamp in milliseconds. */
  archived_at: number | null
  /** User id that created it; null when an API key did. */
  created_by: string | null
  /** When it was created. Unix timestamp in milliseconds. */
  created_at: number
  /** When it was last changed. Unix timestamp in milliseconds. */
  updated_at: number
}

export type AgreementLink = {
  /** Id of the link. */
  agreement_link_id: string
  /** Id of the agreement. */
  agreement_id: string
  /** Public address. Query parameters that are added to it become verification_metadata. */
  url: string
  /** Title. */
  title: string
  /** Whether it can be opened. */
  is_active: boolean
  /** When it ends. Unix timestamp in milliseconds. */
  expires_at: number | null
  /** Who gets in: everybody (`PUBLIC`, unless given), who has the `passcode`, or who gets a code by mail at one of the `recipients`. */
  auth_mode: 'PUBLIC' | 'PASSCODE' | 'EMAILS'
  /** Addresses that get in with `EMAILS`, or all of a domain. */
  recipients: Array<string>
  /** Whether an address gets only one submission of this link; false unless given. */
  once_per_email: boolean
  /** Whether the parameters of the address must be signed. */
  parameters_are_signed: boolean
  /** Whom its submissions bring in besides whoever opens it. They are mailed when it is their turn. */
  signers: Array<{
    /** Signer role. */
    role: string
    /** Name. */
    name: string | null
    /** E-mail address. */
    email: string
    /** Whether they may pass it on to somebody else. */
    may_delegate: boolean
    /** What is asked before they read; nothing, unless given. */
    access: {
      /** Whether a code is mailed to them. */
      email_code: boolean
    }
    /** What stands in their fields, by key. */
    fields: Record<string, string | number | boolean>
  }>
  /** For how many days it can be signed, 1 to 365; null is 30. */
  days_to_sign: number | null
  /** When those whose turn it is are asked again; null is never. */
  reminders: {
    /** How many days after their turn came the first goes out. */
    first_after_days: number
    /** After how many days the next ones follow. */
    every_days: number
    /** How often at most. */
    at_most: number
  } | null
  /** User id that created it; null when an API key did. */
  created_by: string | null
  /** When it was created. Unix timestamp in milliseconds. */
  created_at: number
  /** When it was last changed. Unix timestamp in milliseconds. */
  updated_at: number
}

export type Reminder = {
  /** Id of the reminder. */
  reminder_id: string
  /** Id of the signer. */
  signer_id: string
  /** Id of the submission. */
  submission_id: string
  /** When. Unix timestamp in milliseconds. */
  reminded_at: number
}

export type ReassignedSigner = {
  /** Id of the signer. */
  signer_id: string
  /** The person; name them to erase them. */
  subject_id: string
  /** Signer role. */
  role: string
  /** What they do: sign, approve without signing, or only get the finished document. */
  kind: 'signer' | 'approver' | 'copy'
  /** When they act: those of one order side by side. */
  order: number
  /** Whether the submission waits for them now. */
  is_turn: boolean
  /** How they get their way in; null until they are known. */
  delivery: 'link' | 'email' | null
  /** What is asked before they read; nothing, unless given. */
  access: {
    /** Whether a code is mailed to them. */
    email_code: boolean
  }
  /** Name that the signer gave. */
  name: string | null
  /** E-mail address that the signer gave. */
  email: string | null
  /** Whether they may name somebody else than the sender did. */
  may_change: boolean
  /** Whether they may pass it on to somebody else. */
  may_delegate: boolean
  /** When their turn came. Unix timestamp in milliseconds. */
  turn_came_at: number | null
  /** When it was opened; null until then. Unix timestamp in milliseconds. */
  viewed_at: number | null
  /** When the signer gave their name and address. Unix timestamp in milliseconds. */
  identified_at: number | null
  /** When the signer signed. Unix timestamp in milliseconds. */
  signed_at: number | null
  /** When the approver approved. Unix timestamp in milliseconds. */
  approved_at: number | null
  /** When the signer declined, or the approver refused. Unix timestamp in milliseconds. */
  declined_at: number | null
  /** Address that this signer opens; null when it is mailed, and for a copy. Shown once. */
  signing_url: string | null
}

export type Submission = {
  /** Id of the submission. */
  submission_id: string
  /** Id of the agreement. */
  agreement_id: string
  /** Version of the agreement that was shown. */
  agreement_version: number
  /** Id of the agreement link. */
  agreement_link_id: string
  /** Where the submission stands. */
  status: 'created' | 'viewed' | 'signed' | 'completed' | 'declined' | 'voided' | 'expired'
  /** Query parameters of the opened link, or what the creation gave; a list for a name that came more than once. */
  submission_metadata: Record<string, string | Array<string>>
  /** What came as metadata and is not kept. */
  left_out: Array<{
    /** Its name. */
    name: string
    /** Why it is not kept. */
    reason: 'secret' | 'tracking'
  }>
  /** The files that those who have acted have sent. */
  files: Array<{
    /** Key of the field. */
    field: string
    /** What it was called. */
    name: string
    /** What it is, by its bytes. */
    content_type: string
    /** Its size in bytes. */
    byte_size: number
    /** SHA-256 of it, in hex. */
    sha256: string
  }>
  /** What the signers filled in, by field key. */
  field_values: Record<string, unknown>
  /** Who signs. */
  signers: Array<{
    /** Id of the signer. */
    signer_id: string
    /** The person; name them to erase them. */
    subject_id: string
    /** Signer role. */
    role: string
    /** What they do: sign, approve without signing, or only get the finished document. */
    kind: 'signer' | 'approver' | 'copy'
    /** When they act: those of one order side by side. */
    order: number
    /** Whether the submission waits for them now. */
    is_turn: boolean
    /** How they get their way in; null until they are known. */
    delivery: 'link' | 'email' | null
    /** What is asked before they read; nothing, unless given. */
    access: {
      /** Whether a code is mailed to them. */
      email_code: boolean
    }
    /** Name that the signer gave. */
    name: string | null
    /** E-mail address that the signer gave. */
    email: string | null
    /** Whether they may name somebody else than the sender did. */
    may_change: boolean
    /** Whether they may pass it on to somebody else. */
    may_delegate: boolean
    /** When their turn came. Unix timestamp in milliseconds. */
    turn_came_at: number | null
    /** When it was opened; null until then. Unix timestamp in milliseconds. */
    viewed_at: number | null
    /** When the signer gave their name and address. Unix timestamp in milliseconds. */
    identified_at: number | null
    /** When the signer signed. Unix timestamp in milliseconds. */
    signed_at: number | null
    /** When the approver approved. Unix timestamp in milliseconds. */
    approved_at: number | null
    /** When the signer declined, or the approver refused. Unix timestamp in milliseconds. */
    declined_at: number | null
  }>
  /** When it was opened; null until then. Unix timestamp in milliseconds. */
  viewed_at: number | null
  /** When all had signed and the document was made. Unix timestamp in milliseconds. */
  completed_at: number | null
  /** Why the last try to seal the document failed: authority_failed, certificate_early, certificate_expired, certificate_revoked, certificate_unfit, log_pending, other, revocation_missing, signing_failed, signing_slow, storage_failed. Null before a try has failed, and once the document is sealed. */
  seal_reason: string | null
  /** When a signer declined. Unix timestamp in milliseconds. */
  declined_at: number | null
  /** Why. */
  decline_reason: string | null
  /** When it was called back. Unix timestamp in milliseconds. */
  voided_at: number | null
  /** Why. */
  void_reason: string | null
  /** Until when it can be signed. Unix timestamp in milliseconds. */
  expires_at: number
  /** When those whose turn it is are asked again; null is never. */
  reminders: {
    /** How many days after their turn came the first goes out. */
    first_after_days: number
    /** After how many days the next ones follow. */
    every_days: number
    /** How often at most. */
    at_most: number
  } | null
  /** When it ran out. Unix timestamp in milliseconds. */
  expired_at: number | null
  /** When it began. Unix timestamp in milliseconds. */
  created_at: number
  /** When it last changed. Unix timestamp in milliseconds. */
  updated_at: number
}

export type CreatedSubmission = {
  /** Id of the submission. */
  submission_id: string
  /** Id of the agreement. */
  agreement_id: string
  /** Version of the agreement that was shown. */
  agreement_version: number
  /** Id of the agreement link. */
  agreement_link_id: string
  /** Where the submission stands. */
  status: 'created' | 'viewed' | 'signed' | 'completed' | 'declined' | 'voided' | 'expired'
  /** Query parameters of the opened link, or what the creation gave; a list for a name that came more than once. */
  submission_metadata: Record<string, string | Array<string>>
  /** What came as metadata and is not kept. */
  left_out: Array<{
    /** Its name. */
    name: string
    /** Why it is not kept. */
    reason: 'secret' | 'tracking'
  }>
  /** The files that those who have acted have sent. */
  files: Array<{
    /** Key of the field. */
    field: string
    /** What it was called. */
    name: string
    /** What it is, by its bytes. */
    content_type: string
    /** Its size in bytes. */
    byte_size: number
    /** SHA-256 of it, in hex. */
    sha256: string
  }>
  /** What the signers filled in, by field key. */
  field_values: Record<string, unknown>
  /** Who takes part, each with their own way in. */
  signers: Array<{
    /** Id of the signer. */
    signer_id: string
    /** The person; name them to erase them. */
    subject_id: string
    /** Signer role. */
    role: string
    /** What they do: sign, approve without signing, or only get the finished document. */
    kind: 'signer' | 'approver' | 'copy'
    /** When they act: those of one order side by side. */
    order: number
    /** Whether the submission waits for them now. */
    is_turn: boolean
    /** How they get their way in; null until they are known. */
    delivery: 'link' | 'email' | null
    /** What is asked before they read; nothing, unless given. */
    access: {
      /** Whether a code is mailed to them. */
      email_code: boolean
    }
    /** Name that the signer gave. */
    name: string | null
    /** E-mail address that the signer gave. */
    email: string | null
    /** Whether they may name somebody else than the sender did. */
    may_change: boolean
    /** Whether they may pass it on to somebody else. */
    may_delegate: boolean
    /** When their turn came. Unix timestamp in milliseconds. */
    turn_came_at: number | null
    /** When it was opened; null until then. Unix timestamp in milliseconds. */
    viewed_at: number | null
    /** When the signer gave their name and address. Unix timestamp in milliseconds. */
    identified_at: number | null
    /** When the signer signed. Unix timestamp in milliseconds. */
    signed_at: number | null
    /** When the approver approved. Unix timestamp in milliseconds. */
    approved_at: number | null
    /** When the signer declined, or the approver refused. Unix timestamp in milliseconds. */
    declined_at: number | null
    /** Address that this signer opens; null when it is mailed, and for a copy. Shown once. */
    signing_url: string | null
  }>
  /** When it was opened; null until then. Unix timestamp in milliseconds. */
  viewed_at: number | null
  /** When all had signed and the document was made. Unix timestamp in milliseconds. */
  completed_at: number | null
  /** Why the last try to seal the document failed: authority_failed, certificate_early, certificate_expired, certificate_revoked, certificate_unfit, log_pending, other, revocation_missing, signing_failed, signing_slow, storage_failed. Null before a try has failed, and once the document is sealed. */
  seal_reason: string | null
  /** When a signer declined. Unix timestamp in milliseconds. */
  declined_at: number | null
  /** Why. */
  decline_reason: string | null
  /** When it was called back. Unix timestamp in milliseconds. */
  voided_at: number | null
  /** Why. */
  void_reason: string | null
  /** Until when it can be signed. Unix timestamp in milliseconds. */
  expires_at: number
  /** When those whose turn it is are asked again; null is never. */
  reminders: {
    /** How many days after their turn came the first goes out. */
    first_after_days: number
    /** After how many days the next ones follow. */
    every_days: number
    /** How often at most. */
    at_most: number
  } | null
  /** When it ran out. Unix timestamp in milliseconds. */
  expired_at: number | null
  /** When it began. Unix timestamp in milliseconds. */
  created_at: number
  /** When it last changed. Unix timestamp in milliseconds. */
  updated_at: number
  /** Address that the first signer opens; null when it is mailed. Shown once. */
  signing_url: string | null
}

export type Seal = {
  /** Id of the document. */
  document_id: string
  /** Id of the submission. */
  submission_id: string
  /** The name of the file. */
  filename: string
  /** The size of the file in bytes. */
  byte_size: number
  /** SHA-256 of the file, in hex. */
  document_sha256: string
  /** How long the seal can be proved; null for one from before seals. */
  seal_level: 'B-T' | 'B-LT' | 'B-LTA' | null
  /** The moment that the timestamp of the seal says. Unix timestamp in milliseconds. */
  sealed_at: number | null
  /** Whose timestamp it is: built-in, or an address. */
  timestamp_authority: string | null
  /** SHA-256 of the certificate that sealed it, in hex. */
  seal_certificate_sha256: string | null
  /** SHA-256 of the evidence within it, in hex. */
  evidence_sha256: string | null
  /** When the file was removed because its time was over. Unix timestamp in milliseconds. */
  removed_at: number | null
}

export type BulkSend = {
  /** Id of the bulk send. */
  bulk_send_id: string
  /** Id of the agreement link. */
  agreement_link_id: string
  /** Whether ways in are mailed, or stand in the result file. */
  delivery: 'email' | 'link'
  /** Name of the file. */
  file_name: string | null
  /** What each column becomes. */
  columns: Array<{
    /** Its name in the first line. */
    name: string
    /** Whose it is, by signer role; null for metadata. */
    role: string | null
    /** What its cells become. */
    becomes: 'name' | 'email' | 'access' | 'field' | 'metadata'
  }>
  /** How it stands. */
  state: 'running' | 'stopped' | 'done'
  /** Why it stopped by itself. */
  trouble: string | null
  /** Rows of the file. */
  total: number
  /** Rows that have become submissions. */
  made: number
  /** When it began. Unix timestamp in milliseconds. */
  created_at: number
  /** When it last changed. Unix timestamp in milliseconds. */
  updated_at: number
  /** When it ended or stopped. Unix timestamp in milliseconds. */
  ended_at: number | null
  /** Until when what stopped can go on, and the result file has the ways in. Unix timestamp in milliseconds. */
  kept_until: number | null
}

export type BulkSendPreview = {
  /** What each column becomes. */
  columns: Array<{
    /** Its name in the first line. */
    name: string
    /** Whose it is, by signer role; null for metadata. */
    role: string | null
    /** What its cells become. */
    becomes: 'name' | 'email' | 'access' | 'field' | 'metadata'
  }>
  /** Rows of the file. */
  total: number
  /** Id of the bulk send of a file that said the same for this link; sending it makes nothing twice. */
  bulk_send_id: string | null
}

export type Export = {
  /** Id of the export. */
  export_id: string
  /** The list, by its path. */
  list: string
  /** csv: a line for each object. ndjson: an object in each line. */
  format: 'csv' | 'ndjson'
  /** The filters and the order of the list; null when the file is gone. */
  query: string | null
  /** How it stands. */
  state: 'running' | 'done' | 'failed' | 'expired'
  /** Why it failed. */
  trouble: string | null
  /** Objects of the list; null before the first are read. */
  total: number | null
  /** Objects that are in the file. */
  made: number
  /** How long the file is. */
  bytes: number
  /** When it was asked for. Unix timestamp in milliseconds. */
  created_at: number
  /** When it last changed. Unix timestamp in milliseconds. */
  updated_at: number
  /** When it was done, failed or expired. Unix timestamp in milliseconds. */
  ended_at: number | null
  /** Until when the file can be fetched. Unix timestamp in milliseconds. */
  kept_until: number
}

export type Erasure = {
  /** The person. */
  subject_id: string
  /** When. Unix timestamp in milliseconds. */
  erased_at: number | null
  /** How many documents that the person signed are still kept. */
  documents_kept: number
  /** When the last of them is removed; null when there is none, or no rule ends it. Unix timestamp in milliseconds. */
  documents_kept_until: number | null
}

export type Invitation = {
  /** Id of the invitation. */
  invitation_id: string
  /** Name that the organization calls the person by until they choose their own. */
  name: string
  /** Address that the invitation was sent to. */
  email: string
  /** Role that the person will have; null once they have answered. */
  role: string | null
  /** How the invitation stands. */
  status: 'pending' | 'expired' | 'accepted' | 'declined'
  /** User id of who invited; null when an API key did. */
  invited_by: string | null
  /** User id of who accepted. */
  user_id: string | null
  /** When it can no longer be accepted. Unix timestamp in milliseconds. */
  expires_at: number
  /** When the person became a member. Unix timestamp in milliseconds. */
  accepted_at: number | null
  /** When the person declined. Unix timestamp in milliseconds. */
  declined_at: number | null
  /** When it was sent. Unix timestamp in milliseconds. */
  created_at: number
  /** When it last changed. Unix timestamp in milliseconds. */
  updated_at: number
}

export type InvitationRevoked = {
  /** Id of the invitation. */
  invitation_id: string
  /** When it was taken back. Unix timestamp in milliseconds. */
  revoked_at: number
}

export type Organization = {
  /** Id of the organization. */
  organization_id: string
  /** Sub-domain of the organization. */
  slug: string
  /** Name that people see. */
  name: string
  /** For how many days finished documents are kept, unless their agreement says otherwise; null keeps them. */
  document_retention_days: number | null
  /** Parameters of links that only follow people around, and are not kept as metadata; a star at the end stands for any end. Null is the list that comes with the server. */
  tracking_parameters: Array<string> | null
  /** Sites whose pages may show signing pages in a frame, as origins. */
  embedding_origins: Array<string>
  /** When it was made. Unix timestamp in milliseconds. */
  created_at: number
  /** When it last changed. Unix timestamp in milliseconds. */
  updated_at: number
}

export type VersionList = {
  /** The newest version. */
  latest: string
  /** Newest first. */
  versions: Array<{
    /** Name of the version. */
    version: string
    /** Day of the release. */
    released_on: string
    /** What it brought. */
    summary: string
    /** Changes against the version before. */
    changes: Array<{
      /** Word for the change. */
      id: string
      /** What changed. */
      description: string
      /** Objects that it touches. */
      resources: Array<string>
    }>
    /** Endpoints that came with it. */
    endpoints: Array<string>
  }>
}

export type Health = {
  /** Always ok. */
  status: string
}

export type Error = {
  /** What is wrong, in this case. */
  detail: string
  /** What is wrong, in general. Never changes. */
  message: string
  /** A page that says why it comes and what to do. */
  more_info: string
  /** Code of the catalogue. */
  error: number
  /** Id of the request; quote it when you ask. */
  request_id: string
  /** Every fault of a request that failed validation. */
  errors?: Array<{
    /** Where, with dots between names; empty for the body as a whole. */
    path: string
    /** Which rule is broken. */
    rule: string
    /** What to send instead. */
    message: string
    /** What was seen; left out when it may be secret. */
    value?: unknown
  }>
}

export type Problem = {
  /** A page that says why it comes and what to do. */
  type: string
  /** What is wrong, in general. */
  title: string
  /** HTTP status. */
  status: number
  /** What is wrong, in this case. */
  detail: string
  /** Path of the request. */
  instance: string
  /** Code of the catalogue. */
  error: number
  /** Id of the request; quote it when you ask. */
  request_id: string
  /** Every fault of a request that failed validation. */
  errors?: Array<{
    /** Where, with dots between names; empty for the body as a whole. */
    path: string
    /** Which rule is broken. */
    rule: string
    /** What to send instead. */
    message: string
    /** What was seen; left out when it may be secret. */
    value?: unknown
  }>
}

export type Metadata = Record<string, unknown>

export type VerificationEvent = {
  /** Id of the event; the header webhook-id carries it. */
  id: string
  /** Type of the event. */
  type: 'verification'
  /** When it happened, in UTC. */
  timestamp: string
  /** Version of the API that the body is in: the one that the webhook is pinned to. */
  api_version: '2.2'
  /** The verification as it was when the event happened. */
  data: {
    /** Id of the verification. */
    verification_id: string
    /** Result of the verification. `pending` only while in progress; null when there is none. */
    result: 'pending' | 'verified' | 'rejected' | null
    /** Status of the verification. `started` and `cancelled` only for enhanced_identity_verification and panel_drug. */
    status: 'started' | 'cancelled' | 'in_progress' | 'completed'
    /** Type of the verification. */
    verification_type: 'enhanced_identity_verification' | 'us_criminal_record_check' | 'motor_vehicle_record' | 'panel_drug'
    /** Subtype of the verification. */
    verification_subtype: 'single_state_county_record_check_result' | 'all_state_county_record_check_result' | 'ssn_id_document_reports' | null
    /** Tier of the verification. */
    verification_tier: 'request_us_criminal_record_check_tier_1' | 'request_us_criminal_record_check_tier_2' | 'request_us_criminal_record_check_tier_3' | 'panel 5' | 'panel 7' | 'panel 9' | 'panel 10' | null
    /** Defines if this verification is a scan. */
    is_scan: boolean
    /** Sub status of the verification, for us_criminal_record_check only. */
    sub_status: 'county_level_check' | 'national_level_check' | null
    /** Agreement link id; null when it was ordered without a link. */
    agreement_link_id: string | null
    /** Id of the submission that asked for it; null when it was ordered without one. */
    submission_id: string | null
    /** User metadata (passed as URL params). */
    verification_metadata: Record<string, unknown>
    /** True in an event that was made up to try a receiver. */
    test?: boolean
  }
}

export type AgreementViewedEvent = {
  /** Id of the event; the header webhook-id carries it. */
  id: string
  /** Type of the event. */
  type: 'agreement.viewed'
  /** When it happened, in UTC. */
  timestamp: string
  /** Version of the API that the body is in: the one that the webhook is pinned to. */
  api_version: '2.2'
  /** The submission that the event is about. */
  data: {
    /** Id of the submission. */
    submission_id: string | null
    /** Id of the agreement. */
    agreement_id: string | null
    /** Id of the agreement link. */
    agreement_link_id: string | null
    /** Id of the signer, where one acted. */
    signer_id?: string
    /** Metadata of the submission (passed as URL params). */
    submission_metadata: Record<string, unknown>
    /** True in an event that was made up to try a receiver. */
    test?: boolean
  }
}

export type AgreementSignedEvent = {
  /** Id of the event; the header webhook-id carries it. */
  id: string
  /** Type of the event. */
  type: 'agreement.signed'
  /** When it happened, in UTC. */
  timestamp: string
  /** Version of the API that the body is in: the one that the webhook is pinned to. */
  api_version: '2.2'
  /** The submission that the event is about. */
  data: {
    /** Id of the submission. */
    submission_id: string | null
    /** Id of the agreement. */
    agreement_id: string | null
    /** Id of the agreement link. */
    agreement_link_id: string | null
    /** Id of the signer, where one acted. */
    signer_id?: string
    /** Metadata of the submission (passed as URL params). */
    submission_metadata: Record<string, unknown>
    /** True in an event that was made up to try a receiver. */
    test?: boolean
  }
}

export type AgreementCompletedEvent = {
  /** Id of the event; the header webhook-id carries it. */
  id: string
  /** Type of the event. */
  type: 'agreement.completed'
  /** When it happened, in UTC. */
  timestamp: string
  /** Version of the API that the body is in: the one that the webhook is pinned to. */
  api_version: '2.2'
  /** The submission that was completed. */
  data: {
    /** Id of the submission. */
    submission_id: string | null
    /** Id of the agreement. */
    agreement_id: string | null
    /** Id of the agreement link. */
    agreement_link_id: string | null
    /** Id of the signer, where one acted. */
    signer_id?: string
    /** Metadata of the submission (passed as URL params). */
    submission_metadata: Record<string, unknown>
    /** True in an event that was made up to try a receiver. */
    test?: boolean
    /** What the trail must still say; left out in test events. */
    trail?: {
      /** How many rows the trail of the submission has. */
      length: number
      /** The hash of its last row, in hex. Keep both: who changes the trail later cannot keep them. */
      head: string
    }
  }
}

export type AgreementDeclinedEvent = {
  /** Id of the event; the header webhook-id carries it. */
  id: string
  /** Type of the event. */
  type: 'agreement.declined'
  /** When it happened, in UTC. */
  timestamp: string
  /** Version of the API that the body is in: the one that the webhook is pinned to. */
  api_version: '2.2'
  /** The submission that the event is about. */
  data: {
    /** Id of the submission. */
    submission_id: string | null
    /** Id of the agreement. */
    agreement_id: string | null
    /** Id of the agreement link. */
    agreement_link_id: string | null
    /** Id of the signer, where one acted. */
    signer_id?: string
    /** Metadata of the submission (passed as URL params). */
    submission_metadata: Record<string, unknown>
    /** True in an event that was made up to try a receiver. */
    test?: boolean
  }
}

export type AgreementVoidedEvent = {
  /** Id of the event; the header webhook-id carries it. */
  id: string
  /** Type of the event. */
  type: 'agreement.voided'
  /** When it happened, in UTC. */
  timestamp: string
  /** Version of the API that the body is in: the one that the webhook is pinned to. */
  api_version: '2.2'
  /** The submission that the event is about. */
  data: {
    /** Id of the submission. */
    submission_id: string | null
    /** Id of the agreement. */
    agreement_id: string | null
    /** Id of the agreement link. */
    agreement_link_id: string | null
    /** Id of the signer, where one acted. */
    signer_id?: string
    /** Metadata of the submission (passed as URL params). */
    submission_metadata: Record<string, unknown>
    /** True in an event that was made up to try a receiver. */
    test?: boolean
  }
}

export type AgreementExpiredEvent = {
  /** Id of the event; the header webhook-id carries it. */
  id: string
  /** Type of the event. */
  type: 'agreement.expired'
  /** When it happened, in UTC. */
  timestamp: string
  /** Version of the API that the body is in: the one that the webhook is pinned to. */
  api_version: '2.2'
  /** The submission that the event is about. */
  data: {
    /** Id of the submission. */
    submission_id: string | null
    /** Id of the agreement. */
    agreement_id: string | null
    /** Id of the agreement link. */
    agreement_link_id: string | null
    /** Id of the signer, where one acted. */
    signer_id?: string
    /** Metadata of the submission (passed as URL params). */
    submission_metadata: Record<string, unknown>
    /** True in an event that was made up to try a receiver. */
    test?: boolean
  }
}

export type WebhookFailingEvent = {
  /** Id of the event; the header webhook-id carries it. */
  id: string
  /** Type of the event. */
  type: 'webhook.failing'
  /** When it happened, in UTC. */
  timestamp: string
  /** Version of the API that the body is in: the one that the webhook is pinned to. */
  api_version: '2.2'
  /** How the webhook was when the event happened. */
  data: {
    /** Id of the webhook that it is about; never the one that this goes to. */
    webhook_id: string | null
    /** Whether it is on. */
    service_status: boolean
    /** Since when nothing but failures came of it. Unix timestamp in milliseconds. */
    failing_since: number | null
    /** Failures in a row. */
    consecutive_failures: number
    /** When it was switched off. Unix timestamp in milliseconds. */
    disabled_at: number | null
    /** Why it was switched off. */
    disabled_reason: 'user' | 'gone' | 'failing' | null
    /** True in an event that was made up to try a receiver. */
    test?: boolean
  }
}

export type WebhookDisabledEvent = {
  /** Id of the event; the header webhook-id carries it. */
  id: string
  /** Type of the event. */
  type: 'webhook.disabled'
  /** When it happened, in UTC. */
  timestamp: string
  /** Version of the API that the body is in: the one that the webhook is pinned to. */
  api_version: '2.2'
  /** How the webhook was when the event happened. */
  data: {
    /** Id of the webhook that it is about; never the one that this goes to. */
    webhook_id: string | null
    /** Whether it is on. */
    service_status: boolean
    /** Since when nothing but failures came of it. Unix timestamp in milliseconds. */
    failing_since: number | null
    /** Failures in a row. */
    consecutive_failures: number
    /** When it was switched off. Unix timestamp in milliseconds. */
    disabled_at: number | null
    /** Why it was switched off. */
    disabled_reason: 'user' | 'gone' | 'failing' | null
    /** True in an event that was made up to try a receiver. */
    test?: boolean
  }
}

/** One method for each operation of the API. */
export function createOperations(request: Request) {
  return {
    /** List verifications. Every verification of your organization, those in progress included. */
    listVerifications: (query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** To read all of a list, however long and however much it changes meanwhile: `*` at first, then `next_cursor` of the reply before, until that is null. In place of `page`. */
      cursor?: string
      /** Text contained, whatever its case, in the verification id, agreement link id, type, subtype, tier, status or result. */
      search?: string
      /** Fields that must all be equal. */
      verification_metadata?: Record<string, unknown>
      /** `field`, `field ASC` or `field DESC`, comma-separated. Fields: created_at, updated_at, last_status_at, submitted_at, verification_id, verification_type, verification_subtype, verification_tier, is_scan, status, result, sub_status, agreement_link_id, organization_id. */
      order_by?: string
      /** Only of these statuses. Several are separated by commas, or sent again. */
      status?: Array<'started' | 'cancelled' | 'in_progress' | 'completed'>
      /** Only with these results; `null` is none. Several are separated by commas, or sent again. */
      result?: Array<'pending' | 'verified' | 'rejected' | 'null'>
      /** Only of these types. Several are separated by commas, or sent again. */
      verification_type?: Array<'enhanced_identity_verification' | 'us_criminal_record_check' | 'motor_vehicle_record' | 'panel_drug'>
      /** `verification_type` in short. Several are separated by commas, or sent again. */
      type?: Array<'enhanced_identity_verification' | 'us_criminal_record_check' | 'motor_vehicle_record' | 'panel_drug'>
      /** Only from these agreement links. Several are separated by commas, or sent again. */
      agreement_link_id?: Array<string>
      /** When it was created. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      created_at?: string
      /** When it was last changed. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      updated_at?: string
    } = {}, options: RequestOptions = {}): Promise<Page<Verification>> => request({ method: 'GET', path: `/verifications`, query }, options),
    /** Get a verification. */
    getVerification: (verification_id: string, options: RequestOptions = {}): Promise<Verification> => request({ method: 'GET', path: `/verifications/${encodeURIComponent(verification_id)}` }, options),
    /** Delete a verification. Destroys the record and the personal data behind it. A second delete finds nothing. */
    deleteVerification: (verification_id: string, options: RequestOptions = {}): Promise<VerificationDeleted> => request({ method: 'DELETE', path: `/verifications/${encodeURIComponent(verification_id)}` }, options),
    /** Order a verification. Without an agreement. The person must have given the consents that the verification needs, here or before. */
    orderVerification: (body: {
      /** What to check. */
      verification_type: 'enhanced_identity_verification' | 'us_criminal_record_check' | 'motor_vehicle_record' | 'panel_drug'
      /** Tier; us_criminal_record_check and panel_drug need one. */
      verification_tier?: 'request_us_criminal_record_check_tier_1' | 'request_us_criminal_record_check_tier_2' | 'request_us_criminal_record_check_tier_3' | 'panel 5' | 'panel 7' | 'panel 9' | 'panel 10'
      /** Orders one scan of a tier by itself. */
      verification_subtype?: 'single_state_county_record_check_result' | 'all_state_county_record_check_result' | 'ssn_id_document_reports'
      /** A person who is known, as consents name them. */
      subject_id?: string
      /** The person to be checked. Encrypted at rest, and never shown again. */
      person?: {
        /** Legal name. */
        legal_name?: {
          /** First name. */
          first: string
          /** Middle name. */
          middle?: string
          /** Last name. */
          last: string
        }
        /** YYYY-MM-DD. */
        date_of_birth?: string
        /** Social Security Number. */
        ssn?: string
        /** Current address. */
        address?: {
          /** Street and number. */
          street: string
          /** City. */
          city: string
          /** Two letters. */
          state: string
          /** ZIP code. */
          zip: string
        }
        /** Driver licence. */
        driver_licence?: {
          /** Number of the licence. */
          number: string
          /** State that issued it. */
          state: string
        }
        /** Contact. */
        contact?: {
          /** E-mail address. */
          email?: string
          /** Phone number. */
          phone?: string
        }
      }
      /** Consents given with this order. */
      consents?: Array<{
        /** What was consented to. */
        kind: 'background_check' | 'driving_record' | 'drug_test' | 'biometrics' | 'electronic_records'
        /** The name as the person typed it. */
        typed_name?: string
        /** Version of the text that was shown; the newest unless given. */
        text_version?: string
        /** Language that it was shown in. */
        locale?: string
        /** Address that the person consented from. */
        ip_address?: string
        /** Browser that the person consented with. */
        user_agent?: string
      }>
      /** Your own data; shown with the verification. */
      verification_metadata?: Record<string, unknown>
      /** Submission that it belongs to. */
      submission_id?: string
      /** Signer of that submission. */
      signer_id?: string
      /** Agreement link that it belongs to. */
      agreement_link_id?: string
      /** Name of the provider; any that can unless given. */
      provider?: string
    }, options: RequestOptions = {}): Promise<Verification> => request({ method: 'POST', path: `/verifications`, body }, options),
    /** Cancel a verification. Ends a verification that is not finished; what the provider says later is ignored. */
    cancelVerification: (verification_id: string, body: {
      /** Why, for people. */
      reason?: string
    } = {}, options: RequestOptions = {}): Promise<Verification> => request({ method: 'POST', path: `/verifications/${encodeURIComponent(verification_id)}/cancel`, body }, options),
    /** List the texts to consent to. */
    listConsentTexts: (query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** To read all of a list, however long and however much it changes meanwhile: `*` at first, then `next_cursor` of the reply before, until that is null. In place of `page`. */
      cursor?: string
      /** Only texts of this. Several are separated by commas, or sent again. */
      kind?: Array<'background_check' | 'driving_record' | 'drug_test' | 'biometrics' | 'electronic_records'>
      /** Only texts in this language; English when nothing is said. Several are separated by commas, or sent again. */
      locale?: Array<'fr' | 'en'>
    } = {}, options: RequestOptions = {}): Promise<Page<ConsentText>> => request({ method: 'GET', path: `/consent-texts`, query }, options),
    /** List consents. */
    listConsents: (query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** To read all of a list, however long and however much it changes meanwhile: `*` at first, then `next_cursor` of the reply before, until that is null. In place of `page`. */
      cursor?: string
      /** Only those of these people. Several are separated by commas, or sent again. */
      subject_id?: Array<string>
      /** Only those of these submissions. Several are separated by commas, or sent again. */
      submission_id?: Array<string>
      /** Only consents to this. Several are separated by commas, or sent again. */
      kind?: Array<'background_check' | 'driving_record' | 'drug_test' | 'biometrics' | 'electronic_records'>
      /** When it was given. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      accepted_at?: string
    } = {}, options: RequestOptions = {}): Promise<Page<Consent>> => request({ method: 'GET', path: `/consents`, query }, options),
    /** Record a consent. That a person agreed to a text, which the caller has shown. Without subject_id, a new person. */
    createConsent: (body: {
      /** What was consented to. */
      kind: 'background_check' | 'driving_record' | 'drug_test' | 'biometrics' | 'electronic_records'
      /** The name as the person typed it. */
      typed_name?: string
      /** Version of the text that was shown; the newest unless given. */
      text_version?: string
      /** Language that it was shown in. */
      locale?: string
      /** Address that the person consented from. */
      ip_address?: string
      /** Browser that the person consented with. */
      user_agent?: string
      /** The person. */
      subject_id?: string
    }, options: RequestOptions = {}): Promise<Consent> => request({ method: 'POST', path: `/consents`, body }, options),
    /** Get a consent. */
    getConsent: (consent_id: string, options: RequestOptions = {}): Promise<Consent> => request({ method: 'GET', path: `/consents/${encodeURIComponent(consent_id)}` }, options),
    /** Withdraw a consent. Cancels the verifications that rest on it and are not finished. */
    withdrawConsent: (consent_id: string, options: RequestOptions = {}): Promise<Consent> => request({ method: 'POST', path: `/consents/${encodeURIComponent(consent_id)}/withdraw` }, options),
    /** Get the verification catalog. The enums and coverage tables of the guide, as data. */
    getVerificationCatalog: (options: RequestOptions = {}): Promise<VerificationCatalog> => request({ method: 'GET', path: `/verification-catalog` }, options),
    /** Check that the API answers. Needs no key; for probes of status pages. */
    checkHealth: (options: RequestOptions = {}): Promise<Health> => request({ method: 'GET', path: `/verifications/health-check` }, options),
    /** List webhooks. */
    listWebhooks: (query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** To read all of a list, however long and however much it changes meanwhile: `*` at first, then `next_cursor` of the reply before, until that is null. In place of `page`. */
      cursor?: string
      /** Text contained, whatever its case, in the id OR the URL OR the event types OR the emails. */
      search?: string
      /** `field`, `field ASC` or `field DESC`, comma-separated. Fields: created_at, updated_at, destination_url, service_status, organization_id, created_by, updated_by, webhook_id. */
      order_by?: string
      /** Only those that are on, or off. */
      service_status?: boolean
      /** When it was created. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      created_at?: string
      /** When it was last changed. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      updated_at?: string
    } = {}, options: RequestOptions = {}): Promise<Page<Webhook>> => request({ method: 'GET', path: `/webhooks`, query }, options),
    /** Get a webhook. */
    getWebhook: (webhook_id: string, options: RequestOptions = {}): Promise<Webhook> => request({ method: 'GET', path: `/webhooks/${encodeURIComponent(webhook_id)}` }, options),
    /** Create a webhook. Its bodies keep the shape of the version that this request is served in. Keep the secret: it is shown once. */
    createWebhook: (body: {
      /** Webhook URL destination. */
      destination_url: string
      /** Event types to hear of; verification, agreement.viewed, agreement.signed, agreement.completed unless given. Others are heard of only when they are named. */
      event_types?: Array<'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'>
      /** Email to be notified in case of delivery failure. */
      notification_email?: string | null
      /** Emails to be notified in case of delivery failure; wins over notification_email. */
      notification_emails?: Array<string> | null
      /** Switches the webhook on or off. */
      service_status?: boolean
      /** What the webhook is narrowed to. What is left out narrows nothing; an empty object takes all filters away. */
      filters?: {
        /** Only events of these agreements; empty for all. */
        agreement_ids?: Array<string>
        /** Only events of these agreement links; empty for all. */
        agreement_link_ids?: Array<string>
        /** Only events whose metadata has all of these, compared as texts; empty for all. */
        metadata?: Record<string, string>
      } | null
      /** Keeps the events of one agreement in order, through retries and replays. */
      ordered?: boolean
      /** Requests in flight at once; 16 unless given. */
      max_concurrency?: number
      /** Requests begun per second; null for no limit. */
      max_per_second?: number | null
      /** Adds v1a signatures (Ed25519) beside v1. Off and on again makes another key. */
      asymmetric?: boolean
      /** All headers that go along, by name. A value is never shown; null keeps the one that is stored. What is left out, or null for all of them, is removed. */
      custom_headers?: Record<string, string | null> | null
      /** For mutual TLS; null removes it. The key is never shown. */
      client_certificate?: {
        /** The certificate, in PEM; its chain may follow. */
        certificate: string
        /** Its key, in PEM. */
        private_key: string
      } | null
      /** OAuth 2.0 client credentials, for a bearer token on each request; null removes them. */
      oauth?: {
        /** Where tokens are asked for. */
        token_url: string
        /** Id of the client. */
        client_id: string
        /** Secret of the client; never shown. */
        client_secret: string
        /** Scope to ask for. */
        scope?: string
      } | null
    }, options: RequestOptions = {}): Promise<WebhookWithSecret> => request({ method: 'POST', path: `/webhooks`, body }, options),
    /** Update a webhook. */
    updateWebhook: (webhook_id: string, body: {
      /** Webhook URL destination. */
      destination_url?: string
      /** Event types to hear of; verification, agreement.viewed, agreement.signed, agreement.completed unless given. Others are heard of only when they are named. */
      event_types?: Array<'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'>
      /** Email to be notified in case of delivery failure. */
      notification_email?: string | null
      /** Emails to be notified in case of delivery failure; wins over notification_email. */
      notification_emails?: Array<string> | null
      /** Switches the webhook on or off. */
      service_status?: boolean
      /** What becomes of the signing secret: `keep`, unless given, or `rotate` for a new one, which this reply shows. */
      signing_secret?: 'keep' | 'rotate'
      /** What the webhook is narrowed to. What is left out narrows nothing; an empty object takes all filters away. */
      filters?: {
        /** Only events of these agreements; empty for all. */
        agreement_ids?: Array<string>
        /** Only events of these agreement links; empty for all. */
        agreement_link_ids?: Array<string>
        /** Only events whose metadata has all of these, compared as texts; empty for all. */
        metadata?: Record<string, string>
      } | null
      /** Keeps the events of one agreement in order, through retries and replays. */
      ordered?: boolean
      /** Requests in flight at once; 16 unless given. */
      max_concurrency?: number
      /** Requests begun per second; null for no limit. */
      max_per_second?: number | null
      /** Adds v1a signatures (Ed25519) beside v1. Off and on again makes another key. */
      asymmetric?: boolean
      /** All headers that go along, by name. A value is never shown; null keeps the one that is stored. What is left out, or null for all of them, is removed. */
      custom_headers?: Record<string, string | null> | null
      /** For mutual TLS; null removes it. The key is never shown. */
      client_certificate?: {
        /** The certificate, in PEM; its chain may follow. */
        certificate: string
        /** Its key, in PEM. */
        private_key: string
      } | null
      /** OAuth 2.0 client credentials, for a bearer token on each request; null removes them. */
      oauth?: {
        /** Where tokens are asked for. */
        token_url: string
        /** Id of the client. */
        client_id: string
        /** Secret of the client; never shown. */
        client_secret: string
        /** Scope to ask for. */
        scope?: string
      } | null
    }, options: RequestOptions = {}): Promise<WebhookChanged> => request({ method: 'PUT', path: `/webhooks/${encodeURIComponent(webhook_id)}`, body }, options),
    /** Delete a webhook. */
    deleteWebhook: (webhook_id: string, options: RequestOptions = {}): Promise<WebhookDeleted> => request({ method: 'DELETE', path: `/webhooks/${encodeURIComponent(webhook_id)}` }, options),
    /** Rotate the secret of a webhook. Both secrets sign until the overlap ends, so that a receiver can change over without losing a delivery. */
    rotateWebhookSecret: (webhook_id: string, body: {
      /** For how many hours the old secret goes on signing beside the new one. */
      overlap_hours?: number
    } = {}, options: RequestOptions = {}): Promise<WebhookWithSecret> => request({ method: 'POST', path: `/webhooks/${encodeURIComponent(webhook_id)}/rotate-secret`, body }, options),
    /** List webhook events. Newest first, or by sequence number with `after`. Events stay listed when the delivery failed. The numbers of a webhook have no gaps: what is listed after the last number that you know is all that you miss. */
    listWebhookEvents: (webhook_id: string, query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** To read all of a list, however long and however much it changes meanwhile: `*` at first, then `next_cursor` of the reply before, until that is null. In place of `page`. */
      cursor?: string
      /** Only events of this type. */
      event_type?: 'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'
      /** Only events whose delivery stands so. */
      state?: 'pending' | 'delivered' | 'failed' | 'held'
      /** Only events that no 2xx has answered yet. */
      undelivered?: boolean
      /** Only events of this moment or later. Unix timestamp in milliseconds. */
      since?: number
      /** Only events before this moment. Unix timestamp in milliseconds. */
      until?: number
      /** Only deliveries with a greater sequence number, in the order of the numbers, each with its own; 0 begins at the first. */
      after?: number
    } = {}, options: RequestOptions = {}): Promise<Page<WebhookEvent>> => request({ method: 'GET', path: `/webhooks/${encodeURIComponent(webhook_id)}/events`, query }, options),
    /** Get a webhook event. */
    getWebhookEvent: (webhook_id: string, event_id: string, options: RequestOptions = {}): Promise<WebhookEvent> => request({ method: 'GET', path: `/webhooks/${encodeURIComponent(webhook_id)}/events/${encodeURIComponent(event_id)}` }, options),
    /** Deliver an event again. At once, with the same id and the same bytes. */
    redeliverWebhookEvent: (webhook_id: string, event_id: string, options: RequestOptions = {}): Promise<WebhookEvent> => request({ method: 'POST', path: `/webhooks/${encodeURIComponent(webhook_id)}/events/${encodeURIComponent(event_id)}/redeliver` }, options),
    /** Send a test event. A made-up event to this webhook alone, marked as a test. */
    sendTestWebhookEvent: (webhook_id: string, body: {
      /** Type of the test event. */
      event_type?: 'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'
    } = {}, options: RequestOptions = {}): Promise<WebhookEvent> => request({ method: 'POST', path: `/webhooks/${encodeURIComponent(webhook_id)}/test`, body }, options),
    /** List the attempts of a delivery. Every HTTP request that was made for the event, the oldest first. */
    listWebhookAttempts: (webhook_id: string, event_id: string, query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** To read all of a list, however long and however much it changes meanwhile: `*` at first, then `next_cursor` of the reply before, until that is null. In place of `page`. */
      cursor?: string
    } = {}, options: RequestOptions = {}): Promise<Page<WebhookAttempt>> => request({ method: 'GET', path: `/webhooks/${encodeURIComponent(webhook_id)}/events/${encodeURIComponent(event_id)}/attempts`, query }, options),
    /** Get the delivery settings of a webhook. Order, limits, signatures, and how requests are made. Nothing that is secret. */
    getWebhookDeliverySettings: (webhook_id: string, options: RequestOptions = {}): Promise<WebhookDeliverySettings> => request({ method: 'GET', path: `/webhooks/${encodeURIComponent(webhook_id)}/delivery-settings` }, options),
    /** Update the delivery settings of a webhook. They hold from the next attempt on; `ordered` from the next event on. The same members are taken when a webhook is created or updated. */
    updateWebhookDeliverySettings: (webhook_id: string, body: {
      /** Keeps the events of one agreement in order, through retries and replays. */
      ordered?: boolean
      /** Requests in flight at once; 16 unless given. */
      max_concurrency?: number
      /** Requests begun per second; null for no limit. */
      max_per_second?: number | null
      /** Adds v1a signatures (Ed25519) beside v1. Off and on again makes another key. */
      asymmetric?: boolean
      /** All headers that go along, by name. A value is never shown; null keeps the one that is stored. What is left out, or null for all of them, is removed. */
      custom_headers?: Record<string, string | null> | null
      /** For mutual TLS; null removes it. The key is never shown. */
      client_certificate?: {
        /** The certificate, in PEM; its chain may follow. */
        certificate: string
        /** Its key, in PEM. */
        private_key: string
      } | null
      /** OAuth 2.0 client credentials, for a bearer token on each request; null removes them. */
      oauth?: {
        /** Where tokens are asked for. */
        token_url: string
        /** Id of the client. */
        client_id: string
        /** Secret of the client; never shown. */
        client_secret: string
        /** Scope to ask for. */
        scope?: string
      } | null
    }, options: RequestOptions = {}): Promise<WebhookDeliverySettings> => request({ method: 'PUT', path: `/webhooks/${encodeURIComponent(webhook_id)}/delivery-settings`, body }, options),
    /** Get the filters of a webhook. */
    getWebhookFilters: (webhook_id: string, options: RequestOptions = {}): Promise<WebhookFilters> => request({ method: 'GET', path: `/webhooks/${encodeURIComponent(webhook_id)}/filters` }, options),
    /** Set the filters of a webhook. They hold from the next event on, and take the place of those before. Test events and events about webhooks are not narrowed. The same members are taken as `filters` when a webhook is created or updated. */
    updateWebhookFilters: (webhook_id: string, body: {
      /** Only events of these agreements; empty for all. */
      agreement_ids?: Array<string>
      /** Only events of these agreement links; empty for all. */
      agreement_link_ids?: Array<string>
      /** Only events whose metadata has all of these, compared as texts; empty for all. */
      metadata?: Record<string, string>
    }, options: RequestOptions = {}): Promise<WebhookFilters> => request({ method: 'PUT', path: `/webhooks/${encodeURIComponent(webhook_id)}/filters`, body }, options),
    /** Send again all that a webhook missed. Exactly the deliveries that ended without a 2xx since a moment, each with the same id and the same bytes; or, with `scope` `waiting`, all that waits for its next attempt, at once. It goes on after a crash; one runs at a time. */
    recoverWebhook: (webhook_id: string, body: {
      /** What is sent: what ended without a 2xx (`missed`), or what waits for its next attempt (`waiting`). */
      scope?: 'missed' | 'waiting'
      /** Events of this moment or later are sent again, if no 2xx has answered them. Without it, with the scope `waiting`: all that waits. Unix timestamp in milliseconds. */
      since?: number
      /** How many to send again per second. */
      per_second?: number
    }, options: RequestOptions = {}): Promise<WebhookRecovery> => request({ method: 'POST', path: `/webhooks/${encodeURIComponent(webhook_id)}/recoveries`, body }, options),
    /** List the recoveries of a webhook. Newest first. */
    listWebhookRecoveries: (webhook_id: string, query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** To read all of a list, however long and however much it changes meanwhile: `*` at first, then `next_cursor` of the reply before, until that is null. In place of `page`. */
      cursor?: string
    } = {}, options: RequestOptions = {}): Promise<Page<WebhookRecovery>> => request({ method: 'GET', path: `/webhooks/${encodeURIComponent(webhook_id)}/recoveries`, query }, options),
    /** Get a recovery. How far it is. */
    getWebhookRecovery: (webhook_id: string, recovery_id: string, options: RequestOptions = {}): Promise<WebhookRecovery> => request({ method: 'GET', path: `/webhooks/${encodeURIComponent(webhook_id)}/recoveries/${encodeURIComponent(recovery_id)}` }, options),
    /** Cancel a recovery. What it has sent again already goes on. One that has ended stays as it is. */
    cancelWebhookRecovery: (webhook_id: string, recovery_id: string, options: RequestOptions = {}): Promise<WebhookRecovery> => request({ method: 'DELETE', path: `/webhooks/${encodeURIComponent(webhook_id)}/recoveries/${encodeURIComponent(recovery_id)}` }, options),
    /** List events. Everything that happened, newest first, also what no webhook heard of; GET /events follows it as it goes on. `state` asks for a delivery that stands so at some webhook; `undelivered` for events that some webhook has not answered with a 2xx, or that none listened to. */
    listEvents: (query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** To read all of a list, however long and however much it changes meanwhile: `*` at first, then `next_cursor` of the reply before, until that is null. In place of `page`. */
      cursor?: string
      /** Only events of this type. */
      event_type?: 'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'
      /** Only events whose delivery stands so. */
      state?: 'pending' | 'delivered' | 'failed' | 'held'
      /** Only events that no 2xx has answered yet. */
      undelivered?: boolean
      /** Only events of this moment or later. Unix timestamp in milliseconds. */
      since?: number
      /** Only events before this moment. Unix timestamp in milliseconds. */
      until?: number
    } = {}, options: RequestOptions = {}): Promise<Page<LoggedEvent>> => request({ method: 'GET', path: `/event-log`, query }, options),
    /** Follow the events of the organization. Every event of the types that are asked for, in the order of recording, whether a webhook subscribes or not, with the body that a webhook of this key would get. The database gives the order, so clocks of servers do not matter; an event shows when no older one can come any more. Ask again with `after` = `next`; with `wait` a reply comes as soon as there is something. */
    followEvents: (query: {
      /** Where to go on: `next` of the reply before, or the id of an event. Without it, from now on. */
      after?: string
      /** Only events of these types, separated by commas; verification, agreement.viewed, agreement.signed, agreement.completed unless given. */
      event_types?: string
      /** For how many seconds to wait for an event before the reply is empty. */
      wait?: number
      /** Most events at once. */
      size?: number
    } = {}, options: RequestOptions = {}): Promise<EventBatch> => request({ method: 'GET', path: `/events`, query }, options),
    /** List agreements. */
    listAgreements: (query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** To read all of a list, however long and however much it changes meanwhile: `*` at first, then `next_cursor` of the reply before, until that is null. In place of `page`. */
      cursor?: string
      /** Those taken out of use instead. */
      archived?: boolean
      /** Those with this tag, in any case. */
      tag?: string
      /** When it was created. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      created_at?: string
      /** When it was last changed. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      updated_at?: string
    } = {}, options: RequestOptions = {}): Promise<Page<Agreement>> => request({ method: 'GET', path: `/agreements`, query }, options),
    /** Create an agreement. Of a text in source, or of a PDF in file_upload; a PDF may also come as a part of multipart/form-data. */
    createAgreement: (body: {
      /** Title. */
      title: string
      /** Markdown; a placeholder {{key}} stands for a field. Empty for an agreement of a PDF. */
      source?: string
      /** A PDF in place of source: its name, and its bytes in base64; up to 25 MiB and 300 pages. */
      file_upload?: {
        name: string
        base64: string
      }
      /** Whether the blanks of the form of the PDF, its words in double braces, and a signature for each role that signs and has none become fields. */
      import_fields?: boolean
      /** Who takes part. */
      signer_roles: Array<{
        /** Word that fields name. */
        key: string
        /** Name for people. */
        name: string
        /** When they act: those of one order side by side, those of a later one when all before have. Their place in the list unless given. */
        order?: number
        /** What they do: sign, approve without signing, or only get the finished document; signer unless given. */
        kind?: 'signer' | 'approver' | 'copy'
      }>
      /** Blanks of the agreement. */
      fields: Array<{
        /** Word of the placeholder. */
        key: string
        /** What goes in. `text`: words; `date`: a day; `checkbox`: a box to tick; `signature`: the place of the signature; always required; `initials`: typed or drawn initials beside a passage; `number`: a number; `choice`: one of the choices; `file`: a file that the signer sends; `name`: the name that the person gave, filled in by itself; `email`: the e-mail address of the person, filled in by itself; `signing_date`: the day on which the person signs or approves, in UTC, filled in by itself. */
        type: 'text' | 'date' | 'checkbox' | 'signature' | 'initials' | 'number' | 'choice' | 'file' | 'name' | 'email' | 'signing_date'
        /** Signer role that fills it in. */
        role: string
        /** Label for people. */
        label: string
        /** Whether it must be filled in. */
        required: boolean
        /** What a text must be, whole: a regular expression as RE2 reads it. */
        pattern?: string
        /** Whether a text may have several lines. */
        multiline?: boolean
        /** Least number, or first day as YYYY-MM-DD. */
        min?: number | string
        /** Greatest number, or last day as YYYY-MM-DD. */
        max?: number | string
        /** Most decimal places of a number; 2 unless given. */
        decimals?: number
        /** What can be chosen. */
        choices?: Array<string>
        /** How choices are shown; `radio` unless given. */
        display?: 'radio' | 'dropdown'
        /** Types of files that are taken; pdf, jpeg and png unless given. */
        accept?: Array<'pdf' | 'jpeg' | 'png' | 'webp' | 'heic'>
        /** Name of the metadata that it begins with; metadata of the name of its key, unless given. */
        prefill?: string
        /** Whether what the sender has filled in stays as it is. */
        fixed?: boolean
        /** Page of the PDF that it stands on, from 1. */
        page?: number
        /** Its left side, as a fraction of the page as it is seen. */
        x?: number
        /** Its upper side, as a fraction of the page as it is seen. */
        y?: number
        /** Its width, as a fraction of the page as it is seen. */
        width?: number
        /** Its height, as a fraction of the page as it is seen. */
        height?: number
        /** Least characters of a text. */
        min_length?: number
        /** Most characters of a text. */
        max_length?: number
        /** Most MiB of a file; 5 unless given. */
        max_megabytes?: number
        /** What `pattern` asks for, in words for people. */
        pattern_words?: string
        /** When it is shown: by the value of a field of the same role or an earlier one. Always, unless given. */
        show_if?: {
          /** Key of the field that it depends on. */
          field: string
          /** Shown if that field has this value; true for a box that is ticked. */
          equals?: string | number | boolean
          /** Shown if that field is filled in; with false, if it is left empty. */
          filled?: boolean
          /** Shown if that field has another value, or none. */
          not_equals?: string | number | boolean
        }
      }>
      /** Verifications of the signers. */
      required_verifications?: Array<{
        /** What is checked. */
        verification_type: 'enhanced_identity_verification' | 'us_criminal_record_check' | 'motor_vehicle_record' | 'panel_drug'
        /** Tier, where the type has tiers. */
        verification_tier: 'request_us_criminal_record_check_tier_1' | 'request_us_criminal_record_check_tier_2' | 'request_us_criminal_record_check_tier_3' | 'panel 5' | 'panel 7' | 'panel 9' | 'panel 10' | null
        /** Signer role that is checked. */
        role: string
      }>
      /** Language of the text as a tag of BCP 47; null, or left out, is what the text is written in. */
      language?: string | null
      /** Names of the metadata that signers see, on the pages and in the finished document; null, or left out, is what the address of their link says, and nothing that a submission was created with. */
      shown_metadata?: Array<string> | null
      /** For how many days finished documents are kept; null is the rule of the organization. */
      document_retention_days?: number | null
      /** What it is sorted into, by words of your own; they make no new version. */
      tags?: Array<string>
    }, options: RequestOptions = {}): Promise<Agreement> => request({ method: 'POST', path: `/agreements`, body }, options),
    /** Get an agreement. */
    getAgreement: (agreement_id: string, options: RequestOptions = {}): Promise<Agreement> => request({ method: 'GET', path: `/agreements/${encodeURIComponent(agreement_id)}` }, options),
    /** Update an agreement. Makes a new version, unless only tags and document_retention_days change. Submissions keep the version that was shown. */
    updateAgreement: (agreement_id: string, body: {
      /** Title. */
      title?: string
      /** Markdown; a placeholder {{key}} stands for a field. Empty for an agreement of a PDF. */
      source?: string
      /** A PDF in place of source: its name, and its bytes in base64; up to 25 MiB and 300 pages. */
      file_upload?: {
        name: string
        base64: string
      }
      /** Whether the blanks of the form of the PDF, its words in double braces, and a signature for each role that signs and has none become fields. */
      import_fields?: boolean
      /** Who takes part. */
      signer_roles?: Array<{
        /** Word that fields name. */
        key: string
        /** Name for people. */
        name: string
        /** When they act: those of one order side by side, those of a later one when all before have. Their place in the list unless given. */
        order?: number
        /** What they do: sign, approve without signing, or only get the finished document; signer unless given. */
        kind?: 'signer' | 'approver' | 'copy'
      }>
      /** Blanks of the agreement. */
      fields?: Array<{
        /** Word of the placeholder. */
        key: string
        /** What goes in. `text`: words; `date`: a day; `checkbox`: a box to tick; `signature`: the place of the signature; always required; `initials`: typed or drawn initials beside a passage; `number`: a number; `choice`: one of the choices; `file`: a file that the signer sends; `name`: the name that the person gave, filled in by itself; `email`: the e-mail address of the person, filled in by itself; `signing_date`: the day on which the person signs or approves, in UTC, filled in by itself. */
        type: 'text' | 'date' | 'checkbox' | 'signature' | 'initials' | 'number' | 'choice' | 'file' | 'name' | 'email' | 'signing_date'
        /** Signer role that fills it in. */
        role: string
        /** Label for people. */
        label: string
        /** Whether it must be filled in. */
        required: boolean
        /** What a text must be, whole: a regular expression as RE2 reads it. */
        pattern?: string
        /** Whether a text may have several lines. */
        multiline?: boolean
        /** Least number, or first day as YYYY-MM-DD. */
        min?: number | string
        /** Greatest number, or last day as YYYY-MM-DD. */
        max?: number | string
        /** Most decimal places of a number; 2 unless given. */
        decimals?: number
        /** What can be chosen. */
        choices?: Array<string>
        /** How choices are shown; `radio` unless given. */
        display?: 'radio' | 'dropdown'
        /** Types of files that are taken; pdf, jpeg and png unless given. */
        accept?: Array<'pdf' | 'jpeg' | 'png' | 'webp' | 'heic'>
        /** Name of the metadata that it begins with; metadata of the name of its key, unless given. */
        prefill?: string
        /** Whether what the sender has filled in stays as it is. */
        fixed?: boolean
        /** Page of the PDF that it stands on, from 1. */
        page?: number
        /** Its left side, as a fraction of the page as it is seen. */
        x?: number
        /** Its upper side, as a fraction of the page as it is seen. */
        y?: number
        /** Its width, as a fraction of the page as it is seen. */
        width?: number
        /** Its height, as a fraction of the page as it is seen. */
        height?: number
        /** Least characters of a text. */
        min_length?: number
        /** Most characters of a text. */
        max_length?: number
        /** Most MiB of a file; 5 unless given. */
        max_megabytes?: number
        /** What `pattern` asks for, in words for people. */
        pattern_words?: string
        /** When it is shown: by the value of a field of the same role or an earlier one. Always, unless given. */
        show_if?: {
          /** Key of the field that it depends on. */
          field: string
          /** Shown if that field has this value; true for a box that is ticked. */
          equals?: string | number | boolean
          /** Shown if that field is filled in; with false, if it is left empty. */
          filled?: boolean
          /** Shown if that field has another value, or none. */
          not_equals?: string | number | boolean
        }
      }>
      /** Verifications of the signers. */
      required_verifications?: Array<{
        /** What is checked. */
        verification_type: 'enhanced_identity_verification' | 'us_criminal_record_check' | 'motor_vehicle_record' | 'panel_drug'
        /** Tier, where the type has tiers. */
        verification_tier: 'request_us_criminal_record_check_tier_1' | 'request_us_criminal_record_check_tier_2' | 'request_us_criminal_record_check_tier_3' | 'panel 5' | 'panel 7' | 'panel 9' | 'panel 10' | null
        /** Signer role that is checked. */
        role: string
      }>
      /** Language of the text as a tag of BCP 47; null, or left out, is what the text is written in. */
      language?: string | null
      /** Names of the metadata that signers see, on the pages and in the finished document; null, or left out, is what the address of their link says, and nothing that a submission was created with. */
      shown_metadata?: Array<string> | null
      /** For how many days finished documents are kept; null is the rule of the organization. */
      document_retention_days?: number | null
      /** What it is sorted into, by words of your own; they make no new version. */
      tags?: Array<string>
      /** An older version that becomes the newest again: its text or its file, its roles, fields and verifications, in so far as they are not given here. */
      from_version?: number
    }, options: RequestOptions = {}): Promise<Agreement> => request({ method: 'PUT', path: `/agreements/${encodeURIComponent(agreement_id)}`, body }, options),
    /** Download the PDF of an agreement. The PDF that its newest version is made of, as it was sent. */
    getAgreementFile: (agreement_id: string, options: RequestOptions = {}): Promise<Uint8Array> => request({ method: 'GET', path: `/agreements/${encodeURIComponent(agreement_id)}/file`, as: 'bytes' }, options),
    /** Duplicate an agreement. Makes a new agreement of the newest version of this one, with its file and its tags, without its links. */
    duplicateAgreement: (agreement_id: string, body: {
      /** Title. */
      title?: string
      /** What it is sorted into, by words of your own; they make no new version. */
      tags?: Array<string>
    }, options: RequestOptions = {}): Promise<Agreement> => request({ method: 'POST', path: `/agreements/${encodeURIComponent(agreement_id)}/duplicate`, body }, options),
    /** Archive an agreement. Takes it out of use and turns its links off; what was signed stays. */
    archiveAgreement: (agreement_id: string, options: RequestOptions = {}): Promise<Agreement> => request({ method: 'POST', path: `/agreements/${encodeURIComponent(agreement_id)}/archive` }, options),
    /** List agreement links. */
    listAgreementLinks: (query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** To read all of a list, however long and however much it changes meanwhile: `*` at first, then `next_cursor` of the reply before, until that is null. In place of `page`. */
      cursor?: string
      /** Only those of these agreements. Several are separated by commas, or sent again. */
      agreement_id?: Array<string>
      /** Only those that are turned on, or off. */
      is_active?: boolean
      /** When it was created. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      created_at?: string
      /** When it was last changed. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      updated_at?: string
    } = {}, options: RequestOptions = {}): Promise<Page<AgreementLink>> => request({ method: 'GET', path: `/agreement-links`, query }, options),
    /** Create an agreement link. A person who opens its url can sign. Parameters added to the url become metadata. */
    createAgreementLink: (body: {
      /** Id of the agreement. */
      agreement_id: string
      /** Title; the agreement’s unless given. */
      title?: string
      /** When it ends. Unix timestamp in milliseconds; null is never. */
      expires_at?: number | null
      /** Who gets in: everybody (`PUBLIC`, unless given), who has the `passcode`, or who gets a code by mail at one of the `recipients`. */
      auth_mode?: 'PUBLIC' | 'PASSCODE' | 'EMAILS'
      /** What people type to get in, 6 to 100 characters. It is never shown again. */
      passcode?: string
      /** Addresses that get in with `EMAILS`, or all of a domain. */
      recipients?: Array<string>
      /** Whether an address gets only one submission of this link; false unless given. */
      once_per_email?: boolean
      /** A secret of 32 to 200 characters. With it, the parameters of the address must be signed (docs/ways-in.md); null ends that. It is never shown. */
      parameter_secret?: string | null
      /** Whom its submissions bring in besides whoever opens it. They are mailed when it is their turn. */
      signers?: Array<{
        /** Signer role. */
        role: string
        /** Name. */
        name?: string | null
        /** E-mail address. */
        email: string
        /** Whether they may pass it on to somebody else. */
        may_delegate?: boolean
        /** What is asked before they read; nothing, unless given. */
        access?: {
          /** Whether they type a code that is mailed to their address before they read. */
          email_code?: boolean
        }
        /** What stands in their fields, by key. They can change it unless the field is fixed. */
        fields?: Record<string, string | number | boolean>
      }>
      /** For how many days it can be signed, 1 to 365; null is 30. */
      days_to_sign?: number | null
      /** When those whose turn it is are asked again; null is never. */
      reminders?: {
        /** How many days after their turn came the first goes out. */
        first_after_days: number
        /** After how many days the next ones follow. */
        every_days: number
        /** How often at most. */
        at_most: number
      } | null
    }, options: RequestOptions = {}): Promise<AgreementLink> => request({ method: 'POST', path: `/agreement-links`, body }, options),
    /** Get an agreement link. */
    getAgreementLink: (agreement_link_id: string, options: RequestOptions = {}): Promise<AgreementLink> => request({ method: 'GET', path: `/agreement-links/${encodeURIComponent(agreement_link_id)}` }, options),
    /** Update an agreement link. */
    updateAgreementLink: (agreement_link_id: string, body: {
      /** Title; the agreement’s unless given. */
      title?: string
      /** When it ends. Unix timestamp in milliseconds; null is never. */
      expires_at?: number | null
      /** Turns it on or off. */
      is_active?: boolean
      /** Who gets in: everybody (`PUBLIC`, unless given), who has the `passcode`, or who gets a code by mail at one of the `recipients`. */
      auth_mode?: 'PUBLIC' | 'PASSCODE' | 'EMAILS'
      /** What people type to get in, 6 to 100 characters. It is never shown again. */
      passcode?: string
      /** Addresses that get in with `EMAILS`, or all of a domain. */
      recipients?: Array<string>
      /** Whether an address gets only one submission of this link; false unless given. */
      once_per_email?: boolean
      /** A secret of 32 to 200 characters. With it, the parameters of the address must be signed (docs/ways-in.md); null ends that. It is never shown. */
      parameter_secret?: string | null
      /** Whom its submissions bring in besides whoever opens it. They are mailed when it is their turn. */
      signers?: Array<{
        /** Signer role. */
        role: string
        /** Name. */
        name?: string | null
        /** E-mail address. */
        email: string
        /** Whether they may pass it on to somebody else. */
        may_delegate?: boolean
        /** What is asked before they read; nothing, unless given. */
        access?: {
          /** Whether they type a code that is mailed to their address before they read. */
          email_code?: boolean
        }
        /** What stands in their fields, by key. They can change it unless the field is fixed. */
        fields?: Record<string, string | number | boolean>
      }>
      /** For how many days it can be signed, 1 to 365; null is 30. */
      days_to_sign?: number | null
      /** When those whose turn it is are asked again; null is never. */
      reminders?: {
        /** How many days after their turn came the first goes out. */
        first_after_days: number
        /** After how many days the next ones follow. */
        every_days: number
        /** How often at most. */
        at_most: number
      } | null
    }, options: RequestOptions = {}): Promise<AgreementLink> => request({ method: 'PUT', path: `/agreement-links/${encodeURIComponent(agreement_link_id)}`, body }, options),
    /** List submissions. */
    listSubmissions: (query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** To read all of a list, however long and however much it changes meanwhile: `*` at first, then `next_cursor` of the reply before, until that is null. In place of `page`. */
      cursor?: string
      /** Only those of these agreement links. Several are separated by commas, or sent again. */
      agreement_link_id?: Array<string>
      /** Only those of these agreements. Several are separated by commas, or sent again. */
      agreement_id?: Array<string>
      /** Only those of these statuses. Several are separated by commas, or sent again. */
      status?: Array<'created' | 'viewed' | 'signed' | 'completed' | 'declined' | 'voided' | 'expired'>
      /** When it was created. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      created_at?: string
      /** When it was last changed. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      updated_at?: string
    } = {}, options: RequestOptions = {}): Promise<Page<Submission>> => request({ method: 'GET', path: `/submissions`, query }, options),
    /** Create a submission. For one signer with signer, for several with signers. Each signing_url is that signer’s own way in; it is in this reply only. Send it to nobody else. */
    createSubmission: (body: {
      /** Id of the agreement link. */
      agreement_link_id: string
      /** Names and values, as in the query of a link; a list for a name that has several. */
      submission_metadata?: Record<string, string | Array<string>>
      /** Who is to sign. What is given here is who signs, unless may_change is true. */
      signer?: {
        /** Name that is proposed. */
        name?: string
        /** E-mail address that is proposed. */
        email?: string
        /** Whether they may name somebody else instead. */
        may_change?: boolean
        /** Whether they may pass it on to somebody else. */
        may_delegate?: boolean
        /** Whether their way in is in the reply, or mailed to them when it is their turn; link unless given. */
        delivery?: 'link' | 'email'
        /** What is asked before they read; nothing, unless given. */
        access?: {
          /** Whether they type a code that is mailed to their address before they read. */
          email_code?: boolean
        }
        /** What stands in their fields, by key: texts, numbers, days as YYYY-MM-DD, choices, true and false. They can change it unless the field is fixed. */
        fields?: Record<string, string | number | boolean>
      }
      /** For how many days it can be signed, 1 to 365; null is what its link says. */
      days_to_sign?: number | null
      /** When those whose turn it is are asked again; null is never, and left out is what its link says. */
      reminders?: {
        /** How many days after their turn came the first goes out. */
        first_after_days: number
        /** After how many days the next ones follow. */
        every_days: number
        /** How often at most. */
        at_most: number
      } | null
      /** The people of the roles, instead of signer. A role without a person gets one from the link, from submission_metadata (<role>_email, <role>_name), or from the person who acts first. */
      signers?: Array<{
        /** Signer role. */
        role: string
        /** Name that is proposed. */
        name?: string
        /** E-mail address that is proposed. */
        email?: string
        /** Whether they may name somebody else instead. */
        may_change?: boolean
        /** Whether they may pass it on to somebody else. */
        may_delegate?: boolean
        /** Whether their way in is in the reply, or mailed to them when it is their turn; link unless given. */
        delivery?: 'link' | 'email'
        /** What is asked before they read; nothing, unless given. */
        access?: {
          /** Whether they type a code that is mailed to their address before they read. */
          email_code?: boolean
        }
        /** What stands in their fields, by key: texts, numbers, days as YYYY-MM-DD, choices, true and false. They can change it unless the field is fixed. */
        fields?: Record<string, string | number | boolean>
      }>
    }, options: RequestOptions = {}): Promise<CreatedSubmission> => request({ method: 'POST', path: `/submissions`, body }, options),
    /** Get a submission. */
    getSubmission: (submission_id: string, options: RequestOptions = {}): Promise<Submission> => request({ method: 'GET', path: `/submissions/${encodeURIComponent(submission_id)}` }, options),
    /** Download the finished PDF. */
    downloadDocument: (submission_id: string, options: RequestOptions = {}): Promise<Uint8Array> => request({ method: 'GET', path: `/submissions/${encodeURIComponent(submission_id)}/document`, as: 'bytes' }, options),
    /** Download a file that a signer has sent. By the key of its field, once they have signed. The files stand in files of the submission, with their hashes. */
    downloadSignerFile: (submission_id: string, field_key: string, options: RequestOptions = {}): Promise<Uint8Array> => request({ method: 'GET', path: `/submissions/${encodeURIComponent(submission_id)}/files/${encodeURIComponent(field_key)}`, as: 'bytes' }, options),
    /** Get the seal of the finished PDF. */
    getSeal: (submission_id: string, options: RequestOptions = {}): Promise<Seal> => request({ method: 'GET', path: `/submissions/${encodeURIComponent(submission_id)}/seal` }, options),
    /** Download the finished PDF with all that proves it. A ZIP of the document, the trust file, the row of the log that names the document, and the verifier, which needs neither this server nor a network. */
    downloadBundle: (submission_id: string, options: RequestOptions = {}): Promise<Uint8Array> => request({ method: 'GET', path: `/submissions/${encodeURIComponent(submission_id)}/bundle`, as: 'bytes' }, options),
    /** Download the proof that the log names the finished PDF. A proof of inclusion (C2SP tlog-proof) of the row that names the SHA-256 of the document; the row stands in its extra line. The proof of its pages is inside the document. */
    downloadProof: (submission_id: string, options: RequestOptions = {}): Promise<Uint8Array> => request({ method: 'GET', path: `/submissions/${encodeURIComponent(submission_id)}/proof`, as: 'bytes' }, options),
    /** Call a submission back. Until everybody has signed, opened or not. The verifications that were ordered for it are called off. */
    voidSubmission: (submission_id: string, body: {
      /** Why, for people. */
      reason?: string
    } = {}, options: RequestOptions = {}): Promise<Submission> => request({ method: 'POST', path: `/submissions/${encodeURIComponent(submission_id)}/void`, body }, options),
    /** Give a part to somebody else, or mend an address. While they have not acted. Whoever had it is out, and the new person is called if it is their turn. Members that are left out stay. Who, when, old and new stand in the trail. */
    reassignSigner: (signer_id: string, body: {
      /** Name that is proposed. */
      name?: string
      /** E-mail address that is proposed. */
      email?: string
      /** Whether they may name somebody else instead. */
      may_change?: boolean
      /** Whether they may pass it on to somebody else. */
      may_delegate?: boolean
      /** Whether their way in is in the reply, or mailed to them when it is their turn; link unless given. */
      delivery?: 'link' | 'email'
      /** What is asked before they read; nothing, unless given. */
      access?: {
        /** Whether they type a code that is mailed to their address before they read. */
        email_code?: boolean
      }
      /** What stands in their fields, by key. What you filled in before stays with the part unless it is given anew here; an empty text takes it away. */
      fields?: Record<string, string | number | boolean>
    }, options: RequestOptions = {}): Promise<ReassignedSigner> => request({ method: 'POST', path: `/signers/${encodeURIComponent(signer_id)}/reassign`, body }, options),
    /** Mail a signer their way in again. While it is their turn. The ways in that they were sent before work no more. */
    remindSigner: (signer_id: string, options: RequestOptions = {}): Promise<Reminder> => request({ method: 'POST', path: `/signers/${encodeURIComponent(signer_id)}/remind` }, options),
    /** Send a link to the people of a file. The file is judged whole first: with one bad row nothing is made, and every bad row is named by its line and column. A submission of each row is made by a job that goes on after a crash. A file that says what one before it said, for the same link, is answered with that bulk send, and makes nothing twice. */
    createBulkSend: (body: {
      /** Id of the agreement link. */
      agreement_link_id: string
      /** Whether ways in are mailed, or stand in the result file; email unless given. */
      delivery?: 'email' | 'link'
      /** The file, at most 4 MiB: a first line of names (email, name, <role>.email, <role>.name; all others become metadata), and a line for each submission, at most 10,000. */
      file_upload: {
        name: string
        base64: string
      }
      /** Whether it waits until it is told to go on; false unless given. */
      is_stopped?: boolean
    }, options: RequestOptions = {}): Promise<BulkSend> => request({ method: 'POST', path: `/bulk-sends`, body }, options),
    /** Look at what a file would become. Judges the file as its sending does, names every bad row, and tells what each column becomes. Nothing is kept. */
    previewBulkSend: (body: {
      /** Id of the agreement link. */
      agreement_link_id: string
      /** Whether ways in are mailed, or stand in the result file; email unless given. */
      delivery?: 'email' | 'link'
      /** The file, at most 4 MiB: a first line of names (email, name, <role>.email, <role>.name; all others become metadata), and a line for each submission, at most 10,000. */
      file_upload: {
        name: string
        base64: string
      }
    }, options: RequestOptions = {}): Promise<BulkSendPreview> => request({ method: 'POST', path: `/bulk-sends/preview`, body }, options),
    /** List bulk sends. Newest first. */
    listBulkSends: (query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** To read all of a list, however long and however much it changes meanwhile: `*` at first, then `next_cursor` of the reply before, until that is null. In place of `page`. */
      cursor?: string
      /** Only those of these agreement links. Several are separated by commas, or sent again. */
      agreement_link_id?: Array<string>
      /** Only those in these states. Several are separated by commas, or sent again. */
      state?: Array<'running' | 'stopped' | 'done'>
      /** When it was created. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      created_at?: string
      /** When it was last changed. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      updated_at?: string
    } = {}, options: RequestOptions = {}): Promise<Page<BulkSend>> => request({ method: 'GET', path: `/bulk-sends`, query }, options),
    /** Get a bulk send. How far it is. */
    getBulkSend: (bulk_send_id: string, options: RequestOptions = {}): Promise<BulkSend> => request({ method: 'GET', path: `/bulk-sends/${encodeURIComponent(bulk_send_id)}` }, options),
    /** Download what became of each row. A line for each person of each row: line, role, name, email, submission_id, status, signing_url. The ways in of delivery link are there until kept_until. */
    downloadBulkSendResult: (bulk_send_id: string, options: RequestOptions = {}): Promise<Uint8Array> => request({ method: 'GET', path: `/bulk-sends/${encodeURIComponent(bulk_send_id)}/result`, as: 'bytes' }, options),
    /** Let a bulk send go on. With the rows that are left. One that runs or is done stays as it is. */
    continueBulkSend: (bulk_send_id: string, options: RequestOptions = {}): Promise<BulkSend> => request({ method: 'POST', path: `/bulk-sends/${encodeURIComponent(bulk_send_id)}/continue` }, options),
    /** Stop a bulk send. What it has made stays. It can go on for 30 days. */
    stopBulkSend: (bulk_send_id: string, options: RequestOptions = {}): Promise<BulkSend> => request({ method: 'POST', path: `/bulk-sends/${encodeURIComponent(bulk_send_id)}/stop` }, options),
    /** Take back a bulk send of which nothing was made. */
    deleteBulkSend: (bulk_send_id: string, options: RequestOptions = {}): Promise<BulkSend> => request({ method: 'DELETE', path: `/bulk-sends/${encodeURIComponent(bulk_send_id)}` }, options),
    /** Export a list to a file. A job writes all of the list, however long it is, and goes on after a crash. The objects are those of the list, in the version of this request. At most three run at once for a key. When a person is erased, files are written anew without them. */
    createExport: (body: {
      /** The list, by its path. */
      list: 'verifications' | 'consents' | 'agreements' | 'agreement-links' | 'submissions' | 'bulk-sends' | 'webhooks' | 'event-log' | 'invitations'
      /** csv: a line for each object. ndjson: an object in each line. */
      format: 'csv' | 'ndjson'
      /** The filters and the order of the list, as in its address; all of it unless given. */
      query?: string
    }, options: RequestOptions = {}): Promise<Export> => request({ method: 'POST', path: `/exports`, body }, options),
    /** List exports. Those of this key, newest first. */
    listExports: (query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** To read all of a list, however long and however much it changes meanwhile: `*` at first, then `next_cursor` of the reply before, until that is null. In place of `page`. */
      cursor?: string
      /** When it was created. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      created_at?: string
      /** When it was last changed. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      updated_at?: string
    } = {}, options: RequestOptions = {}): Promise<Page<Export>> => request({ method: 'GET', path: `/exports`, query }, options),
    /** Get an export. How far it is. */
    getExport: (export_id: string, options: RequestOptions = {}): Promise<Export> => request({ method: 'GET', path: `/exports/${encodeURIComponent(export_id)}` }, options),
    /** Download the file of an export. Once its state is done, for seven days. Its length is told, so that a part is not taken for the whole. */
    downloadExport: (export_id: string, options: RequestOptions = {}): Promise<Uint8Array> => request({ method: 'GET', path: `/exports/${encodeURIComponent(export_id)}/content`, as: 'bytes' }, options),
    /** Stop an export, or delete its file. */
    deleteExport: (export_id: string, options: RequestOptions = {}): Promise<Export> => request({ method: 'DELETE', path: `/exports/${encodeURIComponent(export_id)}` }, options),
    /** Erase a person. Destroys what is known of a person, here and at providers. Open submissions and verifications of theirs end. What stays is proof without the person, and finished documents for as long as the rule of their agreement or organization keeps them. It cannot be taken back; asking again changes nothing. */
    createErasure: (body: {
      /** The person: subject_id of a consent, or of a signer of a submission. */
      subject_id: string
    }, options: RequestOptions = {}): Promise<Erasure> => request({ method: 'POST', path: `/erasures`, body }, options),
    /** List invitations. */
    listInvitations: (query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** To read all of a list, however long and however much it changes meanwhile: `*` at first, then `next_cursor` of the reply before, until that is null. In place of `page`. */
      cursor?: string
      /** Only those that stand so. Several are separated by commas, or sent again. */
      status?: Array<'pending' | 'expired' | 'accepted' | 'declined'>
      /** When it was created. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      created_at?: string
      /** When it was last changed. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      updated_at?: string
    } = {}, options: RequestOptions = {}): Promise<Page<Invitation>> => request({ method: 'GET', path: `/invitations`, query }, options),
    /** Invite a person. Sends a mail with a link, which nobody else gets. The person at the address becomes a member when they accept. An earlier invitation of the same address ends. */
    createInvitation: (body: {
      /** What you call the person until they choose their own name. */
      name: string
      /** Where to send the invitation. */
      email: string
      /** Name of the role that they will have. */
      role: string
    }, options: RequestOptions = {}): Promise<Invitation> => request({ method: 'POST', path: `/invitations`, body }, options),
    /** Get an invitation. */
    getInvitation: (invitation_id: string, options: RequestOptions = {}): Promise<Invitation> => request({ method: 'GET', path: `/invitations/${encodeURIComponent(invitation_id)}` }, options),
    /** Take an invitation back. */
    revokeInvitation: (invitation_id: string, options: RequestOptions = {}): Promise<InvitationRevoked> => request({ method: 'DELETE', path: `/invitations/${encodeURIComponent(invitation_id)}` }, options),
    /** Get your organization. */
    getOrganization: (options: RequestOptions = {}): Promise<Organization> => request({ method: 'GET', path: `/organization` }, options),
    /** Update your organization. */
    updateOrganization: (body: {
      /** Name that people see. */
      name?: string
      /** For how many days finished documents are kept, unless their agreement says otherwise; null keeps them. */
      document_retention_days?: number | null
      /** Parameters of links that only follow people around, and are not kept as metadata; a star at the end stands for any end. Null is the list that comes with the server. */
      tracking_parameters?: Array<string> | null
      /** Sites whose pages may show signing pages in a frame, as origins. */
      embedding_origins?: Array<string>
    }, options: RequestOptions = {}): Promise<Organization> => request({ method: 'PUT', path: `/organization`, body }, options),
    /** List the versions of the API. */
    listVersions: (options: RequestOptions = {}): Promise<VersionList> => request({ method: 'GET', path: `/versions` }, options),
  }
}
