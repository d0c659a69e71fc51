import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { DomainError } from '../../core/errors.ts'
import { authenticateByKey } from '../authentication.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { limitRequest } from '../rate-limit.ts'
import { etagOf, namesEtag } from './conditional.ts'
import type { Endpoint, FileReply, Words } from './endpoint.ts'
import { compileValidator } from './validate.ts'
import { hasArrived, latestVersion, presentIn, readVersion, type Version, type Wire } from './versions/index.ts'

const nothing = Type.Object({}, { additionalProperties: false })

/** Puts an endpoint under each of its paths, and answers its other methods with the ones that it has. */
export function mountEndpoint(app: FastifyInstance, endpoint: Endpoint, deps: HttpDependencies): void {
  const validate = compileValidator({
    query: endpoint.query ?? nothing,
    body: endpoint.body,
    ...(endpoint.bodyOptional ? { bodyOptional: true } : {}),
  })
  for (const path of [endpoint.path, ...(endpoint.aliases ?? [])]) {
    app.route({
      method: endpoint.method,
      url: routeOf(path),
      onRequest: (request, reply) => admit(request, reply, endpoint, deps),
      handler: async (request, reply) => {
        const { query, body } = validate(request)
        const words: Words<unknown, unknown> = {
          ctx: request.context,
          params: request.params as Record<string, string>,
          query,
          body,
          version: request.apiVersion,
          ifMatch: request.headers['if-match'],
          deps,
        }
        const answer = await endpoint.handle(words)
        return sendAnswer(request, reply, endpoint, answer)
      },
    })
  }
}

/** `{name}` as the router writes it. */
export function routeOf(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

// Before the body is read: who asks, how often, in which version, and whether that version has the endpoint.
async function admit(
  request: FastifyRequest,
  reply: FastifyReply,
  endpoint: Endpoint,
  deps: HttpDependencies,
): Promise<void> {
  const asked = request.headers['harbour-version']
  const header = typeof asked === 'string' ? readVersion(asked) : null
  request.apiVersion = header ?? latestVersion
  if (!endpoint.isPublic) request.apiVersion = header ?? (await admitCaller(request, reply, deps))
  reply.header('harbour-version', request.apiVersion)
  if (hasArrived(endpoint.since, request.apiVersion)) return
  throw new DomainError(
    'not_found',
    'not_in_version',
    `${endpoint.method} ${endpoint.path} came with version ${endpoint.since}; this request is served in ${request.apiVersion}.`,
  )
}

async function admitCaller(request: FastifyRequest, reply: FastifyReply, deps: HttpDependencies): Promise<Version> {
  const caller = await authenticateByKey(request, deps)
  await limitRequest(reply, caller.quota, deps)
  if (caller.maintenanceSince) {
    throw new DomainError('unavailable', 'maintenance', 'Your organization is in maintenance. Try again later.', {
      retryAfterSeconds: 60,
    })
  }
  return caller.actor.kind === 'api_key' ? readVersion(caller.actor.apiVersion) : latestVersion
}

function sendAnswer(request: FastifyRequest, reply: FastifyReply, endpoint: Endpoint, answer: object): FastifyReply {
  const { reply: shape } = endpoint
  if (shape.kind === 'file') return sendFile(reply, shape.mediaType, answer as FileReply)
  const version = request.apiVersion
  const wire = answer as Wire
  const body =
    shape.kind === 'one'
      ? presentIn(version, shape.resource, wire)
      : { ...wire, items: (wire.items as Wire[]).map((item) => presentIn(version, shape.resource, item)) }
  const payload = JSON.stringify(body)
  reply.code(endpoint.status ?? 200).type('application/json')
  if (endpoint.method !== 'GET') return reply.send(payload)
  const etag = etagOf(payload)
  reply.header('etag', etag).header('cache-control', 'private, no-cache').header('vary', varying)
  const known = request.headers['if-none-match']
  return known && namesEtag(known, etag) ? reply.code(304).send() : reply.send(payload)
}

const varying = 'x-api-key, authorization, harbour-version, accept'

function sendFile(reply: FastifyReply, mediaType: string, file: FileReply): FastifyReply {
  return reply
    .type(mediaType)
    .header('content-disposition', `attachment; filename="${file.filename.replaceAll(/[^\w .-]/g, '_')}"`)
    .header('cache-control', 'private, no-cache')
    .send(Buffer.from(file.bytes))
}
