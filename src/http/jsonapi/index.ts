import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '../../core/accounts/index.ts'
import { DomainError, say } from '../../core/errors.ts'
import { authenticateBySession, authenticateByToken } from '../authentication.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { limitRequest } from '../rate-limit.ts'
import type { Face } from '../server.ts'
import { registerAgreementFiles } from './agreement-files.ts'
import { sendErrors } from './error-documents.ts'
import { registerExports } from './exports/index.ts'
import { readBodies } from './json-body.ts'
import { formatMediaType } from './media-types.ts'
import { negotiate } from './negotiate.ts'
import { registerOperator } from './operator/index.ts'
import { registerPages } from './pages.ts'
import { registerBulkSendPreviews } from './previews/bulk-sends.ts'
import { registerPreviews } from './previews/index.ts'
import { registerWebhookPreviews } from './previews/webhooks.ts'
import { explainMissing, registerResources } from './routes.ts'
import { registerSignerFiles } from './signer-files.ts'
import { registerStream } from './stream/index.ts'

/** The JSON:API dialect: the Harnest reference over every resource. */
export const jsonApiFace: Face = {
  prefix: '/v1/api',
  plugin: async (app, { deps }) => buildDialect(app, deps),
  // None of our hooks runs before routing, so this sets the media type.
  renderError: (request, reply, error) => sendErrors(request, setMediaType(request, reply), error),
}

function buildDialect(app: FastifyInstance, deps: HttpDependencies): void {
  app.decorateRequest('negotiated', null)
  readBodies(app)
  app.addHook('onRequest', async (request, reply) => {
    if (isDocument(request)) request.negotiated = negotiate(request)
    if (request.method !== 'OPTIONS' && !request.routeOptions.config.isPublic) await admit(request, reply, deps)
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    if (isDocument(request) || reply.statusCode >= 400) setMediaType(request, reply)
    if (reply.statusCode === 204 || reply.statusCode === 304) reply.removeHeader('content-type')
    done(null, payload)
  })
  app.setErrorHandler((error, request, reply) => sendErrors(request, reply, error))
  const explain = explainMissing(app)
  app.setNotFoundHandler((request, reply) => sendErrors(request, reply, explain(request)))
  registerResources(app, deps)
  registerPages(app, deps)
  registerAgreementFiles(app, deps)
  registerSignerFiles(app)
  registerPreviews(app, deps)
  registerBulkSendPreviews(app, deps)
  registerWebhookPreviews(app, deps)
  registerExports(app, deps)
  registerOperator(app, deps)
  registerStream(app, deps, (request, reply) => readmit(request, reply, deps))
}

async function admit(request: FastifyRequest, reply: FastifyReply, deps: HttpDependencies): Promise<void> {
  const caller = await identify(request, reply, deps)
  await limitRequest(reply, caller.quota, deps)
  requireService(request, caller)
}

/** Throws unless the caller would still be admitted. */
async function readmit(request: FastifyRequest, reply: FastifyReply, deps: HttpDependencies): Promise<void> {
  requireService(request, await identify(request, reply, deps))
}

async function identify(request: FastifyRequest, reply: FastifyReply, deps: HttpDependencies): Promise<Caller> {
  return (await authenticateBySession(request, deps)) ?? (await authenticateByToken(request, reply, deps))
}

function requireService(request: FastifyRequest, { maintenanceSince }: Caller): void {
  if (!maintenanceSince || mayEndMaintenance(request)) return
  throw new DomainError('unavailable', 'maintenance', say('maintenance'), { retryAfterSeconds: 60 })
}

// Members with `organization:write` can read their organization and end its maintenance. Server admins can end the
// maintenance of every organization.
function mayEndMaintenance(request: FastifyRequest): boolean {
  const { actor } = request.context
  if (actor.kind === 'user' && actor.isServerAdmin && /^\/v1\/api\/server-/.test(request.url)) return true
  const isAllowed = actor.kind !== 'system' && actor.permissions.includes('organization:write')
  return isAllowed && /^\/v1\/api\/organizations(?=[/?]|$)/.test(request.url)
}

function isDocument(request: FastifyRequest): boolean {
  return request.routeOptions.config.isDocument !== false
}

function setMediaType(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { extensions, profiles } = request.negotiated ?? { extensions: [], profiles: [] }
  return reply
    .header('vary', 'Accept, Authorization, Cookie, Sealane-Organization')
    .header('content-type', formatMediaType(extensions, profiles))
}
