import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { notFound } from '../../../core/errors.ts'
import { readExportFile } from '../../../core/exports/index.ts'
import { parseId } from '../../../core/ids.ts'
import { attachmentNamed } from '../../content-disposition.ts'
import { paramOf } from '../handlers.ts'
import { formats } from './formats.ts'

/**
 * `GET /exports/<id>/content`: the file of a kept export. The reply gives the length, so that nobody takes a part for
 * the whole.
 */
export function registerExportContent(app: FastifyInstance): void {
  app.get('/exports/:id/content', { config: { isDocument: false, isStream: true } }, async (request, reply) => {
    const id = parseId('export', paramOf(request, 'id'))
    if (!id) throw notFound('export')
    const { of, parts } = await readExportFile(request.context, id)
    return reply
      .type(formats[of.format].type)
      .header('content-length', of.bytes)
      .header('content-disposition', attachmentNamed(`${of.list}.${of.format}`))
      .header('cache-control', 'private, no-store')
      .send(Readable.from(parts, { objectMode: false }))
  })
}
