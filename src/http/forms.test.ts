import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { readForms } from './forms.ts'

async function send(payload: string) {
  const app = Fastify()
  readForms(app)
  app.post('/', async ({ body }) => body ?? null)
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return app.inject({ method: 'POST', url: '/', payload, headers })
}

test('a form gives the last value of each name, however odd its text is', async () => {
  expect((await send('a=1&a=2&b=%C3%A9+x&c&=d&e=%zz&f=a=b&__proto__=g')).json()).toEqual(
    JSON.parse('{"a":"2","b":"é x","c":"","":"d","e":"%zz","f":"a=b","__proto__":"g"}'),
  )
})

test('a form with very many members is refused before it is read', async () => {
  expect([(await send('a&'.repeat(999))).statusCode, (await send('a&'.repeat(1_000))).statusCode]).toEqual([200, 413])
})
