// Written by npm run generate -- row-types, from the tables that migrations/ makes.
import type { JSONColumnType } from 'kysely'

export type RemindersTables = {
  reminders: {
    organization_id: string
    id: string
    submission_id: string
    signer_id: string
    actor: JSONColumnType<Record<string, unknown>>
    reminded_at: Date
  }
}
