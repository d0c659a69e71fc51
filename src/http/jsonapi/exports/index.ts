import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { say } from '../../../core/errors.ts'
import type { Page } from '../../../core/lists/index.ts'
import { attachmentNamed } from '../../content-disposition.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { ask, paramOf } from '../handlers.ts'
import { refuse } from '../problems.ts'
import { conditionsOf } from '../query.ts'
import { findResource } from '../registry.ts'
import type { CoreRecord, Resource } from '../resource.ts'
import { createPlaces } from '../stream/places.ts'
import { registerExportContent } from './content.ts'
import { type Format, formats, readPart, writeLines } from './formats.ts'

/** A client that reads nothing for this time is cut off. */
const patienceMs = 60_000
const mostExports = { person: 2, organization: 5, node: 20 }

/**
 * `GET /exports/<type>.csv` and `.ndjson`: a whole list as a file, with the filters and the order of the list. Each
 * resource appears once. Memory has one part at a time; the next one is read when the client has taken it.
 */
export function registerExports(app: FastifyInstance, deps: HttpDependencies): void {
  const places = createPlaces(mostExports)
  registerExportContent(app)
  app.get(
    '/exports/:file(^[a-z-]{1,60}\\.(?:csv|ndjson)$)',
    { config: { isDocument: false, isStream: true } },
    async (request, reply) => {
      const [, type = '', ending = ''] = /^([a-z-]{1,60})\.(csv|ndjson)$/.exec(paramOf(request, 'file')) ?? []
      const resource = findResource(type)
      if (!resource) throw refuse(404, 'not_found', say('export_unknown'))
      const { query, base, ctx } = ask(request, resource, { list: true })
      const format = formats[ending === 'csv' ? 'csv' : 'ndjson']
      const list = (after?: string) => readPart(ctx, resource, conditionsOf(query), after)
      const first = await list()
      reply
        .type(format.type)
        .header('cache-control', 'private, no-store')
        .header('content-disposition', attachmentNamed(`${type}.${ending}`))
        .header('sealane-total', first.total)
      if (request.method === 'HEAD') return reply.send('')
      const giveBack = places.take(ctx.organizationId, 'id' in ctx.actor ? ctx.actor.id : ctx.organizationId)
      const stream = Readable.from(writeAll({ resource, format, base, first, list, stopping: deps.stopping }), {
        objectMode: false,
      })
      const patience = setInterval(() => stream.destroy(), patienceMs)
      stream.on('data', () => patience.refresh())
      stream.pause()
      stream.on('close', () => {
        clearInterval(patience)
        giveBack()
      })
      return reply.send(stream)
    },
  )
}

type Writing = {
  resource: Resource
  format: Format
  base: string
  first: Page<CoreRecord>
  list(after: string): Promise<Page<CoreRecord>>
  stopping: AbortSignal | undefined
}

async function* writeAll({ resource, format, base, first, list, stopping }: Writing): AsyncGenerator<string> {
  yield format.head(resource)
  for (let part = first; ; ) {
    yield writeLines(format, base, resource, part)
    const next = part.walk?.next ?? null
    if (next === null) return
    // Cuts the reply off, so that nobody takes a part for the whole.
    if (stopping?.aborted) throw new Error('The server stops.')
    part = await list(next)
  }
}
