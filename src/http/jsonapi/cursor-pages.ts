import type { FastifyRequest } from 'fastify'
import { DomainError, say } from '../../core/errors.ts'
import type { ListRequest, Page, Walk } from '../../core/lists/index.ts'
import { aboutError, aboutFault, type Said } from '../../texts/index.ts'
import { maxPageSize } from './page-size.ts'
import { JsonApiError, type Problem } from './problems.ts'
import type { Query } from './query.ts'

/** The registered profile for lists by cursor. Its address is its name. */
const cursorProfile = 'https://jsonapi.org/profiles/ethanresnick/cursor-pagination/'

/** The cursors of a request; `number` when a page is asked for by its number. */
export type GivenCursors = { after?: string; before?: string; number?: true }

/** Whether the media type that a request accepts names the profile. */
export function wantsCursors(request: FastifyRequest): boolean {
  return request.negotiated?.asked.includes(cursorProfile) ?? false
}

/**
 * How a list is walked, or null when its pages are numbered. A walk begins with an empty cursor; when the profile
 * is asked for and no number, it begins without one.
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

/** The part of a list that a query asks for. */
export function partOf({ page, walk }: Pick<Query, 'page' | 'walk'>): Pick<ListRequest, 'page' | 'walk'> {
  return walk ? { walk } : { page }
}

/** Marks the reply as one that applies the profile. */
export function applyProfile(request: FastifyRequest): void {
  const { negotiated } = request
  if (negotiated) request.negotiated = { ...negotiated, profiles: [...negotiated.profiles, cursorProfile] }
}

/** Reads a list; core's fault of a cursor is told of the parameter that it came in. */
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
