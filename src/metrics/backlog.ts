import type pg from 'pg'

/** The waiting work in the database, over all organizations and processes. */
export type Backlog = {
  /**
   * Open deliveries: due now, due later, in flight, waiting for room at their webhook, and waiting for an earlier one
   * in order.
   */
  deliveries: { due: number; scheduled: number; claimed: number; capacity: number; order: number }
  /** 0 when nothing is due. */
  oldestDueSeconds: number
  circuitsOpen: number
  /** `set_aside` counts those of the failed jobs that ended their process twice. */
  jobs: { waiting: number; running: number; failed: number; set_aside: number }
  /** Submissions in which everybody acted more than five minutes ago and that have no sealed document. */
  unsealed: number
}

const mostCounted = 100_000
const patience = '2s'

const count = (what: string) => `(select count(*)::integer from (select from ${what} limit ${mostCounted}) as counted)`
const free = 'open_deliveries where claimed_by is null and parked is null'
const unsealed = `submissions where completed_at is null and declined_at is null and voided_at is null and expired_at is null`
const jobs = 'graphile_worker._private_jobs where'

// Uses now(), because delivery_clock() is volatile and no index could be used. A delivery without an attempt is due
// since its event, whose UUIDv7 has the time. A redelivery has no such time.
const statement = `
  select
    ${count(`${free} and due_at <= now()`)} as due,
    ${count(`${free} and due_at > now()`)} as scheduled,
    ${count('open_deliveries where claimed_by is not null')} as claimed,
    ${count("open_deliveries where parked = 'capacity'")} as capacity,
    ${count("open_deliveries where ordering_key is not null and parked = 'order'")} as "order",
    ${count('webhook_lanes where open_until > now()')} as circuits,
    ${count(`${jobs} attempts < max_attempts and locked_at is null`)} as waiting,
    ${count(`${jobs} locked_at is not null`)} as running,
    ${count(`${jobs} attempts >= max_attempts and locked_at is null`)} as failed,
    ${count('job_deaths where set_aside_at is not null')} as set_aside,
    ${count(`${unsealed} and acted_at < now() - interval '5 minutes'`)} as unsealed,
    (select coalesce(max(extract(epoch from now() - since)), 0)::float8 from (
      select to_timestamp(('x' || left(replace(event_id::text, '-', ''), 12))::bit(48)::bigint / 1000.0) as since
      from (select event_id, attempts_before from ${free} and due_at = '-infinity' order by position limit 100) as new
      where attempts_before = 0
      union all
      (select due_at from ${free} and due_at > '-infinity' and due_at <= now() order by due_at limit 1)) as due) as oldest`

type Row = Record<'due' | 'scheduled' | 'claimed' | 'capacity' | 'order' | 'circuits', number> &
  Record<'waiting' | 'running' | 'failed' | 'set_aside' | 'unsealed' | 'oldest', number>

/** Reads the backlog from indexes within 2 s, counting each kind up to 100,000. Throws otherwise. */
export async function readBacklog(pool: pg.Pool): Promise<Backlog> {
  const client = await pool.connect()
  let fault: Error | undefined
  try {
    await client.query(`begin read only; set local statement_timeout = '${patience}'; set local enable_seqscan = off`)
    const { rows } = await client.query<Row>(statement)
    await client.query('commit')
    const [row] = rows
    if (!row) throw new Error('The backlog could not be read.')
    const { due, scheduled, claimed, capacity, order, waiting, running, failed, set_aside, unsealed } = row
    return {
      deliveries: { due, scheduled, claimed, capacity, order },
      oldestDueSeconds: Math.max(0, row.oldest),
      circuitsOpen: row.circuits,
      jobs: { waiting, running, failed, set_aside },
      unsealed,
    }
  } catch (error) {
    fault = error instanceof Error ? error : new Error(String(error))
    throw fault
  } finally {
    // Destroys a connection whose transaction failed.
    client.release(fault)
  }
}
