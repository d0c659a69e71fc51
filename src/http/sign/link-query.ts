import { requireSignedQuery } from '../../core/ceremony/index.ts'
import { type ReadParameters, readParameters } from '../../core/submissions/index.ts'
import { queryOf } from './pages/entrance.ts'
import { readQuery } from './query.ts'
import type { Place } from './session.ts'

/** The parameters of a link's address, and the query that repeats them. */
type LinkQuery = { parameters: ReadParameters; query: string }

/**
 * Reads the parameters of a link's address, from the page or from its form. Throws `parameters_unsigned` if the link
 * requires a signature, and `validation_failed`.
 */
export function readLinkQuery({ link, visitor }: Place, query: string): LinkQuery {
  const signed = requireSignedQuery(visitor, link, query)
  const parameters = readParameters(readQuery(`?${signed.parameters}`), link.tracking_parameters)
  return { parameters, query: link.parameter_secret ? signed.query : queryOf(parameters) }
}

/** The query of an address, as sent. */
export function rawQueryOf(url: string): string {
  const [, query = ''] = /^[^?#]*\?([^#]*)/.exec(url) ?? []
  return query
}
