import { type ReadParameters, readParameters, requireSignedQuery } from '../../core/submissions/index.ts'
import { queryOf } from './pages/entrance.ts'
import { readQuery } from './query.ts'
import type { Place } from './session.ts'

/** What the address of a link says, and the query with which it is said again. */
export type LinkQuery = { parameters: ReadParameters; query: string }

/**
 * What the query of a link's address says: of the page that was asked for, or of the form that brings it back. Throws
 * `parameters_unsigned` where the link demands a signature, and `validation_failed`.
 */
export function readLinkQuery({ link, visitor }: Place, query: string): LinkQuery {
  const signed = requireSignedQuery(visitor, link, query)
  const parameters = readParameters(readQuery(`?${signed.parameters}`), link.tracking_parameters)
  return { parameters, query: link.parameter_secret ? signed.query : queryOf(parameters) }
}

/** The query of an address as it was sent. */
export function rawQueryOf(url: string): string {
  const [, query = ''] = /^[^?#]*\?([^#]*)/.exec(url) ?? []
  return query
}
