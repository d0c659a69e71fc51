import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { newWorld, type World } from '../conformance/jsonapi/world.ts'
import { takeFaults } from '../support/judge/found.ts'
import { type HostileRequest, hostileRequest } from './hostile-requests.ts'
import { escapeSome } from './hostile-values.ts'

const requests = 20_000
const atOnce = 50
const seed = 20_260_301

let world: World

beforeAll(async () => {
  world = await newWorld()
})

test(`${requests} hostile requests get no 5xx, and always a valid document`, { timeout: 400_000 }, async () => {
  const all = fc.sample(hostileRequest, { numRuns: requests, seed })
  const statuses = new Set<number>()
  while (all.length > 0) {
    const batch = all.splice(0, atOnce)
    const answers = await Promise.all(batch.map(ask))
    // The hook of the whole run (support/judge) has judged every answer.
    expect(takeFaults(), JSON.stringify(batch)).toEqual([])
    for (const { status, text, one } of answers) {
      if (status >= 500) expect.fail(`${status}: ${text}\n${JSON.stringify(one)}`)
      statuses.add(status)
    }
  }
  // Requests that do not get past the first check prove little.
  for (const status of [200, 201, 204, 400, 403, 404, 405, 406, 409, 415, 422]) expect(statuses).toContain(status)
})

async function ask(one: HostileRequest): Promise<{ status: number; text: string; one: HostileRequest }> {
  const path = withIds(one.path).split('/').map(escapeSome).join('/')
  const response = await world.app.inject({
    method: one.method,
    url: `/v1/api/${path}${one.search ? `?${one.search}` : ''}`,
    headers: {
      accept: one.accept,
      'content-type': one.contentType,
      authorization: `Bearer ${world.token}`,
      ...(one.key === null ? {} : { 'idempotency-key': one.key }),
    },
    ...(one.body === null ? {} : { payload: withIds(one.body) }),
  })
  return { status: response.statusCode, text: response.payload, one }
}

function withIds(text: string): string {
  return text.replaceAll(/@(\w+)/g, (_, name: string) => {
    const id = Object.hasOwn(world, name) ? Object(world)[name] : undefined
    return typeof id === 'string' ? id : name
  })
}
