import { describe, expect, test } from 'vitest'
import { createApiKey, revokeApiKey } from '../../src/core/accounts/index.ts'
import { endpoints } from '../../src/http/rest/endpoints.ts'
import { type Api, newApi, testNow, useServer, wideRateLimits } from '../support/api.ts'
import { logEverything } from '../support/finishing.ts'
import { newContext } from '../support/organization.ts'
import { requestOn, type Stage, setStage } from '../support/stage.ts'

// Each endpoint gets requests with several wrong keys.
const server = useServer({ rateLimits: wideRateLimits() })
const guarded = endpoints.filter((endpoint) => !endpoint.isPublic)
const named = guarded.filter((endpoint) => endpoint.path.includes('{'))
// A key exports the lists that it may read, and sees only its own exports.
const ofOwnKey: Record<string, number> = { createExport: 202, getExport: 404, downloadExport: 404, deleteExport: 404 }
const shared: { owner?: Promise<{ stage: Stage; api: Api }> } = {}

function useOwner() {
  shared.owner ??= newApi(server).then(async (api) => {
    const stage = await setStage(api.ctx)
    await logEverything(api.ctx)
    return { api, stage }
  })
  return shared.owner
}

async function callWith(key: string, endpoint: (typeof endpoints)[number]) {
  const { stage, api } = await useOwner()
  const { url, body } = requestOn(stage, endpoint)
  return api.call(endpoint.method, url, { body, headers: { 'x-api-key': key } })
}

/** The reply has no id of the stage and nothing that is stored in it, except in the path of the request. */
async function expectNoTrace(body: string) {
  const { stage } = await useOwner()
  for (const id of Object.values(stage)) expect(body).not.toContain(id)
  expect(body).not.toMatch(/Robin|a\.example|Lease/)
}

describe.each(named.map((endpoint) => [endpoint.id, endpoint] as const))('%s', (_, endpoint) => {
  test('of another organization is not found, and leaves no trace', async () => {
    const stranger = await newApi(server)
    const reply = await callWith(stranger.key, endpoint)
    expect([reply.statusCode, String(reply.json().error)]).toEqual([404, expect.stringMatching(/^41/)])
    await expectNoTrace(reply.body)
  })
})

describe.each(guarded.map((endpoint) => [endpoint.id, endpoint] as const))('%s', (_, endpoint) => {
  test('with a revoked key, an expired key, or a key from elsewhere, is a 401', async () => {
    const keys = await deadKeys()
    expect(keys).toHaveLength(4)
    for (const key of keys) {
      const reply = await callWith(key, endpoint)
      expect([reply.statusCode, reply.json().error]).toEqual([401, 2002])
      await expectNoTrace(reply.body)
    }
  })

  test('without a key is a 401, whatever version is asked for', async () => {
    for (const version of ['2.0', '2.1', '2.2']) {
      const { stage } = await useOwner()
      const { url } = requestOn(stage, endpoint)
      const reply = await server.app.inject({ method: endpoint.method, url, headers: { 'harbour-version': version } })
      expect([reply.statusCode, reply.json().error]).toEqual([401, 2002])
    }
  })

  const writes = endpoint.method !== 'GET'
  const status = ofOwnKey[endpoint.id] ?? (writes ? 403 : 200)
  test(`with the key of a viewer, is a ${status}`, async () => {
    const { api } = await useOwner()
    const { secret } = await createApiKey(api.ctx, { name: 'Viewer', apiVersion: '2.2', role: 'viewer' })
    const reply = await callWith(secret, endpoint)
    expect(reply.statusCode).toBe(status)
    if (writes) await expectNoTrace(reply.body)
  })
})

async function deadKeys(): Promise<string[]> {
  const { api } = await useOwner()
  const common = { name: 'Dead', apiVersion: '2.2' }
  const revoked = await createApiKey(api.ctx, common)
  await revokeApiKey(api.ctx, revoked.id)
  const ago = (ms: number) => new Date(testNow.getTime() - ms)
  const expired = await createApiKey({ ...api.ctx, now: ago(2) }, { ...common, expiresAt: ago(1) })
  const elsewhere = await createApiKey(api.ctx, { ...common, allowedAddresses: ['203.0.113.0/24'] })
  const madeUp = (await createApiKey(await newContext(), common)).secret.replace(/.$/, (last) =>
    last === 'x' ? 'y' : 'x',
  )
  return [revoked.secret, expired.secret, elsewhere.secret, madeUp]
}

test('a revoked key fails at its next request', async () => {
  const { api } = await useOwner()
  const key = await createApiKey(api.ctx, { name: 'Soon gone', apiVersion: '2.2' })
  const call = () => server.app.inject({ url: '/v2/webhooks', headers: { 'x-api-key': key.secret } })
  expect((await call()).statusCode).toBe(200)
  await revokeApiKey(api.ctx, key.id)
  expect((await call()).statusCode).toBe(401)
})
