import type { FastifyRequest } from 'fastify'
import { DomainError, say } from '../../core/errors.ts'
import type { ListRequest, Page, Walk } from '../../core/lists/index.ts'
import { aboutError, aboutFault, type Said } from '../../texts/index.ts'
import { maxPageSize } from './page-size.ts'
import { JsonApiError, type Problem } from './problems.ts'
import type { Query } from './query.ts'

/** The registered profile for lists by cursor. Its address is also its name. */
const cursorProfile = 'https://jsonapi.org/profiles/ethanresnick/cursor-pagination/'

/** The cursors of a request; `number` when the request gives a page number. */
export type GivenCursors = { after?: string; before?: string; number?: true }

/** Whether the media type that a request accepts names the profile. */
export function wantsCursors(request: FastifyRequest): boolean {
  return request.negotiated?.asked.includes(cursorProfile) ?? false
}

/**
 * Reads how a request walks a list; null for numbered pages. A walk begins with an empty cursor. When the request names
 * the profile and no page number, it begins without a cursor.
 */
export function readWalk(
  { after, before, number }: GivenCursors,
  size: number,
  byProfile: boolean,
): Walk | null | Problem {
  if (after === undefined && before === undefined) return byProfile && !number ? { size } : null
  if (after !== undefined && before !== undefined)
    return refuseCursor('page[before]', say('cursor_range'), {
      type: `${cursorProfile}range-pagination-not-supported`,
    })
  if (number) return refuseCursor('page[number]', say('cursor_and_number'))
  return { size, ...(after ? { after } : {}), ...(before ? { before } : {}) }
}

/** The refusal of a page that is too large. */
export function refuseSize(): Problem {
  return refuseCursor('page[size]', say('whole_number', { limit: maxPageSize }), {
    type: `${cursorProfile}max-size-exceeded`,
    meta: { page: { maxSize: maxPageSize } },
  })
}

export function partOf({ page, walk }: Pick<Query, 'page' | 'walk'>): Pick<ListRequest, 'page' | 'walk'> {
  return walk ? { walk } : { page }
}

/** Marks the reply as one that applies the profile. */
export function applyProfile(request: FastifyRequest): void {
  const { negotiated } = request
  if (negotiated) request.negotiated = { ...negotiated, profiles: [...negotiated.profiles, cursorProfile] }
}

/** Reads a list. A fault that core finds in a cursor is reported for the parameter with the cursor. */
export async function namingCursor<T>(walk: Walk | null | undefined, work: () => Promise<Page<T>>): Promise<Page<T>> {
  try {
    return await work()
  } catch (error) {
    const fault = error instanceof DomainError ? error.faults.find(({ code }) => code === 'cursor') : undefined
    if (!fault) throw error
    const parameter = walk?.before === undefined ? 'page[after]' : 'page[before]'
    throw new JsonApiError([{ status: 400, code: 'bad_page', says: aboutFault(fault), source: { parameter } }])
  }
}

function refuseCursor(parameter: string, said: Said, more: Partial<Problem> = {}): Problem {
  return { status: 400, code: 'bad_page', says: aboutError(said), source: { parameter }, ...more }
}
