import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { doorOf, pictureWidths, readPicture } from '../../core/agreements/index.ts'
import { notFound } from '../../core/errors.ts'
import { parseId } from '../../core/ids.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { visitorContext } from './session.ts'

/** The address of a file's pictures; a page and a width follow. `door` admits people who were shown the file. */
export function picturesOf(door: string): string {
  return `/agree/pages/${door}/`
}

/** Pages of PDFs as pictures. */
export function registerPictures(app: FastifyInstance, deps: HttpDependencies): void {
  const at = '/pages/:organization/:sha256/:mark/:page/:width'
  app.get(at, { logLevel: 'warn' }, async (request, reply) => {
    const {
      organization = '',
      sha256 = '',
      mark = '',
      page = '',
      width = '',
    } = request.params as Record<string, string>
    const organizationId = parseId('organization', organization)
    const wide = pictureWidths.find((one) => String(one) === width)
    if (!organizationId || !/^[0-9a-f]{64}$/.test(sha256) || !/^[1-9]\d{0,2}$/.test(page) || !wide)
      throw notFound('page')
    const ctx = visitorContext(request, deps, organizationId)
    const given = Buffer.from(`${organization}/${sha256}/${mark}`, 'utf8')
    const wanted = Buffer.from(doorOf(ctx, sha256), 'utf8')
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw notFound('page')
    const picture = await readPicture(ctx, deps.pdfSources, { sha256, page: Number(page), width: wide })
    if (!picture) throw notFound('page')
    return reply.type('image/png').header('cache-control', 'private, max-age=86400, immutable').send(picture.png)
  })
}
