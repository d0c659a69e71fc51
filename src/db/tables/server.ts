// Written by npm run generate -- row-types, from the tables that migrations/ makes.
import type { Generated } from 'kysely'

export type ServerTables = {
  idempotent_replies: {
    organization_id: string
    caller_id: string
    key: string
    fingerprint: Buffer
    reply: Buffer | null
    about: Generated<string[]>
    created_at: Date
  }
  installation: {
    only_one: Generated<boolean>
    master_key_check: Buffer
  }
  job_deaths: {
    task: string
    work: Buffer
    job_id: number
    pools: string[]
    tried_apart_by: string | null
    tried_here_by: string | null
    set_aside_at: Date | null
  }
  job_runners: {
    number: number
    pool_id: string
    started_at: Generated<Date>
  }
  probes: {
    organization_id: string
    written_at: Date
  }
  server_maintenance: {
    only_one: Generated<boolean>
    since: Date
  }
  storage_trials: {
    id: string
    bytes: Buffer
  }
}
