import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'

/** The style and the scripts of the pages. */
export function registerAssets(app: FastifyInstance): void {
  const read = (file: string) => readFileSync(new URL(`./assets/${file}`, import.meta.url))
  const pad = readFileSync(new URL(import.meta.resolve('signature_pad')))
  const serve = (name: string, type: string, content: Buffer) =>
    app.get(`/assets/${name}`, { logLevel: 'warn' }, (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=3600').send(content),
    )
  serve('sign.css', 'text/css; charset=utf-8', read('sign.css'))
  serve('sign.js', 'text/javascript; charset=utf-8', read('sign.js'))
  serve('view.js', 'text/javascript; charset=utf-8', read('view.js'))
  serve('signature_pad.js', 'text/javascript; charset=utf-8', pad)
}
