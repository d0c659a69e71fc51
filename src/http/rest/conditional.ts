import type { Context } from '../../core/context.ts'
import { DomainError, say } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { doTogether, takeTurn } from '../../core/together.ts'
import { etagOf, namesStrongly } from '../etags.ts'

/** Requires that If-Match, if present, names the present object. Throws `precondition_failed`. */
export function requireMatch(header: string | undefined, current: object): void {
  if (header === undefined || namesStrongly(header, etagOf(JSON.stringify(current)))) return
  throw new DomainError('conflict', 'precondition_failed', say('precondition'))
}

/**
 * Removes an object. With If-Match, it does so only while a GET of the object has that ETag. Requests with If-Match
 * wait for each other. Throws `precondition_failed`, and what `read` and `remove` throw.
 */
export function removeMatching<T>(
  ctx: Context,
  { id, ifMatch }: { id: Id; ifMatch: string | undefined },
  read: (inner: Context) => Promise<object>,
  remove: (inner: Context) => Promise<T>,
): Promise<T> {
  if (ifMatch === undefined) return remove(ctx)
  return doTogether(ctx, async (inner) => {
    await takeTurn(inner, id)
    requireMatch(ifMatch, await read(inner))
    return remove(inner)
  })
}
