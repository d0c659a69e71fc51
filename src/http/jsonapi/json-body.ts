import type { FastifyInstance } from 'fastify'
import { decodeUtf8 } from '../utf8.ts'
import { refuse } from './problems.ts'

/**
 * Reads JSON bodies: what is not UTF-8, or not JSON, is 400. An empty body is no body, whatever its type says: clients
 * send DELETE with a Content-Type, which negotiation has judged.
 */
export function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (body.length === 0) return done(null, undefined)
    const text = decodeUtf8(body)
    if (text === null) return done(malformed('The body is not UTF-8.'))
    parse(request, text, (error, value) => (error ? done(malformed('The body is not valid JSON.')) : done(null, value)))
  })
}

function malformed(detail: string): Error {
  return refuse(400, 'malformed_json', detail, { pointer: '' })
}
