import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Built, BuiltFile } from './built.ts'

/** Serves the files that the pages load. A file's name changes with its content, so a browser never asks twice. */
export function serveAssets(app: FastifyInstance, built: () => Built | null): void {
  app.get<{ Params: { name: string } }>('/assets/:name', { logLevel: 'warn' }, (request, reply) => {
    const file = built()?.assets.get(request.params.name)
    return file ? sendAsset(request, reply, file) : reply.callNotFound()
  })
}

function sendAsset({ headers }: FastifyRequest, reply: FastifyReply, file: BuiltFile): FastifyReply {
  const accepted = String(headers['accept-encoding'] ?? '')
  const coding = (['br', 'gzip'] as const).find((name) => file[name] && accepts(accepted, name))
  if (coding) reply.header('content-encoding', coding)
  return reply
    .type(file.type)
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('vary', 'accept-encoding')
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
    .send((coding && file[coding]) ?? file.plain)
}

// `br;q=0` refuses the coding (RFC 9110, section 12.5.3).
function accepts(header: string, coding: string): boolean {
  const wish = header.split(',').find((one) => one.split(';')[0]?.trim().toLowerCase() === coding)
  return wish !== undefined && !/;\s*q=0(\.0*)?\s*$/i.test(wish)
}
