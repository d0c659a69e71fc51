import type { RouteOptions } from 'fastify'
import { expect, test } from 'vitest'
import { dependencies } from '../../test/support/jsonapi-server.ts'
import { faces } from '../faces.ts'
import { createServer, type Face } from './server.ts'

// The two dialects answer such requests themselves, in their own forms.
const dialects = ['/v2', '/v1/api', '/v1']
const ofDialects = /^\/(agreements|submissions|verifications|webhooks)(\/|$)/
const headers = {
  host: 'localhost:3000',
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'navigate',
  accept: 'text/html',
}

const isOfDialect = ({ prefix }: Face, { url }: RouteOptions) => dialects.includes(prefix) || ofDialects.test(url)

/** Every route outside the dialects, with a server that has these routes. */
async function openPages() {
  const routes: RouteOptions[] = []
  const heard = faces.map((face) => ({
    ...face,
    plugin: ((app, options) => {
      app.addHook('onRoute', (route) => void (isOfDialect(face, route) || routes.push(route)))
      return face.plugin(app, options)
    }) satisfies typeof face.plugin,
  }))
  const app = await createServer(dependencies, heard, { trustedProxies: [] })
  return { app, routes }
}

const opened = openPages()

/** An address of a route. Its ids name nothing that exists. */
const addressOf = ({ url }: RouteOptions) =>
  url
    .replace(/:\w+\(\^\[1-9\]\$\)/, '1')
    .replace(/:level\([^)]*\)/, '0')
    .replace(/:purpose\(.*\)/, 'seal')
    .replace(/:step\([^)]*\)/, 'sign')
    .replace(/:link/, '2JMpcMcahDdA65bu2D7t7e')
    .replace(/:signer\([^)]*\)|:signer/, `sgn_${'0190f3a1c2d37e4f'.repeat(2)}`)
    .replace(/:\w+(\([^)]*\))?/g, 'x')
    .replace('*', 'x')

test('OPTIONS of every address that is no dialect’s tells which methods it takes', async () => {
  const { app, routes } = await opened
  const told = await Promise.all(
    [...new Set(routes.map(addressOf)), '/health', '/ready'].map(async (url) => {
      const { statusCode, headers: sent } = await app.inject({ method: 'OPTIONS', url, headers })
      return { url, statusCode, allow: /[A-Z]{3,}, OPTIONS$/.test(String(sent.allow)) }
    }),
  )
  expect(told.length).toBeGreaterThan(30)
  expect(told.filter(({ statusCode, allow }) => statusCode !== 204 || !allow)).toEqual([])
})

test.each(['PUT', 'PATCH', 'DELETE', 'TRACE', 'QUERY', 'PURGE', 'PROPFIND', 'M-SEARCH'] as const)(
  'no address that is no dialect’s takes %s unasked: 405 with what it takes',
  async (method) => {
    const { app, routes } = await opened
    const taking = new Set(
      routes.filter((route) => [route.method].flat().includes(method) && !route.onRequest).map(addressOf),
    )
    const urls = [...new Set([...routes.map(addressOf), '/health'])].filter((url) => !taking.has(url))
    const told = await Promise.all(urls.map(async (url) => ({ url, ...(await app.inject({ method, url, headers })) })))
    const wrong = told.filter(({ statusCode, headers: sent }) => statusCode !== 405 || !sent.allow)
    expect(wrong.map(({ url, statusCode }) => `${url} ${statusCode}`)).toEqual([])
  },
)

test.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'nonsense'])(
  'a form for people that is sent as %s is refused with a page in their words',
  async (type) => {
    const { app, routes } = await opened
    const isForm = ({ method, url, onRequest, config }: RouteOptions) =>
      method === 'POST' && !onRequest && /^\/(agree|join|failure-mails)/.test(url) && !(config && 'takesPart' in config)
    const told = await Promise.all(
      [...new Set(routes.filter(isForm).map(addressOf))].map(async (url) => {
        const sent = { method: 'POST', url, headers: { ...headers, 'content-type': type }, payload: '--x--' } as const
        const { statusCode, headers: back, payload } = await app.inject(sent)
        const isPage =
          String(back['content-type']).startsWith('text/html') && !/application\/json|multipart/.test(payload)
        return `${url} ${statusCode} ${isPage}`
      }),
    )
    expect(told.length).toBeGreaterThan(8)
    expect(told.filter((line) => !line.endsWith(' 415 true'))).toEqual([])
  },
)
