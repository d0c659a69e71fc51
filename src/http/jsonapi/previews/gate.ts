import { DomainError, say } from '../../../core/errors.ts'
import type { Id } from '../../../core/ids.ts'

/** Lets costly work of each organization run one at a time, and little of all together. */
type Gate = {
  /** Throws `previews_busy` rather than let a caller wait long. */
  run<T>(organizationId: Id, work: () => Promise<T>): Promise<T>
}

const mostAtOnce = 4

/** Makes a gate for the typesetter's work, which finished agreements wait for too. */
export function createGate(): Gate {
  const busy = new Set<Id>()
  return {
    async run(organizationId, work) {
      if (busy.has(organizationId) || busy.size >= mostAtOnce) {
        throw new DomainError('limited', 'previews_busy', say('preview_busy'), { retryAfterSeconds: 1 })
      }
      busy.add(organizationId)
      try {
        return await work()
      } finally {
        busy.delete(organizationId)
      }
    },
  }
}
