import { useEffect } from 'react'
import { type Following, JsonApiError, type Told, type Type } from '../../clients/jsonapi/src/index.ts'
import { asClient, queryClient } from './api.ts'

/** What is counted out of others, and so changes with them. */
const countedFrom: Partial<Record<Type, readonly Type[]>> = {
  'review-claims': ['verifications'],
  verifications: ['verification-statistics', 'open-tasks'],
  submissions: ['submission-statistics', 'open-tasks'],
  webhooks: ['open-tasks'],
  invitations: ['open-tasks'],
  'api-keys': ['open-tasks'],
  'delivery-attempts': ['webhooks', 'webhook-statistics', 'open-tasks'],
  'webhook-events': ['webhooks', 'webhook-statistics', 'open-tasks'],
}
/** However much changes, what is shown is read again at most so often. */
const gatherMs = 700
const longestPauseMs = 30_000

/**
 * Keeps what is shown as it is on the server: what was read of a type is read again when something of that type changes.
 * Only while the page is in sight: a browser holds few connections to one host, and others of its tabs want some.
 */
export function useLiveUpdates(): void {
  useEffect(() => {
    let leave: AbortController | null = null
    const heed = () => {
      leave?.abort()
      leave = document.visibilityState === 'visible' ? new AbortController() : null
      if (leave) void followChanges(leave.signal)
    }
    heed()
    document.addEventListener('visibilitychange', heed)
    return () => {
      document.removeEventListener('visibilitychange', heed)
      leave?.abort()
    }
  }, [])
}

// Where to go on, also after the page was out of sight.
let after: string | undefined

async function followChanges(signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      await asClient(async (api) => {
        for await (const told of api.follow(followingOf(signal))) {
          failures = 0
          after = told.position ?? after
          heedMessage(told)
        }
      })
    } catch (error) {
      // Whoever may not follow now, may not in a moment either. A break is nothing to tell: it is tried again.
      if (signal.aborted || (error instanceof JsonApiError && error.status < 500 && error.status !== 429)) return
    }
    await pause(Math.min(longestPauseMs, 1_000 * 2 ** failures) * (0.5 + Math.random() / 2), signal)
  }
}

function followingOf(signal: AbortSignal): Following {
  return after === undefined ? { signal } : { signal, after }
}

function heedMessage(told: Told): void {
  if (told.event === 'change') gather(told.type)
  // After a break longer than the server remembers, anything may have changed.
  if (told.event === 'reset') void queryClient.invalidateQueries()
}

const gathered = new Set<string>()

function gather(type: Type): void {
  if (gathered.size === 0) setTimeout(readAgain, gatherMs)
  for (const one of [type, ...(countedFrom[type] ?? [])]) gathered.add(one)
}

function readAgain(): void {
  const types = new Set(gathered)
  gathered.clear()
  void queryClient.invalidateQueries({ predicate: ({ queryKey: [type] }) => types.has(String(type)) })
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
