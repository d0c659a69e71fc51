import type { Query as ShownQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type Following, JsonApiError, type Told, type Type } from '../../clients/jsonapi/src/index.ts'
import { asClient, queryClient } from './api.ts'
import { sessionQuery } from './session.ts'

/** Types that are computed from other types, and so change with them. */
const countedFrom: Partial<Record<Type, readonly Type[]>> = {
  'review-claims': ['verifications'],
  verifications: ['verification-statistics', 'open-tasks'],
  submissions: ['documents', 'submission-statistics', 'open-tasks'],
  'bulk-sends': ['open-tasks'],
  webhooks: ['open-tasks'],
  invitations: ['open-tasks'],
  'api-keys': ['open-tasks'],
  'delivery-attempts': ['webhooks', 'webhook-statistics', 'open-tasks'],
  'webhook-events': ['webhooks', 'webhook-statistics', 'open-tasks'],
}
/** The least time between two reads of shown data, even with many changes. */
const readsApartMs = 700
/** Changes within this time mostly belong to the same action, and are read together. */
const gatherMs = 120
const longestPauseMs = 30_000

/**
 * Keeps shown data up to date: when something of a type changes, the data of that type is read again. It works only
 * while the page is visible, because a browser allows few connections to one host for all its tabs.
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

// The position from which to continue, also after the page was hidden. At first it comes from the session, because the
// shown data was read later.
let after: string | undefined

async function followChanges(signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      await asClient(async (api) => {
        const { position } = await queryClient.ensureQueryData(sessionQuery)
        after ??= position ?? undefined
        for await (const told of api.follow(followingOf(signal))) {
          failures = 0
          after = told.position ?? after
          heedMessage(told)
        }
      })
    } catch (error) {
      // A refusal is final. After a broken connection, it tries again without a message.
      if (signal.aborted || (error instanceof JsonApiError && error.status < 500 && error.status !== 429)) return
    }
    await pause(Math.min(longestPauseMs, 1_000 * 2 ** failures) * (0.5 + Math.random() / 2), signal)
  }
}

function followingOf(signal: AbortSignal): Following {
  return after === undefined ? { signal } : { signal, after }
}

function heedMessage(told: Told): void {
  if (told.event === 'change') gather([told.type, ...(countedFrom[told.type] ?? [])])
  // A stream that began without a position omits earlier changes, so all data is read again.
  const isFresh = told.event === 'open' && told.position !== null
  if (isFresh) readAgain(({ queryKey: [type] }) => type !== whoIsSignedIn)
  // While a long transaction holds the log back, the server sends a reset at every look.
  if (told.event === 'reset') gather([everything])
}

const everything = '*'
// No stream reports changes of the session.
const [whoIsSignedIn] = sessionQuery.queryKey
const gathered = new Set<string>()
let readAt = Number.NEGATIVE_INFINITY

function gather(types: readonly string[]): void {
  if (gathered.size === 0) setTimeout(readGathered, Math.max(gatherMs, readAt + readsApartMs - performance.now()))
  for (const one of types) gathered.add(one)
}

function readGathered(): void {
  readAt = performance.now()
  const types = new Set(gathered)
  gathered.clear()
  readAgain(({ queryKey: [type] }) => types.has(everything) || types.has(String(type)))
}

function readAgain(isMeant: (query: ShownQuery) => boolean): void {
  // A first answer under way may be older than the change. It is not requested twice at the same time.
  const isFirst = (query: ShownQuery) => query.state.data === undefined && query.state.fetchStatus === 'fetching'
  for (const query of queryClient.getQueryCache().findAll({ predicate: (query) => isMeant(query) && isFirst(query) })) {
    query.promise?.then(
      () => void queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true }),
      () => {},
    )
  }
  void queryClient.invalidateQueries({ predicate: (query) => isMeant(query) && !isFirst(query) })
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
