import type { FastifyInstance } from 'fastify'
import { readResult } from '../../core/bulk-sends/index.ts'
import { notFound } from '../../core/errors.ts'
import { parseId } from '../../core/ids.ts'
import { bundleDocument, proveDocument, readDocumentBytes } from '../../core/submissions/index.ts'
import { sayMend } from '../../texts/index.ts'
import { resultName, streamResult } from '../bulk-send-result.ts'
import { readBundleParts } from '../bundle-parts.ts'
import { attachmentNamed } from '../content-disposition.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { sendPage, sendReference, serveReferenceScripts } from '../pages/index.ts'
import { errorStatuses } from './error-codes.ts'
import { paramOf } from './handlers.ts'
import { buildOpenApi } from './openapi/index.ts'
import { titleOf } from './problems.ts'

/**
 * Serves the replies that are not JSON:API documents: the files of documents, the OpenAPI document, the reference, and
 * the page of errors.
 */
export function registerPages(app: FastifyInstance, deps: HttpDependencies): void {
  app.get('/documents/:id/content', { config: { isDocument: false } }, async (request, reply) => {
    const id = parseId('document', paramOf(request, 'id'))
    if (!id) throw notFound('document')
    const file = await readDocumentBytes(request.context, id)
    return reply
      .type(file.contentType)
      .header('content-disposition', attachmentNamed(file.filename))
      .header('cache-control', 'private, no-cache')
      .send(file.bytes)
  })
  app.get('/documents/:id/bundle', { config: { isDocument: false } }, async (request, reply) => {
    const id = parseId('document', paramOf(request, 'id'))
    if (!id) throw notFound('document')
    const { filename, bytes } = await bundleDocument(request.context, id, await readBundleParts(deps, request.base))
    return reply
      .type('application/zip')
      .header('content-disposition', attachmentNamed(filename))
      .header('cache-control', 'private, no-cache')
      .send(bytes)
  })
  app.get('/documents/:id/proof', { config: { isDocument: false } }, async (request, reply) => {
    const id = parseId('document', paramOf(request, 'id'))
    if (!id) throw notFound('document')
    const { filename, bytes } = await proveDocument(request.context, id)
    return reply
      .type('text/plain; charset=utf-8')
      .header('content-disposition', attachmentNamed(filename))
      .header('cache-control', 'private, no-cache')
      .send(bytes)
  })
  app.get('/bulk-sends/:id/result', { config: { isDocument: false, isStream: true } }, async (request, reply) => {
    const id = parseId('bulk_send', paramOf(request, 'id'))
    if (!id) throw notFound('bulk_send')
    const result = await readResult(request.context, id)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', attachmentNamed(resultName(result.send)))
      .header('cache-control', 'private, no-store')
      .send(streamResult(result, request.base))
  })
  app.get('/openapi.json', { config: { isDocument: false, isPublic: true } }, async (request, reply) =>
    reply.type('application/json; charset=utf-8').send(openApiAt(request.base, deps.domain)),
  )
  app.get('/docs', { config: { isDocument: false, isPublic: true } }, (_request, reply) =>
    sendReference(reply, reference),
  )
  serveReferenceScripts(app, '/docs', { config: { isDocument: false, isPublic: true } })
  app.get('/errors', { config: { isDocument: false, isPublic: true } }, async (_request, reply) =>
    sendPage(reply, errorPage),
  )
}

const openApiTextsKept = 8
const openApiTexts = new Map<string, string>()
const reference = {
  title: 'JSON:API',
  document: '/v1/api/openapi.json',
  base: '/v1/api',
  scripts: '/v1/api/docs',
  links: [
    { href: '/v1/api/errors', text: 'Errors' },
    { href: '/docs', text: 'The REST API' },
  ],
}

// Each of these documents has a megabyte, and they differ only in the address.
function openApiAt(origin: string, domain: string): string {
  if (openApiTexts.size >= openApiTextsKept) openApiTexts.clear()
  const made = openApiTexts.get(origin) ?? JSON.stringify(buildOpenApi({ origin, domain }))
  return openApiTexts.set(origin, made) && made
}

const entries = Object.entries(errorStatuses).map(
  ([code, status]) =>
    `<section id="${code}"><h2>${code}</h2><p>${status} · ${titleOf(status)}</p><p>${sayMend(code)}</p></section>`,
)
const errorPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Errors of the JSON:API</title>
<meta name="viewport" content="width=device-width"><style>body{font:16px/1.5 sans-serif;max-width:44em;margin:2em auto;padding:0 1em}h2{font:600 1em monospace}</style>
<h1>Errors of the JSON:API</h1>${entries.join('\n')}</html>`
