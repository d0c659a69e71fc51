import type { Acknowledged } from './load.ts'
import type { Arrival } from './receiver.ts'

/** A stretch in which some process or the database was not there. */
export type Outage = { from: number; until: number }

export type Account = {
  acknowledged: number
  missing: number
  changedBodies: number
  wrongTenant: number
  duplicates: number
  /** Sends that may have been in flight when faults struck. */
  duplicatesAllowed: number
  /** The longest that an event waited while everything was up, in ms. */
  longestIdleMs: number
}

export const idleLimitMs = 2_000

/** Counts at the receiver what was promised by the answers. */
export function countUp(
  load: Acknowledged[],
  arrivals: Arrival[],
  outages: Outage[],
  duplicatesAllowed: number,
): Account {
  const firsts = new Map<string, Arrival>()
  const bodies = new Map<string, Set<string>>()
  for (const arrival of arrivals) {
    if (!firsts.has(arrival.token)) firsts.set(arrival.token, arrival)
    bodies.set(arrival.id, (bodies.get(arrival.id) ?? new Set()).add(arrival.sha256))
  }
  const waits = load.flatMap(({ token, at }) => {
    const first = firsts.get(token)
    return first ? [longestIdle(outages, at, first.at)] : []
  })
  return {
    acknowledged: load.length,
    missing: load.filter(({ token }) => !firsts.has(token)).length,
    changedBodies: [...bodies.values()].filter((digests) => digests.size > 1).length,
    wrongTenant: arrivals.filter(({ path, token }) => !token.startsWith(`load-${path.slice(1)}-`)).length,
    duplicates: arrivals.length - new Set(arrivals.map(({ id }) => id)).size,
    duplicatesAllowed,
    longestIdleMs: Math.max(0, ...waits),
  }
}

/** What is not as it should be, in words; empty when all is well. */
export function findFaults(account: Account): string[] {
  return [
    account.missing > 0 && `${account.missing} acknowledged events never arrived`,
    account.changedBodies > 0 && `${account.changedBodies} events came with different bytes`,
    account.wrongTenant > 0 && `${account.wrongTenant} requests went to the wrong tenant`,
    account.duplicates > account.duplicatesAllowed &&
      `${account.duplicates} duplicates, but only ${account.duplicatesAllowed} sends were in flight at the faults`,
    account.longestIdleMs > idleLimitMs && `an event lay idle for ${account.longestIdleMs} ms with everything up`,
  ].filter((fault) => fault !== false)
}

// The longest stretch between answer and arrival in which everything was up.
function longestIdle(outages: Outage[], acknowledgedAt: number, arrivedAt: number): number {
  let idleSince = acknowledgedAt
  let longest = 0
  for (const { from, until } of outages) {
    if (until < idleSince || from > arrivedAt) continue
    longest = Math.max(longest, from - idleSince)
    idleSince = until
  }
  return Math.max(longest, arrivedAt - idleSince)
}
