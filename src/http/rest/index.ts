import type { FastifyInstance } from 'fastify'
import type { HttpDependencies } from '../dependencies.ts'
import type { Face } from '../server.ts'
import { endpoints } from './endpoints.ts'
import { renderUnreadable, sendError } from './errors/render.ts'
import { readJsonBodies } from './json-body.ts'
import { explainMissingRoute, refuseOtherMethods } from './methods.ts'
import { mountEndpoint } from './mount.ts'
import { readMultipartBodies } from './multipart-body.ts'
import { createRequestLog } from './request-log.ts'
import { latestVersion, type Version } from './versions/index.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The version of the REST dialect that serves this request. */
    apiVersion: Version
  }
}

/** The REST dialect: the Harbour guide, under /v2. */
export const restFace: Face = {
  prefix: '/v2',
  plugin: async (app, { deps }) => buildDialect(app, deps),
  renderError: sendError,
  renderUnreadable,
}

function buildDialect(app: FastifyInstance, deps: HttpDependencies): void {
  app.decorateRequest('apiVersion', latestVersion)
  app.decorateRequest('keyUsed', null)
  readJsonBodies(app)
  readMultipartBodies(app)
  app.setErrorHandler((error, request, reply) => sendError(request, reply, error))
  app.setNotFoundHandler((request, reply) => sendError(request, reply, explainMissing(request, reply)))
  const explainMissing = explainMissingRoute(endpoints)
  const requests = createRequestLog(deps)
  app.addHook('onClose', () => requests.close())
  for (const endpoint of endpoints) mountEndpoint(app, endpoint, deps, requests)
  refuseOtherMethods(app, endpoints)
}
