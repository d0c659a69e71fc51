import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer as createSocket } from 'node:net'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createApiKey } from '../../src/core/accounts/index.ts'
import { faces } from '../../src/faces.ts'
import { createRateLimits } from '../../src/http/rate-limit.ts'
import { createServer } from '../../src/http/server.ts'
import { newApi, testDependencies, useServer } from '../support/api.ts'

const server = useServer()

test('the request above the quota of a minute gets the guide’s error 2003 and a Retry-After', async () => {
  const api = await newApi(server, { requestsPerMinute: 3 })
  const replies = []
  for (let count = 0; count < 4; count++) replies.push(await api.call('GET', '/v2/webhooks'))
  expect(replies.map((reply) => reply.statusCode)).toEqual([200, 200, 200, 429])
  expect(replies[3]?.json()).toMatchObject({
    detail:
      'Your requests are over the maximum volume per minute. Please check our recommendations and try again later.',
    error: 2003,
    message: 'Rate limit exceeded.',
  })
  expect(Number(replies[3]?.headers['retry-after'])).toBeGreaterThan(0)
})

test('each reply has the rate limit and what is left of it', async () => {
  const api = await newApi(server, { requestsPerMinute: 5 })
  await api.call('GET', '/v2/webhooks')
  const { headers } = await api.call('GET', '/v2/webhooks')
  expect(headers['ratelimit-policy']).toBe('"default";q=5;w=60')
  expect(headers.ratelimit).toMatch(/^"default";r=3;t=\d+$/)
})

test('a key allows 100 requests a minute by default', async () => {
  const { ctx } = await newApi(server)
  const key = await createApiKey(ctx, { name: 'Plain', apiVersion: '2.2' })
  expect(key.requestsPerMinute).toBe(100)
})

describe.runIf(existsSync('/usr/bin/redis-server'))('with two nodes and one Redis', () => {
  const redis: { url?: string; stop?: () => void } = {}
  beforeAll(async () => Object.assign(redis, await startRedis()))
  afterAll(() => redis.stop?.())

  async function startNode() {
    const rateLimits = createRateLimits(redis.url ?? '')
    const app = await createServer(testDependencies({ rateLimits }), faces, { trustedProxies: [] })
    onTestFinished(() => app.close().then(rateLimits.close))
    return app
  }

  test('the nodes count together, and exactly', async () => {
    const nodes = [await startNode(), await startNode()]
    const { key } = await newApi(server, { requestsPerMinute: 40 })
    const headers = { 'x-api-key': key }
    const calls = Array.from({ length: 60 }, (_, index) => nodes[index % 2]?.inject({ url: '/v2/webhooks', headers }))
    const replies = await Promise.all(calls)
    expect(replies.filter((reply) => reply?.statusCode === 200)).toHaveLength(40)
    expect(replies.filter((reply) => reply?.statusCode === 429)).toHaveLength(20)
  })
})

test('while Redis does not answer, a node counts for itself', async () => {
  const limits = createRateLimits('redis://127.0.0.1:1')
  const usages = [await limits.count('key', 1), await limits.count('key', 1)]
  expect(usages.map((usage) => usage.isOver)).toEqual([false, true])
  await limits.close()
})

async function startRedis(): Promise<{ url: string; stop: () => void }> {
  const port = await freePort()
  const child = spawn('redis-server', ['--port', String(port), '--save', '', '--bind', '127.0.0.1'], {
    stdio: 'ignore',
  })
  const client = new Redis(port, '127.0.0.1', { retryStrategy: () => 50 })
  client.on('error', () => {})
  await client.ping()
  client.disconnect()
  return { url: `redis://127.0.0.1:${port}`, stop: () => void child.kill() }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const socket = createSocket().listen(0, '127.0.0.1', () => {
      const address = socket.address()
      socket.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0))
    })
  })
}
