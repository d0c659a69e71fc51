// Written by npm run generate -- row-types, from the tables that migrations/ makes.
import type { DeliveryState } from '../shapes.ts'

export type ViewsTables = {
  deliveries: {
    organization_id: string
    webhook_id: string
    event_id: string
    sequence: number | null
    state: DeliveryState
    attempts: number
    next_attempt_at: Date | null
    finished_at: Date | null
  }
  known_webhooks: {
    organization_id: string
    id: string
  }
}
