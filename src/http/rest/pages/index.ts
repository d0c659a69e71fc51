import type { FastifyInstance, RouteHandlerMethod } from 'fastify'
import { heedMethods } from '../../other-methods.ts'
import { renderPage, sendPage, sendReference, serveReferenceScripts } from '../../pages/index.ts'
import type { Face } from '../../server.ts'
import { endpoints } from '../endpoints.ts'
import { findEntry } from '../errors/catalogue.ts'
import { sendError } from '../errors/render.ts'
import { buildOpenApi } from '../openapi/index.ts'
import { presentVersions } from '../versions/endpoints.ts'
import { latestVersion, readVersion, type Version, versionNames } from '../versions/index.ts'
import { renderErrorList, renderErrorPage } from './errors.ts'

/** The pages about the REST dialect: errors, versions and the reference. */
export const restPagesFace: Face = {
  prefix: '',
  plugin: async (app) => {
    const refuseOtherMethods = heedMethods(app)
    app.get('/knowledge/errors', (_request, reply) => sendPage(reply, renderErrorList()))
    app.get<{ Params: { code: string } }>('/knowledge/errors/:code', (request, reply) => {
      const entry = findEntry(Number(request.params.code))
      if (entry) return sendPage(reply, renderErrorPage(entry, request.base))
      const missing = renderPage(
        'No such error',
        '<h1>No such error</h1><p><a href="/knowledge/errors">All errors</a></p>',
      )
      return sendPage(reply.code(404), missing)
    })
    serveVersions(app)
    serveOpenApi(app)
    serveReference(app)
    refuseOtherMethods()
  },
}

function serveReference(app: FastifyInstance): void {
  app.get('/docs', (request, reply) => {
    const { version = latestVersion } = request.query as { version?: string }
    try {
      return sendReference(reply, describeReference(readVersion(String(version))))
    } catch (error) {
      return sendError(request, reply, error)
    }
  })
  serveReferenceScripts(app, '/docs')
}

function describeReference(version: Version) {
  const others = versionNames.filter((name) => name !== version)
  return {
    title: `REST API ${version}`,
    document: `/openapi.json?version=${version}`,
    base: '/v2',
    scripts: '/docs',
    links: [
      ...others.map((name) => ({ href: `/docs?version=${name}`, text: `Version ${name}` })),
      { href: '/versions', text: 'Changes' },
      { href: '/knowledge/errors', text: 'Errors' },
      { href: '/v1/api/docs', text: 'The JSON:API' },
    ],
  }
}

function serveOpenApi(app: FastifyInstance): void {
  const handler: RouteHandlerMethod = (request, reply) => {
    const { version = latestVersion } = request.query as { version?: string }
    try {
      return reply.send(buildOpenApi(readVersion(String(version)), request.base))
    } catch (error) {
      return sendError(request, reply, error)
    }
  }
  app.get('/openapi.json', handler)
  app.get('/v2/openapi.json', handler)
}

function serveVersions(app: FastifyInstance): void {
  app.get('/versions', async () => presentVersions(endpoints))
}
