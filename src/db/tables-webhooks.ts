import type { ColumnType, Generated, JSONColumnType } from 'kysely'

type Timestamps = { created_at: Date; updated_at: Date }
type TenantRow = { organization_id: string; id: string }

export type WebhookTables = {
  webhooks: Timestamps &
    TenantRow & {
      destination_url: string
      event_types: string[]
      notification_emails: ColumnType<string[], string[] | undefined, string[]>
      service_status: Generated<boolean>
      disabled_reason: string | null
      api_version: string
      secret: Buffer
      previous_secret: Buffer | null
      previous_secret_expires_at: Date | null
      last_sequence: Generated<number>
      created_by: string | null
      updated_by: string | null
    }
  events: TenantRow & {
    type: string
    subject_type: string
    subject_id: string
    data: JSONColumnType<Record<string, unknown>>
    occurred_at: Date
  }
  deliveries: TenantRow & {
    event_id: string
    webhook_id: string
    sequence: number
    state: Generated<'pending' | 'delivered' | 'failed'>
    attempts: Generated<number>
    next_attempt_at: Date | null
    claimed_by: number | null
    body: Buffer | null
    finished_at: Date | null
    created_at: Date
  }
  attempts: TenantRow & {
    delivery_id: string
    number: number
    outcome: string
    http_status: number | null
    error: string | null
    response_excerpt: Buffer | null
    started_at: Date
    duration_ms: number
  }
}
