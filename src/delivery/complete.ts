import pg from 'pg'
import type { Sent, Verdict } from '../core/webhooks/index.ts'
import type { Claim } from './claim.ts'
import { isShortage } from './shortage.ts'

/** The result of a claim. `release` returns it without an attempt. */
type Result = { claim: Claim; startedAt: Date; durationMs: number } & (
  | (Verdict & { sent?: Sent })
  | { state: 'release' }
)

export type Completer = {
  /** Whether results wait because the database has no room. */
  readonly isStuck: boolean
  /** Queues a result. It is written in a batch within milliseconds. */
  add(result: Result): void
  /** Resolves when every queued result is written or dropped. */
  drain(): Promise<void>
}

type CompleterOptions = {
  pool: pg.Pool
  worker: number
  /** Aborted when the worker has lost its number. Unwritten results are then dropped. */
  lost: AbortSignal
  /** Whether there is so much work that results should wait for larger batches. */
  isBusy: () => boolean
  /** Called when completed deliveries have made others due. */
  onFreed: () => void
  onError: (error: unknown, dropped: number) => void
}

// A write costs about as much as 50 results, whatever its size.
const flushAfterMs = 2
const flushAfterMsWhenBusy = 25
const batchSize = 256
const retryAfterMs = 100

/**
 * Writes results in small batches, each in one round trip and one commit: attempts, next times or final states, and
 * health. Only deliveries that the worker still owns are written. A batch with bad data is split, so that one bad row
 * does not lose the others. After any other error the batch is retried until the worker is lost.
 */
export function createCompleter(options: CompleterOptions): Completer {
  let queue: Result[] = []
  let timer: NodeJS.Timeout | undefined
  const writing = new Set<Promise<void>>()
  let refused = 0

  // Counts refused batches, so that nothing is sent whose result could not be written.
  async function write(batch: Result[]): Promise<void> {
    let isRefused = false
    const onRefusal = () => {
      if (!isRefused) refused++
      isRefused = true
    }
    await writeBatch({ ...options, onRefusal }, batch)
    if (isRefused) refused--
  }

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    const batch = queue
    queue = []
    if (!batch.length) return
    const work = write(batch).finally(() => writing.delete(work))
    writing.add(work)
  }

  return {
    get isStuck() {
      return refused > 0
    },
    add(result) {
      queue.push(result)
      if (queue.length >= batchSize) flush()
      else timer ??= setTimeout(flush, options.isBusy() ? flushAfterMsWhenBusy : flushAfterMs)
    },
    async drain() {
      flush()
      while (writing.size) await Promise.all(writing)
    },
  }
}

type Writing = CompleterOptions & { onRefusal: () => void }

async function writeBatch(options: Writing, batch: Result[]): Promise<void> {
  while (!options.lost.aborted) {
    try {
      const { rows } = await options.pool.query<{ kept: number; freed: boolean }>({
        name: 'complete_deliveries',
        text: 'select * from complete_deliveries($1, $2, $3)',
        values: [options.worker, JSON.stringify(batch.map(toRecord)), batch.some(({ claim }) => claim.ordered)],
      })
      if (rows[0]?.freed) options.onFreed()
      return
    } catch (error) {
      if (isDataError(error)) return splitBatch(options, batch, error)
      options.onError(error, 0)
      if (isShortage(error)) options.onRefusal()
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs))
    }
  }
}

async function splitBatch(options: Writing, batch: Result[], error: unknown): Promise<void> {
  if (batch.length === 1) return options.onError(error, 1)
  const middle = batch.length >> 1
  await writeBatch(options, batch.slice(0, middle))
  await writeBatch(options, batch.slice(middle))
}

// SQLSTATE classes 22 and 23: the values are wrong, so a retry cannot help.
function isDataError(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '')
}

// Leaves empty members out, because most results have few.
function toRecord({ claim, startedAt, durationMs, ...result }: Result): Record<string, unknown> {
  const key = { organization_id: claim.organizationId, webhook_id: claim.webhookId, event_id: claim.event.id }
  if (result.state === 'release') return { ...key, state: 'release' }
  return {
    ...key,
    state: result.state,
    delay_ms: result.delayMs || undefined,
    pause_ms: result.pauseMs || undefined,
    disable: result.disable || undefined,
    outcome: result.outcome,
    http_status: result.httpStatus ?? undefined,
    error: result.error ?? undefined,
    response_excerpt: result.responseExcerpt?.toString('base64'),
    sent: result.sent,
    answer_headers: result.answerHeaders ?? undefined,
    started_at: startedAt,
    duration_ms: Math.round(durationMs),
  }
}
