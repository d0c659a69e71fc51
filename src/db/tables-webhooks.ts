import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { ActionRow } from './tables-actions.ts'

type Timestamps = { created_at: Date; updated_at: Date }
type TenantRow = { organization_id: string; id: string }
type DeliveryKey = { organization_id: string; webhook_id: string; event_id: string }
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

/** Where a delivery stands: pending until it ends; held means that its webhook was disabled when it was due. */
export type DeliveryState = 'pending' | 'delivered' | 'failed' | 'held'

export type WebhookTables = {
  webhooks: Timestamps &
    TenantRow & {
      destination_url: string
      event_types: string[]
      notification_emails: ColumnType<string[], string[] | undefined, string[]>
      service_status: Generated<boolean>
      disabled_at: Optional<Date>
      disabled_reason: Optional<'user' | 'gone' | 'failing'>
      api_version: string
      ordered: Generated<boolean>
      max_concurrency: Generated<number>
      max_per_second: Optional<number>
      secret: Buffer
      previous_secret: Optional<Buffer>
      previous_secret_expires_at: Optional<Date>
      signing_key: Optional<Buffer>
      signing_public_key: Optional<Buffer>
      previous_signing_key: Optional<Buffer>
      previous_signing_public_key: Optional<Buffer>
      connection: Optional<Buffer>
      /** What it is narrowed to, as core/webhooks/filters.ts stores it. */
      filters: ColumnType<unknown, string | null | undefined, string | null>
      created_by: string | null
      updated_by: string | null
    }
  former_webhooks: TenantRow & { deleted_at: Date }
  /** A view over those that are there and those that were. */
  known_webhooks: TenantRow
  mail_recipients: TenantRow & {
    address: string
    token_hash: Optional<Buffer>
    asked_at: Optional<Date>
    confirmed_at: Optional<Date>
    declined_at: Optional<Date>
    told: Generated<Record<string, string>>
    created_at: Date
  }
  webhook_lanes: {
    organization_id: string
    webhook_id: string
    last_sequence: Generated<number>
    has_parked: Generated<boolean>
    consecutive_failures: Generated<number>
    trips: Generated<number>
    failing_since: Optional<Date>
    open_until: Optional<Date>
    last_success_at: Optional<Date>
    last_error: Optional<string>
    told: Generated<Record<string, string>>
    mailed_state: Optional<'failing' | 'warned' | 'disabled' | 'recovered'>
  }
  events: TenantRow & {
    type: string
    subject_type: string
    subject_id: string
    data: JSONColumnType<Record<string, unknown>>
    occurred_at: Date
    is_test: Generated<boolean>
    position: Generated<number>
  }
  event_bodies: { organization_id: string; event_id: string; api_version: string; body: Buffer }
  open_deliveries: DeliveryKey & {
    position: Generated<number>
    sequence: Optional<number>
    ordering_key: Optional<string>
    body_version: Optional<string>
    attempts: Generated<number>
    attempts_before: Generated<number>
    due_at: Generated<Date>
    retry_delay_ms: Generated<number>
    parked: Optional<'capacity' | 'order'>
    claimed_by: Optional<number>
    claimed_at: Optional<Date>
  }
  closed_deliveries: DeliveryKey & {
    position: number
    sequence: number
    ordering_key: Optional<string>
    body_version: Optional<string>
    state: 'delivered' | 'failed' | 'held'
    attempts: number
    finished_at: Date
  }
  webhook_recoveries: TenantRow & {
    webhook_id: string
    since: Date
    state: Generated<'running' | 'done' | 'cancelled'>
    total: number
    reopened: Generated<number>
    per_second: number
    last_event_id: Optional<string>
    ended_until: Generated<Date>
    created_by: string | null
    created_at: Date
    finished_at: Optional<Date>
  }
  redeliveries: DeliveryKey & ActionRow & { requested_at: Date }
  secret_rotations: ActionRow & { webhook_id: string; overlap_hours: number | null; rotated_at: Date }
  /** A view over open and closed deliveries. */
  deliveries: DeliveryKey & {
    sequence: number | null
    state: DeliveryState
    attempts: number
    next_attempt_at: Date | null
    finished_at: Date | null
  }
  attempts: DeliveryKey & {
    number: number
    outcome: string
    http_status: number | null
    error: string | null
    response_excerpt: Buffer | null
    started_at: Date
    duration_ms: number
    sent: Optional<readonly [string, string, readonly string[]]>
    answer_headers: Optional<Record<string, string>>
  }
  change_listeners: { organization_id: string; since: number; until: Date }
  change_notes: {
    organization_id: string
    position: Generated<number>
    kind: string
    subject: string
    what: string
    noted_at: Generated<Date>
  }
}
