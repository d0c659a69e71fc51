import Fastify from 'fastify'
import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { readMultipartBodies } from './multipart-body.ts'

test.each(['constructor', 'toString', '__proto__', 'stranger'])(
  'a part named %s, which is no member, comes through as text',
  async (name) => {
    const app = Fastify()
    readMultipartBodies(app)
    const config = { parts: { is_stopped: Type.Boolean() } }
    app.post('/', { config }, async ({ body }) => Object.entries(body ?? {}))
    const form = new FormData()
    form.set(name, 'Tulip')
    form.set('is_stopped', 'true')
    const request = new Request('http://x/', { method: 'POST', body: form })
    const headers = { 'content-type': request.headers.get('content-type') ?? '' }
    const payload = Buffer.from(await request.arrayBuffer())
    const reply = await app.inject({ method: 'POST', url: '/', headers, payload })
    expect(reply.json()).toEqual([
      [name, 'Tulip'],
      ['is_stopped', true],
    ])
  },
)
