import pg from 'pg'
import type { Verdict } from '../core/webhooks/index.ts'
import { settleBodies } from './bodies.ts'
import { type Claim, claimDeliveries, hasDueDeliveries, rescueOrphans } from './claim.ts'
import { createClockWatch } from './clock-watch.ts'
import { createCompleter } from './complete.ts'
import type { DeliveryOptions } from './engine.ts'
import { endSilentWorkers, openPresence } from './presence.ts'
import { isShortage } from './shortage.ts'
import { createWaker } from './waker.ts'

const channel = 'sealane_deliveries'
const defaultConcurrency = 512
// Small claims cost as much as large ones: with less room than this, a moment is waited for more.
const usualLeastClaim = 256
const busyFlight = 128
const gatherMs = 5
// While more is due than can be taken, latency is the backlog's, and fewer claims leave more time to send.
const gatherMsWhenDeep = 25
const triesAtOwnFault = 60
const rescueEveryMs = 1_000
const queryTimeoutMs = 5_000
const shortageWaitMs = 500
// A claim of at least so many means that notices would come faster than they help.
const busyClaim = 16
const pollMs = 4
const maxPollMs = 100
const sleepMs = 250
const pollsUntilCalm = 8

/**
 * One life of a worker: from taking a number to losing the connection that holds it, or to being stopped. Throws when
 * the database cannot be reached or the connection was lost.
 */
