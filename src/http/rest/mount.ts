import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type TProperties, Type } from 'typebox'
import type { Context } from '../../core/context.ts'
import { DomainError, say } from '../../core/errors.ts'
import { fingerprintOf, runOnce, shownOnce } from '../../core/idempotency/index.ts'
import { authenticateByKey } from '../authentication.ts'
import { attachmentNamed } from '../content-disposition.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { etagOf, namesEtag } from '../etags.ts'
import { readIdempotencyKey } from '../idempotency-key.ts'
import { limitRequest } from '../rate-limit.ts'
import { uploadLimit } from '../uploads.ts'
import { isReadableQuery } from '../utf8.ts'
import type { Endpoint, FileReply, ReplyShape } from './endpoint.ts'
import { hasShownOnce, hideShownOnce } from './members.ts'
import type { RequestLog } from './request-log.ts'
import { resources } from './resources.ts'
import { namingMembers } from './rule-faults.ts'
import { ShapeRefusal } from './shape-fault.ts'
import { createValidator, type Validator } from './validate.ts'
import { hasArrived, latestVersion, presentIn, readVersion, type Version, type Wire } from './versions/index.ts'

const nothing = Type.Object({}, { additionalProperties: false })

/** Registers an endpoint under each of its paths. Other methods get the list of the path's methods. */
export function mountEndpoint(
  app: FastifyInstance,
  endpoint: Endpoint,
  deps: HttpDependencies,
  requests: Pick<RequestLog, 'note'>,
): void {
  const validate = createValidator({
    query: endpoint.query ?? nothing,
    // A POST without members takes an empty object or no body. A body on DELETE is ignored, because the guide sends
    // one.
    body: endpoint.body ?? (endpoint.method === 'POST' ? nothing : undefined),
    bodyOptional: endpoint.bodyOptional ?? endpoint.body === undefined,
    findQueryFaults: endpoint.findQueryFaults,
  })
  for (const path of [endpoint.path, ...(endpoint.aliases ?? [])]) {
    app.route({
      method: endpoint.method,
      url: routeOf(path),
      ...(endpoint.takesFile ? { bodyLimit: uploadLimit } : {}),
      config: endpoint.takesFile ? { isUpload: true, parts: partsOf(endpoint) } : {},
      onRequest: (request, reply) => admit(request, reply, endpoint, deps),
      handler: (request, reply) => answer(request, reply, endpoint, validate, deps),
      onResponse: (request, reply, done) => {
        requests.note(request, reply, endpoint.path)
        done()
      },
    })
  }
}

function partsOf({ body }: Endpoint): TProperties {
  return body && 'properties' in body ? Object(body.properties) : {}
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  endpoint: Endpoint,
  validate: Validator,
  deps: HttpDependencies,
): Promise<FastifyReply> {
  // The parser of queries keeps the parts that it cannot decode.
  if (!isReadableQuery(request.url)) throw new DomainError('invalid', 'bad_url', say('query_not_utf8'))
  const { query, body, faults } = validate(request)
  const params = request.params as Record<string, string>
  const sayHeader = (header: string, value: string) => void reply.header(header, value)
  const { base, apiVersion: version } = request
  const common = { params, query, body, version, ifMatch: request.headers['if-match'], say: sayHeader, deps, base }
  if (faults.length > 0) throw new ShapeRefusal(faults)
  const handle = (ctx: Context) => namingMembers(endpoint.memberNames, () => endpoint.handle({ ctx, ...common }))
  const { reply: shape } = endpoint
  if (shape.kind === 'file') return sendFile(reply, shape.mediaType, (await handle(request.context)) as FileReply)
  const work = async (ctx: Context) => serialize(shape, request.apiVersion, await handle(ctx))
  const key = endpoint.method === 'POST' ? readIdempotencyKey(request.headers['idempotency-key']) : null
  if (key === null) return sendPayload(request, reply, endpoint, await work(request.context))
  const fingerprint = fingerprintOf([endpoint.id, request.apiVersion, params, query, body])
  const done = await runOnce(request.context, { key, fingerprint }, async (ctx) => {
    const made = await work(ctx)
    return { reply: made, kept: withoutSecrets(shape, made) }
  })
  if (done.isReplay) reply.header('idempotent-replayed', 'true')
  return sendPayload(request, reply, endpoint, done.reply)
}

/** The path in the form of the router, which writes `:name` for `{name}`. */
export function routeOf(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

// Before the body is read, authenticates the caller, counts the request, and chooses the version. The version must have
// the endpoint.
async function admit(
  request: FastifyRequest,
  reply: FastifyReply,
  endpoint: Endpoint,
  deps: HttpDependencies,
): Promise<void> {
  const asked = request.headers['harbour-version']
  const header = typeof asked === 'string' ? readVersion(asked) : null
  request.apiVersion = header ?? latestVersion
  if (!endpoint.isPublic) {
    const pinned = await admitCaller(request, reply, deps)
    request.apiVersion = header ?? pinned
  }
  reply.header('harbour-version', request.apiVersion)
  if (hasArrived(endpoint.since, request.apiVersion)) return
  const { method, path, since } = endpoint
  const words = say('not_in_version', { endpoint: `${method} ${path}`, since, served: request.apiVersion })
  throw new DomainError('not_found', 'not_in_version', words)
}

async function admitCaller(request: FastifyRequest, reply: FastifyReply, deps: HttpDependencies): Promise<Version> {
  const caller = await authenticateByKey(request, reply, deps)
  request.keyUsed = { organizationId: caller.organizationId, apiKeyId: caller.actor.id }
  await limitRequest(reply, caller.quota, deps)
  if (caller.maintenanceSince) {
    throw new DomainError('unavailable', 'maintenance', say('maintenance'), { retryAfterSeconds: 60 })
  }
  return caller.actor.kind === 'api_key' ? readVersion(caller.actor.apiVersion) : latestVersion
}

type ObjectShape = Exclude<ReplyShape, { kind: 'file' }>

function serialize(shape: ObjectShape, version: Version, answer: object): string {
  const wire = answer as Wire
  if (shape.kind === 'one') return JSON.stringify(presentIn(version, shape.resource, wire))
  const items = (wire.items as Wire[]).map((item) => presentIn(version, shape.resource, item))
  return JSON.stringify({ ...wire, items })
}

/** A reply for a repeated request. A sentence replaces each member that is shown once. */
function withoutSecrets(shape: ObjectShape, reply: string): string {
  const known = resources[shape.resource]
  return hasShownOnce(known) ? JSON.stringify(hideShownOnce(known, JSON.parse(reply), shownOnce)) : reply
}

function sendPayload(request: FastifyRequest, reply: FastifyReply, endpoint: Endpoint, payload: string): FastifyReply {
  reply.code(endpoint.status ?? 200).type('application/json')
  if (endpoint.method !== 'GET') return reply.send(payload)
  const etag = etagOf(payload)
  reply.header('etag', etag).header('cache-control', 'private, no-cache').header('vary', varying)
  const known = request.headers['if-none-match']
  return known && namesEtag(known, etag) ? reply.code(304).send() : reply.send(payload)
}

const varying = 'x-api-key, authorization, harbour-version, accept'

function sendFile(reply: FastifyReply, mediaType: string, file: FileReply): FastifyReply {
  reply
    .type(mediaType)
    .header('content-disposition', attachmentNamed(file.filename))
    .header('cache-control', 'private, no-cache')
  if ('bytes' in file) return reply.send(Buffer.from(file.bytes))
  return reply.header('content-length', file.length).send(Readable.from(file.parts, { objectMode: false }))
}
