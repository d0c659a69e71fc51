import type pg from 'pg'
import type { DueDelivery } from '../core/webhooks/index.ts'
import { workerLockSpace } from './presence.ts'

/** A delivery that this worker has claimed. */
export type Claim = DueDelivery & { organizationId: string; ordered: boolean }

type Row = {
  organization_id: string
  webhook_id: string
  event_id: string
  sequence: number
  attempts: number
  tries: number
  ordered: boolean
  body_version: string
  type: string
  data: Record<string, unknown>
  occurred_at: Date
  is_test: boolean
} & (Destination | { destination_url: null })

// The columns of a webhook. A batch has them only once for each webhook.
type Destination = {
  destination_url: string
  secret: Buffer
  previous_secret: Buffer | null
  previous_secret_expires_at: Date | null
  signing_key: Buffer | null
  previous_signing_key: Buffer | null
  connection: Buffer | null
}

/** Claims about `wanted` due deliveries at most, in the order of recording. */
export async function claimDeliveries(pool: pg.Pool, worker: number, wanted: number): Promise<Claim[]> {
  const { rows } = await pool.query<Row>({
    name: 'claim_deliveries',
    text: 'select * from claim_deliveries($1, $2)',
    values: [worker, wanted],
  })
  const destinations = new Map<string, Destination>()
  for (const row of rows) if (row.destination_url !== null) destinations.set(row.webhook_id, row)
  return rows.flatMap((row) => {
    const destination = destinations.get(row.webhook_id)
    return destination ? [toClaim(row, destination)] : []
  })
}

/** Whether more deliveries are due. A claim that found few may have parked many, without looking behind them. */
export async function hasDueDeliveries(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ more: boolean }>({
    name: 'has_due_deliveries',
    text: `select exists (select from open_deliveries
           where claimed_by is null and parked is null and due_at <= delivery_clock()) as more`,
  })
  return rows[0]?.more === true
}

function toClaim(row: Row, destination: Destination): Claim {
  return {
    organizationId: row.organization_id,
    webhookId: row.webhook_id,
    event: { id: row.event_id, type: row.type, data: row.data, occurredAt: row.occurred_at, isTest: row.is_test },
    sequence: row.sequence,
    attempts: row.attempts,
    tries: row.tries,
    ordered: row.ordered,
    destinationUrl: destination.destination_url,
    apiVersion: row.body_version,
    secret: destination.secret,
    previousSecret: destination.previous_secret,
    previousSecretExpiresAt: destination.previous_secret_expires_at,
    signingKey: destination.signing_key,
    previousSigningKey: destination.previous_signing_key,
    connection: destination.connection,
  }
}

// A claim is orphaned when its worker's lock is gone, or when it is older than several deadlines (if $1 says that ages
// are reliable), in case a stuck process keeps its lock. A worker takes its lock before it claims, so a live claim is
// never orphaned.
const freeOrphans = `
  update open_deliveries set claimed_by = null, claimed_at = null
  where claimed_by is not null and (
    $1 and claimed_at < delivery_clock() - interval '90 seconds'
    or claimed_by not in (
      select objid::bigint from pg_locks
      where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
        and classid = ${workerLockSpace} and objsubid = 2 and granted))`

/** Frees the claims of dead workers, and returns their number. Any worker may call it at any time. */
export async function rescueOrphans(pool: pg.Pool, canTellAges: boolean): Promise<number> {
  const { rowCount } = await pool.query({ name: 'rescue_orphans', text: freeOrphans, values: [canTellAges] })
  return rowCount ?? 0
}
