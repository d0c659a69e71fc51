import type { FastifyInstance, FastifyRequest } from 'fastify'
import { pictureWidths, readAgreementFile, readAgreementPage } from '../../core/agreements/index.ts'
import { notFound } from '../../core/errors.ts'
import { type Id, parseId } from '../../core/ids.ts'
import { attachmentNamed } from '../content-disposition.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { paramOf } from './handlers.ts'

/** `/agreements/<id>/file` is the PDF of an agreement, `/agreements/<id>/pages/<number>` a page of it as a PNG. */
export function registerAgreementFiles(app: FastifyInstance, { pdfSources }: HttpDependencies): void {
  const config = { isDocument: false } as const
  app.get('/agreements/:id/file', { config }, async (request, reply) => {
    const { bytes, filename } = await readAgreementFile(request.context, idOf(request))
    return reply
      .type('application/pdf')
      .header('content-disposition', attachmentNamed(filename))
      .header('cache-control', 'private, no-cache')
      .send(bytes)
  })
  app.get('/agreements/:id/pages/:page', { config }, async (request, reply) => {
    const page = Number(paramOf(request, 'page'))
    const wanted = { page, width: pictureWidths[1] }
    const png = await readAgreementPage(request.context, pdfSources, idOf(request), wanted)
    return reply.type('image/png').header('cache-control', 'private, no-cache').send(png)
  })
}

function idOf(request: FastifyRequest): Id {
  const id = parseId('agreement', paramOf(request, 'id'))
  if (!id) throw notFound('agreement')
  return id
}
