import { say } from '../../core/errors.ts'
import { doTogether, takeTurn } from '../../core/together.ts'
import { etagOf, namesStrongly } from '../etags.ts'
import { type Asking, documentOfOne } from './documents.ts'
import { findById } from './find.ts'
import { refuse } from './problems.ts'
import type { Resource } from './resource.ts'
import { type Item, pathOf } from './serialize.ts'

/**
 * Runs a change and reads its answer together, so that a failed answer undoes the change. With If-Match the change runs
 * only while a GET of the address has that ETag; otherwise it gets 412. Requests with If-Match wait for each other.
 */
export function changeMatching<T>(asking: Asking, item: Item, work: (inner: Asking) => Promise<T>): Promise<T> {
  const { resource, record } = item
  const wanted = asking.request.headers['if-match']
  return doTogether(asking.ctx, async (ctx) => {
    const inner = { ...asking, ctx }
    if (wanted === undefined) return work(inner)
    await takeTurn(ctx, record.id)
    await requireMatch(inner, resource, await findById(ctx, resource, record.id), record.id)
    return work(inner)
  })
}

/** Throws 412 if the request has an If-Match and a GET of the address has another ETag now. */
export async function requireMatch(asking: Asking, resource: Resource, current: Item | null, id: string) {
  const wanted = asking.request.headers['if-match']
  if (wanted === undefined) return
  const text = await documentOfOne(asking, pathOf(resource, id), current)
  if (namesStrongly(wanted, etagOf(text))) return
  throw refuse(412, 'precondition_failed', say('resource_changed'), { header: 'If-Match' })
}
