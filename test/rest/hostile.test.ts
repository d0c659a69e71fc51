import fc from 'fast-check'
import type { LightMyRequestResponse } from 'fastify'
import pino from 'pino'
import { expect, test } from 'vitest'
import { endpoints } from '../../src/http/rest/endpoints.ts'
import { findEntry } from '../../src/http/rest/errors/catalogue.ts'
import { routeOf } from '../../src/http/rest/mount.ts'
import { buildOpenApi } from '../../src/http/rest/openapi/index.ts'
import { latestVersion, type Version, versionNames } from '../../src/http/rest/versions/index.ts'
import { newApi, useServer } from '../support/api.ts'
import { setStage } from '../support/stage.ts'
import { compileSchemas } from './openapi-reader.ts'
import { type Generated, generatedRequest } from './requests.ts'

const logged: string[] = []
const server = useServer({ log: pino({ level: 'error' }, { write: (line) => void logged.push(line) }) })
const requests = 20_000
const atOnce = 50
const checks = Object.fromEntries(versionNames.map((version) => [version, compileSchemas(buildOpenApi(version))]))

test('no request is answered with a 5xx, an error outside of the catalogue, or a body outside of its schema', {
  timeout: 300_000,
}, async () => {
  const api = await newApi(server, { requestsPerMinute: 1_000_000 })
  const batch = fc.array(generatedRequest(await setStage(api.ctx)), { minLength: atOnce, maxLength: atOnce })
  const ask = async (request: Generated) => {
    const reply = await server.app.inject({ ...request, headers: { 'x-api-key': api.key, ...request.headers } })
    judge(request, reply)
  }
  const property = fc.asyncProperty(batch, async (batch) => void (await Promise.all(batch.map(ask))))
  await fc.assert(property, { numRuns: requests / atOnce, endOnFailure: true, reporter: failWithCause })
})

function judge(request: Generated, reply: LightMyRequestResponse): void {
  const { statusCode: status } = reply
  const seen = `${request.method} ${request.url} ${request.payload ?? ''} -> ${status} ${reply.body}`
  if (status >= 500) expect.fail(`${seen}\n${logged.join('')}`)
  if (status >= 400) judgeError(request, reply, seen)
  else judgeSuccess(request, reply, seen)
}

function judgeSuccess(request: Generated, reply: LightMyRequestResponse, seen: string): void {
  const { statusCode: status } = reply
  if (status === 204 || status === 304 || request.method === 'HEAD') {
    expect(reply.body).toBe('')
    return
  }
  const version = String(reply.headers['harbour-version']) as Version
  const fitting = endpoints.filter((one) => one.method === request.method && matches(one, request.url))
  // Fixed words win over braces, as in the router.
  const endpoint = fitting.sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0]
  const check = endpoint && checks[version]?.ofReply(endpoint.path, endpoint.method, status)
  if (check && !check(reply.json())) expect.fail(`${seen}\n${JSON.stringify(check.errors)}`)
}

function judgeError(request: Generated, reply: LightMyRequestResponse, seen: string): void {
  if (request.method === 'HEAD') return
  const isProblem = String(reply.headers['content-type']).startsWith('application/problem+json')
  const check = checks[latestVersion]?.of(isProblem ? 'Problem' : 'Error')
  const body: { error: number } = reply.json()
  if (!check?.(body)) expect.fail(`${seen}\n${JSON.stringify(check?.errors)}`)
  if (findEntry(body.error)?.status !== reply.statusCode) expect.fail(seen)
}

function matches(endpoint: { path: string; aliases?: readonly string[] }, url: string): boolean {
  const path = (url.split('?')[0] ?? '').replace(/\/$/, '')
  const patterns = [endpoint.path, ...(endpoint.aliases ?? [])].map(routeOf)
  return patterns.some((pattern) => new RegExp(`^/v2${pattern.replaceAll(/:\w+/g, '[^/]+')}$`).test(path))
}

// Shows only the failed request and the reason, because the other 49 of its batch would bury it.
function failWithCause<T>(run: fc.RunDetails<T>): void {
  if (run.failed) throw new Error(`seed ${run.seed}: ${run.errorInstance}`)
}
