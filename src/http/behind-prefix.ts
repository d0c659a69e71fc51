import type { FastifyInstance, FastifyReply } from 'fastify'

/**
 * The code writes pages, redirects and cookies as if the server were at the root of its host. This hook adds the path
 * of PUBLIC_URL, or of a proxy in front, to their addresses.
 */
export function registerPrefix(app: FastifyInstance): void {
  app.addHook('onSend', ({ prefix }, reply, payload, done) => {
    done(null, prefix === '' ? payload : addPrefix(prefix, reply, payload))
  })
}

function addPrefix(prefix: string, reply: FastifyReply, payload: unknown): unknown {
  const location = reply.getHeader('location')
  if (typeof location === 'string' && isFromRoot(location)) reply.header('location', prefix + location)
  const cookies = reply.getHeader('set-cookie')
  if (cookies !== undefined) {
    const moved = [cookies].flat().map((cookie) => String(cookie).replace(/; path=\//i, `; Path=${prefix}/`))
    reply.removeHeader('set-cookie').header('set-cookie', moved)
  }
  const isPage = String(reply.getHeader('content-type') ?? '').startsWith('text/html')
  if (!isPage || typeof payload !== 'string') return payload
  reply.removeHeader('content-length')
  return payload.replaceAll(/(\s(?:href|src|action|data-document|data-base)=")\/(?!\/)/g, `$1${prefix}/`)
}

function isFromRoot(address: string): boolean {
  return address.startsWith('/') && !address.startsWith('//')
}
