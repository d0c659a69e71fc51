// Written by npm run generate -- row-types, from the tables that migrations/ makes.
import type { Generated } from 'kysely'

export type ChangesTables = {
  change_listeners: {
    organization_id: string
    since: number
    until: Date
  }
  change_notes: {
    organization_id: string
    position: Generated<number>
    kind: string
    subject: string
    what: string
    noted_at: Generated<Date>
  }
}
