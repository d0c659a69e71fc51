// Written by npm run generate -- row-types, from the tables that migrations/ makes.
import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { FileColumn, KeptError } from '../shapes.ts'

export type BulkSendsTables = {
  bulk_send_rows: {
    organization_id: string
    bulk_send_id: string
    line: number
    sealed: Buffer | null
    submission_id: string | null
    ways_in: Buffer | null
  }
  bulk_sends: {
    organization_id: string
    id: string
    agreement_link_id: string
    delivery: 'email' | 'link'
    file_name: string | null
    file_mark: Buffer
    columns: JSONColumnType<FileColumn[]>
    total: number
    made: Generated<number>
    state: Generated<'running' | 'stopped' | 'done'>
    trouble: ColumnType<KeptError | null, string | null | undefined, string | null>
    actor: JSONColumnType<Record<string, unknown>>
    created_at: Date
    updated_at: Date
    ended_at: Date | null
    kept_until: Date | null
    emptied_at: Date | null
  }
}
