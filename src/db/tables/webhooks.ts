// Written by npm run generate -- row-types, from the tables that migrations/ makes.
import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { KeptError } from '../shapes.ts'

export type WebhooksTables = {
  attempts: {
    organization_id: string
    webhook_id: string
    event_id: string
    number: number
    outcome: string
    http_status: number | null
    error: ColumnType<KeptError | null, string | null | undefined, string | null>
    response_excerpt: Buffer | null
    started_at: Date
    duration_ms: number
    sent: ColumnType<readonly [string, string, readonly string[]] | null, string | null | undefined, string | null>
    answer_headers: ColumnType<Record<string, string> | null, string | null | undefined, string | null>
  }
  closed_deliveries: {
    organization_id: string
    webhook_id: string
    event_id: string
    position: number
    sequence: number
    ordering_key: string | null
    body_version: string | null
    state: 'delivered' | 'failed' | 'held'
    attempts: number
    finished_at: Date
  }
  event_bodies: {
    organization_id: string
    event_id: string
    api_version: string
    body: Buffer
  }
  events: {
    organization_id: string
    id: string
    type: string
    subject_type: string
    subject_id: string
    data: JSONColumnType<Record<string, unknown>>
    occurred_at: Date
    is_test: Generated<boolean>
    position: Generated<number>
  }
  former_webhooks: {
    organization_id: string
    id: string
    deleted_at: Date
  }
  mail_recipients: {
    organization_id: string
    id: string
    address: string
    token_hash: Buffer | null
    asked_at: Date | null
    confirmed_at: Date | null
    declined_at: Date | null
    told: ColumnType<Record<string, string>, string | undefined, string>
    created_at: Date
  }
  open_deliveries: {
    organization_id: string
    webhook_id: string
    event_id: string
    position: Generated<number>
    sequence: number | null
    ordering_key: string | null
    body_version: string | null
    attempts: Generated<number>
    attempts_before: Generated<number>
    due_at: Generated<Date>
    retry_delay_ms: Generated<number>
    parked: 'capacity' | 'order' | null
    claimed_by: number | null
    claimed_at: Date | null
  }
  redeliveries: {
    organization_id: string
    id: string
    webhook_id: string
    event_id: string
    actor: JSONColumnType<Record<string, unknown>>
    requested_at: Date
  }
  secret_rotations: {
    organization_id: string
    id: string
    webhook_id: string
    overlap_hours: number | null
    actor: JSONColumnType<Record<string, unknown>>
    rotated_at: Date
  }
  webhook_lanes: {
    organization_id: string
    webhook_id: string
    last_sequence: Generated<number>
    has_parked: Generated<boolean>
    served_at: Generated<Date>
    rate_second: Generated<Date>
    rate_used: Generated<number>
    consecutive_failures: Generated<number>
    trips: Generated<number>
    failing_since: Date | null
    open_until: Date | null
    last_success_at: Date | null
    last_error: ColumnType<KeptError | null, string | null | undefined, string | null>
    mailed_state: 'failing' | 'warned' | 'disabled' | 'recovered' | null
    told: ColumnType<Record<string, string>, string | undefined, string>
  }
  webhook_recoveries: {
    organization_id: string
    id: string
    webhook_id: string
    since: Date
    state: Generated<'running' | 'done' | 'cancelled'>
    scope: Generated<'missed' | 'waiting'>
    total: number
    reopened: Generated<number>
    per_second: number
    last_event_id: string | null
    created_by: string | null
    ended_until: Generated<Date>
    created_at: Date
    finished_at: Date | null
  }
  webhooks: {
    organization_id: string
    id: string
    destination_url: string
    event_types: string[]
    notification_emails: Generated<string[]>
    service_status: Generated<boolean>
    disabled_at: Date | null
    disabled_reason: 'user' | 'gone' | 'failing' | null
    api_version: string
    ordered: Generated<boolean>
    max_concurrency: Generated<number>
    max_per_second: number | null
    secret: Buffer
    previous_secret: Buffer | null
    previous_secret_expires_at: Date | null
    signing_key: Buffer | null
    signing_public_key: Buffer | null
    previous_signing_key: Buffer | null
    previous_signing_public_key: Buffer | null
    connection: Buffer | null
    filters: ColumnType<Record<string, unknown> | null, string | null | undefined, string | null>
    created_by: string | null
    updated_by: string | null
    created_at: Date
    updated_at: Date
  }
}
