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
  /** When the verification was deleted. Unix timestamp in milliseconds. */
  event_datetime: number
}

export type Consent = {
  /** Id of the consent. */
  consent_id: string
  /** The person. Use this id in an order. */
  subject_id: string
  /** The submission in which the person consented. */
  submission_id: string | null
  /** The kind of the consent. */
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
  /** The sentence beside the box that the person ticks. */
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
  /** When the event was delivered or given up. Unix timestamp in milliseconds. */
  finished_at: number | null
  /** The data of the event in the body of the delivery, in the version of the webhook. */
  data: Record<string, unknown>
  /** The number of the delivery, as in the header webhook-sequence. Only replies to `after` have it. */
  sequence?: number | null
}

export type WebhookAttempt = {
  /** Id of the event; the header webhook-id carries it. */
  event_id: string
  /** Id of the webhook. */
  webhook_id: string
  /** The number of the attempt, from 1. Redeliveries continue the count. */
  number: number
  /** delivered, or the word for what went wrong. */
  outcome: string
  /** Status of the answer. */
  http_status: number | null
  /** Why the attempt failed, as a sentence. */
  error: string | null
  /** The beginning of the answer of the receiver. */
  response_excerpt: string | null
  /** When the request began. Unix timestamp in milliseconds. */
  started_at: number
  /** The duration of the request, in milliseconds. */
  duration_ms: number
}

export type EventBatch = {
  /** The events, oldest first; empty when nothing happened. */
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
  /** Send it back as `after` to continue from here. It has no other meaning. */
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
  /** How many deliveries were missing when the recovery began. */
  total: number
  /** How many deliveries are on their way again or have arrived. */
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
  /** How many requests may be open at once. */
  max_concurrency: number
  /** How many requests begin per second; null is no limit. */
  max_per_second: number | null
  /** Whether deliveries also have v1a signatures (Ed25519). */
  asymmetric: boolean
  /** The public address of the key of the v1a signatures, as a JWK set. */
  public_keys_url: string | null
  /** Your own headers, by name. Values are never shown. */
  custom_headers: Record<string, null>
  client_certificate: {
    /** The subject of the certificate. */
    subject: string
    /** SHA-256 of the certificate, in hexadecimal with colons. */
    fingerprint_sha256: string
    /** When it ends. Unix timestamp in milliseconds. */
    expires_at: number
  } | null
  oauth: {
    /** The address of the token endpoint. */
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
    /** Webhooks whose delivery is under way. */
    pending: number
    /** Webhooks that answered with a 2xx. */
    delivered: number
    /** Webhooks whose delivery was given up. */
    failed: number
    /** Webhooks that were off when the delivery was due. */
    held: number
  }
  /** The data of the event, in the version of the request. */
  data: Record<string, unknown>
}

