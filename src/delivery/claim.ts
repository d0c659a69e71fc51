import type pg from 'pg'
import type { DueDelivery } from '../core/webhooks/index.ts'
import { workerLockSpace } from './presence.ts'

/** A delivery that this worker owns; `body` is null before the first attempt. */
export type Claim = DueDelivery & { organizationId: string; body: Buffer | null; ordered: boolean }

type Row = {
  organization_id: string
  webhook_id: string
  event_id: string
  sequence: number
  attempts: number
  tries: number
  ordered: boolean
  type: string
  data: Record<string, unknown>
  occurred_at: Date
  is_test: boolean
  body: Buffer | null
  destination_url: string
  api_version: string
  secret: Buffer
  previous_secret: Buffer | null
  previous_secret_expires_at: Date | null
  signing_key: Buffer | null
  connection: Buffer | null
}

/** Claims up to about `wanted` deliveries that are due, in the order of recording. */
export async function claimDeliveries(pool: pg.Pool, worker: number, wanted: number): Promise<Claim[]> {
  const { rows } = await pool.query<Row>({
    name: 'claim_deliveries',
    text: 'select * from claim_deliveries($1, $2)',
    values: [worker, wanted],
  })
  return rows.map((row) => ({
    organizationId: row.organization_id,
    webhookId: row.webhook_id,
    event: { id: row.event_id, type: row.type, data: row.data, occurredAt: row.occurred_at, isTest: row.is_test },
    sequence: row.sequence,
    attempts: row.attempts,
    tries: row.tries,
    ordered: row.ordered,
    destinationUrl: row.destination_url,
    apiVersion: row.api_version,
    secret: row.secret,
    previousSecret: row.previous_secret,
    previousSecretExpiresAt: row.previous_secret_expires_at,
    signingKey: row.signing_key,
    connection: row.connection,
    body: row.body,
  }))
}

// A claim is orphaned when its worker's lock is gone, or, as a second net under a lock that outlives a stuck process,
// when it is older than several deadlines. The lock was taken before the claim, so a live claim never looks orphaned.
const freeOrphans = `
  update open_deliveries set claimed_by = null, claimed_at = null
  where claimed_by is not null and (
    claimed_at < delivery_clock() - interval '90 seconds'
    or claimed_by not in (
      select objid::bigint from pg_locks
      where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
        and classid = ${workerLockSpace} and objsubid = 2 and granted))`

/** Frees the claims of workers that died; returns how many there were. Any worker may do it at any time. */
export async function rescueOrphans(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query({ name: 'rescue_orphans', text: freeOrphans })
  return rowCount ?? 0
}
