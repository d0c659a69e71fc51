import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { TProperties } from 'typebox'
import { DomainError, say } from '../../core/errors.ts'
import { readParts } from '../multipart.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The members of a body that may come as multipart. A part for a member other than a text has JSON. */
    parts?: TProperties
  }
}

const mostParts = 40

/** Reads bodies of multipart/form-data as JSON, for endpoints that take a file. Other endpoints answer 415. */
export function readMultipartBodies(app: FastifyInstance): void {
  app.addContentTypeParser<Buffer>(
    'multipart/form-data',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      const { parts } = request.routeOptions.config
      const type = request.headers['content-type'] ?? ''
      if (!parts) throw new DomainError('invalid', 'unsupported_media_type', say('content_type', { type }))
      const form = await readParts(type, body)
      const members: [string, unknown][] = []
      for (const [name, value] of [...form].slice(0, mostParts))
        members.push([name, await readPart(name, value, parts)])
      return Object.fromEntries(members)
    },
  )
}

async function readPart(name: string, value: string | File, parts: TProperties): Promise<unknown> {
  if (typeof value !== 'string')
    return { name: value.name, base64: Buffer.from(await value.arrayBuffer()).toString('base64') }
  // An unknown member stays unchanged; the check of the body refuses it.
  if (!Object.hasOwn(parts, name) || takesText(parts[name])) return value
  try {
    return JSON.parse(value)
  } catch {
    throw malformed(say('part_not_json', { name }))
  }
}

function takesText(schema: unknown): boolean {
  const { type, anyOf, enum: words } = Object(schema)
  if (type === 'string' || Array.isArray(words)) return true
  return Array.isArray(anyOf) && anyOf.some(takesText)
}

function malformed(words: ReturnType<typeof say>): DomainError {
  return new DomainError('invalid', 'malformed_json', words)
}