export type Agreement = {
  /** Id of the agreement. */
  agreement_id: string
  /** The number of the version, from 1. A change makes a new version. */
  version: number
  /** Title. */
  title: string
  /** Markdown; a placeholder {{key}} stands for a field. Empty for an agreement of a PDF. */
  source: string
  /** The PDF of the agreement; null for an agreement in Markdown. */
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
    /** The turn of the role. Roles with the same order act at the same time. A role with a later order acts once all earlier roles have acted. By default, the place of the role in the list. */
    order: number
    /** What the role does: sign, approve without signing, or only get the finished document; signer by default. */
    kind: 'signer' | 'approver' | 'copy'
  }>
  /** Blanks of the agreement. */
  fields: Array<{
    /** Key of the field, which its placeholders name. */
    key: string
    /** Type of the value. `text`: words; `date`: a day; `checkbox`: a box to tick; `signature`: the place of the signature; always required; `initials`: typed or drawn initials beside a passage; `number`: a number; `choice`: one of the choices; `file`: a file that the signer sends; `name`: the name that the person gave, filled in automatically; `email`: the e-mail address of the person, filled in automatically; `signing_date`: the day on which the person signs or approves, in UTC, filled in automatically. */
    type: 'text' | 'date' | 'checkbox' | 'signature' | 'initials' | 'number' | 'choice' | 'file' | 'name' | 'email' | 'signing_date'
    /** Key of the signer role that fills the field in. */
    role: string
    /** Label for people. */
    label: string
    /** Whether the field must be filled in. */
    required: boolean
    /** Regular expression (RE2) that the whole text must match. */
    pattern?: string
    /** Least number, or first day as YYYY-MM-DD. */
    min?: number | string
    /** Greatest number, or last day as YYYY-MM-DD. */
    max?: number | string
    /** Greatest number of decimal places; 2 by default. */
    decimals?: number
    /** Texts from which the signer chooses one. */
    choices?: Array<string>
    /** How choices are shown; `radio` by default. */
    display?: 'radio' | 'dropdown'
    /** Accepted types of files; pdf, jpeg and png by default. */
    accept?: Array<'pdf' | 'jpeg' | 'png' | 'webp' | 'heic'>
    /** Name of the metadata that fills the field at first; the key of the field by default. */
    prefill?: string
    /** Whether the signer cannot change the value that the sender filled in. */
    fixed?: boolean
    /** Page of the PDF, counted from 1. */
    page?: number
    /** Left side of the field, as a fraction of the visible page. */
    x?: number
    /** Upper side of the field, as a fraction of the visible page. */
    y?: number
    /** Width of the field, as a fraction of the visible page. */
    width?: number
    /** Height of the field, as a fraction of the visible page. */
    height?: number
    /** Least number of characters in a text. */
    min_length?: number
    /** Greatest number of characters in a text. */
    max_length?: number
    /** Greatest size of a file in MiB; 5 by default. */
    max_megabytes?: number
    /** Description of `pattern` for people. */
    pattern_words?: string
    /** The field is shown by the value of a field of the same or an earlier role; always by default. */
    show_if?: {
      /** Key of the other field. */
      field: string
      /** The field is shown if the other field has this value; `true` means a ticked box. */
      equals?: string | number | boolean
      /** The field is shown if the other field is filled in; with `false`, if it is empty. */
      filled?: boolean
      /** The field is shown if the other field has another value or no value. */
      not_equals?: string | number | boolean
    }
  }>
  /** Verifications of the signers. */
  required_verifications: Array<{
    /** The type of the verification. */
    verification_type: 'enhanced_identity_verification' | 'us_criminal_record_check' | 'motor_vehicle_record' | 'panel_drug'
    /** Tier, where the type has tiers. */
    verification_tier: 'request_us_criminal_record_check_tier_1' | 'request_us_criminal_record_check_tier_2' | 'request_us_criminal_record_check_tier_3' | 'panel 5' | 'panel 7' | 'panel 9' | 'panel 10' | null
    /** The signer role to verify. */
    role: string
  }>
  /** The language of the text as a BCP 47 tag, given by its author or detected. */
  language: string
  /** The names of the metadata that signers see on the pages and in the finished document. Null or no value shows the metadata of the address of their link, and hides the metadata that a submission was created with. */
  shown_metadata: Array<string> | null
  /** SHA-256 of the source, in hex. */
  source_sha256: string
  /** For how many days finished documents are kept; null takes the rule of the organization. */
  document_retention_days: number | null
  /** Tags: your own words to sort agreements by. A change of tags makes no new version. */
  tags: Array<string>
  /** The original of a copy; null once the original is deleted. */
  copy_of: string | null
  /** When the agreement was archived. Unix timestamp in milliseconds. */
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
  /** Whether people can open the link. */
  is_active: boolean
  /** When it ends. Unix timestamp in milliseconds. */
  expires_at: number | null
  /** Who may open the link: everybody (`PUBLIC`, the default), people with the `passcode`, or people who get a code by mail at one of the `recipients`. */
  auth_mode: 'PUBLIC' | 'PASSCODE' | 'EMAILS'
  /** The addresses that may open a link with `EMAILS`, or a whole domain. */
  recipients: Array<string>
  /** Whether each e-mail address can begin only one submission through this link; false by default. */
  once_per_email: boolean
  /** Whether the parameters of the address must be signed. */
  parameters_are_signed: boolean
  /** The other people of its submissions. Each is mailed when it is their turn. */
  signers: Array<{
    /** Signer role. */
    role: string
    /** Name. */
    name: string | null
    /** E-mail address. */
    email: string
    /** Whether the signer may pass their part on to another person. */
    may_delegate: boolean
    /** What the signer must enter before they can read the agreement; nothing by default. */
    access: {
      /** Whether a code is mailed to the signer. */
      email_code: boolean
    }
    /** The values of the fields of the signer, by key. */
    fields: Record<string, string | number | boolean>
  }>
  /** For how many days a submission can be signed, 1 to 365; null is 30. */
  days_to_sign: number | null
  /** When signers whose turn it is are reminded; null is never. */
  reminders: {
    /** How many days after the turn began the first reminder goes out. */
    first_after_days: number
    /** How many days lie between the reminders that follow. */
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
  /** The person. Use this id to erase the person. */
  subject_id: string
  /** Signer role. */
  role: string
  /** What the role does: sign, approve without signing, or only get the finished document. */
  kind: 'signer' | 'approver' | 'copy'
  /** The turn of the role. Roles with the same order act at the same time. */
  order: number
  /** Whether the submission waits for them now. */
  is_turn: boolean
  /** How the signer gets the link; null until the signer is known. */
  delivery: 'link' | 'email' | null
  /** What the signer must enter before they can read the agreement; nothing by default. */
  access: {
    /** Whether a code is mailed to the signer. */
    email_code: boolean
  }
  /** Name that the signer gave. */
  name: string | null
  /** E-mail address that the signer gave. */
  email: string | null
  /** Whether another person may sign instead. */
  may_change: boolean
  /** Whether the signer may pass their part on to another person. */
  may_delegate: boolean
  /** When the turn of the signer began. Unix timestamp in milliseconds. */
  turn_came_at: number | null
  /** When it was opened; null before. Unix timestamp in milliseconds. */
  viewed_at: number | null
  /** When the signer gave their name and address. Unix timestamp in milliseconds. */
  identified_at: number | null
  /** When the signer signed. Unix timestamp in milliseconds. */
  signed_at: number | null
  /** When the approver approved. Unix timestamp in milliseconds. */
  approved_at: number | null
  /** When the signer declined, or the approver refused. Unix timestamp in milliseconds. */
  declined_at: number | null
  /** The signer’s own link; null when the link is mailed, and for a copy. Shown once. */
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
  /** The query parameters of the opened link, or the metadata of the creation; a list for a name that has several values. */
  submission_metadata: Record<string, string | Array<string>>
  /** Parameters that were not stored as metadata. */
  left_out: Array<{
    /** Its name. */
    name: string
    /** Why it is not kept. */
    reason: 'secret' | 'tracking'
  }>
  /** The files that signers have sent. The files of a signer appear once the signer has acted. */
  files: Array<{
    /** Key of the field. */
    field: string
    /** What it was called. */
    name: string
    /** The media type, detected from the bytes. */
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
    /** The person. Use this id to erase the person. */
    subject_id: string
    /** Signer role. */
    role: string
    /** What the role does: sign, approve without signing, or only get the finished document. */
    kind: 'signer' | 'approver' | 'copy'
    /** The turn of the role. Roles with the same order act at the same time. */
    order: number
    /** Whether the submission waits for them now. */
    is_turn: boolean
    /** How the signer gets the link; null until the signer is known. */
    delivery: 'link' | 'email' | null
    /** What the signer must enter before they can read the agreement; nothing by default. */
    access: {
      /** Whether a code is mailed to the signer. */
      email_code: boolean
    }
    /** Name that the signer gave. */
    name: string | null
    /** E-mail address that the signer gave. */
    email: string | null
    /** Whether another person may sign instead. */
    may_change: boolean
    /** Whether the signer may pass their part on to another person. */
    may_delegate: boolean
    /** When the turn of the signer began. Unix timestamp in milliseconds. */
    turn_came_at: number | null
    /** When it was opened; null before. Unix timestamp in milliseconds. */
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
  /** When it was opened; null before. Unix timestamp in milliseconds. */
  viewed_at: number | null
  /** When everybody had signed and the document was finished. Unix timestamp in milliseconds. */
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
  /** The moment until which the submission can be signed. Unix timestamp in milliseconds. */
  expires_at: number
  /** When signers whose turn it is are reminded; null is never. */
  reminders: {
    /** How many days after the turn began the first reminder goes out. */
    first_after_days: number
    /** How many days lie between the reminders that follow. */
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
  /** The query parameters of the opened link, or the metadata of the creation; a list for a name that has several values. */
  submission_metadata: Record<string, string | Array<string>>
  /** Parameters that were not stored as metadata. */
  left_out: Array<{
    /** Its name. */
    name: string
    /** Why it is not kept. */
    reason: 'secret' | 'tracking'
  }>
  /** The files that signers have sent. The files of a signer appear once the signer has acted. */
  files: Array<{
    /** Key of the field. */
    field: string
    /** What it was called. */
    name: string
    /** The media type, detected from the bytes. */
    content_type: string
    /** Its size in bytes. */
    byte_size: number
    /** SHA-256 of it, in hex. */
    sha256: string
  }>
  /** What the signers filled in, by field key. */
  field_values: Record<string, unknown>
  /** The people who take part, each with their own link. */
  signers: Array<{
    /** Id of the signer. */
    signer_id: string
    /** The person. Use this id to erase the person. */
    subject_id: string
    /** Signer role. */
    role: string
    /** What the role does: sign, approve without signing, or only get the finished document. */
    kind: 'signer' | 'approver' | 'copy'
    /** The turn of the role. Roles with the same order act at the same time. */
    order: number
    /** Whether the submission waits for them now. */
    is_turn: boolean
    /** How the signer gets the link; null until the signer is known. */
    delivery: 'link' | 'email' | null
    /** What the signer must enter before they can read the agreement; nothing by default. */
    access: {
      /** Whether a code is mailed to the signer. */
      email_code: boolean
    }
    /** Name that the signer gave. */
    name: string | null
    /** E-mail address that the signer gave. */
    email: string | null
    /** Whether another person may sign instead. */
    may_change: boolean
    /** Whether the signer may pass their part on to another person. */
    may_delegate: boolean
    /** When the turn of the signer began. Unix timestamp in milliseconds. */
    turn_came_at: number | null
    /** When it was opened; null before. Unix timestamp in milliseconds. */
    viewed_at: number | null
    /** When the signer gave their name and address. Unix timestamp in milliseconds. */
    identified_at: number | null
    /** When the signer signed. Unix timestamp in milliseconds. */
    signed_at: number | null
    /** When the approver approved. Unix timestamp in milliseconds. */
    approved_at: number | null
    /** When the signer declined, or the approver refused. Unix timestamp in milliseconds. */
    declined_at: number | null
    /** The signer’s own link; null when the link is mailed, and for a copy. Shown once. */
    signing_url: string | null
  }>
  /** When it was opened; null before. Unix timestamp in milliseconds. */
  viewed_at: number | null
  /** When everybody had signed and the document was finished. Unix timestamp in milliseconds. */
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
  /** The moment until which the submission can be signed. Unix timestamp in milliseconds. */
  expires_at: number
  /** When signers whose turn it is are reminded; null is never. */
  reminders: {
    /** How many days after the turn began the first reminder goes out. */
    first_after_days: number
    /** How many days lie between the reminders that follow. */
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
  /** The link of the first signer; null when it is mailed. Shown once. */
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
  /** How long the seal can be proved; null for a document that is older than seals. */
  seal_level: 'B-T' | 'B-LT' | 'B-LTA' | null
  /** The moment of the timestamp of the seal. Unix timestamp in milliseconds. */
  sealed_at: number | null
  /** The timestamp authority: built-in, or its address. */
  timestamp_authority: string | null
  /** SHA-256 of the certificate of the seal, in hex. */
  seal_certificate_sha256: string | null
  /** SHA-256 of the evidence in the document, in hex. */
  evidence_sha256: string | null
  /** When the file was removed at the end of its retention period. Unix timestamp in milliseconds. */
  removed_at: number | null
}

export type BulkSend = {
  /** Id of the bulk send. */
  bulk_send_id: string
  /** Id of the agreement link. */
  agreement_link_id: string
  /** Whether the links are mailed (email) or are in the result file (link). */
  delivery: 'email' | 'link'
  /** Name of the file. */
  file_name: string | null
  /** What each column becomes. */
  columns: Array<{
    /** The name of the column in the first line. */
    name: string
    /** The signer role of the column; null for metadata. */
    role: string | null
    /** What its cells become. */
    becomes: 'name' | 'email' | 'access' | 'field' | 'metadata'
  }>
  /** The state. */
  state: 'running' | 'stopped' | 'done'
  /** Why the bulk send stopped by itself. */
  trouble: string | null
  /** Rows of the file. */
  total: number
  /** Rows that have become submissions. */
  made: number
  /** When it began. Unix timestamp in milliseconds. */
  created_at: number
  /** When it last changed. Unix timestamp in milliseconds. */
  updated_at: number
  /** When the bulk send ended or stopped. Unix timestamp in milliseconds. */
  ended_at: number | null
  /** Until when a stopped bulk send can continue, and the result file has the links. Unix timestamp in milliseconds. */
  kept_until: number | null
}

export type BulkSendPreview = {
  /** What each column becomes. */
  columns: Array<{
    /** The name of the column in the first line. */
    name: string
    /** The signer role of the column; null for metadata. */
    role: string | null
    /** What its cells become. */
    becomes: 'name' | 'email' | 'access' | 'field' | 'metadata'
  }>
  /** Rows of the file. */
  total: number
  /** Id of the earlier bulk send of the same file for this link. Sending the file again makes nothing twice. */
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
  /** The state. */
  state: 'running' | 'done' | 'failed' | 'expired'
  /** Why it failed. */
  trouble: string | null
  /** How many objects the list has; null before the server has counted them. */
  total: number | null
  /** Objects that are in the file. */
  made: number
  /** How long the file is. */
  bytes: number
  /** When it was requested. Unix timestamp in milliseconds. */
  created_at: number
  /** When it last changed. Unix timestamp in milliseconds. */
  updated_at: number
  /** When the export was done, failed or expired. Unix timestamp in milliseconds. */
  ended_at: number | null
  /** Until when the file can be downloaded. Unix timestamp in milliseconds. */
  kept_until: number
}

export type Erasure = {
  /** The person. */
  subject_id: string
  /** When. Unix timestamp in milliseconds. */
  erased_at: number | null
  /** How many documents that the person signed are still stored. */
  documents_kept: number
  /** When the last of these documents is removed; null without documents, or without a rule that removes them. Unix timestamp in milliseconds. */
  documents_kept_until: number | null
}

export type Invitation = {
  /** Id of the invitation. */
  invitation_id: string
  /** Name that the organization calls the person by until they choose their own. */
  name: string
  /** Address that the invitation was sent to. */
  email: string
  /** The future role of the person; null once the person has answered. */
  role: string | null
  /** The status of the invitation. */
  status: 'pending' | 'expired' | 'accepted' | 'declined'
  /** The id of the user who invited; null when an API key did. */
  invited_by: string | null
  /** User id of who accepted. */
  user_id: string | null
  /** When the invitation expires. Unix timestamp in milliseconds. */
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
  /** For how many days finished documents are kept; null keeps them for ever. An agreement can have its own rule. */
  document_retention_days: number | null
  /** Parameters of links that only track people, and are not stored as metadata. A star at the end matches any end. Null is the list of the server. */
  tracking_parameters: Array<string> | null
  /** The origins of sites that may show signing pages in a frame. */
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
    /** The changes from the previous version. */
    changes: Array<{
      /** Word for the change. */
      id: string
      /** What changed. */
      description: string
      /** Objects that it touches. */
      resources: Array<string>
    }>
    /** The endpoints that this version added. */
    endpoints: Array<string>
  }>
}

export type Health = {
  /** Always ok. */
  status: string
}

export type Error = {
  /** What is wrong with this request. */
  detail: string
  /** The kind of the error, as a sentence that never changes. */
  message: string
  /** A page with the cause of the error and its remedy. */
  more_info: string
  /** Code of the catalogue. */
  error: number
  /** Id of the request. Quote it when you ask for help. */
  request_id: string
  /** Every fault of a request that failed validation. */
  errors?: Array<{
    /** The place of the fault, with dots between names; empty for the whole body. */
    path: string
    /** Which rule is broken. */
    rule: string
    /** What to send instead. */
    message: string
    /** The value of the request; left out when it may be secret. */
    value?: unknown
  }>
}

export type Problem = {
  /** A page with the cause of the error and its remedy. */
  type: string
  /** The kind of the error. */
  title: string
  /** HTTP status. */
  status: number
  /** What is wrong with this request. */
  detail: string
  /** Path of the request. */
  instance: string
  /** Code of the catalogue. */
  error: number
  /** Id of the request. Quote it when you ask for help. */
  request_id: string
  /** Every fault of a request that failed validation. */
  errors?: Array<{
    /** The place of the fault, with dots between names; empty for the whole body. */
    path: string
    /** Which rule is broken. */
    rule: string
    /** What to send instead. */
    message: string
    /** The value of the request; left out when it may be secret. */
    value?: unknown
  }>
}

export type Metadata = Record<string, unknown>

export type VerificationEvent = {
  /** Id of the event; the header webhook-id carries it. */
  id: string
  /** Type of the event. */
  type: 'verification'
  /** When the event happened, in UTC. */
  timestamp: string
  /** Version of the API that the body is in: the one that the webhook is pinned to. */
  api_version: '2.2'
  /** The verification at the time of the event. */
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
    /** True for a made-up event that tests a receiver. */
    test?: boolean
  }
}

export type AgreementViewedEvent = {
  /** Id of the event; the header webhook-id carries it. */
  id: string
  /** Type of the event. */
  type: 'agreement.viewed'
  /** When the event happened, in UTC. */
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
    /** Id of the signer who acted, if a signer acted. */
    signer_id?: string
    /** Metadata of the submission (passed as URL params). */
    submission_metadata: Record<string, unknown>
    /** True for a made-up event that tests a receiver. */
    test?: boolean
  }
}

