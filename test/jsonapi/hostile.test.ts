import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { createApiCredential } from '../../src/core/accounts/index.ts'
import { newWorld, type World } from '../conformance/jsonapi/world.ts'
import { judgeResponse } from '../support/judge/judge.ts'
import { type HostileRequest, hostileRequest } from './hostile-requests.ts'
import { escapeSome } from './hostile-values.ts'

// The number is divided over rounds, so that each round has a token that is not over its quota.
const rounds = 40
const perRound = 500
const seed = 20_260_301

let world: World

beforeAll(async () => {
  world = await newWorld()
})

test(`${rounds * perRound} hostile requests get no 5xx, and always a valid document`, {
  timeout: 400_000,
}, async () => {
  for (let round = 0; round < rounds; round += 1) {
    const { token } = await createApiCredential(world.ctx, { name: 'Hostile' })
    for (const one of fc.sample(hostileRequest, { numRuns: perRound, seed: seed + round }))
      expect(await judge(token, one), JSON.stringify(one)).toEqual([])
  }
})

async function judge(token: string, one: HostileRequest): Promise<string[]> {
  const withIds = (text: string) => text.replaceAll(/@(\w+)/g, (_, name: string) => knownId(name))
  const path = withIds(one.path).split('/').map(escapeSome).join('/')
  const url = `/v1/api/${path}${one.search ? `?${one.search}` : ''}`
  const headers: Record<string, string> = { accept: one.accept, 'content-type': one.contentType }
  if (one.key !== null) headers['idempotency-key'] = one.key
  const payload = one.body === null ? {} : { payload: withIds(one.body) }
  headers.authorization = `Bearer ${token}`
  const response = await world.app.inject({ method: one.method, url, headers, ...payload })
  const isPage = path === 'errors' && response.statusCode < 400
  const faults = isPage
    ? []
    : judgeResponse({ method: one.method, url }, response.statusCode, response.headers, response.payload)
  return response.statusCode >= 500 ? [...faults, `status ${response.statusCode}: ${response.payload}`] : faults
}

function knownId(name: string): string {
  const id = Object.entries(world).find(([known]) => known === name)?.[1]
  return typeof id === 'string' ? id : name
}
