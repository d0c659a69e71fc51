import type { FastifyInstance } from 'fastify'
import { DomainError, say } from '../../core/errors.ts'
import type { Said } from '../../texts/index.ts'
import { readJson } from '../read-json.ts'
import { requireSmallBesideFile } from '../uploads.ts'
import { decodeUtf8, isCoded } from '../utf8.ts'

/**
 * Reads JSON bodies. Other types, charsets and codings get 415; broken JSON or UTF-8 gets 400 with the place. An empty
 * body counts as no body, even with a Content-Type, because many clients send one on DELETE.
 */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    const charset = /charset\s*=\s*"?([^;"\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1]
    if (charset && !/^utf-?8$/i.test(charset)) return done(unsupported(say('charset', { charset })))
    if (body.length === 0) return done(null, undefined)
    if (isCoded(request.headers['content-encoding'])) return done(unsupported(say('content_coding')))
    requireSmallBesideFile(body)
    const text = decodeUtf8(body)
    if (text === null) return done(malformed(say('body_not_utf8')))
    const parsed = readJson(text)
    done('error' in parsed ? malformed(parsed.error) : null, 'value' in parsed ? parsed.value : undefined)
  })
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (body.length === 0) return done(null, undefined)
    const type = request.headers['content-type']
    done(unsupported(type ? say('content_type', { type }) : say('content_type_missing')))
  })
}

function malformed(words: Said): DomainError {
  return new DomainError('invalid', 'malformed_json', words)
}

function unsupported(words: Said): DomainError {
  return new DomainError('invalid', 'unsupported_media_type', words)
}