export async function runSession(
  options: DeliveryOptions,
  stopping: AbortSignal,
  onStarted: () => void,
): Promise<void> {
  const waker = createWaker()
  const presence = await openPresence(options.database.url, channel, waker.wake)
  // Connections of its own: the hot statements stay planned on them, and a busy product cannot starve delivery.
  // A query that gets no answer ends after a while, because a cut network never says that it is cut.
  const pool = new pg.Pool({
    ...options.database.pool.options,
    application_name: 'sealane delivery',
    max: 4,
    keepAlive: true,
    query_timeout: queryTimeoutMs,
    connectionTimeoutMillis: queryTimeoutMs,
  })
  pool.on('error', () => {})
  const failure = new AbortController()
  const ended = AbortSignal.any([stopping, presence.lost, failure.signal])
  ended.addEventListener('abort', waker.wake)
  const completer = createCompleter({
    pool,
    worker: presence.worker,
    lost: presence.lost,
    isBusy: () => inFlight >= busyFlight,
    onFreed: waker.wake,
    onError: (error, dropped) => options.log.error({ err: error, dropped }, 'a delivery result could not be written'),
  })
  const clockWatch = createClockWatch(pool)
  // One at a time: a database that is slow must not find the connections of the engine taken by its own housekeeping.
  let isKeepingUp = false
  const rescuer = setInterval(async () => {
    if (isKeepingUp) return
    isKeepingUp = true
    await keepUp().catch(() => {})
    isKeepingUp = false
  }, rescueEveryMs)
  const work = new Set<Promise<void>>()
  let inFlight = 0
  let shortUntil = 0
  const slots = options.concurrency ?? defaultConcurrency
  const leastClaim = Math.max(1, Math.min(usualLeastClaim, slots >> 1))

  async function keepUp(): Promise<void> {
    const canTellAges = await clockWatch.check()
    if (canTellAges) await endSilentWorkers(pool, presence.worker)
    const count = await rescueOrphans(pool, canTellAges)
    if (!count) return
    options.metrics?.rescued(count)
    options.log.info({ count }, 'freed deliveries of a worker that died')
    waker.wake()
  }

  async function deliver(claim: Claim, body: Buffer): Promise<void> {
    const startedAt = new Date()
    const start = performance.now()
    try {
      const verdict = await options.rules.attempt(claim, body, presence.lost)
      const durationMs = performance.now() - start
      completer.add({ claim, startedAt, durationMs, ...verdict })
      const age = (startedAt.getTime() - claim.event.occurredAt.getTime()) / 1_000
      options.metrics?.attempted(verdict.outcome, durationMs / 1_000, age, claim.attempts === 0)
    } catch (error) {
      if (presence.lost.aborted) return
      options.log.error({ err: error, webhookId: claim.webhookId }, 'an attempt failed by a fault of ours')
      completer.add({ claim, startedAt, durationMs: performance.now() - start, ...ownFault(claim) })
    }
  }

  function track(job: Promise<void>): void {
    const tracked = job.finally(() => work.delete(tracked))
    work.add(tracked)
  }

  function finish(): void {
    inFlight--
    if (inFlight === slots - leastClaim) waker.wake()
  }

  // Goes on while the next claim is made already. When the bodies cannot be stored, nothing may be sent.
  async function prepareAndLaunch(claims: Claim[]): Promise<void> {
    try {
      const { ready, broken } = await settleBodies(pool, claims, options.rules.render)
      for (const { claim, body } of ready) track(deliver(claim, body).finally(finish))
      for (const { claim, error } of broken) {
        options.log.error({ err: error, eventId: claim.event.id }, 'an event could not be rendered')
        completer.add({ claim, startedAt: new Date(), durationMs: 0, ...ownFault(claim) })
        finish()
      }
    } catch (error) {
      for (const claim of claims) completer.add({ claim, startedAt: new Date(), durationMs: 0, state: 'release' })
      inFlight -= claims.length
      if (isShortage(error)) waitOutShortage(error)
      else failure.abort(error)
    }
  }

  // A database that is up and short of disk or memory: what is in flight stays ours, and nothing is sent twice for it.
  function waitOutShortage(error: unknown): void {
    options.log.error({ err: error }, 'the database is short of something; deliveries wait')
    shortUntil = performance.now() + shortageWaitMs
  }

  function nullOnShortage(error: unknown): null {
    if (!isShortage(error)) throw error
    waitOutShortage(error)
    return null
  }

  async function claimAndLaunch(wanted: number): Promise<number> {
    const claims = await claimDeliveries(pool, presence.worker, wanted)
    if (!claims.length) return 0
    options.metrics?.claimed(claims.length)
    inFlight += claims.length
    track(prepareAndLaunch(claims))
    return claims.length
  }

  // Not waited for, so that a notice is not either; when it fails, so will the next claim.
  function wakeForMore(): void {
    hasDueDeliveries(pool).then(
      (isMore) => isMore && setTimeout(waker.wake, pollMs),
      () => {},
    )
  }

  try {
    await keepUp()
    onStarted()
    let asleep = false
    let quietPolls = 0
    let calmPolls = 0
    let isDeep = false
    while (!ended.aborted) {
      if (slots - inFlight < leastClaim) await waker.wait(isDeep ? gatherMsWhenDeep : gatherMs)
      const free = slots - inFlight
      if (free <= 0) continue
      const isShort = completer.isStuck || performance.now() < shortUntil
      const claimed = isShort ? null : await claimAndLaunch(free).catch(nullOnShortage)
      if (claimed === null) {
        await waker.wait(shortageWaitMs)
        continue
      }
      isDeep = claimed >= free
      quietPolls = claimed ? 0 : quietPolls + 1
      calmPolls = claimed >= busyClaim ? 0 : calmPolls + 1
      if (claimed >= busyClaim && asleep) {
        await presence.stayAwake()
        asleep = false
      }
      if (claimed >= free) continue
      if (!asleep && calmPolls >= pollsUntilCalm) {
        asleep = await presence.trySleep()
        if (asleep) continue
      }
      if (asleep) wakeForMore()
      await waker.wait(asleep ? sleepMs : Math.min(pollMs * Math.max(1, quietPolls - pollsUntilCalm), maxPollMs))
    }
    if (stopping.aborted && !presence.lost.aborted) {
      while (work.size) await Promise.race([Promise.all(work), lostOf(presence.lost)])
      await completer.drain()
    }
    failure.signal.throwIfAborted()
    if (presence.lost.aborted) throw new Error('The connection that holds the worker lock was lost.')
  } finally {
    clearInterval(rescuer)
    await Promise.allSettled([presence.close(), pool.end()])
  }
}

// Tried again each minute for an hour, because a fault of ours is mended by a new version, and then given up.
function ownFault(claim: Claim): Verdict {
  return {
    state: claim.tries < triesAtOwnFault ? 'retry' : 'failed',
    delayMs: 60_000,
    pauseMs: 0,
    disable: false,
    outcome: 'internal',
    httpStatus: null,
    error: 'Sealane could not make this attempt; the fault is ours and is in the log.',
    responseExcerpt: null,
  }
}

function lostOf(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
