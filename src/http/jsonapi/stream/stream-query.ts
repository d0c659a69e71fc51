import type { FastifyRequest } from 'fastify'
import { say } from '../../../core/errors.ts'
import { JsonApiError, type Problem, refuse } from '../problems.ts'
import { problem } from '../query.ts'
import { findResource } from '../registry.ts'

/** The query of a stream: its types (null: all that the caller may read), and the position after which it begins. */
export type StreamQuery = { types: ReadonlySet<string> | null; after: number | null }

/** Reads `filter[type]` and the header Last-Event-ID. Throws 400 with every problem. */
export function readStreamQuery(request: Pick<FastifyRequest, 'url' | 'headers'>): StreamQuery {
  const search = new URLSearchParams(request.url.split('?').slice(1).join('?'))
  const problems: Problem[] = []
  const types = new Set<string>()
  for (const [name, value] of search) {
    if (name === 'filter[type]') for (const type of value.split(',')) types.add(type)
    else problems.push(problem(name, 'unknown_parameter', say('stream_parameter', { name })))
  }
  const unknown = [...types].filter((type) => !findResource(type))
  for (const type of unknown) problems.push(problem('filter[type]', 'unknown_type', say('type_unknown', { type })))
  if (problems.length > 0) throw new JsonApiError(problems)
  return { types: types.size > 0 ? types : null, after: readPosition(request.headers['last-event-id']) }
}

function readPosition(header: string | string[] | undefined): number | null {
  if (header === undefined || header === '') return null
  if (typeof header === 'string' && /^\d{1,15}$/.test(header)) return Number(header)
  throw refuse(400, 'bad_request', say('last_event_id'), { header: 'Last-Event-ID' })
}
