import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { filesOfFamily } from '../../writing/index.ts'

/** The style and the scripts of the pages. */
export function registerAssets(app: FastifyInstance): void {
  const read = (file: string) => readFileSync(new URL(`./assets/${file}`, import.meta.url))
  const serve = (name: string, type: string, content: Buffer) =>
    app.get(`/assets/${name}`, { logLevel: 'warn' }, (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=3600').send(content),
    )
  serve('sign.css', 'text/css; charset=utf-8', read('sign.css'))
  // The design of typed signatures has one file.
  for (const file of filesOfFamily('hand')) serve('hand.ttf', 'font/ttf', readFileSync(file))
  // Pages of other sites load this script, which shows our page in their frame.
  const embed = read('embed.js')
  app.get('/embed.js', { logLevel: 'warn' }, (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .headers({ 'cache-control': 'public, max-age=3600', 'cross-origin-resource-policy': 'cross-origin' })
      .send(embed),
  )
  for (const script of [
    'sign.js',
    'view.js',
    'send.js',
    'drafts.js',
    'signature.js',
    'initials.js',
    'pad.js',
    'framed.js',
    'conditions.js',
    'rules.js',
    'preview.js',
  ])
    serve(script, 'text/javascript; charset=utf-8', read(script))
}
