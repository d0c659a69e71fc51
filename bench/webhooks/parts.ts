import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { Pool } from 'undici'
import { signBody, symmetricKey } from '../../src/core/webhooks/signature.ts'

/** The settings of every engine. */
export type Setting = { databaseUrl: string; redisPort: number; receiverUrl: string }

/** An engine under test. Times are unix ms with fractions. */
export type Engine = {
  /** Puts events n = from … from + count - 1 into the queue, untimed. */
  fill(from: number, count: number): Promise<void>
  /** Records one event as a caller would. Returns its commit time. */
  emit(n: number): Promise<number>
  /** Begins to deliver. */
  start(): Promise<void>
  stop(): Promise<void>
}

export type OpenEngine = (setting: Setting) => Promise<Engine>

/** Connections to the receiver, for every engine. */
export const sockets = 64
const bodyBytes = 1_024
const sliceSize = 200
const key = symmetricKey(randomBytes(32))

/** A body of 1 KiB that carries its number. */
export function bodyOf(n: number): Buffer {
  const head = `{"type":"verification","timestamp":"2026-03-01T12:00:00.000Z","data":{"n":${n},"pad":"`
  return Buffer.from(`${head.padEnd(bodyBytes - 3, 'x')}"}}`)
}

/** Signs and posts one body the same way for every engine: undici, keep-alive, 64 sockets, HMAC over the bytes. */
export function createPoster(receiverUrl: string) {
  const pool = new Pool(new URL(receiverUrl).origin, { connections: sockets, pipelining: 1 })
  return {
    async post(n: number): Promise<number> {
      const body = bodyOf(n)
      const timestamp = Math.floor(Date.now() / 1_000)
      const headers = {
        'content-type': 'application/json',
        'webhook-id': `msg_${n}`,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signBody({ symmetric: [key] }, `msg_${n}`, timestamp, body),
      }
      const answer = await pool.request({ method: 'POST', path: '/hook', headers, body })
      await answer.body.dump()
      return answer.statusCode
    },
    close: () => pool.destroy(),
  }
}

/** The attempt log of a peer: one row per delivery, as an application beside a queue would write it. */
async function createAttemptLog(pool: pg.Pool) {
  await pool.query(`create table if not exists bench_attempts (
    id bigint generated always as identity primary key, event bigint not null, status integer not null,
    started_at timestamptz not null, duration_ms integer not null)`)
  await pool.query('create index if not exists bench_attempts_event on bench_attempts (event)')
  return async (n: number, status: number, startedAt: Date, durationMs: number): Promise<void> => {
    await pool.query({
      name: 'attempt',
      text: 'insert into bench_attempts (event, status, started_at, duration_ms) values ($1, $2, $3, $4)',
      values: [n, status, startedAt, Math.round(durationMs)],
    })
  }
}

/** Delivers one event and logs it: the whole job of a peer. */
export async function createJob(pool: pg.Pool, receiverUrl: string) {
  const poster = createPoster(receiverUrl)
  const log = await createAttemptLog(pool)
  return {
    async deliver(n: number): Promise<void> {
      const startedAt = new Date()
      const status = await poster.post(n)
      await log(n, status, startedAt, Date.now() - startedAt.getTime())
      if (status >= 300) throw new Error(`The receiver answered ${status}.`)
    },
    close: poster.close,
  }
}

export const now = () => performance.timeOrigin + performance.now()

/** Runs `work` for slices of the numbers, four at a time, to fill a queue. */
export async function eachSlice(from: number, count: number, work: (numbers: number[]) => Promise<unknown>) {
  const slices = Math.ceil(count / sliceSize)
  await eachOf(0, slices, 4, (slice) => {
    const start = from + slice * sliceSize
    const length = Math.min(sliceSize, from + count - start)
    return work(Array.from({ length }, (_, index) => start + index))
  })
}

/** Runs `work` for each number, with a limit at a time. */
export async function eachOf(from: number, count: number, atOnce: number, work: (n: number) => Promise<unknown>) {
  let next = from
  const lane = async () => {
    while (next < from + count) await work(next++)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}
