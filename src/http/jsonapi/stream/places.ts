import { DomainError, say } from '../../../core/errors.ts'
import type { Id } from '../../../core/ids.ts'

/** The limits of open streams on one node: for one person, for one organization, and for all. */
export const mostStreams = { person: 20, organization: 500, node: 5_000 } as const

/** The streams that are open on this node. */
type Places = {
  /** Takes a place. The returned function gives the place back. Throws `too_many_streams`. */
  take(organizationId: Id, personId: Id): () => void
}

/** Counts open streams, so that nobody can take all connections. */
export function createPlaces(most: Record<keyof typeof mostStreams, number> = mostStreams): Places {
  const taken = new Map<string, number>()
  const add = (key: string, by: number) => {
    const now = (taken.get(key) ?? 0) + by
    if (now > 0) taken.set(key, now)
    else taken.delete(key)
  }
  return {
    take(organizationId, personId) {
      const keys = [
        [`person ${organizationId} ${personId}`, most.person],
        [`organization ${organizationId}`, most.organization],
        ['node', most.node],
      ] as const
      const full = keys.find(([key, limit]) => (taken.get(key) ?? 0) >= limit)
      if (full) {
        const words = say('too_many_streams', { most: full[1] })
        throw new DomainError('limited', 'too_many_streams', words, { retryAfterSeconds: 10 })
      }
      for (const [key] of keys) add(key, 1)
      return () => {
        for (const [key] of keys) add(key, -1)
      }
    },
  }
}