export type AgreementSignedEvent = {
  /** Id of the event; the header webhook-id carries it. */
  id: string
  /** Type of the event. */
  type: 'agreement.signed'
  /** When the event happened, in UTC. */
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
    /** Id of the signer who acted, if a signer acted. */
    signer_id?: string
    /** Metadata of the submission (passed as URL params). */
    submission_metadata: Record<string, unknown>
    /** True for a made-up event that tests a receiver. */
    test?: boolean
  }
}

export type AgreementCompletedEvent = {
  /** Id of the event; the header webhook-id carries it. */
  id: string
  /** Type of the event. */
  type: 'agreement.completed'
  /** When the event happened, in UTC. */
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
    /** Id of the signer who acted, if a signer acted. */
    signer_id?: string
    /** Metadata of the submission (passed as URL params). */
    submission_metadata: Record<string, unknown>
    /** True for a made-up event that tests a receiver. */
    test?: boolean
    /** The end of the trail of the submission. Test events do not have it. */
    trail?: {
      /** How many rows the trail of the submission has. */
      length: number
      /** The hash of its last row, in hex. Store both: nobody can change the trail later without changing them. */
      head: string
    }
  }
}

export type AgreementDeclinedEvent = {
  /** Id of the event; the header webhook-id carries it. */
  id: string
  /** Type of the event. */
  type: 'agreement.declined'
  /** When the event happened, in UTC. */
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
    /** Id of the signer who acted, if a signer acted. */
    signer_id?: string
    /** Metadata of the submission (passed as URL params). */
    submission_metadata: Record<string, unknown>
    /** True for a made-up event that tests a receiver. */
    test?: boolean
  }
}

export type AgreementVoidedEvent = {
  /** Id of the event; the header webhook-id carries it. */
  id: string
  /** Type of the event. */
  type: 'agreement.voided'
  /** When the event happened, in UTC. */
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
    /** Id of the signer who acted, if a signer acted. */
    signer_id?: string
    /** Metadata of the submission (passed as URL params). */
    submission_metadata: Record<string, unknown>
    /** True for a made-up event that tests a receiver. */
    test?: boolean
  }
}

export type AgreementExpiredEvent = {
  /** Id of the event; the header webhook-id carries it. */
  id: string
  /** Type of the event. */
  type: 'agreement.expired'
  /** When the event happened, in UTC. */
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
    /** Id of the signer who acted, if a signer acted. */
    signer_id?: string
    /** Metadata of the submission (passed as URL params). */
    submission_metadata: Record<string, unknown>
    /** True for a made-up event that tests a receiver. */
    test?: boolean
  }
}

export type WebhookFailingEvent = {
  /** Id of the event; the header webhook-id carries it. */
  id: string
  /** Type of the event. */
  type: 'webhook.failing'
  /** When the event happened, in UTC. */
  timestamp: string
  /** Version of the API that the body is in: the one that the webhook is pinned to. */
  api_version: '2.2'
  /** The webhook at the time of the event. */
  data: {
    /** Id of the webhook that it is about; never the one that this goes to. */
    webhook_id: string | null
    /** Whether it is on. */
    service_status: boolean
    /** Since when every delivery fails. Unix timestamp in milliseconds. */
    failing_since: number | null
    /** Failures in a row. */
    consecutive_failures: number
    /** When the webhook was switched off. Unix timestamp in milliseconds. */
    disabled_at: number | null
    /** Why it was switched off. */
    disabled_reason: 'user' | 'gone' | 'failing' | null
    /** True for a made-up event that tests a receiver. */
    test?: boolean
  }
}

