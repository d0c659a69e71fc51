// Written by npm run generate -- row-types, from the tables that migrations/ makes.
import type { ColumnType, Generated } from 'kysely'
import type { KeptError } from '../shapes.ts'

export type ExportsTables = {
  export_parts: {
    organization_id: string
    export_id: string
    number: number
    sealed: Buffer
  }
  exports: {
    organization_id: string
    id: string
    user_id: string
    list: string
    format: 'csv' | 'ndjson'
    permission: string
    question: Buffer | null
    state: Generated<'running' | 'done' | 'failed' | 'expired'>
    trouble: ColumnType<KeptError | null, string | null | undefined, string | null>
    total: number | null
    made: Generated<number>
    bytes: Generated<number>
    parts: Generated<number>
    place: Buffer | null
    created_at: Date
    updated_at: Date
    ended_at: Date | null
    kept_until: Date
  }
}
