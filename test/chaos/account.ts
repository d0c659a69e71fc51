import type { Load } from './load.ts'
import type { Arrival } from './receiver.ts'

/** A time in which a process or the database was down. Its length is zero when a fault took nothing away. */
export type Outage = { from: number; until: number }

/** The counts of a run: calls, arrivals, outages, and the state of the database. */
export type Evidence = {
  load: Pick<Load, 'acknowledged' | 'refused'>
  arrivals: Arrival[]
  outages: Outage[]
  /** By webhook-id: how often a delivery was in flight when its worker was lost. */
  lostClaims: Map<string, number>
  leftovers: { open: number; halves: number }
}

export type Account = {
  acknowledged: number
  /** Calls answered 503, calls that got no answer, and calls with any other error. */
  unavailable: number
  unanswered: number
  wronglyAnswered: number
  missing: number
  changedBodies: number
  wrongTenant: number
  duplicates: number
  /** Deliveries that were in flight at a fault. */
  inFlight: number
  /** Duplicates without a fault while they were in flight, or more duplicates than such faults. */
  unexplained: number
  /** The longest time that an event waited while everything was up, in ms. It includes the backlog of an outage. */
  longestWaitMs: number
  /** The longest time that an event waited while everything was up and its webhook got nothing at all. */
  longestIdleMs: number
  /**
   * Deliveries without an end, and events without their change or changes without their event, at the end of the run.
   */
  open: number
  halves: number
}

export const idleLimitMs = 2_000

/** Counts at the receiver the events that successful calls promised. */
export function countUp({ load, arrivals, outages, lostClaims, leftovers }: Evidence): Account {
  const firsts = new Map<string, Arrival>()
  const bodies = new Map<string, Set<string>>()
  const sends = new Map<string, number>()
  for (const arrival of arrivals) {
    if (!firsts.has(arrival.token)) firsts.set(arrival.token, arrival)
    bodies.set(arrival.id, (bodies.get(arrival.id) ?? new Set()).add(arrival.sha256))
    sends.set(arrival.id, (sends.get(arrival.id) ?? 0) + 1)
  }
  const waits = load.acknowledged.flatMap(({ token, at }) => {
    const first = firsts.get(token)
    return first ? [longestWait(outages, { from: at, until: first.at, path: first.path })] : []
  })
  return {
    acknowledged: load.acknowledged.length,
    unavailable: load.refused.filter(({ status }) => status === 503).length,
    unanswered: load.refused.filter(({ status }) => status === 0).length,
    wronglyAnswered: load.refused.filter(({ status }) => status !== 0 && status !== 503).length,
    missing: load.acknowledged.filter(({ token }) => !firsts.has(token)).length,
    changedBodies: [...bodies.values()].filter((digests) => digests.size > 1).length,
    wrongTenant: arrivals.filter(({ path, token }) => !token.startsWith(`load-${path.slice(1)}-`)).length,
    duplicates: arrivals.length - sends.size,
    inFlight: sum(lostClaims.values()),
    unexplained: sum([...sends].map(([id, count]) => Math.max(0, count - 1 - (lostClaims.get(id) ?? 0)))),
    longestWaitMs: longest(waits),
    longestIdleMs: longest(waits.flatMap((wait) => gapsIn(wait, arrivals))),
    ...leftovers,
  }
}

/** The faults in words; empty for none. */
export function findFaults(account: Account): string[] {
  return [
    account.acknowledged === 0 && 'no call was answered with success, so nothing was shown',
    account.wronglyAnswered > 0 && `${account.wronglyAnswered} calls were refused with another status than 503`,
    account.missing > 0 && `${account.missing} acknowledged events never arrived`,
    account.changedBodies > 0 && `${account.changedBodies} events came with different bytes`,
    account.wrongTenant > 0 && `${account.wrongTenant} requests went to the wrong tenant`,
    account.unexplained > 0 && `${account.unexplained} duplicates of sends that were not in flight at a fault`,
    account.longestIdleMs > idleLimitMs && `an event lay idle for ${account.longestIdleMs} ms with everything up`,
    account.open > 0 && `${account.open} deliveries had no end`,
    account.halves > 0 && `${account.halves} changes were written by halves`,
  ].filter((fault) => fault !== false)
}

/** The account in one line. */
export function describe(account: Account): string {
  return [
    `${account.acknowledged} acknowledged`,
    `${account.unavailable} refused with 503`,
    `${account.unanswered} unanswered`,
    `${account.missing} missing`,
    `${account.duplicates} duplicates of ${account.inFlight} sends in flight`,
    `longest wait ${account.longestWaitMs} ms, longest idle ${account.longestIdleMs} ms`,
  ].join(', ')
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, number) => total + number, 0)
}

type Wait = Outage & { path: string }

// The longest time between answer and arrival in which everything was up.
function longestWait(outages: Outage[], { from, until, path }: Wait): Wait {
  const stretches: Wait[] = []
  let since = from
  for (const outage of outages) {
    if (outage.until < since || outage.from > until) continue
    stretches.push({ path, from: since, until: outage.from })
    since = outage.until
  }
  stretches.push({ path, from: since, until })
  return stretches.reduce((most, one) => (lengthOf(one) > lengthOf(most) ? one : most))
}

// A delivery does not wait idly while its webhook gets other deliveries one after another.
function gapsIn(wait: Wait, arrivals: Arrival[]): Outage[] {
  if (lengthOf(wait) <= idleLimitMs) return [wait]
  const between = arrivals.filter(({ path, at }) => path === wait.path && at > wait.from && at < wait.until)
  const moments = [wait.from, ...between.map(({ at }) => at).sort((a, b) => a - b), wait.until]
  return moments.slice(1).map((until, index) => ({ from: moments[index] ?? until, until }))
}

function lengthOf({ from, until }: Outage): number {
  return until - from
}

function longest(stretches: Outage[]): number {
  return stretches.reduce((most, one) => Math.max(most, lengthOf(one)), 0)
}
