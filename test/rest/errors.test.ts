import { describe, expect, test } from 'vitest'
import { errorCatalogue } from '../../src/http/rest/errors/catalogue.ts'
import { newApi, useServer } from '../support/api.ts'
import { database } from '../support/organization.ts'
import { domainErrorWords } from './domain-error-words.ts'

const server = useServer()
const members = ['detail', 'error', 'message', 'more_info', 'request_id']

describe('the catalogue', () => {
  test('has every number once, grouped by thousands', () => {
    const codes = errorCatalogue.map((entry) => entry.code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.every((code) => code >= 1000 && code < 6000)).toBe(true)
  })

  test('has every error code that core can throw', async () => {
    const words = await domainErrorWords()
    expect(words.length).toBeGreaterThan(20)
    const catalogued = new Set(errorCatalogue.flatMap((entry) => entry.words))
    expect(words.filter((word) => !catalogued.has(word))).toEqual([])
  })

  test.each(errorCatalogue.map((entry) => entry.code))('explains %i on a page of this server', async (code) => {
    const page = await server.app.inject(`/knowledge/errors/${code}`)
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page.body).toContain(`Error ${code}`)
  })
})

describe('errors of the router have the body of the guide', () => {
  test.each([
    ['GET', '/v2/nothing', {}, 404, 4001],
    ['GET', '/v2/verifications/%zz', {}, 400, 3006],
    ['PATCH', '/v2/verifications', {}, 405, 4002],
    ['GET', `/v2/verifications?search=${'a'.repeat(17_000)}`, {}, 414, 3005],
    ['GET', `/v2/verifications/${'a'.repeat(3_000)}`, {}, 414, 3005],
    ['GET', '/v1/agreements', {}, 410, 4003],
    ['GET', '/v2/verifications', { 'harbour-version': '9.9' }, 400, 3007],
  ] as const)('%s %.40s', async (method, url, headers, status, error) => {
    const api = await newApi(server)
    const reply = await api.call(method, url, { headers })
    expect([reply.statusCode, reply.json().error]).toEqual([status, error])
    expect(Object.keys(reply.json())).toEqual(members)
  })

  test('a wrong method is answered with the allowed ones', async () => {
    const reply = await (await newApi(server)).call('PUT', '/v2/verifications')
    expect(reply.headers.allow).toBe('GET, POST, HEAD, OPTIONS')
  })

  test.each(['/', '/nothing', '//verifications', '/v2.2/verifications'])(
    'the host of the API also names the requested path: %s',
    async (url) => {
      const reply = await server.app.inject({ url, headers: { host: 'api.sealane.localhost' } })
      expect([reply.statusCode, Object.keys(reply.json())]).toEqual([404, members])
      expect(reply.json().detail).toBe(`There is nothing at GET ${url}.`)
    },
  )

  test('a request to the retired v1 gets the new base', async () => {
    const reply = await server.app.inject({ method: 'POST', url: '/v1/agreement_links' })
    expect(reply.json().detail).toContain('http://sealane.localhost:3000/v2')
  })
})

describe('an error', () => {
  test('is a problem document if Accept asks for one', async () => {
    const reply = await server.app.inject({ url: '/v2/verifications', headers: { accept: 'application/problem+json' } })
    expect(reply.headers['content-type']).toContain('application/problem+json')
    const type = 'http://sealane.localhost:3000/knowledge/errors/2002'
    expect(reply.json()).toMatchObject({ type, title: 'Unauthorized access.', status: 401, error: 2002 })
  })

  test('of validation has every fault at once, with path, rule and value', async () => {
    const api = await newApi(server)
    const reply = await api.call('GET', '/v2/verifications?size=0&page=x&colour=red')
    expect(reply.statusCode).toBe(422)
    expect(reply.json()).toMatchObject({ error: 3001 })
    expect(reply.json().errors).toMatchObject([
      { path: 'colour', rule: 'additionalProperties' },
      { path: 'page', rule: 'type', value: 'x' },
      { path: 'size', rule: 'minimum', value: 0 },
    ])
  })

  test('has a Retry-After while the organization is in maintenance', async () => {
    const api = await newApi(server)
    const { organizationId: id, now } = api.ctx
    await database.system.updateTable('organizations').set({ maintenance_since: now }).where('id', '=', id).execute()
    const reply = await api.call('GET', '/v2/webhooks')
    expect([reply.statusCode, reply.json().error, reply.headers['retry-after']]).toEqual([503, 1001, '60'])
  })

  test('never repeats a secret of the request', async () => {
    const api = await newApi(server)
    const body = { verification_type: 'x', person: { ssn: 543_212_001, date_of_birth: 'x'.repeat(300) } }
    const reply = await api.call('POST', '/v2/verifications', { body })
    expect(reply.statusCode).toBe(422)
    expect(reply.body).not.toMatch(/543212|xxx/)
  })
})
