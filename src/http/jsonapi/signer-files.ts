import type { FastifyInstance } from 'fastify'
import { notFound } from '../../core/errors.ts'
import { parseId } from '../../core/ids.ts'
import { readSignerFile } from '../../core/submissions/index.ts'
import { attachmentNamed } from '../content-disposition.ts'
import { paramOf } from './handlers.ts'

/**
 * `/submissions/<id>/files/<field>` is a file from a signer. A browser only saves it and never shows it in the page.
 */
export function registerSignerFiles(app: FastifyInstance): void {
  const config = { isDocument: false } as const
  app.get('/submissions/:id/files/:field', { config }, async (request, reply) => {
    const id = parseId('submission', paramOf(request, 'id'))
    if (!id) throw notFound('submission')
    const { bytes, filename, contentType } = await readSignerFile(request.context, id, paramOf(request, 'field'))
    return reply
      .type(contentType)
      .header('content-disposition', attachmentNamed(filename))
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(bytes)
  })
}
