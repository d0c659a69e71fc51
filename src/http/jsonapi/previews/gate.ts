import { DomainError, say } from '../../../core/errors.ts'
import type { Id } from '../../../core/ids.ts'

/** Lets the costly work of each organization run one at a time, and limits the work of all organizations together. */
type Gate = {
  /** Throws `previews_busy` before a caller would wait long. */
  run<T>(organizationId: Id, work: () => Promise<T>): Promise<T>
}

const mostAtOnce = 4

/** Makes a gate for the typesetter's work. Finished agreements wait for the same typesetter. */
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
