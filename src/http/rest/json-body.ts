import type { FastifyInstance } from 'fastify'
import { DomainError } from '../../core/errors.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/**
 * Reads JSON bodies and nothing else: other types and charsets are a 415, broken JSON or UTF-8 a 400 that says where.
 * An empty body is no body, also with a Content-Type (many clients send one on DELETE).
 */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    const charset = /charset\s*=\s*"?([^;"\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1]
    if (charset && !/^utf-?8$/i.test(charset)) return done(unsupported(`The charset ${charset} is not UTF-8.`))
    if (body.length === 0) return done(null, undefined)
    const text = decode(body)
    if (text === null) return done(malformed('The body is not UTF-8.'))
    parse(request, text, (error, value) => (error ? done(malformed(sentence(error))) : done(null, value)))
  })
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (body.length === 0) return done(null, undefined)
    const type = request.headers['content-type']
    done(unsupported(type ? `${type} is not application/json.` : 'Content-Type: application/json is missing.'))
  })
}

function decode(body: Buffer): string | null {
  try {
    return utf8.decode(body)
  } catch {
    return null
  }
}

// The engine's sentence quotes the body, which may hold secrets; only the place is passed on.
function sentence(error: Error): string {
  const place = /at position (\d+)/.exec(error.message)?.[1]
  if (/prototype/.test(error.message)) return 'The members __proto__ and constructor are not taken.'
  return place ? `Reading stopped at position ${place}.` : 'The body ends too early, or is not JSON.'
}

function malformed(message: string): DomainError {
  return new DomainError('invalid', 'malformed_json', message)
}

function unsupported(message: string): DomainError {
  return new DomainError('invalid', 'unsupported_media_type', message)
}
