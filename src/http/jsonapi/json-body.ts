import type { FastifyInstance } from 'fastify'
import { say } from '../../core/errors.ts'
import type { Said } from '../../texts/index.ts'
import { readJson } from '../read-json.ts'
import { requireSmallBesideFile } from '../uploads.ts'
import { decodeUtf8 } from '../utf8.ts'
import { refuse } from './problems.ts'

const deepest = 64

/**
 * Reads JSON bodies. A body that is not UTF-8, not JSON, or nested too deeply for the stack of calls, gets 400. An
 * empty body counts as no body, whatever its type, because clients send DELETE with a Content-Type.
 */
export function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body: Buffer, done) => {
    if (body.length === 0) return done(null, undefined)
    requireSmallBesideFile(body)
    const text = decodeUtf8(body)
    if (text === null) return done(malformed(say('body_not_utf8')))
    const parsed = readJson(text)
    if ('error' in parsed) return done(malformed(parsed.error))
    const { value } = parsed
    done(isDeeper(value, deepest) ? malformed(say('body_deep', { limit: deepest })) : null, value)
  })
}

// Unread members count too, because a repeated request is recognised by its whole body.
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  if (Array.isArray(value)) return value.some((inner) => isDeeper(inner, levels - 1))
  const members: Record<string, unknown> = Object(value)
  return Object.keys(members).some((name) => isDeeper(members[name], levels - 1))
}

function malformed(said: Said): Error {
  return refuse(400, 'malformed_json', said, { pointer: '' })
}
