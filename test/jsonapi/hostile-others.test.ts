import { rm } from 'node:fs/promises'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grantServerAdmin } from '../../src/core/accounts/index.ts'
import { faces } from '../../src/faces.ts'
import { describedServer } from '../../src/http/jsonapi/operator/described.ts'
import { agreementPreviews } from '../../src/http/jsonapi/previews/resource.ts'
import { createServer } from '../../src/http/server.ts'
import { agreementAttributes } from '../conformance/jsonapi/world.ts'
import { mediaType as contentType, newClient } from '../support/jsonapi.ts'
import { dependencies } from '../support/jsonapi-server.ts'
import { takeFaults } from '../support/judge/found.ts'
import { newOperator } from '../support/operator.ts'
import { database } from '../support/organization.ts'
import { hostileFile, hostileRequestOf } from './hostile-requests.ts'
import { escapeSome, json } from './hostile-values.ts'

const { home, operator } = newOperator()
let app: FastifyInstance
let authorization: string

beforeAll(async () => {
  app = await createServer({ ...dependencies, operator }, faces, { trustedProxies: [] })
  const { userId, token } = await newClient()
  await grantServerAdmin(database.system, userId, new Date())
  authorization = `Bearer ${token}`
})
afterAll(async () => {
  await app.close()
  await rm(home, { recursive: true })
})

type Asked = {
  path: string
  search: string
  method?: string
  body?: string | null
  accept?: string
  contentType?: string
}

// Maintenance of the whole server would fail the tests beside these.
const isHarmless = ({ path, method }: Asked) => !(path.startsWith('server-states') && method === 'PATCH')
const drawn = (some: fc.Arbitrary<Asked>) => fc.sample(some, { numRuns: 500, seed: 20_260_301 }).filter(isHarmless)

// A good draft with one member of any kind.
const spoiled = fc
  .dictionary(fc.constantFrom(...Object.keys(agreementPreviews.attributes)), json, { maxKeys: 1 })
  .map((some) => ({ data: { type: agreementPreviews.type, attributes: { ...agreementAttributes, ...some } } }))
  .map((body) => ({
    path: agreementPreviews.type,
    search: '',
    method: 'POST',
    body: JSON.stringify(body),
    contentType,
  }))

test.each([
  ['the resources of the server', hostileRequestOf(describedServer)],
  ['previews of agreements', fc.oneof(hostileRequestOf([agreementPreviews]), spoiled)],
  ['whole lists as files', hostileFile],
] as const)(
  '500 hostile requests for %s get no 5xx, and what they get is valid',
  { timeout: 120_000 },
  async (_, some) => {
    const statuses = new Set<number>()
    for (const all = drawn(some); all.length > 0; ) {
      const batch = all.splice(0, 50)
      for (const { statusCode, payload } of await Promise.all(batch.map(ask))) {
        if (statusCode >= 500) expect.fail(`${statusCode}: ${payload}\n${JSON.stringify(batch)}`)
        statuses.add(statusCode)
      }
      expect(takeFaults(), JSON.stringify(batch)).toEqual([])
    }
    expect(statuses).toContain(200)
    expect([...statuses].some((status) => status >= 400)).toBe(true)
  },
)

function ask({ path, search, method = 'GET', body = null, accept = '*/*', contentType }: Asked) {
  const escaped = path
    .split('/')
    .map((part) => escapeSome(/^\.{1,2}$/.test(part) ? '...' : part))
    .join('/')
  return app.inject({
    method: method as 'GET',
    url: `/v1/api/${escaped}${search ? `?${search}` : ''}`,
    headers: { accept, authorization, ...(contentType === undefined ? {} : { 'content-type': contentType }) },
    ...(body === null ? {} : { payload: body }),
  })
}
