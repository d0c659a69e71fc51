import type { Presence } from './presence.ts'

const gatherMs = 5
// During a backlog, latency depends on the backlog, and fewer claims leave more time to send.
const gatherMsWhenDeep = 25
// A claim of this size means that notifications would come faster than they help.
const busyClaim = 16
export const pollMs = 4
const maxPollMs = 100
const sleepMs = 250
const pollsUntilCalm = 8

type Pace = {
  readonly isAsleep: boolean
  /** How long to wait for more room before a claim. */
  readonly gatherMs: number
  /** How long to wait for the next claim or a notification. */
  readonly waitMs: number
  /** Takes in the result of a claim. A sleeping engine wakes up when it finds much to do. */
  note(claimed: number, free: number): Promise<void>
  /** Falls asleep when little was found for a while. Returns false when it stays awake or was asleep. */
  fallAsleep(): Promise<boolean>
}

/**
 * How often to look for due deliveries. An awake engine polls, ever more slowly. A sleeping engine waits for
 * notifications. While an engine is awake, recordEvent need not notify.
 */
export function createPace(presence: Pick<Presence, 'trySleep' | 'stayAwake'>): Pace {
  let isAsleep = false
  let isDeep = false
  let quietPolls = 0
  let calmPolls = 0
  return {
    get isAsleep() {
      return isAsleep
    },
    get gatherMs() {
      return isDeep ? gatherMsWhenDeep : gatherMs
    },
    get waitMs() {
      return isAsleep ? sleepMs : Math.min(pollMs * Math.max(1, quietPolls - pollsUntilCalm), maxPollMs)
    },
    async note(claimed, free) {
      isDeep = claimed >= free
      quietPolls = claimed ? 0 : quietPolls + 1
      calmPolls = claimed >= busyClaim ? 0 : calmPolls + 1
      if (claimed < busyClaim || !isAsleep) return
      await presence.stayAwake()
      isAsleep = false
    },
    async fallAsleep() {
      if (isAsleep || calmPolls < pollsUntilCalm) return false
      isAsleep = await presence.trySleep()
      return isAsleep
    },
  }
}
