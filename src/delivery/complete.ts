import pg from 'pg'
import type { Sent, Verdict } from '../core/webhooks/index.ts'
import type { Claim } from './claim.ts'
import { isShortage } from './shortage.ts'

/** What became of a claim. `release` gives it back untried. */
export type Result = { claim: Claim; startedAt: Date; durationMs: number } & (
  | (Verdict & { sent?: Sent })
  | { state: 'release' }
)

export type Completer = {
  /** Whether results wait for a database that has no room for them now. */
  readonly isStuck: boolean
  /** Queues a result; it is written with others within milliseconds. */
  add(result: Result): void
  /** Resolves when everything queued so far is written or given up. */
  drain(): Promise<void>
}

export type CompleterOptions = {
  pool: pg.Pool
  worker: number
  /** Aborted when the worker's number is no longer its own: unwritten results are dropped then. */
  lost: AbortSignal
  /** Whether so much is going on that a result does better to wait for company. */
  isBusy: () => boolean
  /** Called when a completion made other deliveries due. */
  onFreed: () => void
  onError: (error: unknown, dropped: number) => void
}

// A write costs as much as some 50 results, whatever it holds.
const flushAfterMs = 2
const flushAfterMsWhenBusy = 25
const batchSize = 256
const retryAfterMs = 100

/**
 * Writes results in micro-batches, one round trip and one commit each: attempt row, next time or final state, health.
 * Only what the worker still owns is written. A batch that the database refuses is split, so that one bad row cannot
 * take others along; when the connection is at fault the batch is tried again until the worker is lost.
 */
export function createCompleter(options: CompleterOptions): Completer {
  let queue: Result[] = []
  let timer: NodeJS.Timeout | undefined
  const writing = new Set<Promise<void>>()
  let refused = 0

  // Told how the writing goes, so that nothing more is sent whose result could not be written either.
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

// Classes 22 and 23: the values are at fault, not the connection, so trying the same again cannot help.
function isDataError(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '')
}

// Members that are empty are left out: of most answers there is little to say.
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
