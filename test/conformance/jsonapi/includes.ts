import { expect } from 'vitest'
import { mediaType } from '../../support/jsonapi.ts'
import { judgeResponse } from '../../support/judge/judge.ts'
import { type Checks, expectRefused, expectStatus } from './check.ts'

const headers = { 'content-type': mediaType, vary: 'Accept' }
const judge = (document: object) =>
  judgeResponse(
    { method: 'GET', url: '/x' },
    200,
    headers,
    JSON.stringify({ jsonapi: { version: '1.1' }, ...document }),
  )

export const includes: Checks = {
  'IN-01': async (world) => {
    expect((await world.get('/verifications?include=parent')).body.included).toEqual([])
  },
  'IN-02': async (world) => {
    const { body } = await world.get('/users?include=role')
    expect(new Set(body.included.map(({ type }) => type))).toEqual(new Set(['roles']))
  },
  'IN-03': async (world) => {
    const data = [{ type: 'x', id: '1' }]
    expect(judge({ data, included: [{ type: 'y', id: '1' }] })).toEqual(['included without linkage: y 1'])
    expectStatus(await world.get('/submissions?include=signers.consents,agreement,agreementLink.agreement'), 200)
  },
  'IN-04': async (world) => {
    expect(
      judge({
        data: [
          { type: 'x', id: '1' },
          { type: 'x', id: '1' },
        ],
      }),
    ).toEqual(['x 1 is there twice'])
    expectStatus(await world.get('/agreements?include=agreementLinks.agreement'), 200)
  },
  'IN-05': (world) =>
    expectRefused(world, 'include', ['/users?include=nope', '/users?include=role.nope', '/users?include=__proto__']),
  'IN-06': (world) =>
    expectRefused(world, 'include', [
      '/organizations?include=owner',
      `/users/${world.user}/relationships/role?include=role`,
    ]),
  'IN-07': async (world) => {
    expect((await world.get('/users?include=')).body.included).toEqual([])
  },
  'IN-08': async (world) => {
    const { body } = await world.get('/submissions?include=signers,agreementLink.agreement')
    const types = new Set(body.included.map(({ type }) => type))
    expect(types).toEqual(new Set(['signers', 'agreement-links', 'agreements']))
  },
  'IN-09': async (world) => {
    const data = { type: 'webhooks', attributes: { destinationUrl: 'http://127.0.0.1:9/' } }
    const made = await world.call('POST', '/webhooks?include=creator', { body: { data } })
    expect(made.body.included.map(({ id }) => id)).toEqual([world.user])
    expectStatus(await world.get(`/webhooks/${made.body.data.id}/creator?include=role`), 200)
  },
  'IN-10': (world) =>
    expectRefused(world, 'include', ['/agreements?include=agreementLinks.agreement.agreementLinks.agreement']),
  'SF-01': async (world) => {
    const { body } = await world.get('/webhooks?fields[webhooks]=destinationUrl,creator')
    const [webhook] = body.data
    expect(Object.keys(webhook.attributes)).toEqual(['destinationUrl'])
    expect(Object.keys(webhook.relationships)).toEqual(['creator'])
  },
  'SF-02': async (world) => {
    const [webhook] = (await world.get('/webhooks?fields[webhooks]=')).body.data
    expect(Object.keys(webhook)).toEqual(['type', 'id', 'links'])
  },
  'SF-03': async (world) => {
    const { body } = await world.get('/webhooks?fields[users]=name&include=creator')
    expect(Object.keys(body.data[0].attributes).length).toBeGreaterThan(5)
    expect(Object.keys(body.included[0].attributes)).toEqual(['name'])
  },
  'SF-04': async (world) => {
    const data = { type: 'api-keys', attributes: { name: 'K' } }
    const made = await world.call('POST', '/api-keys?fields[api-keys]=hint', { body: { data } })
    expect(Object.keys(made.body.data.attributes)).toEqual(['hint'])
    const { id } = made.body.data
    const body = { data: { ...data, id } }
    const changed = await world.call('PATCH', `/api-keys/${id}?fields[api-keys]=name`, { body })
    expect(Object.keys(changed.body.data.attributes)).toEqual(['name'])
  },
  'SF-05': async (world) => {
    await expectRefused(world, 'fields[webhooks]', ['/webhooks?fields[webhooks]=zzz'])
    await expectRefused(world, 'fields[zzz]', ['/webhooks?fields[zzz]=name'])
  },
  'SF-06': async (world) => {
    await expectRefused(world, null, ['/users?fields=a'])
    const { status, body } = await world.get('/users?fields[users]=name&fields[users]=email')
    expect([status, Object.keys(body.data[0].attributes).sort()]).toEqual([200, ['email', 'name']])
  },
}
