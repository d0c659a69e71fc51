import type { FastifyInstance } from 'fastify'
import { authenticateByToken } from '../authentication.ts'
import type { HttpDependencies } from '../dependencies.ts'
import type { Face } from '../server.ts'
import { sendErrors } from './error-documents.ts'
import { formatMediaType } from './media-types.ts'
import { negotiate } from './negotiate.ts'
import { refuse } from './problems.ts'
import { registerResources } from './routes.ts'

/** The JSON:API dialect: the Harnest reference over every resource. */
export const jsonApiFace: Face = { prefix: '/v1/api', plugin: async (app, { deps }) => buildDialect(app, deps) }

function buildDialect(app: FastifyInstance, deps: HttpDependencies): void {
  app.decorateRequest('negotiated', null)
  readBodies(app)
  app.addHook('onRequest', async (request) => {
    request.negotiated = negotiate(request)
    if (request.method !== 'OPTIONS') await authenticateByToken(request, deps)
  })
  app.addHook('onSend', async (request, reply, payload) => {
    reply.header('vary', 'Accept, Authorization')
    const { extensions, profiles } = request.negotiated ?? { extensions: [], profiles: [] }
    if (reply.statusCode !== 204) reply.header('content-type', formatMediaType(extensions, profiles))
    return payload
  })
  app.setErrorHandler((error, request, reply) => sendErrors(request, reply, error, deps))
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0]
    return sendErrors(request, reply, refuse(404, 'not_found', `There is nothing at ${path}.`), deps)
  })
  registerResources(app, deps)
}

// An empty body is no body, whatever its type says: clients send DELETE with a Content-Type.
function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('*', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') return done(null, undefined)
    parse(request, String(body), (error, value) => {
      if (!error) return done(null, value)
      done(refuse(400, 'malformed_json', 'The body is not valid JSON.', { pointer: '' }))
    })
  })
}