export type WebhookDisabledEvent = {
  /** Id of the event; the header webhook-id carries it. */
  id: string
  /** Type of the event. */
  type: 'webhook.disabled'
  /** When the event happened, in UTC. */
  timestamp: string
  /** Version of the API that the body is in: the one that the webhook is pinned to. */
  api_version: '2.2'
  /** The webhook at the time of the event. */
  data: {
    /** Id of the webhook that it is about; never the one that this goes to. */
    webhook_id: string | null
    /** Whether it is on. */
    service_status: boolean
    /** Since when every delivery fails. Unix timestamp in milliseconds. */
    failing_since: number | null
    /** Failures in a row. */
    consecutive_failures: number
    /** When the webhook was switched off. Unix timestamp in milliseconds. */
    disabled_at: number | null
    /** Why it was switched off. */
    disabled_reason: 'user' | 'gone' | 'failing' | null
    /** True for a made-up event that tests a receiver. */
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
      /** Reads a whole list, however long it is, even while it changes. Send `*` first, then `next_cursor` of the previous reply, until it is null. Use it instead of `page`. */
      cursor?: string
      /** Finds the text, in any case, in the verification id, agreement link id, type, subtype, tier, status or result. */
      search?: string
      /** Fields that must all be equal. */
      verification_metadata?: Record<string, unknown>
      /** `field`, `field ASC` or `field DESC`, comma-separated. Fields: created_at, updated_at, last_status_at, submitted_at, verification_id, verification_type, verification_subtype, verification_tier, is_scan, status, result, sub_status, agreement_link_id, organization_id. */
      order_by?: string
      /** Only of these statuses. Separate several values by commas, or send the parameter several times. */
      status?: Array<'started' | 'cancelled' | 'in_progress' | 'completed'>
      /** Only with these results; `null` is none. Separate several values by commas, or send the parameter several times. */
      result?: Array<'pending' | 'verified' | 'rejected' | 'null'>
      /** Only of these types. Separate several values by commas, or send the parameter several times. */
      verification_type?: Array<'enhanced_identity_verification' | 'us_criminal_record_check' | 'motor_vehicle_record' | 'panel_drug'>
      /** `verification_type` in short. Separate several values by commas, or send the parameter several times. */
      type?: Array<'enhanced_identity_verification' | 'us_criminal_record_check' | 'motor_vehicle_record' | 'panel_drug'>
      /** Only verifications of these agreement links. Separate several values by commas, or send the parameter several times. */
      agreement_link_id?: Array<string>
      /** When it was created. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      created_at?: string
      /** When it was last changed. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      updated_at?: string
    } = {}, options: RequestOptions = {}): Promise<Page<Verification>> => request({ method: 'GET', path: `/verifications`, query }, options),
    /** Get a verification. */
    getVerification: (verification_id: string, options: RequestOptions = {}): Promise<Verification> => request({ method: 'GET', path: `/verifications/${encodeURIComponent(verification_id)}` }, options),
    /** Delete a verification. Destroys the record and its personal data. A second DELETE answers 404. */
    deleteVerification: (verification_id: string, options: RequestOptions = {}): Promise<VerificationDeleted> => request({ method: 'DELETE', path: `/verifications/${encodeURIComponent(verification_id)}` }, options),
    /** Order a verification. Orders a verification without an agreement. The verification needs consents of the person. Send them here, or record them before. */
    orderVerification: (body: {
      /** What to check. */
      verification_type: 'enhanced_identity_verification' | 'us_criminal_record_check' | 'motor_vehicle_record' | 'panel_drug'
      /** Tier; us_criminal_record_check and panel_drug need one. */
      verification_tier?: 'request_us_criminal_record_check_tier_1' | 'request_us_criminal_record_check_tier_2' | 'request_us_criminal_record_check_tier_3' | 'panel 5' | 'panel 7' | 'panel 9' | 'panel 10'
      /** Orders only this scan of a tier. */
      verification_subtype?: 'single_state_county_record_check_result' | 'all_state_county_record_check_result' | 'ssn_id_document_reports'
      /** A known person, by the subject_id of a consent. */
      subject_id?: string
      /** The person to verify. The data is encrypted at rest and never shown again. */
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
        /** The kind of the consent. */
        kind: 'background_check' | 'driving_record' | 'drug_test' | 'biometrics' | 'electronic_records'
        /** The name as the person typed it. */
        typed_name?: string
        /** The version of the text that was shown; the newest by default. */
        text_version?: string
        /** The language of the shown text. */
        locale?: string
        /** The IP address of the person. */
        ip_address?: string
        /** The browser of the person. */
        user_agent?: string
      }>
      /** Your own data. The verification shows it. */
      verification_metadata?: Record<string, unknown>
      /** The submission of the verification. */
      submission_id?: string
      /** Signer of that submission. */
      signer_id?: string
      /** The agreement link of the verification. */
      agreement_link_id?: string
      /** The name of the provider. By default, the server chooses one. */
      provider?: string
    }, options: RequestOptions = {}): Promise<Verification> => request({ method: 'POST', path: `/verifications`, body }, options),
    /** Cancel a verification. Ends an unfinished verification. Later reports of the provider are ignored. */
    cancelVerification: (verification_id: string, body: {
      /** The reason, as a sentence. */
      reason?: string
    } = {}, options: RequestOptions = {}): Promise<Verification> => request({ method: 'POST', path: `/verifications/${encodeURIComponent(verification_id)}/cancel`, body }, options),
    /** List the texts of consents. */
    listConsentTexts: (query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** Reads a whole list, however long it is, even while it changes. Send `*` first, then `next_cursor` of the previous reply, until it is null. Use it instead of `page`. */
      cursor?: string
      /** Only texts of this. Separate several values by commas, or send the parameter several times. */
      kind?: Array<'background_check' | 'driving_record' | 'drug_test' | 'biometrics' | 'electronic_records'>
      /** Only texts in this language; English by default. Separate several values by commas, or send the parameter several times. */
      locale?: Array<'fr' | 'en'>
    } = {}, options: RequestOptions = {}): Promise<Page<ConsentText>> => request({ method: 'GET', path: `/consent-texts`, query }, options),
    /** List consents. */
    listConsents: (query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** Reads a whole list, however long it is, even while it changes. Send `*` first, then `next_cursor` of the previous reply, until it is null. Use it instead of `page`. */
      cursor?: string
      /** Only those of these people. Separate several values by commas, or send the parameter several times. */
      subject_id?: Array<string>
      /** Only those of these submissions. Separate several values by commas, or send the parameter several times. */
      submission_id?: Array<string>
      /** Only consents to this. Separate several values by commas, or send the parameter several times. */
      kind?: Array<'background_check' | 'driving_record' | 'drug_test' | 'biometrics' | 'electronic_records'>
      /** When it was given. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      accepted_at?: string
    } = {}, options: RequestOptions = {}): Promise<Page<Consent>> => request({ method: 'GET', path: `/consents`, query }, options),
    /** Record a consent. Records that a person consented to a text that the caller has shown. Without subject_id, it creates a new person. */
    createConsent: (body: {
      /** The kind of the consent. */
      kind: 'background_check' | 'driving_record' | 'drug_test' | 'biometrics' | 'electronic_records'
      /** The name as the person typed it. */
      typed_name?: string
      /** The version of the text that was shown; the newest by default. */
      text_version?: string
      /** The language of the shown text. */
      locale?: string
      /** The IP address of the person. */
      ip_address?: string
      /** The browser of the person. */
      user_agent?: string
      /** The person. */
      subject_id?: string
    }, options: RequestOptions = {}): Promise<Consent> => request({ method: 'POST', path: `/consents`, body }, options),
    /** Get a consent. */
    getConsent: (consent_id: string, options: RequestOptions = {}): Promise<Consent> => request({ method: 'GET', path: `/consents/${encodeURIComponent(consent_id)}` }, options),
    /** Withdraw a consent. Cancels the unfinished verifications that need the consent. */
    withdrawConsent: (consent_id: string, options: RequestOptions = {}): Promise<Consent> => request({ method: 'POST', path: `/consents/${encodeURIComponent(consent_id)}/withdraw` }, options),
    /** Get the verification catalog. The enums and coverage tables of the guide, as data. */
    getVerificationCatalog: (options: RequestOptions = {}): Promise<VerificationCatalog> => request({ method: 'GET', path: `/verification-catalog` }, options),
    /** Check that the API answers. Needs no key. Status pages can probe it. */
    checkHealth: (options: RequestOptions = {}): Promise<Health> => request({ method: 'GET', path: `/verifications/health-check` }, options),
    /** List webhooks. */
    listWebhooks: (query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** Reads a whole list, however long it is, even while it changes. Send `*` first, then `next_cursor` of the previous reply, until it is null. Use it instead of `page`. */
      cursor?: string
      /** Finds the text, in any case, in the id OR the URL OR the event types OR the emails. */
      search?: string
      /** `field`, `field ASC` or `field DESC`, comma-separated. Fields: created_at, updated_at, destination_url, service_status, organization_id, created_by, updated_by, webhook_id. */
      order_by?: string
      /** Only webhooks that are on, or only webhooks that are off. */
      service_status?: boolean
      /** When it was created. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      created_at?: string
      /** When it was last changed. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      updated_at?: string
    } = {}, options: RequestOptions = {}): Promise<Page<Webhook>> => request({ method: 'GET', path: `/webhooks`, query }, options),
    /** Get a webhook. */
    getWebhook: (webhook_id: string, options: RequestOptions = {}): Promise<Webhook> => request({ method: 'GET', path: `/webhooks/${encodeURIComponent(webhook_id)}` }, options),
    /** Create a webhook. The bodies of the webhook keep the shape of the version of this request. Store the secret: it is shown once. */
    createWebhook: (body: {
      /** Webhook URL destination. */
      destination_url: string
      /** The event types of the webhook; by default verification, agreement.viewed, agreement.signed, agreement.completed. Name other types to get them. */
      event_types?: Array<'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'>
      /** Email to be notified in case of delivery failure. */
      notification_email?: string | null
      /** Emails to be notified in case of delivery failure; wins over notification_email. */
      notification_emails?: Array<string> | null
      /** Switches the webhook on or off. */
      service_status?: boolean
      /** The filters of the webhook. A member that you leave out filters nothing. An empty object removes all filters. */
      filters?: {
        /** Only events of these agreements; empty for all. */
        agreement_ids?: Array<string>
        /** Only events of these agreement links; empty for all. */
        agreement_link_ids?: Array<string>
        /** Only events whose metadata has all of these, compared as texts; empty for all. */
        metadata?: Record<string, string>
      } | null
      /** Keeps the events of one agreement in order, also when they are sent again. */
      ordered?: boolean
      /** How many requests may be open at once; 16 by default. */
      max_concurrency?: number
      /** How many requests begin per second; null is no limit. */
      max_per_second?: number | null
      /** Adds v1a signatures (Ed25519) to v1. Switching this off and on again makes another key. */
      asymmetric?: boolean
      /** All your own headers, by name. Values are never shown. Null keeps the stored value. A header that you leave out is removed. Null for the whole object removes all headers. */
      custom_headers?: Record<string, string | null> | null
      /** The client certificate for mutual TLS; null removes it. The private key is never shown. */
      client_certificate?: {
        /** The certificate, in PEM. Its chain may follow. */
        certificate: string
        /** Its key, in PEM. */
        private_key: string
      } | null
      /** OAuth 2.0 client credentials. Each request then has a bearer token. Null removes them. */
      oauth?: {
        /** The address of the token endpoint. */
        token_url: string
        /** Id of the client. */
        client_id: string
        /** The secret of the client. It is never shown. */
        client_secret: string
        /** Scope to ask for. */
        scope?: string
      } | null
    }, options: RequestOptions = {}): Promise<WebhookWithSecret> => request({ method: 'POST', path: `/webhooks`, body }, options),
    /** Update a webhook. */
    updateWebhook: (webhook_id: string, body: {
      /** Webhook URL destination. */
      destination_url?: string
      /** The event types of the webhook; by default verification, agreement.viewed, agreement.signed, agreement.completed. Name other types to get them. */
      event_types?: Array<'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'>
      /** Email to be notified in case of delivery failure. */
      notification_email?: string | null
      /** Emails to be notified in case of delivery failure; wins over notification_email. */
      notification_emails?: Array<string> | null
      /** Switches the webhook on or off. */
      service_status?: boolean
      /** Whether the signing secret stays (`keep`, the default), or is replaced by a new one that this reply shows (`rotate`). */
      signing_secret?: 'keep' | 'rotate'
      /** The filters of the webhook. A member that you leave out filters nothing. An empty object removes all filters. */
      filters?: {
        /** Only events of these agreements; empty for all. */
        agreement_ids?: Array<string>
        /** Only events of these agreement links; empty for all. */
        agreement_link_ids?: Array<string>
        /** Only events whose metadata has all of these, compared as texts; empty for all. */
        metadata?: Record<string, string>
      } | null
      /** Keeps the events of one agreement in order, also when they are sent again. */
      ordered?: boolean
      /** How many requests may be open at once; 16 by default. */
      max_concurrency?: number
      /** How many requests begin per second; null is no limit. */
      max_per_second?: number | null
      /** Adds v1a signatures (Ed25519) to v1. Switching this off and on again makes another key. */
      asymmetric?: boolean
      /** All your own headers, by name. Values are never shown. Null keeps the stored value. A header that you leave out is removed. Null for the whole object removes all headers. */
      custom_headers?: Record<string, string | null> | null
      /** The client certificate for mutual TLS; null removes it. The private key is never shown. */
      client_certificate?: {
        /** The certificate, in PEM. Its chain may follow. */
        certificate: string
        /** Its key, in PEM. */
        private_key: string
      } | null
      /** OAuth 2.0 client credentials. Each request then has a bearer token. Null removes them. */
      oauth?: {
        /** The address of the token endpoint. */
        token_url: string
        /** Id of the client. */
        client_id: string
        /** The secret of the client. It is never shown. */
        client_secret: string
        /** Scope to ask for. */
        scope?: string
      } | null
    }, options: RequestOptions = {}): Promise<WebhookChanged> => request({ method: 'PUT', path: `/webhooks/${encodeURIComponent(webhook_id)}`, body }, options),
    /** Delete a webhook. */
    deleteWebhook: (webhook_id: string, options: RequestOptions = {}): Promise<WebhookDeleted> => request({ method: 'DELETE', path: `/webhooks/${encodeURIComponent(webhook_id)}` }, options),
    /** Rotate the secret of a webhook. Both secrets sign until the overlap ends, so a receiver can change over without losing a delivery. */
    rotateWebhookSecret: (webhook_id: string, body: {
      /** For how many hours the old secret also signs. */
      overlap_hours?: number
    } = {}, options: RequestOptions = {}): Promise<WebhookWithSecret> => request({ method: 'POST', path: `/webhooks/${encodeURIComponent(webhook_id)}/rotate-secret`, body }, options),
    /** List webhook events. Lists events newest first, or by sequence number with `after`. Events stay listed when their delivery failed. The numbers of a webhook have no gaps, so the events after your last number are exactly the events that you miss. */
    listWebhookEvents: (webhook_id: string, query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** Reads a whole list, however long it is, even while it changes. Send `*` first, then `next_cursor` of the previous reply, until it is null. Use it instead of `page`. */
      cursor?: string
      /** Only events of this type. */
      event_type?: 'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'
      /** Only events with a delivery in this state. */
      state?: 'pending' | 'delivered' | 'failed' | 'held'
      /** Only events without an answer of 2xx. */
      undelivered?: boolean
      /** Only events of this moment or later. Unix timestamp in milliseconds. */
      since?: number
      /** Only events before this moment. Unix timestamp in milliseconds. */
      until?: number
      /** Only deliveries with a greater sequence number, in the order of the numbers. Each delivery then has its number. 0 begins at the first. */
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
      /** Reads a whole list, however long it is, even while it changes. Send `*` first, then `next_cursor` of the previous reply, until it is null. Use it instead of `page`. */
      cursor?: string
    } = {}, options: RequestOptions = {}): Promise<Page<WebhookAttempt>> => request({ method: 'GET', path: `/webhooks/${encodeURIComponent(webhook_id)}/events/${encodeURIComponent(event_id)}/attempts`, query }, options),
    /** Get the delivery settings of a webhook. Order, limits, signatures, and the form of requests. No secrets. */
    getWebhookDeliverySettings: (webhook_id: string, options: RequestOptions = {}): Promise<WebhookDeliverySettings> => request({ method: 'GET', path: `/webhooks/${encodeURIComponent(webhook_id)}/delivery-settings` }, options),
    /** Update the delivery settings of a webhook. The settings take effect with the next attempt; `ordered` takes effect with the next event. You can send the same members when you create or update a webhook. */
    updateWebhookDeliverySettings: (webhook_id: string, body: {
      /** Keeps the events of one agreement in order, also when they are sent again. */
      ordered?: boolean
      /** How many requests may be open at once; 16 by default. */
      max_concurrency?: number
      /** How many requests begin per second; null is no limit. */
      max_per_second?: number | null
      /** Adds v1a signatures (Ed25519) to v1. Switching this off and on again makes another key. */
      asymmetric?: boolean
      /** All your own headers, by name. Values are never shown. Null keeps the stored value. A header that you leave out is removed. Null for the whole object removes all headers. */
      custom_headers?: Record<string, string | null> | null
      /** The client certificate for mutual TLS; null removes it. The private key is never shown. */
      client_certificate?: {
        /** The certificate, in PEM. Its chain may follow. */
        certificate: string
        /** Its key, in PEM. */
        private_key: string
      } | null
      /** OAuth 2.0 client credentials. Each request then has a bearer token. Null removes them. */
      oauth?: {
        /** The address of the token endpoint. */
        token_url: string
        /** Id of the client. */
        client_id: string
        /** The secret of the client. It is never shown. */
        client_secret: string
        /** Scope to ask for. */
        scope?: string
      } | null
    }, options: RequestOptions = {}): Promise<WebhookDeliverySettings> => request({ method: 'PUT', path: `/webhooks/${encodeURIComponent(webhook_id)}/delivery-settings`, body }, options),
    /** Get the filters of a webhook. */
    getWebhookFilters: (webhook_id: string, options: RequestOptions = {}): Promise<WebhookFilters> => request({ method: 'GET', path: `/webhooks/${encodeURIComponent(webhook_id)}/filters` }, options),
    /** Set the filters of a webhook. The filters take effect with the next event and replace the earlier filters. Test events and events about webhooks are not filtered. You can send the same members as `filters` when you create or update a webhook. */
    updateWebhookFilters: (webhook_id: string, body: {
      /** Only events of these agreements; empty for all. */
      agreement_ids?: Array<string>
      /** Only events of these agreement links; empty for all. */
      agreement_link_ids?: Array<string>
      /** Only events whose metadata has all of these, compared as texts; empty for all. */
      metadata?: Record<string, string>
    }, options: RequestOptions = {}): Promise<WebhookFilters> => request({ method: 'PUT', path: `/webhooks/${encodeURIComponent(webhook_id)}/filters`, body }, options),
    /** Send again all events that a webhook missed. Sends again exactly the deliveries that ended without a 2xx since a moment, each with the same id and the same bytes. With `scope` `waiting`, it sends at once all deliveries that wait for their next attempt. A recovery continues after a crash. A webhook has one running recovery. */
    recoverWebhook: (webhook_id: string, body: {
      /** Which deliveries are sent: those that ended without a 2xx (`missed`), or those that wait for their next attempt (`waiting`). */
      scope?: 'missed' | 'waiting'
      /** Events of this moment or later are sent again, if no 2xx has answered them. Without it, with the scope `waiting`: all that waits. Unix timestamp in milliseconds. */
      since?: number
      /** How many deliveries are sent again per second. */
      per_second?: number
    }, options: RequestOptions = {}): Promise<WebhookRecovery> => request({ method: 'POST', path: `/webhooks/${encodeURIComponent(webhook_id)}/recoveries`, body }, options),
    /** List the recoveries of a webhook. Newest first. */
    listWebhookRecoveries: (webhook_id: string, query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** Reads a whole list, however long it is, even while it changes. Send `*` first, then `next_cursor` of the previous reply, until it is null. Use it instead of `page`. */
      cursor?: string
    } = {}, options: RequestOptions = {}): Promise<Page<WebhookRecovery>> => request({ method: 'GET', path: `/webhooks/${encodeURIComponent(webhook_id)}/recoveries`, query }, options),
    /** Get a recovery. The progress. */
    getWebhookRecovery: (webhook_id: string, recovery_id: string, options: RequestOptions = {}): Promise<WebhookRecovery> => request({ method: 'GET', path: `/webhooks/${encodeURIComponent(webhook_id)}/recoveries/${encodeURIComponent(recovery_id)}` }, options),
    /** Cancel a recovery. Deliveries that it has sent again go on. An ended recovery does not change. */
    cancelWebhookRecovery: (webhook_id: string, recovery_id: string, options: RequestOptions = {}): Promise<WebhookRecovery> => request({ method: 'DELETE', path: `/webhooks/${encodeURIComponent(webhook_id)}/recoveries/${encodeURIComponent(recovery_id)}` }, options),
    /** List events. Lists all events, newest first, with or without a webhook that subscribes. GET /events follows new events. `state` filters by the state of a delivery at any webhook. `undelivered` filters events that a webhook has not answered with a 2xx, or that no webhook subscribes to. */
    listEvents: (query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** Reads a whole list, however long it is, even while it changes. Send `*` first, then `next_cursor` of the previous reply, until it is null. Use it instead of `page`. */
      cursor?: string
      /** Only events of this type. */
      event_type?: 'verification' | 'agreement.viewed' | 'agreement.signed' | 'agreement.completed' | 'agreement.declined' | 'agreement.voided' | 'agreement.expired' | 'webhook.failing' | 'webhook.disabled'
      /** Only events with a delivery in this state. */
      state?: 'pending' | 'delivered' | 'failed' | 'held'
      /** Only events without an answer of 2xx. */
      undelivered?: boolean
      /** Only events of this moment or later. Unix timestamp in milliseconds. */
      since?: number
      /** Only events before this moment. Unix timestamp in milliseconds. */
      until?: number
    } = {}, options: RequestOptions = {}): Promise<Page<LoggedEvent>> => request({ method: 'GET', path: `/event-log`, query }, options),
    /** Follow the events of the organization. Lists every event of the requested types, in the order of recording, whether or not a webhook subscribes. Each event has the body that a webhook of this key would get. The database gives the order, so the clocks of servers do not matter. An event appears once no older one can appear any more. Ask again with `after` = `next`. With `wait`, the server replies as soon as an event happens. */
    followEvents: (query: {
      /** Where to continue: `next` of the previous reply, or the id of an event. Without it, the list begins now. */
      after?: string
      /** Only events of these types, separated by commas; by default verification, agreement.viewed, agreement.signed, agreement.completed. */
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
      /** Reads a whole list, however long it is, even while it changes. Send `*` first, then `next_cursor` of the previous reply, until it is null. Use it instead of `page`. */
      cursor?: string
      /** Lists archived agreements instead. */
      archived?: boolean
      /** Only agreements with this tag, in upper or lower case. */
      tag?: string
      /** When it was created. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      created_at?: string
      /** When it was last changed. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      updated_at?: string
    } = {}, options: RequestOptions = {}): Promise<Page<Agreement>> => request({ method: 'GET', path: `/agreements`, query }, options),
    /** Create an agreement. Send a text in source, or a PDF in file_upload. You can also send the PDF as a part of multipart/form-data. */
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
      /** Whether Sealane makes fields of the form fields of the PDF and of its words in double braces, and adds a signature for each signing role without one. */
      import_fields?: boolean
      /** Who takes part. */
      signer_roles: Array<{
        /** Word that fields name. */
        key: string
        /** Name for people. */
        name: string
        /** The turn of the role. Roles with the same order act at the same time. A role with a later order acts once all earlier roles have acted. By default, the place of the role in the list. */
        order?: number
        /** What the role does: sign, approve without signing, or only get the finished document; signer by default. */
        kind?: 'signer' | 'approver' | 'copy'
      }>
      /** Blanks of the agreement. */
      fields: Array<{
        /** Key of the field, which its placeholders name. */
        key: string
        /** Type of the value. `text`: words; `date`: a day; `checkbox`: a box to tick; `signature`: the place of the signature; always required; `initials`: typed or drawn initials beside a passage; `number`: a number; `choice`: one of the choices; `file`: a file that the signer sends; `name`: the name that the person gave, filled in automatically; `email`: the e-mail address of the person, filled in automatically; `signing_date`: the day on which the person signs or approves, in UTC, filled in automatically. */
        type: 'text' | 'date' | 'checkbox' | 'signature' | 'initials' | 'number' | 'choice' | 'file' | 'name' | 'email' | 'signing_date'
        /** Key of the signer role that fills the field in. */
        role: string
        /** Label for people. */
        label: string
        /** Whether the field must be filled in. */
        required: boolean
        /** Regular expression (RE2) that the whole text must match. */
        pattern?: string
        /** Whether a text may have several lines. */
        multiline?: boolean
        /** Least number, or first day as YYYY-MM-DD. */
        min?: number | string
        /** Greatest number, or last day as YYYY-MM-DD. */
        max?: number | string
        /** Greatest number of decimal places; 2 by default. */
        decimals?: number
        /** Texts from which the signer chooses one. */
        choices?: Array<string>
        /** How choices are shown; `radio` by default. */
        display?: 'radio' | 'dropdown'
        /** Accepted types of files; pdf, jpeg and png by default. */
        accept?: Array<'pdf' | 'jpeg' | 'png' | 'webp' | 'heic'>
        /** Name of the metadata that fills the field at first; the key of the field by default. */
        prefill?: string
        /** Whether the signer cannot change the value that the sender filled in. */
        fixed?: boolean
        /** Page of the PDF, counted from 1. */
        page?: number
        /** Left side of the field, as a fraction of the visible page. */
        x?: number
        /** Upper side of the field, as a fraction of the visible page. */
        y?: number
        /** Width of the field, as a fraction of the visible page. */
        width?: number
        /** Height of the field, as a fraction of the visible page. */
        height?: number
        /** Least number of characters in a text. */
        min_length?: number
        /** Greatest number of characters in a text. */
        max_length?: number
        /** Greatest size of a file in MiB; 5 by default. */
        max_megabytes?: number
        /** Description of `pattern` for people. */
        pattern_words?: string
        /** The field is shown by the value of a field of the same or an earlier role; always by default. */
        show_if?: {
          /** Key of the other field. */
          field: string
          /** The field is shown if the other field has this value; `true` means a ticked box. */
          equals?: string | number | boolean
          /** The field is shown if the other field is filled in; with `false`, if it is empty. */
          filled?: boolean
          /** The field is shown if the other field has another value or no value. */
          not_equals?: string | number | boolean
        }
      }>
      /** Verifications of the signers. */
      required_verifications?: Array<{
        /** The type of the verification. */
        verification_type: 'enhanced_identity_verification' | 'us_criminal_record_check' | 'motor_vehicle_record' | 'panel_drug'
        /** Tier, where the type has tiers. */
        verification_tier: 'request_us_criminal_record_check_tier_1' | 'request_us_criminal_record_check_tier_2' | 'request_us_criminal_record_check_tier_3' | 'panel 5' | 'panel 7' | 'panel 9' | 'panel 10' | null
        /** The signer role to verify. */
        role: string
      }>
      /** The language of the text as a BCP 47 tag. With null or no value, the server detects it. */
      language?: string | null
      /** The names of the metadata that signers see on the pages and in the finished document. Null or no value shows the metadata of the address of their link, and hides the metadata that a submission was created with. */
      shown_metadata?: Array<string> | null
      /** For how many days finished documents are kept; null takes the rule of the organization. */
      document_retention_days?: number | null
      /** Tags: your own words to sort agreements by. A change of tags makes no new version. */
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
      /** Whether Sealane makes fields of the form fields of the PDF and of its words in double braces, and adds a signature for each signing role without one. */
      import_fields?: boolean
      /** Who takes part. */
      signer_roles?: Array<{
        /** Word that fields name. */
        key: string
        /** Name for people. */
        name: string
        /** The turn of the role. Roles with the same order act at the same time. A role with a later order acts once all earlier roles have acted. By default, the place of the role in the list. */
        order?: number
        /** What the role does: sign, approve without signing, or only get the finished document; signer by default. */
        kind?: 'signer' | 'approver' | 'copy'
      }>
      /** Blanks of the agreement. */
      fields?: Array<{
        /** Key of the field, which its placeholders name. */
        key: string
        /** Type of the value. `text`: words; `date`: a day; `checkbox`: a box to tick; `signature`: the place of the signature; always required; `initials`: typed or drawn initials beside a passage; `number`: a number; `choice`: one of the choices; `file`: a file that the signer sends; `name`: the name that the person gave, filled in automatically; `email`: the e-mail address of the person, filled in automatically; `signing_date`: the day on which the person signs or approves, in UTC, filled in automatically. */
        type: 'text' | 'date' | 'checkbox' | 'signature' | 'initials' | 'number' | 'choice' | 'file' | 'name' | 'email' | 'signing_date'
        /** Key of the signer role that fills the field in. */
        role: string
        /** Label for people. */
        label: string
        /** Whether the field must be filled in. */
        required: boolean
        /** Regular expression (RE2) that the whole text must match. */
        pattern?: string
        /** Whether a text may have several lines. */
        multiline?: boolean
        /** Least number, or first day as YYYY-MM-DD. */
        min?: number | string
        /** Greatest number, or last day as YYYY-MM-DD. */
        max?: number | string
        /** Greatest number of decimal places; 2 by default. */
        decimals?: number
        /** Texts from which the signer chooses one. */
        choices?: Array<string>
        /** How choices are shown; `radio` by default. */
        display?: 'radio' | 'dropdown'
        /** Accepted types of files; pdf, jpeg and png by default. */
        accept?: Array<'pdf' | 'jpeg' | 'png' | 'webp' | 'heic'>
        /** Name of the metadata that fills the field at first; the key of the field by default. */
        prefill?: string
        /** Whether the signer cannot change the value that the sender filled in. */
        fixed?: boolean
        /** Page of the PDF, counted from 1. */
        page?: number
        /** Left side of the field, as a fraction of the visible page. */
        x?: number
        /** Upper side of the field, as a fraction of the visible page. */
        y?: number
        /** Width of the field, as a fraction of the visible page. */
        width?: number
        /** Height of the field, as a fraction of the visible page. */
        height?: number
        /** Least number of characters in a text. */
        min_length?: number
        /** Greatest number of characters in a text. */
        max_length?: number
        /** Greatest size of a file in MiB; 5 by default. */
        max_megabytes?: number
        /** Description of `pattern` for people. */
        pattern_words?: string
        /** The field is shown by the value of a field of the same or an earlier role; always by default. */
        show_if?: {
          /** Key of the other field. */
          field: string
          /** The field is shown if the other field has this value; `true` means a ticked box. */
          equals?: string | number | boolean
          /** The field is shown if the other field is filled in; with `false`, if it is empty. */
          filled?: boolean
          /** The field is shown if the other field has another value or no value. */
          not_equals?: string | number | boolean
        }
      }>
      /** Verifications of the signers. */
      required_verifications?: Array<{
        /** The type of the verification. */
        verification_type: 'enhanced_identity_verification' | 'us_criminal_record_check' | 'motor_vehicle_record' | 'panel_drug'
        /** Tier, where the type has tiers. */
        verification_tier: 'request_us_criminal_record_check_tier_1' | 'request_us_criminal_record_check_tier_2' | 'request_us_criminal_record_check_tier_3' | 'panel 5' | 'panel 7' | 'panel 9' | 'panel 10' | null
        /** The signer role to verify. */
        role: string
      }>
      /** The language of the text as a BCP 47 tag. With null or no value, the server detects it. */
      language?: string | null
      /** The names of the metadata that signers see on the pages and in the finished document. Null or no value shows the metadata of the address of their link, and hides the metadata that a submission was created with. */
      shown_metadata?: Array<string> | null
      /** For how many days finished documents are kept; null takes the rule of the organization. */
      document_retention_days?: number | null
      /** Tags: your own words to sort agreements by. A change of tags makes no new version. */
      tags?: Array<string>
      /** An older version that becomes the newest again. Its text or file, roles, fields and verifications are taken unless you give others here. */
      from_version?: number
    }, options: RequestOptions = {}): Promise<Agreement> => request({ method: 'PUT', path: `/agreements/${encodeURIComponent(agreement_id)}`, body }, options),
    /** Download the PDF of an agreement. The PDF of the newest version, as it was sent. */
    getAgreementFile: (agreement_id: string, options: RequestOptions = {}): Promise<Uint8Array> => request({ method: 'GET', path: `/agreements/${encodeURIComponent(agreement_id)}/file`, as: 'bytes' }, options),
    /** Duplicate an agreement. Makes a new agreement from the newest version of this one. The copy has the file and the tags, but not the links. */
    duplicateAgreement: (agreement_id: string, body: {
      /** Title. */
      title?: string
      /** Tags: your own words to sort agreements by. A change of tags makes no new version. */
      tags?: Array<string>
    }, options: RequestOptions = {}): Promise<Agreement> => request({ method: 'POST', path: `/agreements/${encodeURIComponent(agreement_id)}/duplicate`, body }, options),
    /** Archive an agreement. Archives the agreement and turns its links off. Signed submissions stay. */
    archiveAgreement: (agreement_id: string, options: RequestOptions = {}): Promise<Agreement> => request({ method: 'POST', path: `/agreements/${encodeURIComponent(agreement_id)}/archive` }, options),
    /** List agreement links. */
    listAgreementLinks: (query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** Reads a whole list, however long it is, even while it changes. Send `*` first, then `next_cursor` of the previous reply, until it is null. Use it instead of `page`. */
      cursor?: string
      /** Only those of these agreements. Separate several values by commas, or send the parameter several times. */
      agreement_id?: Array<string>
      /** Only links that are on, or only links that are off. */
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
      /** The title; by default the title of the agreement. */
      title?: string
      /** When the link ends, as a unix timestamp in milliseconds; null is never. */
      expires_at?: number | null
      /** Who may open the link: everybody (`PUBLIC`, the default), people with the `passcode`, or people who get a code by mail at one of the `recipients`. */
      auth_mode?: 'PUBLIC' | 'PASSCODE' | 'EMAILS'
      /** The passcode that people type to open the link, 6 to 100 characters. It is never shown again. */
      passcode?: string
      /** The addresses that may open a link with `EMAILS`, or a whole domain. */
      recipients?: Array<string>
      /** Whether each e-mail address can begin only one submission through this link; false by default. */
      once_per_email?: boolean
      /** A secret of 32 to 200 characters. With a secret, the parameters of the address must be signed (docs/ways-in.md). Null removes it. It is never shown. */
      parameter_secret?: string | null
      /** The other people of its submissions. Each is mailed when it is their turn. */
      signers?: Array<{
        /** Signer role. */
        role: string
        /** Name. */
        name?: string | null
        /** E-mail address. */
        email: string
        /** Whether the signer may pass their part on to another person. */
        may_delegate?: boolean
        /** What the signer must enter before they can read the agreement; nothing by default. */
        access?: {
          /** Whether the signer must type a code from an e-mail before they can read the agreement. */
          email_code?: boolean
        }
        /** The values of the fields of the signer, by key. The signer can change them unless the field is fixed. */
        fields?: Record<string, string | number | boolean>
      }>
      /** For how many days a submission can be signed, 1 to 365; null is 30. */
      days_to_sign?: number | null
      /** When signers whose turn it is are reminded; null is never. */
      reminders?: {
        /** How many days after the turn began the first reminder goes out. */
        first_after_days: number
        /** How many days lie between the reminders that follow. */
        every_days: number
        /** How often at most. */
        at_most: number
      } | null
    }, options: RequestOptions = {}): Promise<AgreementLink> => request({ method: 'POST', path: `/agreement-links`, body }, options),
    /** Get an agreement link. */
    getAgreementLink: (agreement_link_id: string, options: RequestOptions = {}): Promise<AgreementLink> => request({ method: 'GET', path: `/agreement-links/${encodeURIComponent(agreement_link_id)}` }, options),
    /** Update an agreement link. */
    updateAgreementLink: (agreement_link_id: string, body: {
      /** The title; by default the title of the agreement. */
      title?: string
      /** When the link ends, as a unix timestamp in milliseconds; null is never. */
      expires_at?: number | null
      /** Turns it on or off. */
      is_active?: boolean
      /** Who may open the link: everybody (`PUBLIC`, the default), people with the `passcode`, or people who get a code by mail at one of the `recipients`. */
      auth_mode?: 'PUBLIC' | 'PASSCODE' | 'EMAILS'
      /** The passcode that people type to open the link, 6 to 100 characters. It is never shown again. */
      passcode?: string
      /** The addresses that may open a link with `EMAILS`, or a whole domain. */
      recipients?: Array<string>
      /** Whether each e-mail address can begin only one submission through this link; false by default. */
      once_per_email?: boolean
      /** A secret of 32 to 200 characters. With a secret, the parameters of the address must be signed (docs/ways-in.md). Null removes it. It is never shown. */
      parameter_secret?: string | null
      /** The other people of its submissions. Each is mailed when it is their turn. */
      signers?: Array<{
        /** Signer role. */
        role: string
        /** Name. */
        name?: string | null
        /** E-mail address. */
        email: string
        /** Whether the signer may pass their part on to another person. */
        may_delegate?: boolean
        /** What the signer must enter before they can read the agreement; nothing by default. */
        access?: {
          /** Whether the signer must type a code from an e-mail before they can read the agreement. */
          email_code?: boolean
        }
        /** The values of the fields of the signer, by key. The signer can change them unless the field is fixed. */
        fields?: Record<string, string | number | boolean>
      }>
      /** For how many days a submission can be signed, 1 to 365; null is 30. */
      days_to_sign?: number | null
      /** When signers whose turn it is are reminded; null is never. */
      reminders?: {
        /** How many days after the turn began the first reminder goes out. */
        first_after_days: number
        /** How many days lie between the reminders that follow. */
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
      /** Reads a whole list, however long it is, even while it changes. Send `*` first, then `next_cursor` of the previous reply, until it is null. Use it instead of `page`. */
      cursor?: string
      /** Only bulk sends of these agreement links. Separate several values by commas, or send the parameter several times. */
      agreement_link_id?: Array<string>
      /** Only those of these agreements. Separate several values by commas, or send the parameter several times. */
      agreement_id?: Array<string>
      /** Only submissions with these statuses. Separate several values by commas, or send the parameter several times. */
      status?: Array<'created' | 'viewed' | 'signed' | 'completed' | 'declined' | 'voided' | 'expired'>
      /** When it was created. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      created_at?: string
      /** When it was last changed. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      updated_at?: string
    } = {}, options: RequestOptions = {}): Promise<Page<Submission>> => request({ method: 'GET', path: `/submissions`, query }, options),
    /** Create a submission. Use signer for one signer, or signers for several. Each signing_url is the own link of that signer. Only this reply has it. Send it to nobody else. */
    createSubmission: (body: {
      /** Id of the agreement link. */
      agreement_link_id: string
      /** Names and values, as in the query of a link; a list for a name that has several values. */
      submission_metadata?: Record<string, string | Array<string>>
      /** The person who signs. Another person can sign only when may_change is true. */
      signer?: {
        /** Name that is proposed. */
        name?: string
        /** The e-mail address of the person. */
        email?: string
        /** Whether another person may sign instead. */
        may_change?: boolean
        /** Whether the signer may pass their part on to another person. */
        may_delegate?: boolean
        /** Whether the reply has the link of the signer (link, the default), or the server mails it when it is their turn (email). */
        delivery?: 'link' | 'email'
        /** What the signer must enter before they can read the agreement; nothing by default. */
        access?: {
          /** Whether the signer must type a code from an e-mail before they can read the agreement. */
          email_code?: boolean
        }
        /** The values of the fields of the signer, by key: texts, numbers, days as YYYY-MM-DD, choices, true and false. The signer can change them unless the field is fixed. */
        fields?: Record<string, string | number | boolean>
      }
      /** For how many days a submission can be signed, 1 to 365; null is what its link says. */
      days_to_sign?: number | null
      /** When signers whose turn it is are reminded. Null is never. Without a value, the link decides. */
      reminders?: {
        /** How many days after the turn began the first reminder goes out. */
        first_after_days: number
        /** How many days lie between the reminders that follow. */
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
        /** The e-mail address of the person. */
        email?: string
        /** Whether another person may sign instead. */
        may_change?: boolean
        /** Whether the signer may pass their part on to another person. */
        may_delegate?: boolean
        /** Whether the reply has the link of the signer (link, the default), or the server mails it when it is their turn (email). */
        delivery?: 'link' | 'email'
        /** What the signer must enter before they can read the agreement; nothing by default. */
        access?: {
          /** Whether the signer must type a code from an e-mail before they can read the agreement. */
          email_code?: boolean
        }
        /** The values of the fields of the signer, by key: texts, numbers, days as YYYY-MM-DD, choices, true and false. The signer can change them unless the field is fixed. */
        fields?: Record<string, string | number | boolean>
      }>
    }, options: RequestOptions = {}): Promise<CreatedSubmission> => request({ method: 'POST', path: `/submissions`, body }, options),
    /** Get a submission. */
    getSubmission: (submission_id: string, options: RequestOptions = {}): Promise<Submission> => request({ method: 'GET', path: `/submissions/${encodeURIComponent(submission_id)}` }, options),
    /** Download the finished PDF. */
    downloadDocument: (submission_id: string, options: RequestOptions = {}): Promise<Uint8Array> => request({ method: 'GET', path: `/submissions/${encodeURIComponent(submission_id)}/document`, as: 'bytes' }, options),
    /** Download a file that a signer has sent. Names the file by the key of its field. The file appears once the signer has signed. The member files of the submission lists the files with their hashes. */
    downloadSignerFile: (submission_id: string, field_key: string, options: RequestOptions = {}): Promise<Uint8Array> => request({ method: 'GET', path: `/submissions/${encodeURIComponent(submission_id)}/files/${encodeURIComponent(field_key)}`, as: 'bytes' }, options),
    /** Get the seal of the finished PDF. */
    getSeal: (submission_id: string, options: RequestOptions = {}): Promise<Seal> => request({ method: 'GET', path: `/submissions/${encodeURIComponent(submission_id)}/seal` }, options),
    /** Download the finished PDF with all its proof. A ZIP of the document, the trust file, the row of the log that names the document, and the verifier. The verifier works without this server and without a network. */
    downloadBundle: (submission_id: string, options: RequestOptions = {}): Promise<Uint8Array> => request({ method: 'GET', path: `/submissions/${encodeURIComponent(submission_id)}/bundle`, as: 'bytes' }, options),
    /** Download the proof that the log names the finished PDF. A proof of inclusion (C2SP tlog-proof) of the row that names the SHA-256 of the document. The extra line contains the row. The proof of its pages is inside the document. */
    downloadProof: (submission_id: string, options: RequestOptions = {}): Promise<Uint8Array> => request({ method: 'GET', path: `/submissions/${encodeURIComponent(submission_id)}/proof`, as: 'bytes' }, options),
    /** Call a submission back. Works until everybody has signed, whether or not somebody has opened it. Its verifications are cancelled. */
    voidSubmission: (submission_id: string, body: {
      /** The reason, as a sentence. */
      reason?: string
    } = {}, options: RequestOptions = {}): Promise<Submission> => request({ method: 'POST', path: `/submissions/${encodeURIComponent(submission_id)}/void`, body }, options),
    /** Give a part to another person, or correct an address. Works until the signer has acted. The links of the previous person stop working. The new person is invited if it is their turn. Members that you leave out stay. The trail records the change. */
    reassignSigner: (signer_id: string, body: {
      /** Name that is proposed. */
      name?: string
      /** The e-mail address of the person. */
      email?: string
      /** Whether another person may sign instead. */
      may_change?: boolean
      /** Whether the signer may pass their part on to another person. */
      may_delegate?: boolean
      /** Whether the reply has the link of the signer (link, the default), or the server mails it when it is their turn (email). */
      delivery?: 'link' | 'email'
      /** What the signer must enter before they can read the agreement; nothing by default. */
      access?: {
        /** Whether the signer must type a code from an e-mail before they can read the agreement. */
        email_code?: boolean
      }
      /** The values of the fields of the signer, by key. Earlier values stay unless you give new ones here. An empty text removes a value. */
      fields?: Record<string, string | number | boolean>
    }, options: RequestOptions = {}): Promise<ReassignedSigner> => request({ method: 'POST', path: `/signers/${encodeURIComponent(signer_id)}/reassign`, body }, options),
    /** Mail a signer a new link. Works while it is the turn of the signer. Earlier links of this signer stop working. */
    remindSigner: (signer_id: string, options: RequestOptions = {}): Promise<Reminder> => request({ method: 'POST', path: `/signers/${encodeURIComponent(signer_id)}/remind` }, options),
    /** Send a link to the people of a file. The server checks the whole file first. One bad row refuses the file, and the errors name each bad row by its line and column. A job then makes a submission of each row, and continues after a crash. The same file for the same link returns the earlier bulk send and makes nothing twice. */
    createBulkSend: (body: {
      /** Id of the agreement link. */
      agreement_link_id: string
      /** Whether the links are mailed (email, the default) or are in the result file (link). */
      delivery?: 'email' | 'link'
      /** The file, at most 4 MiB. The first line names the columns: email, name, <role>.email, <role>.name; other columns become metadata. Each further line is one submission, at most 10,000. */
      file_upload: {
        name: string
        base64: string
      }
      /** Whether the bulk send waits until you continue it; false by default. */
      is_stopped?: boolean
    }, options: RequestOptions = {}): Promise<BulkSend> => request({ method: 'POST', path: `/bulk-sends`, body }, options),
    /** Preview what a file would become. Checks the file as a bulk send does, names every bad row, and lists what each column becomes. Nothing is stored. */
    previewBulkSend: (body: {
      /** Id of the agreement link. */
      agreement_link_id: string
      /** Whether the links are mailed (email, the default) or are in the result file (link). */
      delivery?: 'email' | 'link'
      /** The file, at most 4 MiB. The first line names the columns: email, name, <role>.email, <role>.name; other columns become metadata. Each further line is one submission, at most 10,000. */
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
      /** Reads a whole list, however long it is, even while it changes. Send `*` first, then `next_cursor` of the previous reply, until it is null. Use it instead of `page`. */
      cursor?: string
      /** Only bulk sends of these agreement links. Separate several values by commas, or send the parameter several times. */
      agreement_link_id?: Array<string>
      /** Only bulk sends in these states. Separate several values by commas, or send the parameter several times. */
      state?: Array<'running' | 'stopped' | 'done'>
      /** When it was created. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      created_at?: string
      /** When it was last changed. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      updated_at?: string
    } = {}, options: RequestOptions = {}): Promise<Page<BulkSend>> => request({ method: 'GET', path: `/bulk-sends`, query }, options),
    /** Get a bulk send. The progress. */
    getBulkSend: (bulk_send_id: string, options: RequestOptions = {}): Promise<BulkSend> => request({ method: 'GET', path: `/bulk-sends/${encodeURIComponent(bulk_send_id)}` }, options),
    /** Download the result of each row. A line for each person of each row: line, role, name, email, submission_id, status, signing_url. With delivery link, the signing URLs are there until kept_until. */
    downloadBulkSendResult: (bulk_send_id: string, options: RequestOptions = {}): Promise<Uint8Array> => request({ method: 'GET', path: `/bulk-sends/${encodeURIComponent(bulk_send_id)}/result`, as: 'bytes' }, options),
    /** Let a bulk send go on. Continues with the remaining rows. A running or finished bulk send does not change. */
    continueBulkSend: (bulk_send_id: string, options: RequestOptions = {}): Promise<BulkSend> => request({ method: 'POST', path: `/bulk-sends/${encodeURIComponent(bulk_send_id)}/continue` }, options),
    /** Stop a bulk send. Submissions that it has made stay. You can continue it for 30 days. */
    stopBulkSend: (bulk_send_id: string, options: RequestOptions = {}): Promise<BulkSend> => request({ method: 'POST', path: `/bulk-sends/${encodeURIComponent(bulk_send_id)}/stop` }, options),
    /** Take back a bulk send that has made no submission. */
    deleteBulkSend: (bulk_send_id: string, options: RequestOptions = {}): Promise<BulkSend> => request({ method: 'DELETE', path: `/bulk-sends/${encodeURIComponent(bulk_send_id)}` }, options),
    /** Export a list to a file. A job writes the whole list to a file, and continues after a crash. The objects are those of the list, in the version of this request. A key has at most three running exports. When a person is erased, files are written again without that person. */
    createExport: (body: {
      /** The list, by its path. */
      list: 'verifications' | 'consents' | 'agreements' | 'agreement-links' | 'submissions' | 'bulk-sends' | 'webhooks' | 'event-log' | 'invitations'
      /** csv: a line for each object. ndjson: an object in each line. */
      format: 'csv' | 'ndjson'
      /** The filters and the order of the list, as in its address; the whole list by default. */
      query?: string
    }, options: RequestOptions = {}): Promise<Export> => request({ method: 'POST', path: `/exports`, body }, options),
    /** List exports. Lists the exports of this key, newest first. */
    listExports: (query: {
      /** Amount of records per page. */
      size?: number
      /** Number of the page, from 1. */
      page?: number
      /** Reads a whole list, however long it is, even while it changes. Send `*` first, then `next_cursor` of the previous reply, until it is null. Use it instead of `page`. */
      cursor?: string
      /** When it was created. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      created_at?: string
      /** When it was last changed. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      updated_at?: string
    } = {}, options: RequestOptions = {}): Promise<Page<Export>> => request({ method: 'GET', path: `/exports`, query }, options),
    /** Get an export. The progress. */
    getExport: (export_id: string, options: RequestOptions = {}): Promise<Export> => request({ method: 'GET', path: `/exports/${encodeURIComponent(export_id)}` }, options),
    /** Download the file of an export. The file is there for seven days, once the state is done. The reply has its length, so you can detect an incomplete download. */
    downloadExport: (export_id: string, options: RequestOptions = {}): Promise<Uint8Array> => request({ method: 'GET', path: `/exports/${encodeURIComponent(export_id)}/content`, as: 'bytes' }, options),
    /** Stop an export, or delete its file. */
    deleteExport: (export_id: string, options: RequestOptions = {}): Promise<Export> => request({ method: 'DELETE', path: `/exports/${encodeURIComponent(export_id)}` }, options),
    /** Erase a person. Destroys the personal data of a person, here and at providers. Open submissions and verifications of the person end. Proof without the person stays. Finished documents stay for as long as the rule of their agreement or organization keeps them. An erasure cannot be undone. Repeating it changes nothing. */
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
      /** Reads a whole list, however long it is, even while it changes. Send `*` first, then `next_cursor` of the previous reply, until it is null. Use it instead of `page`. */
      cursor?: string
      /** Only invitations with this status. Separate several values by commas, or send the parameter several times. */
      status?: Array<'pending' | 'expired' | 'accepted' | 'declined'>
      /** When it was created. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      created_at?: string
      /** When it was last changed. A moment, a day, or a range `from..before` that may be open at one end; RFC 3339 or unix milliseconds. */
      updated_at?: string
    } = {}, options: RequestOptions = {}): Promise<Page<Invitation>> => request({ method: 'GET', path: `/invitations`, query }, options),
    /** Invite a person. Sends a mail with a personal link. The person becomes a member when they accept. An earlier invitation of the same address ends. */
    createInvitation: (body: {
      /** What you call the person until they choose their own name. */
      name: string
      /** The address that gets the invitation. */
      email: string
      /** The name of the future role of the person. */
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
      /** For how many days finished documents are kept; null keeps them for ever. An agreement can have its own rule. */
      document_retention_days?: number | null
      /** Parameters of links that only track people, and are not stored as metadata. A star at the end matches any end. Null is the list of the server. */
      tracking_parameters?: Array<string> | null
      /** The origins of sites that may show signing pages in a frame. */
      embedding_origins?: Array<string>
    }, options: RequestOptions = {}): Promise<Organization> => request({ method: 'PUT', path: `/organization`, body }, options),
    /** List the versions of the API. */
    listVersions: (options: RequestOptions = {}): Promise<VersionList> => request({ method: 'GET', path: `/versions` }, options),
  }
}
