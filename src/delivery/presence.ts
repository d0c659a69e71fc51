import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** The first key of the advisory locks (key, worker) of live workers. */
export const workerLockSpace = 7_325_266
const heartbeatMs = 2_000
const heartbeatLimitMs = 5_000
const closeLimitMs = 1_000
/** A live worker gives itself up before this time. */
const silenceLimitMs = 10_000
/** The lock of a sleeping engine. recordEvent tries to share it. */
const sleepLock = [7_325_265, 2] as const

/**
 * The presence of a worker: a connection that holds an advisory lock on the worker's number. When the process dies, the
 * kernel closes the socket and PostgreSQL releases the lock, which frees its claims at once.
 */
export type Presence = {
  worker: number
  /** Aborted when the connection is gone. Every claim under this number must then be released. */
  lost: AbortSignal
  /**
   * Tries to fall asleep. Returns false while a transaction records an event and relies on this engine being awake.
   */
  trySleep(): Promise<boolean>
  /** Says to recordEvent that no notification is needed. */
  stayAwake(): Promise<void>
  close(): Promise<void>
}

/** Opens the connection and takes a new number. `onNotice` is called for each NOTIFY. */
export async function openPresence(url: string, channel: string, onNotice: () => void): Promise<Presence> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'sealane delivery',
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  })
  const gone = new AbortController()
  client.on('error', () => gone.abort())
  client.on('end', () => gone.abort())
  client.on('notification', onNotice)
  try {
    await client.connect()
    // Detects a host that vanished without closing its sockets within seconds instead of hours.
    await client.query(
      'set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3; set tcp_user_timeout = 10000',
    )
    const { rows } = await client.query<{ worker: number }>(
      "select nextval('delivery_worker_numbers')::integer as worker",
    )
    const worker = rows[0]?.worker ?? 0
    await client.query('select pg_advisory_lock($1, $2)', [workerLockSpace, worker])
    await client.query(`listen ${channel}`)
    return presenceOf(client, worker, gone)
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
}

function presenceOf(client: pg.Client, worker: number, gone: AbortController): Presence {
  const ask = async (statement: string): Promise<boolean> => {
    try {
      const { rows } = await client.query<{ done: boolean }>(statement, [...sleepLock])
      return rows[0]?.done === true
    } catch {
      gone.abort()
      return false
    }
  }
  // A cut network gives no error, so the lock counts as lost without an answer in time.
  const heartbeat = setInterval(() => {
    const impatience = setTimeout(() => gone.abort(), heartbeatLimitMs)
    client.query('select 1').then(
      () => clearTimeout(impatience),
      () => gone.abort(),
    )
  }, heartbeatMs)
  gone.signal.addEventListener('abort', () => clearInterval(heartbeat))
  return {
    worker,
    lost: gone.signal,
    trySleep: () => ask('select pg_try_advisory_lock($1, $2) as done'),
    async stayAwake() {
      await ask('select pg_advisory_unlock($1, $2) as done')
    },
    async close() {
      clearInterval(heartbeat)
      const limit = new AbortController()
      const late = pause(closeLimitMs, undefined, { signal: limit.signal }).catch(() => {})
      // A timer that is left would keep the process for its whole time.
      await Promise.race([client.end(), late]).finally(() => limit.abort())
    },
  }
}

/**
 * Ends the connections of workers that were silent for `limitMs`, and so releases their locks. A process that hangs
 * would keep its claims otherwise. When it continues, it finds itself lost and drops them.
 */
export async function endSilentWorkers(pool: pg.Pool, self: number, limitMs: number = silenceLimitMs): Promise<void> {
  await pool.query({
    name: 'end_silent_workers',
    text: `select pg_terminate_backend(held.pid) from pg_locks held join pg_stat_activity activity on activity.pid = held.pid
     where held.locktype = 'advisory' and held.objsubid = 2 and held.granted and held.classid = ${workerLockSpace}
       and held.database = (select oid from pg_database where datname = current_database())
       and held.objid <> $1::bigint::oid and activity.usename = current_user
       and activity.state_change < clock_timestamp() - $2 * interval '1 millisecond'`,
    values: [self, limitMs],
  })
}
