import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'

/** The style and the scripts of the pages. */
export function registerAssets(app: FastifyInstance): void {
  const read = (file: string) => readFileSync(new URL(`./assets/${file}`, import.meta.url))
  const serve = (name: string, type: string, content: Buffer) =>
    app.get(`/assets/${name}`, { logLevel: 'warn' }, (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=3600').send(content),
    )
  serve('sign.css', 'text/css; charset=utf-8', read('sign.css'))
  for (const script of ['sign.js', 'view.js', 'send.js', 'drafts.js', 'signature.js', 'initials.js', 'pad.js'])
    serve(script, 'text/javascript; charset=utf-8', read(script))
}
